import HearthText

extension Parser {
  /// A source and its stages, up to the end of the statement or the bracket that closes it.
  mutating func parseQuery() throws(Failure) -> Query {
    let source = try parseSource()
    return try parseStages(after: source)
  }

  mutating func parseStages(after source: Source) throws(Failure) -> Query {
    var stages: [Stage] = []
    while true {
      if at(.pipe) {
        advance()
        stages.append(parseStage())
      } else if let missing = stageWithoutPipe() {
        sink.error(
          .unexpectedToken, token.span,
          .init("a `|` is missing before `\(missing)`", "“\(missing)”前缺少“|”"),
          fix: .init(span: Span(token.span.start, token.span.start), replacement: "| "))
        stages.append(parseStage())
      } else {
        break
      }
    }
    return Query(source, stages, Span(source.span.start, max(source.span.end, consumedEnd)))
  }

  /// A stage keyword where a pipe should be: `families where …`.
  private mutating func stageWithoutPipe() -> String? {
    guard let found = keyword(.stage), startsOperand(found.end) || found.keyword == .distinctRows
    else { return nil }
    return written(token)
  }

  mutating func parseSource() throws(Failure) -> Source {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepestNesting { throw tooDeep(token.span) }
    let start = token
    if at(.from), case .text(let file) = peek().kind {
      advance()
      advance()
      return Source(.file(file), Span(start.span.start, consumedEnd))
    }
    if at(.leftParenthesis) {
      advance()
      let query = try parseQuery()
      try requireClosing(start)
      return Source(.query(query), Span(start.span.start, consumedEnd))
    }
    if at(.leftBracket) { return try literalTable() }
    let name = try requireName(.init("a table", "表"))
    return Source(.name(name), name.span)
  }

  /// `[{id = 1, x = 13}, …]`.
  private mutating func literalTable() throws(Failure) -> Source {
    let opener = token
    advance()
    var rows: [[Column]] = []
    if !at(.rightBracket) {
      repeat { rows.append(try record()) } while take(.comma)
    }
    try requireClosing(opener)
    return Source(.literal(rows), Span(opener.span.start, consumedEnd))
  }

  private mutating func record() throws(Failure) -> [Column] {
    let opener = token
    try require(.leftBrace)
    var columns: [Column] = []
    repeat {
      guard let name = nameBefore(.equal) else {
        throw unexpected(.init("a column, as in `{id = 1}`", "列，例如“{id = 1}”"))
      }
      advance()
      columns.append(Column(name, try parseExpression()))
    } while take(.comma)
    try requireClosing(opener)
    return columns
  }

  /// `n = E`, or `E` alone.
  mutating func parseColumn() throws(Failure) -> Column {
    guard let name = nameBefore(.equal) else { return Column(nil, try parseExpression()) }
    advance()
    return Column(name, try parseExpression())
  }

  mutating func parseColumns() throws(Failure) -> [Column] {
    var columns: [Column] = []
    repeat { columns.append(try parseColumn()) } while take(.comma)
    return columns
  }

  mutating func parseExpressions() throws(Failure) -> [Expression] {
    var expressions: [Expression] = []
    repeat { expressions.append(try parseExpression()) } while take(.comma)
    return expressions
  }

  mutating func parseSortKey() throws(Failure) -> SortKey {
    let expression = try parseExpression()
    if take(.descending) { return SortKey(expression, isDescending: true) }
    if take(.ascending) { return SortKey(expression, isDescending: false) }
    return SortKey(expression, isDescending: nil)
  }

  mutating func parseSortKeys() throws(Failure) -> [SortKey] {
    var keys: [SortKey] = []
    repeat { keys.append(try parseSortKey()) } while take(.comma)
    return keys
  }
}
