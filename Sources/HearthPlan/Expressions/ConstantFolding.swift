import HearthData

/// What is known of an operation whose operands are constants.
enum Folding {
  case value(Value)
  case overflow
  case unknown
}

/// Reckons one operation if all its operands are literals; used while binding, so that overflow is
/// an error of the text, and by the optimiser.
func foldConstants(_ expression: TypedExpression) -> Folding {
  switch expression.kind {
  case .negate(let inner):
    guard let value = inner.constant else { return .unknown }
    return foldNegation(value)
  case .arithmetic(let operation, let left, let right):
    guard let first = left.constant, let second = right.constant else { return .unknown }
    if first == .missing || second == .missing { return .value(.missing) }
    return foldArithmetic(operation, first, second, expression.type)
  case .shift(let date, let amount, let unit):
    guard case .date(let day)? = date.constant, case .int(let count)? = amount.constant else {
      return .unknown
    }
    guard let count = Int(exactly: count), let shifted = day.adding(count, unit.unit) else {
      return .overflow
    }
    return .value(.date(shifted))
  case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .not, .and,
    .or, .compare, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags,
    .listHas, .conditional, .coalesce, .call, .convert, .difference, .boundary, .makePeriod:
    return .unknown
  }
}

private func foldNegation(_ value: Value) -> Folding {
  switch value {
  case .missing: .value(.missing)
  case .int(let number): checked(Int64(0).subtractingReportingOverflow(number))
  case .number(let number): .value(.number(-number))
  case .decimal(let decimal): decimal.negated.map { .value(.decimal($0)) } ?? .overflow
  case .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list: .unknown
  }
}

private func foldArithmetic(
  _ operation: Arithmetic, _ first: Value, _ second: Value, _ type: ValueType
) -> Folding {
  switch (first, second) {
  case (.int(let a), .int(let b)): foldWhole(operation, a, b)
  case (.number(let a), .number(let b)): foldNumber(operation, a, b)
  case (.decimal(let a), .decimal(let b)): foldDecimal(operation, a, b, type)
  case (_, _): .unknown
  }
}

private func foldWhole(_ operation: Arithmetic, _ a: Int64, _ b: Int64) -> Folding {
  switch operation {
  case .add: checked(a.addingReportingOverflow(b))
  case .subtract: checked(a.subtractingReportingOverflow(b))
  case .multiply: checked(a.multipliedReportingOverflow(by: b))
  // Division by zero is counted while running.
  case .quotient: b == 0 ? .unknown : checked(a.dividedReportingOverflow(by: b))
  case .remainder: b == 0 || b == -1 ? .unknown : .value(.int(a % b))
  case .divide, .power: .unknown
  }
}

private func foldNumber(_ operation: Arithmetic, _ a: Double, _ b: Double) -> Folding {
  let result: Double
  switch operation {
  case .add: result = a + b
  case .subtract: result = a - b
  case .multiply: result = a * b
  case .divide:
    if b == 0 { return .unknown }
    result = a / b
  case .quotient, .remainder, .power: return .unknown
  }
  return result.isFinite ? .value(.number(result)) : .unknown
}

private func foldDecimal(
  _ operation: Arithmetic, _ a: Decimal, _ b: Decimal, _ type: ValueType
) -> Folding {
  guard case .decimal(let scale) = type else { return .unknown }
  let result: Decimal?
  switch operation {
  case .add: result = a.adding(b)
  case .subtract: result = a.subtracting(b)
  case .multiply: result = a.multiplied(by: b)
  case .divide, .quotient, .remainder, .power: return .unknown
  }
  return result?.rescaled(to: scale).map { .value(.decimal($0)) } ?? .overflow
}

/// `Int64.min` means missing in a column, so it is no value.
private func checked(_ outcome: (partialValue: Int64, overflow: Bool)) -> Folding {
  outcome.overflow || outcome.partialValue == .min ? .overflow : .value(.int(outcome.partialValue))
}
