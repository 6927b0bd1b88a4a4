import HearthText

extension Parser {
  private static let operandExpected = Bilingual("a value or a name", "值或名称")

  /// An operand with the signs and words that stand before it.
  mutating func prefix(_ minimum: Precedence) throws(Failure) -> Expression {
    let start = token
    switch token.kind {
    case .symbol(.minus) where minimum <= .unary:
      advance()
      let operand = try parseExpression(.unary)
      return try node(.negate(operand), from: start.span.start, height)
    case .symbol(.leftParenthesis):
      let inner = try parenthesized()
      return try postfix(inner)
    case .word: return try wordOperand(minimum)
    case .quotedWord(let text):
      advance()
      return try nameOrCall(Name(text, start.span, isQuoted: true))
    case .integer(let value): return try number(.integer(value))
    case .decimal(let digits, let scale, let isPercent):
      return try number(.decimal(digits: digits, scale: scale, isPercent: isPercent))
    case .text(let text): return try literal(.text(text))
    case .date(let date): return try literal(.date(date))
    case .dateTime(let date, let hour, let minute, let second):
      return try literal(.dateTime(date, hour: hour, minute: minute, second: second))
    case .period(let period): return try literal(.period(period))
    case .symbol(.pipe), .symbol, .run, .invalid, .end: throw unexpected(Self.operandExpected)
    }
  }

  private mutating func parenthesized() throws(Failure) -> Expression {
    let opener = token
    advance()
    let inner = try parseExpression()
    try requireClosing(opener)
    return try node(.parenthesized(inner), from: opener.span.start, height)
  }

  private mutating func literal(_ kind: Expression.Kind) throws(Failure) -> Expression {
    let start = token.span.start
    advance()
    return try postfix(try node(kind, from: start, 0))
  }

  /// A number, or an amount of time: `30 days`.
  private mutating func number(_ kind: Expression.Kind) throws(Failure) -> Expression {
    let start = token.span.start
    advance()
    let value = try node(kind, from: start, 0)
    if case .integer = kind, let festival = try festivalPhrase(of: .of(value)) {
      return try postfix(try node(.phrase(.festival(festival)), from: start, 1))
    }
    guard let (unit, end) = unitHere() else { return try postfix(value) }
    consume(to: end)
    return try node(.duration(amount: value, unit), from: start, 1)
  }

  /// The unit of time whose name stands here.
  mutating func unitHere() -> (CalendarUnit, Cursor)? {
    guard let found = keyword(.unit) else { return nil }
    // `month(date)` is a call.
    if case .symbol(.leftParenthesis) = read(at: found.end).0.kind { return nil }
    return CalendarUnit.allCases.first { $0.keyword == found.keyword }.map { ($0, found.end) }
  }

  private mutating func wordOperand(_ minimum: Precedence) throws(Failure) -> Expression {
    let start = token.span.start
    if let literal = keyword(.literal), !isCall(literal.end) {
      consume(to: literal.end)
      return try postfix(try node(Self.value(of: literal.keyword), from: start, 0))
    }
    if let end = end(of: .not), startsClause(end) {
      try refuse(minimum > .not, .not)
      consume(to: end)
      let operand = try parseExpression(.not)
      return try node(.not(operand), from: start, height)
    }
    if let end = end(of: .condition), startsClause(end) {
      try refuse(minimum > .lowest, .condition)
      consume(to: end)
      return try conditional(from: start)
    }
    if let end = end(of: .running), startsOperand(end) {
      consume(to: end)
      let operand = try parseExpression(.primary)
      return try node(.running(operand), from: start, height)
    }
    if minimum <= .range, let open = try openPeriod() { return open }
    if let phrase = try periodPhrase() {
      return try postfix(try node(.phrase(phrase), from: start, height))
    }
    if let difference = try difference() { return difference }
    if let edge = try boundary() { return edge }
    guard case .word(let text) = token.kind else { throw unexpected(Self.operandExpected) }
    let name = Name(text, token.span)
    advance()
    return try nameOrCall(name)
  }

  private static func value(of keyword: Keyword) -> Expression.Kind {
    keyword == .missingValue ? .missing : .bool(keyword == .trueValue)
  }

  private mutating func isCall(_ place: Cursor) -> Bool {
    read(at: place).0.kind == .symbol(.leftParenthesis)
  }

  private mutating func refuse(_ isTooTight: Bool, _ keyword: Keyword) throws(Failure) {
    guard isTooTight else { return }
    let entry = KeywordTable.entry(keyword)
    let (english, chinese) = (entry.spelling(in: .english), entry.spelling(in: .chinese))
    throw fail(
      .needsBrackets, token.span,
      .init("`\(english)` needs brackets here", "“\(chinese)”在这里需要加括号"),
      hint: .init("write `(\(english) …)`", "请写“(\(chinese) …)”"))
  }

  private mutating func conditional(from start: Int32) throws(Failure) -> Expression {
    let condition = try parseExpression()
    var tallest = height
    try require(.then)
    let then = try parseExpression()
    tallest = max(tallest, height)
    var otherwise: Expression?
    if take(.otherwise) {
      otherwise = try parseExpression()
      tallest = max(tallest, height)
    }
    return try node(
      .conditional(condition: condition, then: then, otherwise: otherwise), from: start, tallest)
  }
}

extension Parser {
  private mutating func nameOrCall(_ name: Name) throws(Failure) -> Expression {
    let start = name.span.start
    if at(.leftParenthesis) {
      let call = try call(name)
      return try postfix(try node(.call(call), from: start, height))
    }
    return try postfix(try node(.name(name), from: start, 0))
  }

  /// `(distinct a, b where p)` after the name of a function.
  private mutating func call(_ function: Name) throws(Failure) -> Expression.Call {
    let opener = token
    advance()
    var call = Expression.Call(function, [])
    var tallest = 0
    if let end = end(of: .distinctValues), startsOperand(end) {
      consume(to: end)
      call.isDistinct = true
    }
    if !at(.rightParenthesis) && !atFilter() {
      repeat {
        call.arguments.append(try parseExpression())
        tallest = max(tallest, height)
      } while take(.comma)
    }
    if let end = filterWord() {
      consume(to: end)
      call.filter = try parseExpression()
      tallest = max(tallest, height)
    }
    try requireClosing(opener)
    height = tallest
    return call
  }

  /// `where` of a link or of an aggregate; in Chinese 其中, and 筛选 is read too.
  mutating func filterWord() -> Cursor? {
    guard let end = end(of: .whereClause) ?? end(of: .filter) else { return nil }
    return startsClause(end) || read(at: end).0.kind == .end ? end : nil
  }

  private mutating func atFilter() -> Bool { filterWord() != nil }

  mutating func atChinesePostfix() -> Bool {
    atChinese(.samePeriodLastYear) || atChinese(.startOf) || atChinese(.endOf)
  }

  /// The paths after an operand, and the Chinese words that stand after theirs.
  mutating func postfix(_ base: Expression) throws(Failure) -> Expression {
    var result = base
    while at(.dot) {
      let inner = height
      advance()
      let name = try requireName(.init("a name after `.`", "“.”后面的名称"))
      result = try node(.path(base: result, name), from: result, inner)
    }
    while true {
      let inner = height
      if atChinese(.samePeriodLastYear) {
        advance()
        result = try node(.phrase(.samePeriodLastYear(result)), from: result, inner)
      } else if atChinese(.startOf) {
        advance()
        result = try node(.boundary(.start, result), from: result, inner)
      } else if atChinese(.endOf) {
        advance()
        result = try node(.boundary(.end, result), from: result, inner)
      } else {
        return result
      }
    }
  }
}
