import HearthAssist
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// Every word of every case, offered after what stands before it and its first character.
@Suite struct CompletionSweepTests {
  @Test(arguments: Language.allCases)
  func `the next word of a case is among the candidates`(language: Language) {
    var offered = 0
    var missed: [String: Int] = [:]
    for file in CaseFile.all where file["schema"] == nil {
      let workspace = TestData.workspace(file)
      workspace.language = language
      let script = parse(file.query, vocabulary: workspace.vocabulary)
      guard script.diagnostics.isEmpty else { continue }
      let text = workspace.printed(file.query, in: language)
      let outline = Outline(text, vocabulary: workspace.vocabulary)
      let own = OwnNames(outline.tokens)
      for (index, token) in outline.tokens.enumerated() {
        guard case .word(let word) = token.kind, !own.contains(word) else { continue }
        if workspace.offers(word, at: token.span, in: text) {
          offered += 1
        } else {
          let before = outline.tokens[max(0, index - 3)..<index].map(\.spelling)
          missed[(before + ["[\(word)]"]).joined(separator: " "), default: 0] += 1
        }
      }
    }
    let misses = missed.values.reduce(0, +)
    let rate = Double(offered) / Double(offered + misses)
    let worst = missed.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(60)
    #expect(rate > 0.98, "\(rate): \(worst)")
  }
}

/// Names that a text makes up itself: of columns, results and parameters.
private struct OwnNames {
  private var names: Set<String> = []

  init(_ tokens: [OutlineToken]) {
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      guard case .word(let word) = token.kind, next.kind == .sign("=") || next.kind == .sign(":")
      else { continue }
      names.insert(word)
    }
  }

  func contains(_ word: String) -> Bool { names.contains(word) }
}

extension OutlineToken {
  fileprivate var spelling: String {
    switch kind {
    case .word(let text), .quotedWord(let text), .sign(let text): text
    case .text(let text): "\"\(text)\""
    case .literal: "#"
    case .invalid: "?"
    }
  }
}

extension Workspace {
  fileprivate func offers(_ word: String, at span: Span, in text: String) -> Bool {
    guard let first = word.first else { return true }
    let before = String(decoding: text.utf8.prefix(Int(span.start)), as: UTF8.self)
    let completer = Completer(
      catalog: catalog, vocabulary: vocabulary, host: self, options: binderOptions)
    let typed = before + String(first)
    let found = completer.complete(text: typed, cursor: typed.utf8.count)
    // A word may be the first of several that are offered as one: `at` of `at least`.
    return found?.candidates.contains { foldedForSearch($0.insertion).hasPrefix(word) } ?? false
  }
}
