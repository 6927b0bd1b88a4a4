import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// The typed form of an expression in a row's scope; nil where an error has been reported.
  mutating func bind(_ expression: Expression, in scope: Scope) -> TypedExpression? {
    switch expression.kind {
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period:
      return literal(expression)
    case .phrase(let phrase): return bindPhrase(phrase, expression.span, in: scope)
    case .name(let name): return bindName(name, in: scope)
    case .path(let base, let name): return bindPath(base, name, in: scope)
    case .call(let call): return bindCall(call, expression.span, in: scope)
    case .running(let inner): return bindRunning(inner, expression.span, in: scope)
    case .parenthesized(let inner): return bind(inner, in: scope)
    case .negate(let inner): return bindNegation(inner, in: scope)
    case .not(let inner):
      return bindCondition(inner, in: scope).map { TypedExpression(.not($0), .bool) }
    case .binary(let operation, let left, let right):
      return bindBinary(operation, left, right, expression.span, in: scope)
    case .missingness(let inner, let isMissing):
      return bind(inner, in: scope).map {
        TypedExpression(isMissing ? .isMissing($0) : .isKnown($0), .bool)
      }
    case .membership(let inner, let list):
      return bindMembership(inner, list, expression.span, in: scope)
    case .between(let inner, let low, let high):
      return bindBetween(inner, low, high, expression.span, in: scope)
    case .tags(let inner, let quantifier, let tags):
      return bindTags(inner, quantifier, tags, expression.span, in: scope)
    case .range(let low, let high): return bindRange(low, high, expression.span, in: scope)
    case .conditional(let condition, let then, let otherwise):
      return bindConditional(condition, then, otherwise, expression.span, in: scope)
    case .duration(let amount, let unit):
      report(
        .misplacedDuration, expression.span,
        Bilingual("a length of time is added to a date", "时间长度只能加在日期上"),
        hint: month(amount, unit) ?? Bilingual("like `date + 30 days`", "例如“日期 + 30天”"))
      return nil
    case .difference(let unit, _, let from, let to):
      return bindDifference(unit, from, to, expression.span, in: scope)
    case .boundary(let boundary, let inner):
      return bindPeriod(inner, in: scope).map { edge(boundary == .start, of: $0) }
    case .invalid: return nil
    }
  }

  /// 10月 alone is a length of time; the month of this year is easily meant.
  private func month(_ amount: Expression, _ unit: CalendarUnit) -> Bilingual? {
    guard case .integer(let month) = amount.kind, unit == .month, (1...12).contains(month),
      let period = Period(.month, year: options.today.year, index: Int(month))
    else { return nil }
    return Bilingual(
      "a month is written with its year: `\(period)`",
      "月份要写年份：“\(options.today.year)年\(month)月”")
  }

  private func literal(_ expression: Expression) -> TypedExpression? {
    switch expression.kind {
    case .integer(let value): return TypedExpression(.literal(.int(value)), .int)
    case .decimal(let digits, let scale, _):
      let decimal = Decimal(unscaled: digits, scale: scale)
      return TypedExpression(.literal(.decimal(decimal)), .decimal(scale: scale))
    case .text(let text): return TypedExpression(.literal(.text(text)), .text)
    case .bool(let value): return TypedExpression(.literal(.bool(value)), .bool)
    case .missing: return TypedExpression(.literal(.missing), .missing)
    case .date(let date):
      return Day(date).map { TypedExpression(.literal(.date($0)), .date) }
    case .dateTime(let date, let hour, let minute, let second):
      return Day(date).map {
        let seconds = Int64($0.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return TypedExpression(.literal(.dateTime(seconds)), .dateTime)
      }
    case .period(let period):
      return Period(period).map { TypedExpression(.literal(.period($0)), .period) }
    case .phrase, .name, .path, .call, .running, .parenthesized, .negate, .not, .binary,
      .missingness, .membership, .between, .tags, .range, .conditional, .duration, .difference,
      .boundary, .invalid:
      return nil
    }
  }

  private mutating func bindBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ span: Span,
    in scope: Scope
  ) -> TypedExpression? {
    switch operation {
    case .or, .and: return bindLogic(operation, left, right, in: scope)
    case .equal: return bindComparison(.equal, left, right, span, in: scope)
    case .notEqual: return bindComparison(.notEqual, left, right, span, in: scope)
    case .less: return bindComparison(.less, left, right, span, in: scope)
    case .lessOrEqual: return bindComparison(.lessOrEqual, left, right, span, in: scope)
    case .greater: return bindComparison(.greater, left, right, span, in: scope)
    case .greaterOrEqual: return bindComparison(.greaterOrEqual, left, right, span, in: scope)
    case .contains: return bindTextMatch(.contains, left, right, span, in: scope)
    case .startsWith: return bindTextMatch(.startsWith, left, right, span, in: scope)
    case .endsWith: return bindTextMatch(.endsWith, left, right, span, in: scope)
    case .like: return bindTextMatch(.like, left, right, span, in: scope)
    case .matches: return bindTextMatch(.matches, left, right, span, in: scope)
    case .coalesce: return bindCoalesce(left, right, span, in: scope)
    case .add: return bindArithmetic(.add, left, right, span, in: scope)
    case .subtract: return bindArithmetic(.subtract, left, right, span, in: scope)
    case .multiply: return bindArithmetic(.multiply, left, right, span, in: scope)
    case .divide: return bindArithmetic(.divide, left, right, span, in: scope)
    case .quotient: return bindArithmetic(.quotient, left, right, span, in: scope)
    case .remainder: return bindArithmetic(.remainder, left, right, span, in: scope)
    case .power: return bindArithmetic(.power, left, right, span, in: scope)
    }
  }

  // MARK: Conditions

  /// Something that is yes or no.
  mutating func bindCondition(
    _ expression: Expression, in scope: Scope
  ) -> TypedExpression? {
    guard let bound = bind(expression, in: scope) else { return nil }
    if bound.type == .bool { return bound }
    if bound.type == .missing { return converted(bound, to: .bool) }
    let type = Message.type(bound.type, schema)
    report(
      .notACondition, expression.span,
      Bilingual(
        "this is \(type.english), not a condition", "这是\(type.chinese)，不是条件"),
      hint: Bilingual(
        "compare it with something, or ask whether it `is known`", "请与某个值比较，或问它是否“已知”"))
    return nil
  }

  /// One flat list for a chain of the same operator, however it was nested.
  private mutating func bindLogic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, in scope: Scope
  ) -> TypedExpression? {
    var operands = [right]
    var next = left
    while case .binary(operation, let inner, let last) = next.kind {
      operands.append(last)
      next = inner
    }
    operands.append(next)
    var bound: [TypedExpression] = []
    var failed = false
    for operand in operands.reversed() {
      if let condition = bindCondition(operand, in: scope) {
        bound.append(condition)
      } else {
        failed = true
      }
    }
    if failed { return nil }
    return operation == .and ? .conjunction(bound) : .disjunction(bound)
  }

  private mutating func bindConditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression?, _ span: Span,
    in scope: Scope
  ) -> TypedExpression? {
    let test = bindCondition(condition, in: scope)
    let yes = bind(then, in: scope)
    let no: TypedExpression?
    if let otherwise {
      guard let yes else {
        _ = bind(otherwise, in: scope)
        return nil
      }
      no = bindAlternative(otherwise, to: yes, in: scope)
    } else {
      no = TypedExpression(.literal(.missing), .missing)
    }
    guard let test, let yes, let no else { return nil }
    guard let type = commonType(yes.type, no.type) else {
      reportMismatch(.mixedTypes, span, yes.type, no.type)
      return nil
    }
    return TypedExpression(
      .conditional(
        test, then: converted(yes, to: type), otherwise: converted(no, to: type)), type)
  }

  private mutating func bindCoalesce(
    _ left: Expression, _ right: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard let first = bind(left, in: scope) else {
      _ = bind(right, in: scope)
      return nil
    }
    guard let second = bindAlternative(right, to: first, in: scope) else {
      return nil
    }
    guard let type = commonType(first.type, second.type) else {
      reportMismatch(.mixedTypes, span, first.type, second.type)
      return nil
    }
    return TypedExpression(
      .coalesce(converted(first, to: type), converted(second, to: type)), type)
  }

  /// What may stand in the place of another value: a bare word may be one of its category, but a
  /// text need not be.
  private mutating func bindAlternative(
    _ expression: Expression, to other: TypedExpression, in scope: Scope
  ) -> TypedExpression? {
    if case .text(let text) = expression.unwrapped.kind, case .category(let domain) = other.type {
      let position = dictionary(domain, expression.span)?.position(of: text)
      guard let position else { return bind(expression, in: scope) }
      return TypedExpression(.literal(.category(position)), other.type)
    }
    return bindOperand(expression, against: other, in: scope)?.expression
  }

  mutating func reportMismatch(
    _ code: DiagnosticCode, _ span: Span, _ left: ValueType, _ right: ValueType,
    hint: Bilingual? = nil
  ) {
    let (a, b) = (Message.type(left, schema), Message.type(right, schema))
    report(
      code, span,
      Bilingual(
        "\(a.english) and \(b.english) do not go together", "\(a.chinese)与\(b.chinese)不能放在一起"),
      hint: hint)
  }
}
