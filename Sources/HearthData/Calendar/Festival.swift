/// A festival that help is planned around: one day of every year.
package enum Festival: CaseIterable, Hashable, Sendable {
  case spring, lantern, qingming, dragonBoat, midAutumn, doubleNinth, nationalDay

  /// The years for which the days are known.
  package static let years = LunarCalendar.years

  /// Its day in a year; nil outside `years`.
  package func day(in year: Int) -> Day? {
    guard Self.years.contains(year) else { return nil }
    switch self {
    case .spring: return LunarCalendar.day(1, ofMonth: 1, in: year)
    case .lantern: return LunarCalendar.day(15, ofMonth: 1, in: year)
    case .qingming: return Self.qingming(year)
    case .dragonBoat: return LunarCalendar.day(5, ofMonth: 5, in: year)
    case .midAutumn: return LunarCalendar.day(15, ofMonth: 8, in: year)
    case .doubleNinth: return LunarCalendar.day(9, ofMonth: 9, in: year)
    case .nationalDay: return Day(year: year, month: 10, day: 1)
    }
  }

  /// The day on which the sun reaches a longitude of 15° in China.
  ///
  /// The formula in common use for solar terms (寿星通用公式) has the day of April as ⌊Y × 0.2422 + 4.81⌋
  /// less the leap days since 2000; as a number of days it needs no leap years. A test compares
  /// every year with the sun's longitude.
  private static func qingming(_ year: Int) -> Day? {
    let tenThousandths = (year - 2000) * 3_652_422 + 8_100
    let days = (tenThousandths - (tenThousandths < 0 ? 9_999 : 0)) / 10_000
    return Day(year: 2000, month: 4, day: 4)?.adding(days: days)
  }
}
