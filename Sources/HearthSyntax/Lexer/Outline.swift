/// A text as its words and signs, whatever stands between them: what completion and colouring need
/// of a text that is being typed.
package struct Outline: Sendable {
  package var tokens: [OutlineToken]
  /// Where comments lie; no token is inside.
  package var comments: [Span]

  /// Runs of Chinese are split as the parser splits them.
  package init(_ text: String, vocabulary: Vocabulary = .empty) {
    guard text.utf8.count <= Parser.longestSource else {
      (tokens, comments) = ([], [])
      return
    }
    var parser = Parser(text, vocabulary: vocabulary)
    parser.open(0..<parser.tokens.count, isLast: true)
    tokens = []
    while parser.token.kind != .end {
      let isPiece = parser.tokens[parser.cursor.index].kind == .run
      tokens.append(OutlineToken(parser.token, isWhole: !isPiece || parser.isWholeRun))
      parser.advance()
    }
    comments = parser.comments.map(\.span)
  }
}

/// One token of an `Outline`.
package struct OutlineToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A name or a keyword, folded and in normal form.
    case word(String)
    /// A name in backticks.
    case quotedWord(String)
    /// A sign as it is printed, whatever was typed.
    case sign(String)
    /// A text in quotation marks.
    case text(String)
    /// A number, a date, a period.
    case literal
    /// A text or name without its end, a sign that means nothing.
    case invalid
  }

  package var kind: Kind
  package var span: Span
  /// Whether a new statement begins here.
  package var startsStatement: Bool
  /// Whether what was typed without a gap is one token; a split run of Chinese is several.
  package var isWhole: Bool

  package init(_ kind: Kind, _ span: Span, startsStatement: Bool = false, isWhole: Bool = true) {
    self.kind = kind
    self.span = span
    self.startsStatement = startsStatement
    self.isWhole = isWhole
  }

  fileprivate init(_ token: Token, isWhole: Bool) {
    let kind: Kind
    switch token.kind {
    case .word(let text): kind = .word(text)
    case .quotedWord(let text): kind = .quotedWord(text)
    case .symbol(let symbol): kind = .sign(symbol.rawValue)
    case .text(let text): kind = .text(text)
    case .integer, .decimal, .date, .dateTime, .period: kind = .literal
    case .run, .invalid, .end: kind = .invalid
    }
    self.init(kind, token.span, startsStatement: token.startsStatement, isWhole: isWhole)
  }
}

extension Parser {
  /// Whether the token at the cursor is all of the run that it comes from.
  fileprivate var isWholeRun: Bool { token.span == tokens[cursor.index].span }
}
