import HearthText

extension Parser {
  mutating func parseScript() -> [Statement] {
    let ranges = statementRanges()
    var statements: [Statement] = []
    for (place, range) in ranges.enumerated() {
      // A semicolon after the last statement ends it; nothing typed on can complete it.
      let isLast = place == ranges.count - 1 && range.upperBound == tokens.count
      open(range, isLast: isLast)
      statements.append(parseStatement())
    }
    return statements
  }

  /// Statements end where a line begins another one, and at semicolons outside of braces.
  private func statementRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var braces = 0
    func close(_ end: Int) {
      if start < end { ranges.append(start..<end) }
    }
    for (index, token) in tokens.enumerated() {
      if token.startsStatement && index > start {
        close(index)
        start = index
        braces = 0
      }
      switch token.kind {
      case .symbol(.leftBrace): braces += 1
      case .symbol(.rightBrace): braces = max(0, braces - 1)
      case .symbol(.semicolon) where braces == 0:
        close(index)
        start = index + 1
      case .word, .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period,
        .symbol, .invalid, .end:
        break
      }
    }
    close(tokens.count)
    return ranges
  }

  private mutating func parseStatement() -> Statement {
    let start = token.span
    do throws(Failure) {
      let kind = try statementKind()
      try endOfStatement()
      return Statement(kind, Span(start.start, consumedEnd))
    } catch {
      let end = tokens[statement.upperBound - 1].span.end
      return Statement(.invalid, Span(start.start, end))
    }
  }

  private mutating func endOfStatement() throws(Failure) {
    if token.kind == .end { return }
    let near = misspeltStatement() ?? misspeltStage()
    throw unexpected(
      .init("the end of the statement", "语句的结尾"), hint: near?.hint ?? beginning(of: token),
      fix: near?.fix)
  }

  /// `families wher x`: the pipe is missing as well.
  private func misspeltStage() -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    let rows = KeywordTable.entries(of: .stage)
    let near = suggestion(for: token, among: rows.flatMap { $0.english + $0.chinese })
    return near.map { near in
      let replacement = "| " + near.fix.replacement
      let fix = Diagnostic.Fix(span: near.fix.span, replacement: replacement)
      return (Diagnostic.didYouMean(replacement), fix)
    }
  }

  /// `lett due = families`: two words at the beginning, the first of them nearly a keyword.
  private func misspeltStatement() -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    guard statement.count > 1, tokens[statement.lowerBound + 1].span.start == token.span.start
    else { return nil }
    let rows = KeywordTable.entries(of: .statement)
    return suggestion(
      for: tokens[statement.lowerBound], among: rows.flatMap { $0.english + $0.chinese })
  }

  private mutating func statementKind() throws(Failure) -> Statement.Kind {
    if let found = statementKeyword() {
      consume(to: found.end)
      return try statement(found.keyword)
    }
    try refuseHeadless()
    return .query(try parseQuery())
  }

  /// The keyword of a statement, unless the word is a table: `term | count`.
  private mutating func statementKeyword() -> (keyword: Keyword, end: Cursor)? {
    guard let found = keyword(.statement) else { return nil }
    let next = read(at: found.end).0.kind
    if next == .end {
      return vocabulary.contains(written(token)) || names.contains(written(token)) ? nil : found
    }
    let isRight: Bool
    switch found.keyword {
    case .version: isRight = next.isInteger
    case .include, .termLine: isRight = next.isText
    case .todayLine, .asOf: isRight = next.isDate
    case .expect, .explain, .explainTiming:
      isRight = next.isName || next == .symbol(.leftParenthesis) || next == .symbol(.leftBracket)
    case .binding, .define, .parameter, .explainWhy, .describe, .save, .entity, .privacy:
      isRight = next.isName
    default: isRight = false
    }
    return isRight || next == .invalid ? found : nil
  }

  /// A line that begins with a pipe, a stage or a word that goes between: what it continues is
  /// missing, or it is not indented.
  private mutating func refuseHeadless() throws(Failure) {
    if at(.pipe) {
      sink.error(
        .stageWithoutSource, token.span,
        .init("there is no table before this `|`", "这个“|”前面没有表"))
      _ = try parseStages(after: Source(.invalid, token.span))
      throw Failure()
    }
    guard case .word(let text) = token.kind, !vocabulary.words.contains(text),
      !names.contains(text)
    else { return }
    if let found = keyword(.stage), startsOperand(found.end) {
      throw fail(
        .stageWithoutSource, token.span,
        .init("a stage needs a table before it", "步骤前面要有表"),
        hint: .init("begin with a table, and the stage with `|`", "请先写表，步骤用“|”开头"))
    }
    let isContinuation = keyword(.logic) ?? keyword(.clause)
    guard let found = isContinuation, found.keyword != .from, startsOperand(found.end) else {
      return
    }
    throw fail(
      .continuationWithoutIndent, token.span,
      .init("`\(written(token))` does not begin a statement", "“\(written(token))”不能开始一条语句"),
      hint: .init(
        "indent the line if it continues the one above", "如果这一行接着上一行，请缩进"))
  }

  private mutating func statement(_ keyword: Keyword) throws(Failure) -> Statement.Kind {
    switch keyword {
    case .version: return try version()
    case .binding: return try binding()
    case .define: return .define(try definition())
    case .parameter: return .parameter(try parameter())
    case .expect: return .expect(try expectation())
    case .include:
      guard let file = takeText() else { throw unexpected(.init("a file name", "文件名")) }
      return .include(file)
    case .todayLine: return .today(try requireDate())
    case .explain: return .explain(try parseQuery(), isTimed: false)
    case .explainTiming: return .explain(try parseQuery(), isTimed: true)
    case .explainWhy: return try explainWhy()
    case .describe: return .describe(try requireName(.init("a table", "表")))
    case .save:
      let name = try requireName(.init("the name of a result", "结果的名称"))
      try require(.alias)
      guard let file = takeText() else { throw unexpected(.init("a file name", "文件名")) }
      return .save(name, file: file)
    case .asOf: return .asOf(try requireDate())
    case .entity: return .entity(try entity())
    case .termLine: return try termLine()
    case .privacy: return .privacy(try requireName(.init("a privacy level", "隐私级别")))
    default: throw unexpected(.init("a statement", "语句"))
    }
  }

  private mutating func version() throws(Failure) -> Statement.Kind {
    let place = token.span
    let number = try requireInteger(.init("the language version", "语言版本"))
    guard number == 1 else {
      throw fail(
        .unknownVersion, place,
        .init("version \(number) of the language is not known", "不认识语言的第 \(number) 版"),
        hint: .init("this program reads `hearth 1`", "本程序可读“hearth 1”"),
        fix: .init(span: place, replacement: "1"))
    }
    return .version(number)
  }

  private mutating func binding() throws(Failure) -> Statement.Kind {
    let name: Name
    if let whole = nameBefore(.equal) {
      name = whole
    } else {
      name = try requireName(.init("a name", "名称"))
    }
    try require(.equal)
    return .binding(name, try parseQuery())
  }
}

extension Token.Kind {
  fileprivate var isName: Bool {
    switch self {
    case .word, .quotedWord: true
    case .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end:
      false
    }
  }

  fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
  fileprivate var isDate: Bool { if case .date = self { true } else { false } }
}
