import Foundation
import HearthPlan
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// What the golden cases together must have shown.
@Suite struct CaseCompletenessTests {
  /// Words of a schema: they stand in a data set's `schema.hearth`, which no query prints.
  static let ofSchemas: Set<Keyword> = [
    .asOf, .entity, .termLine, .privacy, .levels, .key, .privateField, .flags, .occurred, .opens,
    .closes,
  ]

  /// Signs in words, which are printed as signs: they stand in the queries themselves.
  static let ofSigns: Set<Keyword> = [
    .equals, .differs, .greaterThan, .lessThan, .noLessThan, .noMoreThan,
  ]

  @Test func `every sign in words occurs in the query of some case`() {
    let queries = CaseFile.all.map(\.query).joined(separator: "\n")
    for entry in KeywordTable.entries where Self.ofSigns.contains(entry.keyword) {
      for language in Language.allCases {
        let spelling = entry.spelling(in: language)
        #expect(queries.contains(spelling), "\(entry.keyword): no case has \(spelling)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every keyword occurs in the printed form of some case`(language: Language) {
    let printed = CaseFile.all.map { file in
      TestData.workspace(file).printed(file.query, in: language)
    }
    let text = printed.map(CaseCompletenessTests.withoutTexts).joined(separator: "\n")
    let words = " " + CaseCompletenessTests.spaced(text) + " "
    for entry in KeywordTable.entries
    where !CaseCompletenessTests.ofSchemas.union(Self.ofSigns).contains(entry.keyword) {
      let spellings = entry.spellings(in: language)
      let isFound = spellings.contains { words.contains(" \($0) ") || isGlued($0, words, language) }
      #expect(isFound, "\(entry.keyword): no case shows \(spellings)")
      if language == .chinese, let closing = entry.chineseClosing {
        #expect(words.contains(" \(closing) "), "\(entry.keyword): no case shows \(closing)")
      }
    }
  }

  @Test func `every kind of stage occurs`() {
    var missing = Set(KeywordTable.entries(of: .stage).map(\.keyword))
    for file in CaseFile.all {
      let script = parse(file.query, vocabulary: TestData.workspace(file).vocabulary)
      for statement in script.statements {
        for stage in statement.stages { missing.remove(stage.keyword) }
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  /// Chinese periods are printed as one word: `最近30天`, `上月`, `最近3个整月`.
  private func isGlued(_ spelling: String, _ words: String, _ language: Language) -> Bool {
    guard language == .chinese else { return false }
    return words.split(separator: " ").contains { word in
      word.contains(spelling) && CaseCompletenessTests.isCalendarWord(String(word))
    }
  }

  /// Whether a printed word is a period, a length or a distance of the calendar.
  private static func isCalendarWord(_ word: String) -> Bool {
    let units = KeywordTable.entries(of: .unit).flatMap(\.chinese)
    let festivals = KeywordTable.entries(of: .festival).flatMap(\.chinese)
    return (units + festivals + ["数", "至今"]).contains { word.hasSuffix($0) }
  }

  /// Signs become spaces, so that a word stands between two of them; but `±` is a keyword, and
  /// hyphens are part of some.
  private static func spaced(_ text: String) -> String {
    String(text.map { $0.isLetter || $0.isNumber || "_±-".contains($0) ? $0 : " " })
  }

  /// Without text literals, names in backticks and comments.
  private static func withoutTexts(_ text: String) -> String {
    text.replacing(#/"(?:[^"\\]|\\.)*"|`[^`]*`|#[^\n]*/#, with: "\u{1}")
  }
}

extension Statement {
  /// The kinds of stage of every query in the statement, those in brackets too.
  fileprivate var stages: [Stage.Kind] {
    switch kind {
    case .query(let query), .binding(_, let query), .explain(let query, _): query.everyStage
    case .expect(let expectation): expectation.subject.everyStage
    case .explainWhy(_, _, let source): source.everyStage
    case .define, .parameter, .include, .today, .describe, .save, .version, .asOf, .entity, .term,
      .privacy, .invalid:
      []
    }
  }
}

extension Query {
  fileprivate var everyStage: [Stage.Kind] {
    source.everyStage + stages.flatMap { [$0.kind] + ($0.kind.operand?.everyStage ?? []) }
  }
}

extension Source {
  fileprivate var everyStage: [Stage.Kind] {
    if case .query(let query) = kind { query.everyStage } else { [] }
  }
}

extension Stage.Kind {
  fileprivate var operand: Source? {
    switch self {
    case .join(let join): join.table
    case .combine(_, let table): table
    case .filter, .select, .add, .drop, .rename, .sort, .take, .skip, .top, .distinct, .sample,
      .summarize, .count, .having, .expand, .expandSlots, .suppress, .coverage, .gaps, .cadence,
      .trend, .funnel, .chart, .invalid:
      nil
    }
  }

  /// The keyword that begins the stage.
  fileprivate var keyword: Keyword {
    switch self {
    case .filter: .filter
    case .select: .select
    case .add: .add
    case .drop: .drop
    case .rename: .rename
    case .sort: .sort
    case .take: .take
    case .skip: .skip
    case .top: .top
    case .distinct: .distinctRows
    case .sample: .sample
    case .summarize: .summarize
    case .count: .countRows
    case .having(let isWith, _, _): isWith ? .with : .without
    case .expand, .expandSlots: .expand
    case .join(let join):
      switch join.kind {
      case .inner: .join
      case .left: .leftJoin
      case .full: .fullJoin
      }
    case .combine(let operation, _):
      switch operation {
      case .union: .union
      case .except: .except
      case .intersect: .intersect
      }
    case .suppress: .suppress
    case .coverage: .coverage
    case .gaps: .gaps
    case .cadence: .cadence
    case .trend: .trend
    case .funnel: .funnel
    case .chart: .chart
    case .invalid: .filter
    }
  }
}
