import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindNegation(_ inner: Expression, in scope: Scope) -> TypedExpression? {
    guard let bound = bind(inner, in: scope) else { return nil }
    guard bound.type.isNumeric || bound.type == .missing else {
      let what = Message.type(bound.type, schema)
      report(
        .badOperand, inner.span,
        Bilingual("this is \(what.english), not a number", "这是\(what.chinese)，不是数"))
      return nil
    }
    return folded(TypedExpression(.negate(bound), bound.type), inner.span)
  }

  mutating func bindArithmetic(
    _ operation: Arithmetic, _ left: Expression, _ right: Expression, _ span: Span,
    in scope: Scope
  ) -> TypedExpression? {
    if operation == .add || operation == .subtract {
      if case .duration(let amount, let unit) = right.unwrapped.kind {
        return bindShift(left, operation, amount, unit, span, in: scope)
      }
      if operation == .add, case .duration(let amount, let unit) = left.unwrapped.kind {
        return bindShift(right, .add, amount, unit, span, in: scope)
      }
    }
    let first = bind(left, in: scope)
    let second = bind(right, in: scope)
    guard let first, let second else { return nil }
    if operation == .add, first.type.isTextual, second.type.isTextual,
      first.type == .text || second.type == .text
    {
      return TypedExpression(
        .join(converted(first, to: .text), converted(second, to: .text)), .text)
    }
    if operation == .subtract, first.type.isMoment, second.type.isMoment {
      return difference(.day, from: second, to: first)
    }
    return arithmetic(operation, first, second, span)
  }

  /// Numbers only: the conversions put in, the scale of decimals worked out.
  mutating func arithmetic(
    _ operation: Arithmetic, _ first: TypedExpression, _ second: TypedExpression, _ span: Span
  ) -> TypedExpression? {
    for operand in [first, second] where !operand.type.isNumeric && operand.type != .missing {
      reportOperand(operation, first, second, wrong: operand, span)
      return nil
    }
    let common = commonType(first.type, second.type) ?? .number
    if common == .missing { return TypedExpression(.literal(.missing), .int) }
    let (operand, result) = arithmeticTypes(operation, first.type, second.type, common)
    guard case .decimal(let scale) = result, scale > Decimal.maximumScale else {
      let made = TypedExpression(
        .arithmetic(
          operation, converted(first, to: operand.0), converted(second, to: operand.1)), result)
      return folded(made, span)
    }
    report(
      .tooManyPlaces, span,
      Bilingual(
        "the product would have \(scale) decimal places; there can be 18",
        "积会有 \(scale) 位小数，最多只能有 18 位"),
      hint: Bilingual("round a factor first: `round(x, 2)`", "先对因数取整：“四舍五入(x, 2)”"))
    return nil
  }

  /// To what the sides are converted, and the type of the result.
  private func arithmeticTypes(
    _ operation: Arithmetic, _ first: ValueType, _ second: ValueType, _ common: ValueType
  ) -> (operand: (ValueType, ValueType), result: ValueType) {
    switch operation {
    case .divide, .power: return ((.number, .number), .number)
    case .add, .subtract, .remainder: return ((common, common), common)
    case .quotient:
      // How often one money goes into another is a whole number.
      if case .decimal = common { return ((common, common), .int) }
      return ((common, common), common)
    case .multiply:
      guard case .decimal = common else { return ((common, common), common) }
      let scales = [first, second].map { type -> Int in
        if case .decimal(let scale) = type { scale } else { 0 }
      }
      return (
        (.decimal(scale: scales[0]), .decimal(scale: scales[1])),
        .decimal(scale: scales[0] + scales[1])
      )
    }
  }

  private mutating func reportOperand(
    _ operation: Arithmetic, _ first: TypedExpression, _ second: TypedExpression,
    wrong: TypedExpression, _ span: Span
  ) {
    let (a, b) = (Message.type(first.type, schema), Message.type(second.type, schema))
    var hint: Bilingual?
    if first.type.isMoment || second.type.isMoment {
      hint = Bilingual("write `date + 30 days`", "请写“日期 + 30天”")
    } else if operation == .add, first.type.isTextual || second.type.isTextual {
      hint = Bilingual("turn it into a text: `text(…)`", "先转成文本：“文本(…)”")
    }
    report(
      .badOperand, span,
      Bilingual(
        "\(a.english) and \(b.english) cannot be reckoned with like this",
        "\(a.chinese)和\(b.chinese)不能这样计算"), hint: hint)
  }

  /// Reckons constants at once; what does not fit is an error of the text, not of the run.
  mutating func folded(_ expression: TypedExpression, _ span: Span) -> TypedExpression? {
    switch foldConstants(expression) {
    case .value(let value): return TypedExpression(.literal(value), expression.type)
    case .unknown: return expression
    case .overflow:
      report(
        .overflow, span,
        Bilingual("this number is too large", "这个数过大"))
      return nil
    }
  }

  // MARK: Dates

  private mutating func bindShift(
    _ base: Expression, _ operation: Arithmetic, _ amount: Expression, _ unit: CalendarUnit,
    _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let date = bind(base, in: scope)
    let count = bind(amount, in: scope)
    guard let date, let count else { return nil }
    guard let shiftUnit = ShiftUnit(unit) else { return reportTerm(span) }
    guard date.type.isMoment else {
      let what = Message.type(date.type, schema)
      report(
        .badOperand, base.span,
        Bilingual(
          "a length of time is added to a date; this is \(what.english)",
          "时间长度只能加在日期上；这里是\(what.chinese)"))
      return nil
    }
    guard count.type == .int else {
      report(
        .badOperand, amount.span,
        Bilingual("the length must be a whole number", "长度须是整数"))
      return nil
    }
    var signed = count
    if operation == .subtract {
      guard let negated = folded(TypedExpression(.negate(count), .int), amount.span) else {
        return nil
      }
      signed = negated
    }
    let shifted = TypedExpression(.shift(date, amount: signed, shiftUnit), date.type)
    return folded(shifted, span)
  }

  mutating func bindDifference(
    _ unit: CalendarUnit, _ from: Expression, _ to: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let first = bindMoment(from, isStart: true, in: scope)
    let second = bindMoment(to, isStart: false, in: scope)
    guard let first, let second else { return nil }
    guard let shiftUnit = ShiftUnit(unit) else { return reportTerm(span) }
    return difference(shiftUnit, from: first, to: second)
  }

  private func difference(
    _ unit: ShiftUnit, from: TypedExpression, to: TypedExpression
  ) -> TypedExpression {
    let type: ValueType = from.type == to.type ? from.type : .dateTime
    return TypedExpression(
      .difference(unit, from: converted(from, to: type), to: converted(to, to: type)), .int)
  }

  /// A date; a period stands for its first or last day.
  mutating func bindMoment(
    _ expression: Expression, isStart: Bool, in scope: Scope
  ) -> TypedExpression? {
    guard let bound = bind(expression, in: scope) else { return nil }
    if bound.type.isMoment { return bound }
    if bound.type == .period { return edge(isStart, of: bound) }
    if bound.type == .missing { return converted(bound, to: .date) }
    if case .text(let text)? = bound.constant, let day = Day(reading: text) {
      return TypedExpression(.literal(.date(day)), .date)
    }
    let what = Message.type(bound.type, schema)
    report(
      .badOperand, expression.span,
      Bilingual("a date is needed here; this is \(what.english)", "这里须是日期，而这是\(what.chinese)"))
    return nil
  }

  private mutating func reportTerm(_ span: Span) -> TypedExpression? {
    report(
      .impossiblePeriodPhrase, span,
      Bilingual("terms cannot be counted; they have no fixed length", "学期长短不一，不能用来计数"))
    return nil
  }
}

extension ShiftUnit {
  init?(_ unit: CalendarUnit) {
    switch unit {
    case .day: self = .day
    case .week: self = .week
    case .month: self = .month
    case .quarter: self = .quarter
    case .half: self = .half
    case .year: self = .year
    case .term: return nil
    }
  }

  var unit: Period.Unit {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    }
  }
}
