import HearthText

extension KeywordTable {
  static let festivals: [KeywordEntry] = [
    .init(
      .springFestival, .festival, "spring festival|chinese new year|lunar new year", "春节|农历新年",
      .init("The first day of the lunar year.", "农历正月初一。"),
      .init("date in spring festival 2026", "日期 在 2026年春节")),
    .init(
      .lantern, .festival, "lantern|lantern festival", "元宵|元宵节",
      .init("The fifteenth day of the first lunar month.", "农历正月十五。"),
      .init("date in lantern 2026", "日期 在 2026年元宵")),
    .init(
      .qingming, .festival, "qingming|qingming festival|tomb-sweeping day|tomb sweeping day",
      "清明|清明节",
      .init("The solar term of 4 or 5 April, when graves are swept.", "清明节气，四月四日或五日。"),
      .init("date in qingming 2026", "日期 在 2026年清明")),
    .init(
      .dragonBoat, .festival, "dragon boat|dragon boat festival", "端午|端午节",
      .init("The fifth day of the fifth lunar month.", "农历五月初五。"),
      .init("date in dragon boat 2026", "日期 在 2026年端午")),
    .init(
      .midAutumn, .festival, "mid-autumn|mid-autumn festival|mid autumn|mid autumn festival",
      "中秋|中秋节",
      .init("The fifteenth day of the eighth lunar month.", "农历八月十五。"),
      .init("date in mid-autumn 2026 ± 7 days", "日期 在 2026年中秋前后7天")),
    .init(
      .doubleNinth, .festival, "double ninth|double ninth festival|chongyang", "重阳|重阳节",
      .init("The ninth day of the ninth lunar month, that of the elderly.", "农历九月初九，敬老的日子。"),
      .init("date in double ninth 2026", "日期 在 2026年重阳")),
    .init(
      .nationalDay, .festival, "national day", "国庆|国庆节",
      .init("The first of October.", "十月一日。"),
      .init("date in national day 2026", "日期 在 2026年国庆")),
    .init(
      .around, .clause, "±|+-|+/-", "前后|前后各",
      .init("So many days or weeks before and after a festival.", "节日前后的若干天或周。"),
      .init("date in spring festival 2026 ± 7 days", "日期 在 2026年春节前后7天")),
  ]
}

extension FestivalName {
  var keyword: Keyword {
    switch self {
    case .spring: .springFestival
    case .lantern: .lantern
    case .qingming: .qingming
    case .dragonBoat: .dragonBoat
    case .midAutumn: .midAutumn
    case .doubleNinth: .doubleNinth
    case .nationalDay: .nationalDay
    }
  }

  private static let byKeyword = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.keyword, $0) })

  init?(_ keyword: Keyword) {
    guard let name = Self.byKeyword[keyword] else { return nil }
    self = name
  }

  /// What the printer writes.
  package var names: Bilingual {
    let entry = KeywordTable.entry(keyword)
    return Bilingual(entry.spelling(in: .english), entry.spelling(in: .chinese))
  }

  /// The festival that a name stands for when nothing else bears it: `lantern`, 春节.
  package init?(word: String) {
    let spelling = KeywordTable.byFirstWord[word]?.first {
      $0.role == .festival && $0.words.count == 1
    }
    guard let spelling else { return nil }
    self.init(spelling.keyword)
  }
}
