import HearthData
import HearthText

extension Binder {
  /// The type that holds the values of both, or nil when there is none.
  func commonType(_ a: ValueType, _ b: ValueType) -> ValueType? {
    if a == b { return a }
    switch (a, b) {
    case (.missing, _): return b
    case (_, .missing): return a
    case (.number, .int), (.number, .decimal), (.int, .number), (.decimal, .number):
      return .number
    case (.int, .decimal): return b
    case (.decimal, .int): return a
    case (.decimal(let first), .decimal(let second)): return .decimal(scale: max(first, second))
    case (.date, .dateTime), (.dateTime, .date): return .dateTime
    case (.category(let first), .category(let second)):
      if let one = closedValues(first), one == closedValues(second) { return a }
      return .text
    case (.category, .text), (.text, .category), (.link, .text), (.text, .link): return .text
    case (.tags(let first), .tags(let second)):
      if let one = closedValues(first), one == closedValues(second) { return a }
      return nil
    case (.link(let first, _), .link(let second, _)): return first == second ? a : nil
    case (.list(let first), .list(let second)):
      return commonType(first, second).map { .list($0) }
    case (_, _): return nil
    }
  }

  /// The values of a domain that are known without data.
  func closedValues(_ domain: CategoryDomain) -> CategoryDictionary? {
    switch domain {
    case .field(let id): schema[id].closedValues
    case .fixed(let values): values
    }
  }

  /// The expression as a value of another type that `commonType` or a rule has allowed.
  func converted(_ expression: TypedExpression, to type: ValueType) -> TypedExpression {
    if expression.type == type { return expression }
    // The row is the same, however it is printed.
    if case .link = type, case .link = expression.type {
      return TypedExpression(expression.kind, type)
    }
    if let value = expression.constant, let folded = fold(value, to: type, from: expression.type) {
      return TypedExpression(.literal(folded), type)
    }
    return TypedExpression(.convert(expression), type)
  }

  private func fold(_ value: Value, to type: ValueType, from: ValueType) -> Value? {
    switch (value, type) {
    case (.missing, _): return .missing
    case (.int(let number), .number): return .number(Double(number))
    case (.int(let number), .decimal(let scale)):
      return Decimal(number).rescaled(to: scale).map { .decimal($0) }
    case (.decimal(let decimal), .number): return .number(decimal.approximation)
    case (.decimal(let decimal), .decimal(let scale)):
      return decimal.rescaled(to: scale).map { .decimal($0) }
    case (.date(let day), .dateTime): return .dateTime(Int64(day.number) * 86_400)
    case (.date(let day), .period): return .period(Period(.day, containing: day))
    case (.category(let position), .category(let domain)):
      guard case .category(let source) = from, let values = closedValues(source),
        let target = closedValues(domain)
      else { return nil }
      return target.position(of: values.entries[position].english).map { .category($0) }
    case (_, _): return nil
    }
  }

  /// The first or last day of a period.
  func edge(_ isStart: Bool, of period: TypedExpression) -> TypedExpression {
    if case .period(let value)? = period.constant {
      return TypedExpression(.literal(.date(isStart ? value.start : value.lastDay)), .date)
    }
    return TypedExpression(.boundary(isStart: isStart, period), .date)
  }
}

extension ValueType {
  var isNumeric: Bool {
    switch self {
    case .int, .number, .decimal: true
    case .text, .category, .tags, .bool, .date, .dateTime, .period, .link, .list, .missing: false
    }
  }

  /// What can stand where a text is wanted.
  var isTextual: Bool {
    switch self {
    case .text, .category, .link: true
    case .tags, .int, .number, .decimal, .bool, .date, .dateTime, .period, .list, .missing: false
    }
  }

  var isMoment: Bool { self == .date || self == .dateTime }
}
