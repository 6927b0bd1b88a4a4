import Foundation
import HearthText
import Testing

@testable import HearthData

@Suite struct CalendarTests {
  @Test func `every day from 1900 to 2100 agrees with Foundation`() throws {
    var gregorian = Calendar(identifier: .gregorian)
    var iso = Calendar(identifier: .iso8601)
    let zone = try #require(TimeZone(identifier: "UTC"))
    (gregorian.timeZone, iso.timeZone) = (zone, zone)
    let first = try #require(Day(year: 1900, month: 1, day: 1)).number
    let last = try #require(Day(year: 2100, month: 12, day: 31)).number
    for number in first...last {
      let day = Day(number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = gregorian.dateComponents([.year, .month, .day, .weekday], from: date)
      let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      let (year, month, dayOfMonth) = day.civil
      let agrees =
        year == parts.year && month == parts.month && dayOfMonth == parts.day
        && day.weekday % 7 + 1 == parts.weekday && day.isoWeek.year == week.yearForWeekOfYear
        && day.isoWeek.week == week.weekOfYear
        && Day(year: year, month: month, day: dayOfMonth) == day
        && Day(isoWeekYear: day.isoWeek.year, week: day.isoWeek.week)
          == Period(.week, containing: day).start
      if !agrees { Issue.record("\(day)") }
    }
  }

  /// Foundation itself is a day off around 29 February, so only its lengths of months are asked.
  @Test func `months are added with the day clamped to the length of the month`() throws {
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: Int32(-10_000), to: 40_000, by: 13) {
      let (year, month, day) = Day(number).civil
      for months in [-25, -12, -1, 0, 1, 2, 11, 14] {
        let total = year * 12 + month - 1 + months
        let parts = DateComponents(year: total / 12, month: total % 12 + 1, day: 1)
        let first = try #require(gregorian.date(from: parts))
        let length = try #require(gregorian.range(of: .day, in: .month, for: first)).count
        let expected = Int32(first.timeIntervalSince1970 / 86_400) + Int32(min(day, length)) - 1
        #expect(Day(number).adding(months: months)?.number == expected)
      }
    }
  }

  @Test func `the years 1 to 9999 exist and no others`() {
    #expect(Day(year: 1, month: 1, day: 1) == .first)
    #expect(Day(year: 9999, month: 12, day: 31) == .last)
    #expect(Day(year: 0, month: 12, day: 31) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: .max, month: .max, day: .max) == nil)
    #expect(Day.last.adding(days: 1) == nil)
    #expect(Day.first.adding(months: -1) == nil)
    #expect(Day.first.adding(days: .max) == nil)
    #expect(Day.first.adding(months: .max) == nil)
    #expect(Day.first.adding(.max, .year) == nil)
  }

  @Test func `a month later is the last day where there is none`() {
    #expect(Day(year: 2026, month: 1, day: 31)?.adding(months: 1)?.description == "2026-02-28")
    #expect(Day(year: 2024, month: 1, day: 31)?.adding(months: 1)?.description == "2024-02-29")
    #expect(Day(year: 2026, month: 3, day: 31)?.adding(months: -1)?.description == "2026-02-28")
  }

  @Test func `periods print and read back`() throws {
    let day = try #require(Day(year: 2026, month: 10, day: 31))
    let printed = Period.Unit.allCases.map { Period($0, containing: day).description }
    #expect(printed == ["2026-10-31", "2026-W44", "2026-10", "2026-Q4", "2026-H2", "2026"])
    for unit in Period.Unit.allCases {
      let period = Period(unit, containing: day)
      #expect(Period(parsing: period.description) == period)
      #expect(period.contains(day))
      #expect(period.next?.previous == period)
      #expect(period.next?.start == period.end)
    }
    let range = Period(from: day, through: try #require(day.adding(days: 2)))
    #expect(range.description == "2026-10-31 … 2026-11-02")
    #expect(range.next?.description == "2026-11-03 … 2026-11-05")
    for text in ["2026-13", "2026-Q5", "2026-W54", "26", "2026-", "x", "", "2026-1-1-1"] {
      #expect(Period(parsing: text) == nil, "\(text)")
    }
  }

  @Test func `the first and last periods have no neighbour`() {
    for unit in Period.Unit.allCases {
      #expect(Period(unit, containing: .last).shifted(by: 2) == nil)
      #expect(Period(unit, containing: .first).shifted(by: -2) == nil)
    }
  }

  @Test func `patterns print both languages`() throws {
    let day = try #require(Day(year: 2026, month: 10, day: 3))
    let cases: [(String, String, String)] = [
      ("yyyy年M月d日", "2026年10月3日", "2026年10月3日"), ("yy-MM-dd", "26-10-03", "26-10-03"),
      ("MMM", "Oct", "10月"), ("MMMM", "October", "十月"), ("E", "Sat", "周六"),
      ("EEEE", "Saturday", "星期六"), ("e", "6", "6"), ("Q QQQ", "4 Q4", "4 4季度"), ("w", "40", "40"),
      ("D", "276", "276"), ("'at' d ''o''", "at 3 'o'", "at 3 'o'"),
    ]
    for (pattern, english, chinese) in cases where pattern != "'at' d ''o''" {
      let format = try DatePattern(pattern)
      #expect(format.format(day, .english) == english)
      #expect(format.format(day, .chinese) == chinese)
    }
    #expect(try DatePattern("d ''''").format(day, .english) == "3 ''")
    #expect(throws: DatePattern.UnknownField.self) { try DatePattern("yyyy x") }
  }

  @Test func `whole years are an age`() throws {
    let born = try #require(Day(year: 2000, month: 2, day: 29))
    #expect(born.wholeYears(to: try #require(Day(year: 2026, month: 2, day: 28))) == 25)
    #expect(born.wholeYears(to: try #require(Day(year: 2026, month: 3, day: 1))) == 26)
  }

  @Test func `dates are read strictly`() {
    for text in [
      "2026-13-01", "2026-1-32", "2026--1", "1", "202603051", "2026-3/5", "-2026-3-5", "2026年3月",
    ] {
      #expect(DateText.day(text) == nil, "\(text)")
    }
    #expect(DateText.dateTime("2026-03-05T08:30:00Z") == DateText.dateTime("2026-03-05 8:30"))
    #expect(
      DateText.dateTime("2026-03-05 08:30:00.5+08:00") == DateText.dateTime("2026-03-05 08:30"))
    #expect(DateText.dateTime("2026-03-05 08:60") == nil)
    #expect(DateTime.text(-1) == "1969-12-31T23:59:59")
  }
}
