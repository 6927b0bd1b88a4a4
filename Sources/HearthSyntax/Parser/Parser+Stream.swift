import HearthText

extension Parser {
  /// Begins to read these tokens as one statement.
  mutating func open(_ range: Range<Int>, isLast: Bool) {
    statement = range
    isLastStatement = isLast
    openBrackets = []
    nesting = 0
    consumedEnd = range.isEmpty ? 0 : tokens[range.lowerBound].span.start
    move(to: Cursor(index: range.lowerBound))
  }

  mutating func move(to cursor: Cursor) {
    (token, self.cursor, following) = read(at: cursor)
    if case .word(let text) = token.kind {
      meanings = KeywordTable.byFirstWord[text] ?? []
    } else {
      meanings = []
    }
  }

  mutating func advance() {
    consumedEnd = max(consumedEnd, token.span.end)
    consumed = token
    if case .symbol(let symbol) = token.kind {
      if symbol.closing != nil {
        openBrackets.append(token)
      } else if symbol.isClosing {
        _ = openBrackets.popLast()
      }
    }
    move(to: following)
  }

  /// The token at a place, the place itself (past measure words), and the place after it.
  mutating func read(at cursor: Cursor) -> (Token, Cursor, Cursor) {
    var cursor = cursor
    while cursor.index < statement.upperBound {
      let token = tokens[cursor.index]
      guard token.kind == .run else {
        return (token, cursor, Cursor(index: cursor.index + 1))
      }
      let pieces = pieces(of: cursor.index)
      if cursor.piece < pieces.count {
        let isLast = cursor.piece == pieces.count - 1
        let next =
          isLast
          ? Cursor(index: cursor.index + 1)
          : Cursor(index: cursor.index, piece: cursor.piece + 1)
        return (pieces[cursor.piece], cursor, next)
      }
      cursor = Cursor(index: cursor.index + 1)
    }
    let place = statement.isEmpty ? 0 : tokens[statement.upperBound - 1].span.end
    return (Token(kind: .end, span: Span(place, place)), cursor, cursor)
  }

  /// The token after the current one.
  mutating func peek() -> Token { read(at: following).0 }

  /// The name that stands here before a sign that follows names only: taken whole, never split,
  /// and known from here on. Nothing is consumed if there is none.
  mutating func nameBefore(_ signs: Symbol...) -> Name? {
    let index = cursor.index
    guard index + 1 < statement.upperBound, case .symbol(let sign) = tokens[index + 1].kind,
      signs.contains(sign), let name = wholeName()
    else { return nil }
    return name
  }

  /// The rest of the run, or the word, that stands here, as one new name.
  mutating func wholeName() -> Name? {
    let raw = cursor.index < statement.upperBound ? tokens[cursor.index] : token
    let name: Name
    switch raw.kind {
    case .run:
      let span = Span(token.span.start, raw.span.end)
      name = Name(source.folded(Int(span.start), Int(span.end)), span)
    case .word(let text): name = Name(text, raw.span)
    case .quotedWord(let text): name = Name(text, raw.span, isQuoted: true)
    case .integer, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end: return nil
    }
    introduce(name)
    consumedEnd = name.span.end
    move(to: Cursor(index: cursor.index + 1))
    return name
  }

  /// Makes a name known to the splitter for the rest of the text.
  mutating func introduce(_ name: Name) {
    guard !name.isQuoted, names.insert(name.text).inserted else { return }
    nameIndex.insert(name.text)
    for index in splits.keys where index > cursor.index { splits[index] = nil }
  }
}

extension Parser {
  /// The words that a run of Chinese consists of, in the place where it stands.
  private mutating func pieces(of index: Int) -> [Token] {
    if let known = splits[index] { return known }
    let (pieces, last) = split(index)
    if splits.count > 64 { splits.removeAll(keepingCapacity: true) }
    splits[index] = pieces
    splitEnds[index] = last
    return pieces
  }

  private mutating func split(_ index: Int) -> ([Token], RunSplitter.Context) {
    let raw = tokens[index]
    let context = context(before: index)
    let words = self.vocabulary
    let names = self.names
    let mayEndInName = isBeforeNameSign(index)
    let splitter = RunSplitter(
      source, raw.span, mayEndInName: mayEndInName, indices: [vocabulary.index, nameIndex]
    ) {
      words.words.contains($0) || names.contains($0)
    }
    let whole = splitter.whole
    if context == .number && KeywordTable.measureWords.contains(whole) { return ([], .other) }
    let one = Token(
      kind: .word(whole), span: raw.span, startsStatement: raw.startsStatement,
      startsLine: raw.startsLine)
    if KeywordTable.chineseWords.contains(whole) {
      return ([one], RunSplitter.context(after: whole))
    }
    if splitter.isKnown(whole) { return ([one], .other) }
    var pieces = splitter.split(after: context)
    if pieces.map(needsData) ?? true {
      // Names that only the data knows; it is loaded now if it was not before.
      if words.dataContains(whole) { return ([one], .other) }
      let informed = RunSplitter(source, raw.span, mayEndInName: mayEndInName) {
        words.contains($0) || names.contains($0)
      }
      pieces = informed.split(after: context) ?? pieces
    }
    guard let pieces, !pieces.isEmpty else { return ([one], .other) }
    return (located(pieces, in: splitter, one), pieces[pieces.count - 1].next)
  }

  /// Two names side by side mean nothing, so they may be one name of the data: 家庭服务.
  private func needsData(_ pieces: [RunSplitter.Piece]) -> Bool {
    zip(pieces, pieces.dropFirst()).contains { $0.isName && $1.isName }
  }

  private mutating func located(
    _ pieces: [RunSplitter.Piece], in splitter: RunSplitter, _ whole: Token
  ) -> [Token] {
    var result: [Token] = []
    var place = 0
    for piece in pieces {
      let span = Span(
        Int32(splitter.glyphs[place].start), Int32(splitter.glyphs[place + piece.length - 1].end))
      if let kind = kind(of: piece, at: place, in: splitter, span) {
        result.append(
          Token(
            kind: kind, span: span, startsStatement: place == 0 && whole.startsStatement,
            startsLine: place == 0 && whole.startsLine))
      }
      place += piece.length
    }
    return result
  }

  /// What a piece is as a token; nil for a measure word. Impossible dates are reported.
  private mutating func kind(
    of piece: RunSplitter.Piece, at place: Int, in splitter: RunSplitter, _ span: Span
  ) -> Token.Kind? {
    let problem: SignedLiteral.Problem
    switch piece.meaning {
    case .keyword, .name: return .word(splitter.word(place, place + piece.length))
    case .silent: return nil
    case .number(let value): return .integer(value)
    case .date(let date): return .date(date)
    case .period(let period): return .period(period)
    case .impossibleDate(let date): problem = .impossible(date)
    case .impossibleMonth(let month): problem = .impossibleMonth(month)
    case .impossiblePeriod: problem = .impossiblePeriod
    case .tooLarge: problem = .tooLarge
    }
    sink.error(problem.code, span, problem.message, hint: problem.hint)
    return .invalid
  }

  private func isBeforeNameSign(_ index: Int) -> Bool {
    guard index + 1 < statement.upperBound else { return false }
    return tokens[index + 1].kind == .symbol(.equal) || tokens[index + 1].kind == .symbol(.colon)
  }

  private mutating func context(before index: Int) -> RunSplitter.Context {
    guard index > statement.lowerBound else { return .other }
    switch tokens[index - 1].kind {
    case .integer, .decimal: return .number
    case .run:
      _ = pieces(of: index - 1)
      return splitEnds[index - 1] ?? .other
    case .word, .quotedWord, .text, .date, .dateTime, .period, .symbol, .invalid, .end:
      return .other
    }
  }
}
