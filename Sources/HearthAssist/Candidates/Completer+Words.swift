import HearthData
import HearthPlan
import HearthSyntax
import HearthText

extension Completer {
  /// The keywords of some roles.
  func add(
    words roles: [KeywordRole], _ kind: Candidate.Kind, after run: TokenRun,
    to list: inout CandidateList
  ) {
    let entries = roles.flatMap(KeywordTable.entries(of:))
    add(keywords: entries.map(\.keyword), kind, after: run, to: &list)
  }

  /// Keywords. Where the first words of some have been typed, what is left of those and no others.
  func add(
    keywords: [Keyword], _ kind: Candidate.Kind, after run: TokenRun, to list: inout CandidateList
  ) {
    var hasBegun = false
    for entry in keywords.map(KeywordTable.entry) {
      for text in entry.english + entry.chinese {
        let words = text.split(separator: " ")
        for typed in 1..<max(1, words.count) where run.ends(in: Array(words.prefix(typed))) {
          hasBegun = true
          let rest = words.dropFirst(typed).joined(separator: " ")
          add(Bilingual(same: rest), entry, kind, to: &list)
        }
      }
    }
    if hasBegun { return }
    for entry in keywords.map(KeywordTable.entry) {
      // Other ways to write a word are for who has begun to write them.
      for spelling in list.isOpen ? entry.spellings.prefix(1) : entry.spellings[...] {
        add(spelling, entry, kind, to: &list)
      }
    }
  }

  private func add(
    _ words: Bilingual, _ entry: KeywordEntry, _ kind: Candidate.Kind,
    to list: inout CandidateList
  ) {
    list.add(
      word: words, entry.role == .clause ? .clause : kind, description: entry.documentation,
      speaking: language)
  }

  /// Stages with the pipe that was forgotten before them.
  func addPipedStages(to list: inout CandidateList) {
    for entry in KeywordTable.entries(of: .stage) {
      list.add(
        word: Bilingual(entry.spelling(in: .english), entry.spelling(in: .chinese)), .stage,
        description: entry.documentation, beginning: "| ", speaking: language)
    }
  }

  func addFunctions(to list: inout CandidateList) {
    for row in FunctionTable.aggregates {
      let isBare = row.function == .count
      list.add(
        word: row.names, .function, description: row.documentation, ending: isBare ? "" : "(",
        speaking: language)
    }
    for row in FunctionTable.windows {
      let isBare = row.function == .rowNumber
      list.add(
        word: row.names, .function, description: row.documentation, ending: isBare ? "" : "(",
        speaking: language)
    }
    for row in FunctionTable.scalars {
      let documentation = Bilingual(
        FunctionTable.signature(row, in: .english) + "  " + row.documentation.english,
        FunctionTable.signature(row, in: .chinese) + "  " + row.documentation.chinese)
      list.add(
        word: row.names, .function, description: documentation, ending: "(", speaking: language)
    }
  }

  /// Periods, those that are several words as the first of them, and what else may be one.
  func addPeriods(after run: TokenRun, to list: inout CandidateList) {
    addPeriods(to: &list)
    addPeriodWords(.period, after: run, to: &list)
    add(words: [.countedPeriod, .festival], .period, after: run, to: &list)
    add(keywords: [.term, .startOf, .endOf], .period, after: run, to: &list)
  }

  /// The words that a period may begin with.
  func addPeriodWords(
    _ kind: Candidate.Kind, after run: TokenRun, to list: inout CandidateList
  ) {
    let words = KeywordTable.entries(of: .period).map(\.keyword)
    // In Chinese 去年同期 stands behind its period, and `to date` always.
    add(
      keywords: words.filter { $0 != .toDate && $0 != .samePeriodLastYear }, kind, after: run,
      to: &list)
    let same = KeywordTable.entry(.samePeriodLastYear)
    list.add(
      word: Bilingual(same: same.spelling(in: .english)), kind,
      description: same.documentation, speaking: language)
  }

  /// `today`, `this month`, `last 30 days`, `month to date`, ….
  func addPeriods(to list: inout CandidateList) {
    for period in PeriodWords.all {
      list.add(
        word: period.names, .period, description: period.documentation, speaking: language)
    }
  }
}

extension KeywordEntry {
  /// The ways to write it in pairs: those of the longer list that have no partner take the first
  /// of the other.
  fileprivate var spellings: [Bilingual] {
    (0..<max(english.count, chinese.count)).map { index in
      Bilingual(
        index < english.count ? english[index] : english[0],
        index < chinese.count ? chinese[index] : chinese[0])
    }
  }
}

/// The periods that are words, and the commonest of those that are made of several.
enum PeriodWords {
  struct Row {
    var names: Bilingual
    var documentation: Bilingual
  }

  static let all: [Row] = simple + calendar + counted + toDate + festivals

  private static let simple: [Row] =
    [Keyword.today, .yesterday, .thisYear, .lastYear, .yearToDate, .firstHalf, .secondHalf].map {
      row(KeywordTable.entry($0))
    }

  private static let festivals: [Row] =
    KeywordTable.entries(of: .festival).map(row)

  private static func row(_ entry: KeywordEntry) -> Row {
    Row(
      names: Bilingual(entry.spelling(in: .english), entry.spelling(in: .chinese)),
      documentation: entry.documentation)
  }

  private static let units: [Keyword] = [.week, .month, .quarter]

  private static let calendar: [Row] = [Keyword.this, .last, .following].flatMap { which in
    units.map { unit in
      let entry = KeywordTable.entry(which)
      return Row(
        names: Bilingual(
          entry.spelling(in: .english) + " " + singular(unit),
          entry.spelling(in: .chinese) + KeywordTable.entry(unit).spelling(in: .chinese)),
        documentation: entry.documentation)
    }
  }

  private static let counted: [Row] = [
    (30, Keyword.day), (3, .month), (12, .month),
  ].map { count, unit in
    let last = KeywordTable.entry(.lastCount)
    let entry = KeywordTable.entry(unit)
    let measure = unit == .month ? "个" : ""
    return Row(
      names: Bilingual(
        "\(last.spelling(in: .english)) \(count) \(entry.spelling(in: .english))",
        "\(last.spelling(in: .chinese))\(count)\(measure)\(entry.spelling(in: .chinese))"),
      documentation: last.documentation)
  }

  private static let toDate: [Row] = units.dropFirst().map { unit in
    let entry = KeywordTable.entry(.toDate)
    return Row(
      names: Bilingual(
        singular(unit) + " " + entry.spelling(in: .english),
        KeywordTable.entry(.this).spelling(in: .chinese)
          + KeywordTable.entry(unit).spelling(in: .chinese) + entry.spelling(in: .chinese)),
      documentation: entry.documentation)
  }

  /// `month`, not `months`.
  static func singular(_ unit: Keyword) -> String {
    KeywordTable.entry(unit).english.min { $0.utf8.count < $1.utf8.count } ?? ""
  }
}
