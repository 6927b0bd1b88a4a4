import HearthData
import HearthPlan

/// What an expression needs from where it stands, by how many rows outside: bit 0 is its own row,
/// bit 1 the row outside, and so on.
struct Reach: Equatable {
  /// Fields, definitions and links of the row.
  var rows: UInt64 = 0
  /// Computed columns and results of the frame.
  var frame: UInt64 = 0

  mutating func formUnion(_ other: Reach) {
    rows |= other.rows
    frame |= other.frame
  }

  /// Seen from one row further inside.
  var outwards: Reach { Reach(rows: rows << 1, frame: frame << 1) }
  /// Seen from one row further outside, without what the inner row itself has.
  var inwards: Reach { Reach(rows: rows >> 1, frame: frame >> 1) }

  /// Whether a column for the whole entity (and one row outside for each) holds all it needs.
  var isOfWholeEntity: Bool { frame >> 1 == 0 && rows >> 2 == 0 }
}

extension TypedExpression {
  /// The expressions inside this one that are evaluated for the same row.
  var operands: [TypedExpression] {
    switch kind {
    case .literal, .slot, .field, .row, .definition, .linked, .result, .outer: []
    case .follow(.value(let link), let inner): [link, inner]
    case .follow(.link, let inner), .follow(.level, let inner): [inner]
    case .negate(let a), .not(let a), .isMissing(let a), .isKnown(let a), .isOneOf(let a, _),
      .hasTags(let a, _, _), .listHas(let a, _, _), .convert(let a), .boundary(_, let a):
      [a]
    case .compare(_, let a, let b), .arithmetic(_, let a, let b), .join(let a, let b),
      .inPeriod(let a, let b), .textMatch(_, let a, let b), .coalesce(let a, let b),
      .shift(let a, let b, _), .difference(_, let a, let b), .makePeriod(let a, let b):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    case .and(let parts), .or(let parts), .call(_, let parts): parts
    }
  }

  func reach(_ definitions: [PlannedDefinition]) -> Reach {
    switch kind {
    case .slot, .result: return Reach(frame: 1)
    case .field, .row, .definition: return Reach(rows: 1)
    case .outer(let inner): return inner.reach(definitions).outwards
    case .linked(let linked):
      var reach = linked.aggregate.reach(definitions).inwards
      reach.rows |= 1
      return reach
    case .follow(let hop, let inner):
      var reach = inner.reach(definitions)
      switch hop {
      case .link, .level: reach.rows |= 1
      case .value(let link): reach.formUnion(link.reach(definitions))
      }
      return reach
    case .literal, .negate, .not, .and, .or, .compare, .arithmetic, .join, .isMissing, .isKnown,
      .isOneOf, .inPeriod, .textMatch, .hasTags, .listHas, .conditional, .coalesce, .call,
      .convert, .shift, .difference, .boundary, .makePeriod:
      return operands.reduce(into: Reach()) { $0.formUnion($1.reach(definitions)) }
    }
  }
}

extension Aggregate {
  /// All that is evaluated for the rows of its groups.
  private var inner: [TypedExpression] {
    [argument, filter].compactMap { $0 } + order.map(\.expression)
  }

  func reach(_ definitions: [PlannedDefinition]) -> Reach {
    inner.reduce(into: Reach()) { $0.formUnion($1.reach(definitions)) }
  }
}

extension Compiler {
  /// Neither raises errors nor counts anything, whatever the rows.
  func isTotal(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .arithmetic, .negate, .shift, .join, .linked: false
    case .convert(let operand): operand.isLiteral || isTotalConversion(operand, expression.type)
    case .call(let function, let arguments):
      function.isTotal && arguments.allSatisfy(isTotal)
    case .textMatch(let match, _, let pattern):
      (match != .matches || pattern.isLiteral) && expression.operands.allSatisfy(isTotal)
    case .definition(let definition):
      (try? scope.body(of: definition)).map(isTotal) ?? false
    case .outer(let inner): isTotal(inner)
    case .literal, .slot, .field, .row, .follow, .result, .not, .and, .or, .compare, .isMissing,
      .isKnown, .isOneOf, .inPeriod, .hasTags, .listHas, .conditional, .coalesce, .difference,
      .boundary, .makePeriod:
      expression.operands.allSatisfy(isTotal)
    }
  }

  private func isTotalConversion(_ operand: TypedExpression, _ type: ValueType) -> Bool {
    switch (operand.type, type) {
    case (.category, .text), (.link, .text), (.date, .dateTime), (.int, .number),
      (.decimal, .number), (.missing, _):
      isTotal(operand)
    default: false
    }
  }

  /// Total, and a few passes over arrays.
  func isLight(_ expression: TypedExpression) -> Bool {
    guard isTotal(expression) else { return false }
    switch expression.kind {
    case .textMatch(_, let text, _): return text.isCategoryText
    case .call, .definition, .join, .listHas: return false
    case .literal, .slot, .field, .row, .follow, .outer, .linked, .result, .negate, .not, .and,
      .or, .compare, .arithmetic, .isMissing, .isKnown, .isOneOf, .inPeriod, .hasTags,
      .conditional, .coalesce, .convert, .shift, .difference, .boundary, .makePeriod:
      return expression.operands.allSatisfy(isLight)
    }
  }
}

extension TypedExpression {
  var isLiteral: Bool { literal != nil }

  var literal: Value? {
    if case .literal(let value) = kind { value } else { nil }
  }

  /// A category, or the text of one.
  var categorySource: TypedExpression? {
    if case .category = type { return self }
    if case .convert(let operand) = kind, type == .text, case .category = operand.type {
      return operand
    }
    return nil
  }

  var isCategoryText: Bool { categorySource != nil }
}

extension ScalarFunction {
  /// Neither raises errors nor counts, whatever the arguments.
  var isTotal: Bool {
    switch self {
    case .lower, .upper, .trim, .trimStart, .trimEnd, .length, .pinyin, .initials, .mask, .day,
      .month, .quarter, .half, .year, .week, .weekday, .period, .band, .min, .max, .pi:
      true
    case .abs, .round, .floor, .ceil, .sqrt, .ln, .log10, .log, .exp, .sin, .cos, .tan, .asin,
      .acos, .atan, .substring, .replace, .split, .format, .text, .number, .int, .date:
      false
    }
  }
}
