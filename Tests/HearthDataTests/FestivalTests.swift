import Foundation
import Testing

@testable import HearthData

@Suite struct FestivalTests {
  private static let lunar: [(Festival, month: Int, day: Int)] = [
    (.spring, 1, 1), (.lantern, 1, 15), (.dragonBoat, 5, 5), (.midAutumn, 8, 15),
    (.doubleNinth, 9, 9),
  ]

  /// Foundation reckons both of these months a day later: it has China's standard time before it was
  /// introduced in 1929, and a new moon seconds after a midnight that it precedes.
  private static let dayLater: Set<String> = ["1916-1", "2057-9"]

  @Test func `every lunar festival from 1901 to 2100 is where Foundation has it`() throws {
    var chinese = Calendar(identifier: .chinese)
    chinese.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    for year in Festival.years {
      for (festival, month, dayOfMonth) in Self.lunar {
        let day = try #require(festival.day(in: year))
        // Noon in China.
        let shift = Self.dayLater.contains("\(year)-\(month)") ? 1 : 0
        let noon = Double(day.number) + Double(shift) + 4.0 / 24
        let date = Date(timeIntervalSince1970: noon * 86_400)
        let parts = chinese.dateComponents([.month, .day, .isLeapMonth], from: date)
        let agrees =
          parts.month == month && parts.day == dayOfMonth && parts.isLeapMonth == false
          && day.year == year
        if !agrees { Issue.record("\(festival) \(year): \(day) is \(parts)") }
      }
    }
  }

  @Test func `qingming from 1901 to 2100 is the day on which the sun reaches 15 degrees`() throws {
    for year in Festival.years {
      let day = try #require(Festival.qingming.day(in: year))
      let start = apparentLongitude(atMidnightInChinaOf: day)
      let end = apparentLongitude(atMidnightInChinaOf: Day(day.number + 1))
      if !(start <= 15 && end > 15) { Issue.record("\(day): \(start) to \(end)") }
    }
  }

  /// The sun's apparent longitude in degrees, by the series of low precision in Meeus'
  /// "Astronomical Algorithms", chapter 25; good to a hundredth of a degree, a quarter of an hour.
  private func apparentLongitude(atMidnightInChinaOf day: Day) -> Double {
    let julianDay = Double(day.number) + 2_440_587.5 - 8.0 / 24 + 65.0 / 86_400
    let centuries = (julianDay - 2_451_545) / 36_525
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let mean = 280.46646 + 36_000.76983 * centuries + 0.0003032 * centuries * centuries
    let anomaly = radians(357.52911 + 35_999.05029 * centuries - 0.0001537 * centuries * centuries)
    let center =
      (1.914602 - 0.004817 * centuries) * sin(anomaly)
      + (0.019993 - 0.000101 * centuries) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    let node = radians(125.04 - 1_934.136 * centuries)
    let longitude = mean + center - 0.00569 - 0.00478 * sin(node)
    return longitude - (longitude / 360).rounded(.down) * 360
  }

  @Test func `festivals that people remember`() {
    let known: [(Festival, String)] = [
      (.spring, "1901-02-19"), (.spring, "2026-02-17"), (.spring, "2033-01-31"),
      (.spring, "2100-02-09"), (.lantern, "2026-03-03"), (.qingming, "2025-04-04"),
      (.qingming, "2026-04-05"), (.qingming, "2100-04-05"), (.dragonBoat, "2026-06-19"),
      (.midAutumn, "2020-10-01"), (.midAutumn, "2026-09-25"), (.doubleNinth, "2026-10-18"),
      (.doubleNinth, "2057-10-06"), (.nationalDay, "2026-10-01"),
    ]
    for (festival, text) in known {
      let day = DateText.day(text)
      #expect(day != nil && day.flatMap { festival.day(in: $0.year) } == day, "\(festival) \(text)")
    }
  }

  @Test func `there are no festivals before 1901 and after 2100`() {
    for festival in Festival.allCases {
      #expect(festival.day(in: 1900) == nil && festival.day(in: 2101) == nil)
      #expect(festival.day(in: .min) == nil && festival.day(in: .max) == nil)
    }
  }

  @Test func `a month has the days that it has`() {
    #expect(LunarCalendar.day(30, ofMonth: 12, in: 2026) == nil)
    #expect(LunarCalendar.day(29, ofMonth: 12, in: 2026)?.description == "2027-02-05")
    #expect(LunarCalendar.day(0, ofMonth: 1, in: 2026) == nil)
    #expect(LunarCalendar.day(1, ofMonth: 13, in: 2026) == nil)
  }
}
