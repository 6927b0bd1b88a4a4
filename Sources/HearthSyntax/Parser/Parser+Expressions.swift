import HearthText

extension Parser {
  /// An expression whose operators bind at least as tightly as `minimum`.
  mutating func parseExpression(_ minimum: Precedence = .lowest) throws(Failure) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepestNesting { throw tooDeep(token.span) }
    return try continued(try prefix(minimum), minimum)
  }

  /// What follows an operand that has been read.
  private mutating func continued(
    _ first: Expression, _ minimum: Precedence
  ) throws(Failure) -> Expression {
    var left = first
    // After `since D` only a comparison or less may follow: its operand took the rest.
    var ceiling = left.isOpenPeriod ? Precedence.comparison : .power
    while let found = infix(), found.precedence >= minimum, found.precedence <= ceiling {
      left = try combine(left, found)
      ceiling = found.precedence == .range ? .comparison : found.precedence
      if found.precedence == .comparison { try refuseChain() }
      if ceiling == .unary || ceiling == .power { ceiling = .multiplicative }
    }
    return left
  }

  /// What may stand between two operands, or after one.
  enum Infix {
    case binary(BinaryOperator, Cursor)
    case range(Cursor)
    case membership(Cursor, negated: Bool)
    case between(Cursor, negated: Bool)
    case tags(Expression.Quantifier, bracketed: Bool, Cursor, negated: Bool)
    case negated(BinaryOperator, Cursor)
    case missingness(Bool, Cursor)

    var precedence: Precedence {
      switch self {
      case .binary(let operation, _): operation.precedence
      case .range: .range
      case .membership, .between, .tags, .negated, .missingness: .comparison
      }
    }
  }

  private mutating func infix() -> Infix? {
    if case .symbol(let symbol) = token.kind {
      if symbol == .range { return .range(following) }
      return BinaryOperator.bySymbol[symbol].map { .binary($0, following) }
    }
    if let end = end(of: .differenceTo), startsOperand(end) { return .range(end) }
    guard let found = keyword(.logic) else { return nil }
    if found.keyword != .not { return wordInfix(found.keyword, found.end, negated: false) }
    // `x not in (…)` is `not x in (…)`.
    let (next, _, after) = read(at: found.end)
    guard case .word(let text) = next.kind else { return nil }
    for spelling in KeywordTable.byFirstWord[text] ?? [] where spelling.role == .logic {
      var end: Cursor? = after
      for word in spelling.words.dropFirst() {
        guard let place = end else { break }
        let (token, _, past) = read(at: place)
        end = token.kind == .word(word) ? past : nil
      }
      if let end, let infix = wordInfix(spelling.keyword, end, negated: true) { return infix }
    }
    return nil
  }

  private func wordInfix(_ keyword: Keyword, _ end: Cursor, negated: Bool) -> Infix? {
    switch keyword {
    case .among: return .membership(end, negated: negated)
    case .between: return .between(end, negated: negated)
    case .has: return .tags(.any, bracketed: false, end, negated: negated)
    case .hasAny: return .tags(.any, bracketed: true, end, negated: negated)
    case .hasAll: return .tags(.all, bracketed: true, end, negated: negated)
    case .isMissing: return .missingness(!negated, end)
    case .isKnown: return .missingness(negated, end)
    default:
      guard let operation = BinaryOperator.byKeyword[keyword] else { return nil }
      if !negated { return .binary(operation, end) }
      return operation.precedence == .comparison ? .negated(operation, end) : nil
    }
  }

  private mutating func combine(
    _ left: Expression, _ infix: Infix
  ) throws(Failure) -> Expression {
    let leftHeight = height
    switch infix {
    case .binary(let operation, let end):
      consume(to: end)
      return try binary(operation, left, leftHeight)
    case .range(let end):
      consume(to: end)
      let right = try parseExpression(.coalesce)
      return try node(.range(low: left, high: right), from: left, leftHeight, height)
    case .negated(let operation, let end):
      consume(to: end)
      return try negation(binary(operation, left, leftHeight))
    case .missingness(let isMissing, let end):
      consume(to: end)
      return try node(.missingness(left, isMissing: isMissing), from: left, leftHeight)
    case .membership(let end, let negated):
      consume(to: end)
      let list = try membershipList()
      let result = try node(.membership(left, list), from: left, leftHeight, height)
      return negated ? try negation(result) : result
    case .between(let end, let negated):
      consume(to: end)
      let low = try parseExpression(.coalesce)
      let lowHeight = height
      try require(.betweenAnd)
      let high = try parseExpression(.coalesce)
      let result = try node(
        .between(left, low: low, high: high), from: left, leftHeight, lowHeight, height)
      return negated ? try negation(result) : result
    case .tags(let quantifier, let bracketed, let end, let negated):
      consume(to: end)
      let result = try tags(left, leftHeight, quantifier, bracketed)
      return negated ? try negation(result) : result
    }
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ leftHeight: Int
  ) throws(Failure) -> Expression {
    let isAdditive = operation.precedence == .additive
    // `^` groups to the right and takes a sign; comparisons do not chain.
    let minimum: Precedence =
      operation == .power ? .unary : operation.precedence.tighter
    var right = try parseExpression(minimum)
    if isAdditive, case .name = right.kind, let (unit, end) = unitHere() {
      consume(to: end)
      right = try node(.duration(amount: right, unit), from: right, height)
    }
    warnAboutMixing(operation, left, right)
    return try node(.binary(operation, left, right), from: left, leftHeight, height)
  }

  private mutating func tags(
    _ left: Expression, _ leftHeight: Int, _ quantifier: Expression.Quantifier, _ bracketed: Bool
  ) throws(Failure) -> Expression {
    guard bracketed else {
      let value = try parseExpression(.coalesce)
      return try node(.tags(left, .any, [value]), from: left, leftHeight, height)
    }
    guard at(.leftParenthesis) else { throw unexpected(.init(same: "`(`")) }
    let values = try bracketedList()
    return try node(.tags(left, quantifier, values), from: left, leftHeight, height)
  }

  private mutating func membershipList() throws(Failure) -> Expression.MembershipList {
    if at(.leftParenthesis) {
      let start = token.span.start
      let elements = try bracketedList()
      // `in (a + b) * 2`, `在 (a .. b) 首日`: the brackets were those of an operand.
      guard elements.count == 1, operandGoesOn() else {
        return Expression.MembershipList(elements, isBracketed: true)
      }
      let whole = try operand(inBrackets: elements[0], from: start, .range)
      return Expression.MembershipList([whole], isBracketed: false)
    }
    return Expression.MembershipList([try parseExpression(.range)], isBracketed: false)
  }

  private mutating func operandGoesOn() -> Bool {
    if at(.dot) || atChinesePostfix() { return true }
    return infix().map { $0.precedence >= .range } ?? false
  }

  /// What a bracket that was read as a list of one goes on to be.
  mutating func operand(
    inBrackets inner: Expression, from start: Int32, _ minimum: Precedence
  ) throws(Failure) -> Expression {
    let operand = try node(.parenthesized(inner), from: start, height)
    return try continued(try postfix(operand), minimum)
  }

  /// `(a, b, c)`, at least one; the height becomes that of the tallest.
  mutating func bracketedList() throws(Failure) -> [Expression] {
    let opener = token
    advance()
    var elements: [Expression] = []
    var tallest = 0
    repeat {
      elements.append(try parseExpression())
      tallest = max(tallest, height)
    } while take(.comma)
    try requireClosing(opener)
    height = tallest
    return elements
  }
}

extension Parser {
  /// A node over parts of these heights; refused when the tree would become too tall.
  mutating func node(
    _ kind: Expression.Kind, from first: Expression, _ heights: Int...
  ) throws(Failure) -> Expression {
    try node(kind, from: first.span.start, heights.max() ?? 0)
  }

  mutating func node(
    _ kind: Expression.Kind, from start: Int32, _ tallest: Int
  ) throws(Failure) -> Expression {
    let span = Span(start, max(start, consumedEnd))
    height = tallest + 1
    if height > Self.tallestExpression { throw tooDeep(span) }
    return Expression(kind, span)
  }

  private mutating func negation(_ inner: Expression) throws(Failure) -> Expression {
    try node(.not(inner), from: inner, height)
  }

  mutating func tooDeep(_ span: Span) -> Failure {
    fail(
      .nestedTooDeep, span, .init("this expression is too deep", "表达式嵌套过深"),
      hint: .init(
        "name parts of it with `define` or `add`; a long chain of `or` is better an `in (…)`",
        "请用“定义”或“添加”给其中一部分起名；很长的“或”最好改用“在 (…)”"))
  }

  private mutating func refuseChain() throws(Failure) {
    guard let next = infix(), next.precedence == .comparison else { return }
    throw fail(
      .chainedComparison, token.span,
      .init("comparisons do not chain", "比较不能连写"),
      hint: .init(
        "write `a < b and b < c`, or `b between a and c`", "请写“a < b 且 b < c”，或“b 介于 a 至 c”"))
  }

  private mutating func warnAboutMixing(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) {
    guard operation == .or else { return }
    for operand in [left, right] {
      guard case .binary(.and, _, _) = operand.kind else { continue }
      let text = source.text(Int(operand.span.start), Int(operand.span.end))
      sink.report(
        Diagnostic(
          .mixedLogic, .warning, operand.span,
          .init("`and` binds tighter than `or`", "“且”比“或”结合得更紧"),
          hint: .init(
            "put brackets around what belongs together", "请给属于一组的条件加上括号"),
          fix: Diagnostic.Fix(span: operand.span, replacement: "(\(text))")))
    }
  }
}

extension Expression {
  /// `since D`, `until D`: a period that is open at one end and to the right of its word.
  var isOpenPeriod: Bool {
    guard case .phrase(let phrase) = kind else { return false }
    switch phrase {
    case .since, .until: return true
    case .today, .yesterday, .this, .last, .following, .lastCount, .toDate, .next,
      .samePeriodLastYear, .halfOfYear, .term, .festival:
      return false
    }
  }
}
