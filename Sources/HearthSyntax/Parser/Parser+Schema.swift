import HearthText

extension Parser {
  /// `families "家庭" from "家庭名册.csv" { … }`.
  mutating func entity() throws(Failure) -> EntityDeclaration {
    guard let name = wholeName() else { throw unexpected(.init("the name of a table", "表名")) }
    var entity = EntityDeclaration(name: name, label: takeText(), levels: [], file: nil, fields: [])
    while !at(.leftBrace) {
      if take(.levels) {
        repeat { entity.levels.append(try categoryValue()) } while take(.greater)
      } else if take(.from) {
        guard let file = takeText() else { throw unexpected(.init("a file name", "文件名")) }
        entity.file = file
      } else {
        throw unexpected(.init("`{`, `levels` or `from`", "“{”、“层级”或“来自”"))
      }
    }
    let opener = token
    advance()
    while !at(.rightBrace) {
      if token.kind == .end { throw unclosed(opener, .rightBrace) }
      if take(.semicolon) { continue }
      if let field = fieldOrSkip(openBrackets.count) { entity.fields.append(field) }
    }
    advance()
    return entity
  }

  /// One field; what cannot be read is reported and skipped to the end of its line.
  private mutating func fieldOrSkip(_ brackets: Int) -> FieldDeclaration? {
    do throws(Failure) {
      return try field()
    } catch {
      repeat {
        if at(.rightBrace) && openBrackets.count <= brackets { break }
        advance()
      } while token.kind != .end && !(token.startsLine || at(.semicolon))
      while openBrackets.count > brackets { openBrackets.removeLast() }
      return nil
    }
  }

  private mutating func field() throws(Failure) -> FieldDeclaration {
    let start = token.span.start
    guard let name = wholeName() else { throw unexpected(.init("a field", "字段")) }
    var field = FieldDeclaration(
      name: name, type: try fieldType(), modifiers: [], label: nil, span: Span(start, start))
    while !fieldEnds() {
      if let label = takeText() {
        field.label = label
      } else {
        field.modifiers.append(try modifier())
      }
    }
    field.span = Span(start, consumedEnd)
    return field
  }

  private mutating func fieldEnds() -> Bool {
    token.startsLine || token.kind == .end || at(.semicolon) || at(.rightBrace)
  }

  private mutating func modifier() throws(Failure) -> FieldDeclaration.Modifier {
    if let found = keyword(.schema), let modifier = Self.modifiers[found.keyword] {
      consume(to: found.end)
      return modifier
    }
    if take(.alias) {
      return .reverse(try requireName(.init("a name for the reverse link", "反向关联的名称")))
    }
    if take(.on) {
      var matches: [FieldDeclaration.Match] = []
      repeat { matches.append(try match()) } while take(.comma)
      return .match(matches)
    }
    guard case .word = token.kind else {
      throw unexpected(.init("a word such as `key`, or a label", "“主键”之类的词，或标签"))
    }
    let words = KeywordTable.entries(of: .schema)
    let near = suggestion(for: token, among: words.flatMap(\.english) + words.flatMap(\.chinese))
    let shown = written(token)
    throw fail(
      .unknownModifier, token.span,
      .init("`\(shown)` means nothing in a field", "“\(shown)”在字段声明中没有意义"),
      hint: near?.hint
        ?? .init(
          "known are key, private, flags, occurred, opens, closes, as and on",
          "可用的有主键、保密、标记、发生、起始、终止、作为和依据"),
      fix: near?.fix)
  }

  private static let modifiers: [Keyword: FieldDeclaration.Modifier] = [
    .key: .key, .privateField: .isPrivate, .flags: .flags, .occurred: .occurred, .opens: .opens,
    .closes: .closes,
  ]

  private mutating func match() throws(Failure) -> FieldDeclaration.Match {
    let own = try requireName(.init("a field", "字段"))
    guard take(.equal) else { return FieldDeclaration.Match(own: own, target: own) }
    return FieldDeclaration.Match(own: own, target: try requireName(.init("a field", "字段")))
  }

  /// `text`, `decimal(2)`, `(active "在册", …)`, `set (…)`, `-> areas`, ….
  mutating func fieldType() throws(Failure) -> FieldType {
    if take(.arrow) { return .link(try requireName(.init("a table", "表"))) }
    if at(.leftParenthesis) { return .category(try categoryValues()) }
    guard let found = keyword(.type) else { throw unknownType() }
    consume(to: found.end)
    switch found.keyword {
    case .textType: return .text
    case .intType: return .int
    case .numberType: return .number
    case .boolType: return .bool
    case .dateType: return .date
    case .dateTimeType: return .dateTime
    case .periodType: return .period
    case .decimalType: return .decimal(scale: try scale())
    case .categoryType: return .category(at(.leftParenthesis) ? try categoryValues() : [])
    default: return .tags(at(.leftParenthesis) ? try categoryValues() : [])
    }
  }

  private mutating func unknownType() -> Failure {
    guard case .word = token.kind else {
      return unexpected(.init("a type such as `text`", "类型，例如“文本”"))
    }
    let words = KeywordTable.entries(of: .type)
    let near = suggestion(for: token, among: words.flatMap(\.english) + words.flatMap(\.chinese))
    let shown = written(token)
    return fail(
      .unknownType, token.span, .init("there is no type `\(shown)`", "没有“\(shown)”这种类型"),
      hint: near?.hint
        ?? .init(
          "types are text, int, number, bool, date, datetime, period, decimal(2), set (…), (…) and ->",
          "类型有文本、整数、数值、是否、日期、日期时间、时段、小数(2)、集合 (…)、(…) 和 ->"),
      fix: near?.fix)
  }

  private mutating func scale() throws(Failure) -> Int {
    let opener = token
    try require(.leftParenthesis)
    let place = token.span
    let scale = try requireInteger(.init("the number of decimal places", "小数位数"))
    guard (0...18).contains(scale) else {
      throw fail(
        .badRange, place, .init("a decimal has 0 to 18 places", "小数位数为 0 到 18"))
    }
    try requireClosing(opener)
    return Int(scale)
  }

  private mutating func categoryValues() throws(Failure) -> [CategoryValue] {
    let opener = token
    advance()
    var values: [CategoryValue] = []
    repeat { values.append(try categoryValue()) } while take(.comma)
    try requireClosing(opener)
    return values
  }

  private mutating func categoryValue() throws(Failure) -> CategoryValue {
    guard let name = wholeName() else { throw unexpected(.init("a value", "取值")) }
    return CategoryValue(name: name, label: takeText())
  }
}
