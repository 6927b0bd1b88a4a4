import HearthAssist
import HearthSyntax
import Testing

@testable import Hearth

/// What holds for completion wherever the cursor stands in any case.
@Suite struct CompletionLawTests {
  @Test(arguments: CaseFile.all)
  func `a text with an offered word in it can go on from there`(file: CaseFile) {
    guard file["schema"] == nil else { return }
    let workspace = TestData.workspace(file)
    guard parse(file.query, vocabulary: workspace.vocabulary).diagnostics.isEmpty else { return }
    var random = TestRandom(seed: UInt64(file.query.utf8.count))
    for _ in 0..<8 {
      let cursor = Int.random(in: 0...file.query.utf8.count, using: &random)
      guard let completion = workspace.completion(of: file.query, at: cursor) else { continue }
      let before = String(
        decoding: file.query.utf8.prefix(completion.range.lowerBound), as: UTF8.self)
      for candidate in completion.candidates.shuffled(using: &random).prefix(4) {
        #expect(
          workspace.goesOn(before, with: candidate.insertion, steps: 2),
          "\(before.suffix(40))⟨\(candidate.insertion)⟩")
      }
    }
  }

  @Test(arguments: CaseFile.all)
  func `a text cut anywhere is completed or not, and nothing else`(file: CaseFile) {
    let workspace = TestData.workspace(file)
    for cursor in stride(from: 0, through: file.query.utf8.count, by: 7) {
      let completion = workspace.completion(of: file.query, at: cursor)
      guard let completion else { continue }
      #expect(completion.range.upperBound <= cursor)
      #expect(Set(completion.candidates).count == completion.candidates.count)
    }
  }
}

extension Workspace {
  /// Whether a text with one more word is right as far as that word, or is with what may follow:
  /// `last 3 complete` is nothing yet, `last 3 complete months` is a period.
  fileprivate func goesOn(_ before: String, with word: String, steps: Int) -> Bool {
    let text = before + word
    let place = before.utf8.count
    let wrong = parse(text, vocabulary: vocabulary).diagnostics.contains {
      $0.code != .unclosedBracket && Int($0.span.start) <= place
        && Int($0.span.end) < text.utf8.count + ($0.code == .unexpectedToken ? 1 : 0)
    }
    if !wrong { return true }
    guard steps > 0 else { return false }
    let next = completion(of: text + " ", at: text.utf8.count + 1)?.candidates ?? []
    return (["2", "2026-10-31"] + next.map(\.insertion)).contains {
      goesOn(before, with: word + " " + $0, steps: steps - 1)
    }
  }

  fileprivate func completion(of text: String, at cursor: Int) -> Completion? {
    Completer(catalog: catalog, vocabulary: vocabulary, host: self, options: binderOptions)
      .complete(text: text, cursor: cursor)
  }
}
