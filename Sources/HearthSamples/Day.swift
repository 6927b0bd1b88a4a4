/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct Day: Hashable, Comparable, Sendable {
  package var number: Int

  package init(number: Int) { self.number = number }

  /// The day of a year, month 1–12 and day of the month 1–31.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    // Years that begin in March have their leap day at the end (H. Hinnant's algorithm).
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
  static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
  static func - (left: Day, right: Day) -> Int { left.number - right.number }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  var year: Int { components.year }
  var month: Int { components.month }

  /// 1 Monday … 7 Sunday.
  var weekday: Int { (number + 3) % 7 + 1 }

  /// Weeks since the Monday before 1970: the same number from Monday to Sunday.
  var week: Int { (number + 3) / 7 }

  /// Completed years between this day and a later one.
  func years(until later: Day) -> Int {
    let (first, last) = (components, later.components)
    let beforeBirthday = (last.month, last.day) < (first.month, first.day)
    return last.year - first.year - (beforeBirthday ? 1 : 0)
  }
}
