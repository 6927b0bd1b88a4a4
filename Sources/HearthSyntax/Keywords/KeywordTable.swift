import HearthText

/// The one table of the language's words, in both languages, with their documentation.
package enum KeywordTable {
  /// In the order of `Keyword.allCases`.
  package static let entries: [KeywordEntry] = {
    let rows =
      statements + expectations + stages + tableStages + coverageStages + clauses
      + coverageClauses + logic + literals + periods + festivals + differences + units + aggregates
      + types + charts + schemaWords
    return rows.sorted { $0.keyword.rawValue < $1.keyword.rawValue }
  }()

  package static func entry(_ keyword: Keyword) -> KeywordEntry { entries[Int(keyword.rawValue)] }

  package static func entries(of role: KeywordRole) -> [KeywordEntry] {
    entries.filter { $0.role == role }
  }

  /// Read after a number and meaning nothing: `3个月`, `5名`.
  package static let measureWords: Set<String> = ["个", "次", "户", "人", "种", "名", "位", "场"]

  static let measureScalars = Set(measureWords.flatMap(\.unicodeScalars))

  /// One way to write a keyword.
  struct Spelling: Sendable {
    let keyword: Keyword
    let role: KeywordRole
    let words: [String]
  }

  /// All spellings by their first word, longer ones first.
  static let byFirstWord: [String: [Spelling]] = {
    var result: [String: [Spelling]] = [:]
    for entry in entries {
      for words in entry.spellings {
        result[words[0], default: []].append(
          Spelling(keyword: entry.keyword, role: entry.role, words: words))
      }
    }
    return result.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// English words that a hyphen is part of: `mid-autumn`.
  static let hyphenated = Set(
    entries.flatMap(\.spellings).joined().filter { $0.utf8.count > 1 && $0.utf8.contains(45) })

  /// Every Chinese word the splitter knows: the spellings, their closing words, and `天数` …
  static let chineseWords: Set<String> = {
    var result = Set(differenceWords.keys)
    for entry in entries {
      for spelling in entry.chinese {
        result.formUnion(spelling.split(separator: " ").map(String.init))
      }
      if let closing = entry.chineseClosing { result.insert(closing) }
    }
    return result
  }()

  /// `从 a 到 b 的天数`: the closing word of a distance, with its unit and whether it is whole.
  static let differenceWords: [String: (unit: CalendarUnit, whole: Bool)] = {
    var result: [String: (unit: CalendarUnit, whole: Bool)] = [:]
    for unit in CalendarUnit.allCases where unit != .term {
      let name = entry(unit.keyword).spelling(in: .chinese)
      for prefix in ["", "的"] {
        result[prefix + name + "数"] = (unit, false)
        result[prefix + "整" + name + "数"] = (unit, true)
      }
    }
    return result
  }()

  /// The closing words as they are printed: 的天数, 的整年数.
  package static var distanceWords: [String] { differenceWords.keys.filter { $0.hasPrefix("的") } }

  /// The aggregate or row function that a word names in either language.
  package static func aggregate(named word: String) -> KeywordEntry? {
    byFirstWord[word]?.first { $0.role == .aggregate }.map { entry($0.keyword) }
  }
}

extension CalendarUnit {
  package var keyword: Keyword {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    case .term: .term
    }
  }
}
