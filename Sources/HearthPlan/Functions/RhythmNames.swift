import HearthData
import HearthSyntax
import HearthText

/// The words that a category may use for a rhythm: `month`, `months`, `monthly`, 月, 每月.
package enum RhythmNames {
  private static let adverbs: [(String, CalendarUnit)] = [
    ("daily", .day), ("weekly", .week), ("monthly", .month), ("quarterly", .quarter),
    ("half-yearly", .half), ("half_yearly", .half), ("yearly", .year), ("annual", .year),
    ("annually", .year),
  ]

  private static let units: [String: Period.Unit] = {
    var units: [String: Period.Unit] = [:]
    for (word, unit) in adverbs { units[word] = ShiftUnit(unit)?.unit }
    for unit in CalendarUnit.allCases {
      guard let length = ShiftUnit(unit)?.unit else { continue }
      let entry = KeywordTable.entry(unit.keyword)
      for word in entry.english { units[word] = length }
      for word in entry.chinese {
        for spelling in [word, "每" + word, "每个" + word] { units[spelling] = length }
      }
    }
    return units
  }()

  /// The unit that a value of a category names in either language; nil if it names none.
  package static func unit(of value: Bilingual) -> Period.Unit? {
    units[value.english.lowercased()] ?? units[value.chinese]
  }

  /// The unit as a rhythm is written: `every month`.
  package static func phrase(_ unit: Period.Unit) -> Bilingual {
    let entry = KeywordTable.entry(CalendarUnit(unit).keyword)
    let singular = entry.english.min { $0.utf8.count < $1.utf8.count } ?? ""
    return Bilingual("every " + singular, "每" + entry.spelling(in: .chinese))
  }
}

extension CalendarUnit {
  init(_ unit: Period.Unit) {
    switch unit {
    case .day: self = .day
    case .week: self = .week
    case .month: self = .month
    case .quarter: self = .quarter
    case .half: self = .half
    case .year: self = .year
    }
  }
}
