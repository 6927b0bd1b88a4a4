import HearthText

extension Parser {
  /// `families.at_risk = E "label"`, `f(x, y) = E`.
  mutating func definition() throws(Failure) -> Statement.Definition {
    let expected = Bilingual("a name", "名称")
    var entity: Name?
    var name = try definedName(expected)
    if take(.dot) {
      entity = name
      name = try definedName(expected)
    }
    var parameters: [Name] = []
    if at(.leftParenthesis) {
      let opener = token
      advance()
      repeat {
        guard let parameter = wholeName() else { throw unexpected(expected) }
        parameters.append(parameter)
      } while take(.comma)
      try requireClosing(opener)
    }
    try require(.equal)
    let body = try parseExpression()
    return Statement.Definition(
      entity: entity, name: name, parameters: parameters, body: body, label: takeText())
  }

  private mutating func definedName(_ expected: Bilingual) throws(Failure) -> Name {
    if let name = nameBefore(.equal, .leftParenthesis) { return name }
    return try requireName(expected)
  }

  /// `month: period = last month "the month to report"`.
  mutating func parameter() throws(Failure) -> Statement.Parameter {
    let name: Name
    if let whole = nameBefore(.colon) {
      name = whole
    } else {
      name = try requireName(.init("a name", "名称"))
    }
    try require(.colon)
    let type = try fieldType()
    let value = take(.equal) ? try parseExpression() : nil
    return Statement.Parameter(
      name: name, type: type, defaultValue: value, label: takeText())
  }

  /// `due is empty "message"`.
  mutating func expectation() throws(Failure) -> Statement.Expectation {
    let subject = try parseSource()
    guard let found = keyword(.expectation) else {
      let words = KeywordTable.entries(of: .expectation)
      let english = words.map { "`\($0.spelling(in: .english))`" }.joined(separator: ", ")
      let chinese = words.map { "“\($0.spelling(in: .chinese))”" }.joined(separator: "、")
      throw unexpected(.init("one of \(english)", chinese + "之一"))
    }
    consume(to: found.end)
    let condition: Statement.Expectation.Condition
    switch found.keyword {
    case .isEmpty: condition = .isEmpty
    case .isNotEmpty: condition = .isNotEmpty
    case .hasAnyRow: condition = .hasAny(try parseExpression())
    case .hasNoRow: condition = .hasNo(try parseExpression())
    default: condition = .hasEvery(try parseExpression())
    }
    return Statement.Expectation(
      subject: subject, condition: condition, message: takeText())
  }

  /// `families "F0001" in (QUERY)`.
  mutating func explainWhy() throws(Failure) -> Statement.Kind {
    let entity = try requireName(.init("a table", "表"))
    let start = token.span
    let key: Expression
    if let text = takeText() {
      key = Expression(.text(text), start)
    } else if case .integer(let number) = token.kind {
      advance()
      key = Expression(.integer(number), start)
    } else {
      throw missingKey()
    }
    let example = Bilingual(
      "as in `explain why families \"F0001\" in (families | where bereaved)`",
      "例如“解释 为何 家庭 \"F0001\" 在 (家庭 | 筛选 失独)”")
    guard take(.among) else {
      throw unexpected(.init("`in` and a query in brackets", "“在”和括号里的查询"), hint: example)
    }
    let source = try parseSource()
    if at(.pipe) {
      throw unexpected(.init("the end of the statement", "语句结尾"), hint: example)
    }
    return .explainWhy(entity, key: key, source)
  }

  /// A key is a text; without its quotation marks it is easily meant.
  private mutating func missingKey() -> Failure {
    var quoted: String?
    if case .word = token.kind, !at(.among) { quoted = "\"\(written(token))\"" }
    return unexpected(
      .init("the key of a row, as in \"F0001\"", "某一行的编号，例如 \"F0001\""),
      hint: quoted.map(Diagnostic.didYouMean),
      fix: quoted.map { Diagnostic.Fix(span: token.span, replacement: $0) })
  }

  /// `"2026春" 2026-02-23 .. 2026-07-10`.
  mutating func termLine() throws(Failure) -> Statement.Kind {
    guard let name = takeText() else { throw unexpected(.init("the name of a term", "学期名称")) }
    let place = token.span
    let first = try requireDate()
    try require(.range)
    let last = try requireDate()
    guard (first.year, first.month, first.day) <= (last.year, last.month, last.day) else {
      throw fail(
        .badRange, Span(place.start, consumedEnd),
        .init("a term ends after it begins", "学期的结束应在开始之后"))
    }
    return .term(name, first: first, last: last)
  }
}
