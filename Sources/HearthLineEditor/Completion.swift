/// One word that could stand where the cursor is.
package struct CompletionCandidate: Equatable, Sendable {
  package var text: String
  /// What the word is, in the language in force; may be empty.
  package var description: String

  package init(text: String, description: String = "") {
    self.text = text
    self.description = description
  }
}

/// The words that could replace a part of the text.
package struct Completion: Equatable, Sendable {
  /// The UTF-8 offsets that every candidate would replace.
  package var range: Range<Int>
  package var candidates: [CompletionCandidate]

  package init(range: Range<Int>, candidates: [CompletionCandidate]) {
    self.range = range
    self.candidates = candidates
  }

  /// The longest beginning that all candidates share.
  var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    return candidates.dropFirst().reduce(first) { shared, candidate in
      let pairs = zip(shared, candidate.text)
      return String(pairs.prefix { $0.0 == $0.1 }.map(\.0))
    }
  }
}
