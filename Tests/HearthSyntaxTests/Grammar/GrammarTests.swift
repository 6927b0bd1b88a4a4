import Foundation
import HearthText
import Testing

@testable import HearthSyntax

struct GrammarTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "grammar")

  static let grammar = Grammar(
    try! String(contentsOf: folder.appending(path: "hearth.ebnf"), encoding: .utf8))

  @Test func `every name of the grammar is a rule, a keyword or a token`() {
    for name in Self.grammar.references() {
      #expect(
        Self.grammar.rules[name] != nil || KeywordRules.spellings(name) != nil
          || SentenceGenerator.tokens.contains(name), "\(name)")
    }
  }

  @Test func `every rule is used`() {
    let used = Self.grammar.references().union(["Script"])
    #expect(Self.grammar.order.filter { !used.contains($0) } == [])
  }

  @Test func `every keyword has its place in the grammar`() {
    let used = Set(
      Self.grammar.references().map { String($0.split(separator: ".")[0]) })
    for keyword in Keyword.allCases {
      #expect(used.contains(KeywordRules.name(keyword)), "\(keyword)")
    }
  }

  @Test func `the page of keywords is that of the table`() throws {
    let file = Self.folder.appending(path: "keywords.ebnf")
    if ProcessInfo.processInfo.environment["HEARTH_BLESS"] != nil {
      try KeywordRules.page().write(to: file, atomically: true, encoding: .utf8)
      Issue.record("grammar/keywords.ebnf was written again; run the tests without HEARTH_BLESS")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == KeywordRules.page())
    // It is itself a page of the notation.
    #expect(Grammar(KeywordRules.page()).rules.count >= Keyword.allCases.count)
  }

  /// Another number in HEARTH_SEED tries other sentences.
  private static let firstSeed =
    ProcessInfo.processInfo.environment["HEARTH_SEED"].flatMap { Int($0) } ?? 0

  /// Sentences of each kind; a failure names its seed.
  @Test(arguments: 0..<16) func `sentences of the grammar are read and printed`(block: Int) {
    let first = Self.firstSeed + block * 25
    for seed in first..<(first + 25) {
      var generator = SentenceGenerator(Self.grammar, seed: UInt64(seed))
      let source = generator.sentence("Statement", depth: 10 + seed % 14)
      let script = parse(source)
      let errors = script.diagnostics.filter { $0.severity == .error }
      #expect(errors == [], "seed \(seed): \(source)")
      guard errors.isEmpty else { continue }
      #expect(script.statements.count == 1, "seed \(seed): \(source)")
      checkPrinting(script, source, "seed \(seed)")
    }
  }

  private func checkPrinting(_ script: Script, _ source: String, _ comment: Comment) {
    let tree = outline(script.statements)
    for language in Language.allCases {
      let printer = Printer(language: language)
      let printed = printer.print(script, source: source)
      let again = parse(printed)
      #expect(again.diagnostics.allSatisfy { $0.severity != .error }, "\(comment): \(printed)")
      #expect(outline(again.statements) == tree, "\(comment): \(source) → \(printed)")
      #expect(printer.print(again, source: printed) == printed, "\(comment): \(printed)")
    }
  }
}
