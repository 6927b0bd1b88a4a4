import Foundation
import HearthData
import HearthPlan
import HearthRender
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// Every file of `Tests/Cases`, run on the village of `Tests/Data` (or the data set that its `data`
/// section names).
///
/// `HEARTH_BLESS=1 swift test` writes what the cases give now into the files *and fails the run*, so
/// that nobody blesses blindly.
@Suite struct GoldenCaseTests {
  static let isBlessing = ProcessInfo.processInfo.environment["HEARTH_BLESS"] != nil

  @Test(arguments: CaseFile.all) func `a case gives what its file says`(file: CaseFile) throws {
    var written = file
    for (index, section) in file.sections.enumerated() {
      guard let view = CaseView(rawValue: section.name) else {
        if !CaseView.inputs.contains(section.name) {
          Issue.record("\(file.url.path): no section is called '\(section.name)'")
        }
        continue
      }
      let actual = try view.text(of: file).trimmingCharacters(in: .newlines)
      written.sections[index].body = actual
      if !GoldenCaseTests.isBlessing { #expect(actual == section.body, "\(section.name)") }
    }
    if GoldenCaseTests.isBlessing {
      try written.write()
      Issue.record("recorded; run again without HEARTH_BLESS")
    }
  }

  @Test(arguments: CaseFile.all)
  func `printing a case and parsing it again is the identity, in both languages`(file: CaseFile) {
    let workspace = TestData.workspace(file)
    let script = parse(file.query, vocabulary: workspace.vocabulary)
    guard script.completeness == .complete else { return }
    for language in Language.allCases {
      let once = workspace.printed(file.query, in: language)
      let twice = workspace.printed(once, in: language)
      #expect(once == twice)
      let back = workspace.printed(once, in: .english)
      #expect(back == workspace.printed(file.query, in: .english))
    }
  }

  @Test(arguments: CaseFile.all)
  func `a case translated by the printer gives the same answer`(file: CaseFile) throws {
    let workspace = TestData.workspace(file)
    let original = try workspace.transcript(file.query, format: .csv)
    let script = parse(file.query, vocabulary: workspace.vocabulary)
    // Times differ from run to run.
    let isTimed = script.statements.contains(where: \.isTimed)
    guard original.outcome != .wrongQuery, !isTimed else { return }
    for language in Language.allCases {
      let translated = TestData.workspace(file).printed(file.query, in: language)
      let answer = try TestData.workspace(file).transcript(translated, format: .csv)
      #expect(answer.output == original.output, "\(translated)")
    }
  }

  @Test(arguments: CaseFile.all)
  func `a case cut at any byte says something and never crashes`(file: CaseFile) throws {
    let bytes = Array(file.query.utf8)
    for length in 0..<bytes.count {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      _ = try TestData.workspace(file).prepare(SourceText(name: "cut", text: text))
    }
  }

  @Test(arguments: CaseFile.all)
  func `a case is said in both languages with every name that it has`(file: CaseFile) {
    for language in Language.allCases {
      let workspace = TestData.workspace(file)
      workspace.language = language
      let (sentences, report) = workspace.readBack(SourceText(name: "case", text: file.query))
      guard !report.hasErrors else { return }
      let said = sentences.joined(separator: "\n")
      #expect(!said.contains("{") && !said.contains("`?`"), "\(said)")
      for name in workspace.namesAsked(file.query) {
        let word = language == .english ? name.english.replacing("_", with: " ") : name.chinese
        #expect(said.contains(word), "\(word) is not in \(said)")
      }
    }
  }

  @Test(arguments: CaseFile.all)
  func `optimised and unoptimised plans agree`(file: CaseFile) throws {
    let optimised = TestData.workspace(file)
    let script = parse(file.query, vocabulary: optimised.vocabulary)
    // A plan that is printed shows what was optimised.
    guard !script.statements.contains(where: \.isExplain) else { return }
    let plain = TestData.workspace(file)
    plain.isOptimising = false
    let a = try optimised.transcript(file.query, format: .csv)
    let b = try plain.transcript(file.query, format: .csv)
    #expect(a.output == b.output)
  }
}

/// What a case file can show of its query.
enum CaseView: String, CaseIterable {
  case table, csv, json, remarks, diagnostics, check, plan, english, chinese, strip, say
  case chineseTable = "table zh"
  case chineseRemarks = "remarks zh"
  case chineseDiagnostics = "diagnostics zh"
  case chineseCheck = "check zh"
  case chinesePlan = "plan zh"
  case chineseStrip = "strip zh"
  case chineseSay = "say zh"

  /// Sections that are read, not compared.
  static let inputs: Set<String> = ["query", "data", "parameters", "schema"]

  func text(of file: CaseFile) throws -> String {
    let language: Language = rawValue.hasSuffix(" zh") ? .chinese : .english
    let workspace = TestData.workspace(file)
    workspace.language = language
    switch self {
    case .table, .chineseTable: return try workspace.transcript(file.query, format: .table).output
    case .csv: return try workspace.transcript(file.query, format: .csv).output
    case .json: return try workspace.transcript(file.query, format: .json).output
    case .remarks, .chineseRemarks:
      return try workspace.transcript(file.query, format: .table).remarks
    case .diagnostics, .chineseDiagnostics:
      if let schema = file["schema"] { return TestData.diagnostics(ofSchema: schema, in: language) }
      return try workspace.transcript(file.query, format: .table).messages
    case .check, .chineseCheck:
      return try workspace.checkReport(SourceText(name: "case", text: file.query))
    case .strip, .chineseStrip:
      workspace.options.isTracing = true
      return try workspace.transcript(file.query).strips
    case .say, .chineseSay:
      let (sentences, report) = workspace.readBack(SourceText(name: "case", text: file.query))
      return report.text(in: language) + sentences.joined(separator: "\n")
    case .plan, .chinesePlan: return try workspace.transcript("explain " + file.query).output
    case .english: return workspace.printed(file.query, in: .english)
    case .chinese: return workspace.printed(file.query, in: .chinese)
    }
  }
}

extension Statement {
  fileprivate var isExplain: Bool { if case .explain = kind { true } else { false } }
  var isTimed: Bool {
    if case .explain(_, isTimed: true) = kind { true } else { false }
  }
}

extension Workspace {
  /// Every name of a text's queries that the schema knows, less the functions.
  fileprivate func namesAsked(_ text: String) -> [Bilingual] {
    leavingNothing {
      let script = parse(text, vocabulary: vocabulary)
      return script.statements.flatMap { statement -> [Bilingual] in
        guard case .query = statement.kind else { return [] }
        var binding = StatementBinding(source: SourceText(name: "", text: text), workspace: self)
        try? binding.bind(statement)
        return binding.names.spellings.values.filter { !FunctionTable.allNames.contains($0) }
      }
    }
  }
}
