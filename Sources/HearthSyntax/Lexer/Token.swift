/// One token; the span covers what was written, the kind says what it means.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name or a keyword, folded and in normal form.
    case word(String)
    /// A name in backticks.
    case quotedWord(String)
    /// Letters and digits with Han among them: a word, or several to be split.
    case run
    case integer(Int64)
    case decimal(digits: Int64, scale: Int, isPercent: Bool)
    case text(String)
    case date(DateLiteral)
    case dateTime(DateLiteral, hour: Int, minute: Int, second: Int)
    case period(PeriodLiteral)
    case symbol(Symbol)
    /// Something the lexer has already complained about.
    case invalid
    /// The end of the statement.
    case end
  }

  var kind: Kind
  var span: Span
  /// Whether a new statement begins here, by the layout rule or after a semicolon.
  var startsStatement = false
  /// Whether it is the first of its line: fields of an entity end with their line.
  var startsLine = false
}

/// A sign; the raw value is how it is printed, whatever was typed.
enum Symbol: String, Hashable, Sendable {
  case pipe = "|", comma = ",", semicolon = ";", colon = ":"
  case leftParenthesis = "(", rightParenthesis = ")"
  case leftBracket = "[", rightBracket = "]"
  case leftBrace = "{", rightBrace = "}"
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">"
  case greaterOrEqual = ">="
  case plus = "+", minus = "-", star = "*", slash = "/", doubleSlash = "//", percent = "%"
  case caret = "^", dot = ".", range = "..", arrow = "->", coalesce = "??"
  case plusMinus = "±"

  /// The bracket that closes this one.
  var closing: Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .pipe, .comma, .semicolon, .colon, .rightParenthesis, .rightBracket, .rightBrace,
      .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
      .slash, .doubleSlash, .percent, .caret, .dot, .range, .arrow, .coalesce, .plusMinus:
      nil
    }
  }

  var isClosing: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }
}
