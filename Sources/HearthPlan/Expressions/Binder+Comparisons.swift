import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindComparison(
    _ operation: Comparison, _ left: Expression, _ right: Expression, _ span: Span,
    in scope: Scope
  ) -> TypedExpression? {
    if isValueLike(left, in: scope) && !isValueLike(right, in: scope) {
      return bindComparison(operation.flipped, right, left, span, in: scope)
    }
    guard let first = bind(left, in: scope) else {
      // What is wrong on the right besides may be said too, but not that a word is unknown.
      if !isValueLike(right, in: scope) { _ = bind(right, in: scope) }
      return nil
    }
    guard let second = bindOperand(right, against: first, in: scope) else { return nil }
    switch second {
    case .value(let value): return compare(operation, first, value, span)
    case .rows(let rows): return oneOf(operation, first, rows, span)
    case .never: return oneOf(operation, first, [], span)
    }
  }

  /// A literal, or a name that is no column: it takes its meaning from the other side.
  private mutating func isValueLike(_ expression: Expression, in scope: Scope) -> Bool {
    let inner = expression.unwrapped
    if let name = inner.bareWord {
      switch resolve(name.text, in: scope) {
      case nil: return bareFunctionKind(name.text) == nil
      case .word: return true
      case .value, .collection, .invalid, .ambiguous: return false
      }
    }
    switch inner.kind {
    case .integer, .text: return true
    case .decimal, .bool, .missing, .date, .dateTime, .period, .phrase, .name, .path, .call,
      .running, .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags,
      .range, .conditional, .duration, .difference, .boundary, .invalid:
      return false
    }
  }

  private mutating func oneOf(
    _ operation: Comparison, _ first: TypedExpression, _ values: [Value], _ span: Span
  ) -> TypedExpression? {
    let test = TypedExpression(.isOneOf(first, values), .bool)
    switch operation {
    case .equal: return test
    case .notEqual: return TypedExpression(.not(test), .bool)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      reportUnordered(first.type, span)
      return nil
    }
  }

  /// Two typed sides: the conversions put in, or an error when they cannot be compared.
  mutating func compare(
    _ operation: Comparison, _ first: TypedExpression, _ second: TypedExpression, _ span: Span
  ) -> TypedExpression? {
    if let special = compareDates(operation, first, second, span) { return special.expression }
    guard let type = commonType(first.type, second.type) else {
      reportIncomparable(first, second, span)
      return nil
    }
    let isEquality = operation == .equal || operation == .notEqual
    if !isEquality && !type.isOrdered {
      reportUnordered(type, span)
      return nil
    }
    if isEquality, let missing = missingTest(operation, first, second) { return missing }
    return TypedExpression(
      .compare(operation, converted(first, to: type), converted(second, to: type)), .bool)
  }

  /// `x = missing` asks whether x is missing.
  private func missingTest(
    _ operation: Comparison, _ first: TypedExpression, _ second: TypedExpression
  ) -> TypedExpression? {
    let (isFirst, isSecond) = (first.constant == .missing, second.constant == .missing)
    if isFirst && isSecond { return .bool(operation == .equal) }
    guard isFirst || isSecond else { return nil }
    let asked = isFirst ? second : first
    return TypedExpression(operation == .equal ? .isMissing(asked) : .isKnown(asked), .bool)
  }

  private struct Outcome { var expression: TypedExpression? }

  /// Dates beside date-times and periods; nil when it is neither.
  private mutating func compareDates(
    _ operation: Comparison, _ first: TypedExpression, _ second: TypedExpression, _ span: Span
  ) -> Outcome? {
    switch (first.type, second.type) {
    case (.dateTime, .date):
      // A date is a whole day: later that day is not after it.
      let day = TypedExpression(.call(.date, [first]), .date)
      return Outcome(expression: TypedExpression(.compare(operation, day, second), .bool))
    case (.date, .dateTime):
      let day = TypedExpression(.call(.date, [second]), .date)
      return Outcome(expression: TypedExpression(.compare(operation, first, day), .bool))
    case (.date, .period), (.dateTime, .period):
      return Outcome(expression: compareWithPeriod(operation, first, second, span))
    case (.period, .date), (.period, .dateTime):
      return Outcome(
        expression: compareWithPeriod(operation.flipped, second, first, span))
    case (_, _): return nil
    }
  }

  /// `date < 2026-10` is before its first day, `date <= 2026-10` up to its last one.
  private mutating func compareWithPeriod(
    _ operation: Comparison, _ date: TypedExpression, _ period: TypedExpression, _ span: Span
  ) -> TypedExpression? {
    switch operation {
    case .less, .greaterOrEqual: return compare(operation, date, edge(true, of: period), span)
    case .lessOrEqual, .greater: return compare(operation, date, edge(false, of: period), span)
    case .equal, .notEqual:
      report(
        .incomparable, span,
        Bilingual("a date lies in a period; it does not equal one", "日期在时段之内，不会等于时段"),
        hint: Bilingual("write `in` instead", "请改用“在”"))
      return nil
    }
  }

  private mutating func reportUnordered(_ type: ValueType, _ span: Span) {
    let what = Message.type(type, schema)
    report(
      .incomparable, span,
      Bilingual("\(what.english) has no order", "\(what.chinese)没有大小之分"),
      hint: Bilingual("only `=` and `!=` make sense here", "这里只能用 = 或 !="))
  }

  private mutating func reportIncomparable(
    _ first: TypedExpression, _ second: TypedExpression, _ span: Span
  ) {
    let (left, right) = (name(of: first), name(of: second))
    let (a, b) = (Message.type(first.type, schema), Message.type(second.type, schema))
    _ = right
    var hint: Bilingual?
    if case .tags = first.type { hint = Bilingual("write `has` instead", "请改用“含”") }
    report(
      .incomparable, span,
      Bilingual(
        "\(left.english) is \(a.english); it cannot be compared with \(b.english)",
        "\(left.chinese)是\(a.chinese)，不能与\(b.chinese)比较"), hint: hint)
  }
}

extension Comparison {
  /// The same comparison with its sides exchanged.
  var flipped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension ValueType {
  /// Whether `<` means something.
  var isOrdered: Bool {
    switch self {
    case .text, .category, .int, .number, .decimal, .bool, .date, .dateTime, .period, .missing:
      true
    case .tags, .link, .list: false
    }
  }
}
