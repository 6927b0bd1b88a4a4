import HearthText

extension Parser {
  /// Where the spelling of a keyword that begins at the cursor ends, if it is there.
  mutating func end(of keyword: Keyword) -> Cursor? {
    for spelling in meanings where spelling.keyword == keyword {
      if let end = end(of: spelling.words.dropFirst(), at: following) { return end }
    }
    return nil
  }

  /// Where these words end, the first of which stands at a place.
  mutating func end(of words: some Sequence<String>, at start: Cursor) -> Cursor? {
    var place = start
    for word in words {
      let (next, _, after) = read(at: place)
      guard case .word(word) = next.kind else { return nil }
      place = after
    }
    return place
  }

  mutating func at(_ keyword: Keyword) -> Bool { end(of: keyword) != nil }

  /// The keyword of a role that begins here; of several the one with the longest spelling.
  mutating func keyword(_ role: KeywordRole) -> (keyword: Keyword, end: Cursor)? {
    for spelling in meanings where spelling.role == role {
      if let end = end(of: spelling.words.dropFirst(), at: following) {
        return (spelling.keyword, end)
      }
    }
    return nil
  }

  /// Consumes a keyword if it is here.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard let end = end(of: keyword) else { return false }
    consume(to: end)
    return true
  }

  mutating func consume(to end: Cursor) {
    while cursor != end && token.kind != .end && cursor.isBefore(end) { advance() }
  }

  /// Consumes a Chinese word that closes a phrase, if it is here.
  mutating func takeClosing(_ keyword: Keyword) {
    guard case .word(let text) = token.kind,
      text == KeywordTable.entry(keyword).chineseClosing
    else { return }
    advance()
  }

  mutating func atChinese(_ keyword: Keyword) -> Bool {
    guard case .word(let text) = token.kind,
      meanings.contains(where: { $0.keyword == keyword })
    else { return false }
    return KeywordTable.entry(keyword).chinese.contains(text)
  }

  mutating func require(_ keyword: Keyword) throws(Failure) {
    if take(keyword) { return }
    let entry = KeywordTable.entry(keyword)
    throw unexpected(
      .init("`\(entry.spelling(in: .english))`", "“\(entry.spelling(in: .chinese))”"))
  }

  /// The keyword's place in the text, after consuming it.
  mutating func consume(_ end: Cursor) -> Span {
    let start = token.span.start
    consume(to: end)
    return Span(start, consumedEnd)
  }

  /// Whether an operand may begin here: what tells `since 2026-01-01` from a column that is
  /// called `since`.
  mutating func startsOperand(_ place: Cursor) -> Bool { startsOperand(place, orLiteral: false) }

  /// The same after a word that is hardly a column (`not`, `if`, `where`): a sign may follow, and
  /// 缺失 is the value rather than "is missing".
  mutating func startsClause(_ place: Cursor) -> Bool { startsOperand(place, orLiteral: true) }

  private mutating func startsOperand(_ place: Cursor, orLiteral: Bool) -> Bool {
    let (token, _, after) = read(at: place)
    switch token.kind {
    case .integer, .decimal, .text, .date, .dateTime, .period, .quotedWord, .run, .invalid:
      return true
    case .symbol(let symbol):
      return symbol == .leftParenthesis || orLiteral && symbol == .minus
    case .end: return false
    case .word(let text):
      let spellings = KeywordTable.byFirstWord[text] ?? []
      let follows = spellings.contains { $0.role == .logic || $0.role == .clause }
      guard follows else { return true }
      if orLiteral && spellings.contains(where: { $0.role == .literal || $0.role == .period }) {
        return true
      }
      // These begin operands; so does any word that is called or compared.
      if isTested(text, at: after) { return true }
      return spellings.contains { Self.openers.contains($0.keyword) }
    }
  }

  /// Whether a word is a name because of what follows it: `from <= today`, `every in (day, week)`.
  private mutating func isTested(_ word: String, at following: Cursor) -> Bool {
    switch read(at: following).0.kind {
    case .symbol(let symbol):
      return symbol == .leftParenthesis
        || BinaryOperator.bySymbol[symbol]?.precedence == .comparison
    case .word(let next):
      return !Self.isLogic(word) && Self.isLogic(next)
    case .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period, .invalid, .end:
      return false
    }
  }

  private static func isLogic(_ word: String) -> Bool {
    KeywordTable.byFirstWord[word]?.contains { $0.role == .logic } ?? false
  }

  private static let openers: Set<Keyword> = [.condition, .not, .running]

  mutating func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func require(_ symbol: Symbol) throws(Failure) {
    if take(symbol) { return }
    throw unexpected(.init(same: "`\(symbol.rawValue)`"))
  }

  /// The bracket that closes the one opened by a token.
  mutating func requireClosing(_ opener: Token) throws(Failure) {
    guard case .symbol(let symbol) = opener.kind, let closing = symbol.closing else { return }
    if take(closing) { return }
    switch token.kind {
    case .end, .symbol(.pipe): throw unclosed(opener, closing)
    case .symbol(let other) where other.isClosing: throw unclosed(opener, closing)
    case .word, .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol,
      .invalid:
      throw unexpected(.init("`,` or `\(closing.rawValue)`", "“,”或“\(closing.rawValue)”"))
    }
  }

  /// A name in a place where nothing else can stand.
  mutating func requireName(_ expected: Bilingual) throws(Failure) -> Name {
    switch token.kind {
    case .word(let text):
      let name = Name(text, token.span)
      advance()
      return name
    case .quotedWord(let text):
      let name = Name(text, token.span, isQuoted: true)
      advance()
      return name
    case .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end:
      throw unexpected(expected)
    }
  }

  mutating func takeText() -> String? {
    guard case .text(let text) = token.kind else { return nil }
    advance()
    return text
  }

  mutating func requireInteger(_ expected: Bilingual) throws(Failure) -> Int64 {
    guard case .integer(let value) = token.kind else { throw unexpected(expected) }
    advance()
    return value
  }

  mutating func requireDate() throws(Failure) -> DateLiteral {
    guard case .date(let date) = token.kind else {
      throw unexpected(.init("a date such as 2026-10-31", "日期，例如 2026-10-31"))
    }
    advance()
    return date
  }
}

extension Parser.Cursor {
  func isBefore(_ other: Self) -> Bool { (index, piece) < (other.index, other.piece) }
}
