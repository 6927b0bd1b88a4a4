import HearthText

/// The words that could stand at a cursor, and the part of the text that each would replace.
package struct Completion: Hashable, Sendable {
  /// In UTF-8 offsets; empty where nothing has been typed yet.
  package var range: Range<Int>
  package var candidates: [Candidate]

  package init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// One word that could stand where the cursor is.
package struct Candidate: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case statement, stage, clause, word, function, period
    case table, result, column, field, level, definition, link, flag, value
  }

  /// What would be typed, quoted if it has to be.
  package var insertion: String
  /// What it is, in the language in force; may be empty.
  package var description: String
  package var kind: Kind

  package init(insertion: String, description: String = "", kind: Kind) {
    self.insertion = insertion
    self.description = description
    self.kind = kind
  }
}
