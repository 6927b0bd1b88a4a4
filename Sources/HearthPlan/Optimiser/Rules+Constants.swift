import HearthData
import HearthText

extension Optimiser {
  static let foldConstants = OptimiserRule(
    name: "fold constants",
    documentation: Bilingual(
      "What is known before the run is reckoned once; conditions that always hold go.",
      "运行前已知的先算好；恒成立的条件去掉。")
  ) { plan in
    let folded = rewritingExpressions(plan, simplified)
    guard (folded ?? plan).steps.contains(where: \.keepsAllRows) else { return folded }
    var result = folded ?? plan
    result.steps.removeAll(where: \.keepsAllRows)
    return result
  }

  /// One node whose parts are already simple.
  static func simplified(_ expression: TypedExpression) -> TypedExpression? {
    switch expression.kind {
    case .not(let inner): return negated(inner)
    case .and(let parts): return joined(parts, neutral: true, TypedExpression.conjunction)
    case .or(let parts): return joined(parts, neutral: false, TypedExpression.disjunction)
    case .isOneOf(let part, let values): return oneOf(part, values)
    case .isMissing(let part): return part.constant.map { .bool($0 == .missing) }
    case .isKnown(let part): return part.constant.map { .bool($0 != .missing) }
    case .inPeriod(let part, let period): return within(part, period)
    case .compare(let operation, let left, let right): return compared(operation, left, right)
    case .conditional(let test, let then, let otherwise):
      guard let value = test.constant else { return nil }
      return value == .bool(true) ? then : otherwise
    case .coalesce(let left, let right):
      guard let value = left.constant else { return nil }
      return value == .missing ? right : left
    case .boundary(let isStart, let part):
      guard case .period(let period)? = part.constant else { return nil }
      return TypedExpression(.literal(.date(isStart ? period.start : period.lastDay)), .date)
    case .negate, .arithmetic, .shift:
      guard case .value(let value) = HearthPlan.foldConstants(expression) else { return nil }
      return TypedExpression(.literal(value), expression.type)
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .join,
      .textMatch, .hasTags, .listHas, .call, .convert, .difference, .makePeriod:
      return nil
    }
  }

  /// `=` and `!=` are each other's exact negation, as are missing and known.
  private static func negated(_ inner: TypedExpression) -> TypedExpression? {
    switch inner.kind {
    case .literal(.bool(let value)): return .bool(!value)
    case .not(let twice): return twice
    case .isMissing(let part): return TypedExpression(.isKnown(part), .bool)
    case .isKnown(let part): return TypedExpression(.isMissing(part), .bool)
    case .compare(.equal, let left, let right):
      return TypedExpression(.compare(.notEqual, left, right), .bool)
    case .compare(.notEqual, let left, let right):
      return TypedExpression(.compare(.equal, left, right), .bool)
    case .literal, .compare, .slot, .field, .row, .definition, .follow, .outer, .linked, .result,
      .negate, .and, .or, .arithmetic, .join, .isOneOf, .inPeriod, .textMatch, .hasTags, .listHas,
      .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      return nil
    }
  }

  /// Flat, each condition once, without those that decide nothing.
  private static func joined(
    _ parts: [TypedExpression], neutral: Bool, _ join: ([TypedExpression]) -> TypedExpression
  ) -> TypedExpression? {
    if parts.contains(where: { $0.constant == .bool(!neutral) }) { return .bool(!neutral) }
    if parts.areFewAndDifferent, !parts.contains(where: { $0.constant == .bool(neutral) }) {
      return nil
    }
    var kept: [TypedExpression] = []
    var seen: Set<TypedExpression> = []
    for part in parts where part.constant != .bool(neutral) && seen.insert(part).inserted {
      kept.append(part)
    }
    if kept.count == parts.count { return nil }
    return kept.isEmpty ? .bool(neutral) : join(kept)
  }

  private static func oneOf(
    _ part: TypedExpression, _ values: [Value]
  ) -> TypedExpression? {
    if values.isEmpty { return .bool(false) }
    if values == [.missing] { return TypedExpression(.isMissing(part), .bool) }
    var seen: Set<Value> = []
    let unique = values.filter { seen.insert($0).inserted }
    if unique.count == 1 {
      let value = TypedExpression(.literal(unique[0]), part.type)
      return TypedExpression(.compare(.equal, part, value), .bool)
    }
    return unique.count == values.count ? nil : TypedExpression(.isOneOf(part, unique), .bool)
  }

  private static func within(
    _ part: TypedExpression, _ period: TypedExpression
  ) -> TypedExpression? {
    guard case .period(let range)? = period.constant else { return nil }
    if range.isEmpty { return .bool(false) }
    if case .date(let day)? = part.constant { return .bool(range.contains(day)) }
    return nil
  }

  /// Whole numbers, dates and values of one category compare as numbers.
  private static func compared(
    _ operation: Comparison, _ left: TypedExpression, _ right: TypedExpression
  ) -> TypedExpression? {
    guard let a = left.constant?.ordinal, let b = right.constant?.ordinal else { return nil }
    switch operation {
    case .equal: return .bool(a == b)
    case .notEqual: return .bool(a != b)
    case .less: return .bool(a < b)
    case .lessOrEqual: return .bool(a <= b)
    case .greater: return .bool(a > b)
    case .greaterOrEqual: return .bool(a >= b)
    }
  }
}

extension [TypedExpression] {
  /// So few that comparing each with each takes less time than hashing them, and no two the same.
  fileprivate var areFewAndDifferent: Bool {
    guard count <= 8 else { return false }
    return indices.allSatisfy { place in !self[..<place].contains(self[place]) }
  }
}

extension PlanStep {
  /// Whether it is a filter whose condition always holds.
  fileprivate var keepsAllRows: Bool {
    if case .filter(let condition) = kind { condition.constant == .bool(true) } else { false }
  }
}

extension Value {
  /// A number in the value's own order, for the kinds that have one.
  fileprivate var ordinal: Int64? {
    switch self {
    case .int(let number): number
    case .date(let day): Int64(day.number)
    case .category(let position): Int64(position)
    case .bool(let value): value ? 1 : 0
    case .missing, .text, .number, .decimal, .dateTime, .period, .tags, .row, .list: nil
    }
  }
}
