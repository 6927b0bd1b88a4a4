/// The proleptic Gregorian calendar of the years 1 to 9999.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (https://howardhinnant.github.io/date_algorithms.html): the year begins in March, so that the
/// leap day is the last of its year.
extension Day {
  package static let first = Day(-719_162)
  package static let last = Day(2_932_896)
  package static let years = 1...9999

  /// Nil for a date that does not exist or lies outside the years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month and day of the month at once; any day number has them.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth + (marchMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }
  package var quarter: Int { (civil.month + 2) / 3 }

  /// From 1, Monday, to 7, Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let shifted = (Int(number) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// From 1 to 366.
  package var dayOfYear: Int {
    Int(number) - Int(Day(unchecked: year, 1, 1).number) + 1
  }

  /// The ISO week: week 1 is the one with the year's first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = Day(Int32(truncatingIfNeeded: Int(number) + 4 - weekday))
    return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  /// The Monday of an ISO week; nil for a week that its year does not have.
  package init?(isoWeekYear year: Int, week: Int) {
    guard Self.years.contains(year), (1...53).contains(week) else { return nil }
    let fourth = Day(unchecked: year, 1, 4)
    let monday = Int(fourth.number) - fourth.weekday + 1 + (week - 1) * 7
    guard let day = Day(checked: monday), day.isoWeek == (year, week) else { return nil }
    self = day
  }

  /// Nil outside the years 1 to 9999.
  package init?(checked number: Int) {
    guard number >= Int(Self.first.number), number <= Int(Self.last.number) else { return nil }
    self.init(Int32(number))
  }

  package func adding(days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    return overflow ? nil : Day(checked: sum)
  }

  /// The same day of a later month, or its last day: 31 January and a month is 28 February.
  package func adding(months: Int) -> Day? {
    let (year, month, day) = civil
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return nil }
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard Self.years.contains(newYear) else { return nil }
    let length = Self.dayCount(year: newYear, month: newMonth)
    return Day(unchecked: newYear, newMonth, min(day, length))
  }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Completed years up to a day: an age. One born on 29 February grows older on 1 March.
  package func wholeYears(to later: Day) -> Int {
    if later < self { return -later.wholeYears(to: self) }
    let (from, to) = (civil, later.civil)
    return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
  }
}

extension Day: CustomStringConvertible {
  /// ISO: `2026-10-31`.
  @usableFromInline package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A whole number with zeros in front.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (value < 0 ? "-" : "") + zeros + digits
}
