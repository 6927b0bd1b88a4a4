import HearthData

extension TypedExpression {
  /// Every part replaced for which `transform` has an answer, the outermost first; what it answers
  /// is not looked into again.
  package func mapped(_ transform: (TypedExpression) -> TypedExpression?) -> TypedExpression {
    if let replaced = transform(self) { return replaced }
    return TypedExpression(mappedKind(transform), type)
  }

  /// Every part rebuilt, the innermost first.
  func rebuilt(_ transform: (TypedExpression) -> TypedExpression) -> TypedExpression {
    transform(TypedExpression(mappedKind { $0.rebuilt(transform) }, type))
  }

  private func mappedKind(_ transform: (TypedExpression) -> TypedExpression?) -> Kind {
    func map(_ inner: TypedExpression) -> TypedExpression { inner.mapped(transform) }
    switch kind {
    case .literal, .slot, .field, .row, .definition, .result: return kind
    case .follow(let hop, let inner):
      if case .value(let start) = hop { return .follow(.value(map(start)), map(inner)) }
      return .follow(hop, map(inner))
    case .outer(let inner): return .outer(map(inner))
    case .linked(let linked):
      return .linked(
        LinkedAggregate(
          collection: linked.collection, aggregate: linked.aggregate.mapped(transform)))
    case .negate(let inner): return .negate(map(inner))
    case .not(let inner): return .not(map(inner))
    case .and(let operands): return .and(operands.map(map))
    case .or(let operands): return .or(operands.map(map))
    case .compare(let operation, let left, let right):
      return .compare(operation, map(left), map(right))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, map(left), map(right))
    case .join(let left, let right): return .join(map(left), map(right))
    case .isMissing(let inner): return .isMissing(map(inner))
    case .isKnown(let inner): return .isKnown(map(inner))
    case .isOneOf(let inner, let values): return .isOneOf(map(inner), values)
    case .inPeriod(let inner, let period): return .inPeriod(map(inner), period: map(period))
    case .textMatch(let match, let left, let right): return .textMatch(match, map(left), map(right))
    case .hasTags(let inner, let test, let mask): return .hasTags(map(inner), test, mask: mask)
    case .listHas(let inner, let test, let values): return .listHas(map(inner), test, values)
    case .conditional(let test, let then, let otherwise):
      return .conditional(map(test), then: map(then), otherwise: map(otherwise))
    case .coalesce(let left, let right): return .coalesce(map(left), map(right))
    case .call(let function, let arguments): return .call(function, arguments.map(map))
    case .convert(let inner): return .convert(map(inner))
    case .shift(let date, let amount, let unit):
      return .shift(map(date), amount: map(amount), unit)
    case .difference(let unit, let from, let to):
      return .difference(unit, from: map(from), to: map(to))
    case .boundary(let isStart, let inner): return .boundary(isStart: isStart, map(inner))
    case .makePeriod(let first, let last):
      return .makePeriod(first: map(first), last: map(last))
    }
  }

  /// The parts directly inside.
  package var children: [TypedExpression] {
    switch kind {
    case .literal, .slot, .field, .row, .definition, .result: return []
    case .follow(let hop, let inner):
      if case .value(let start) = hop { return [start, inner] }
      return [inner]
    case .linked(let linked): return linked.aggregate.expressions
    case .outer(let inner), .negate(let inner), .not(let inner), .isMissing(let inner),
      .isKnown(let inner), .isOneOf(let inner, _), .hasTags(let inner, _, _),
      .listHas(let inner, _, _), .convert(let inner), .boundary(_, let inner):
      return [inner]
    case .and(let operands), .or(let operands), .call(_, let operands): return operands
    case .compare(_, let left, let right), .arithmetic(_, let left, let right),
      .join(let left, let right), .inPeriod(let left, let right),
      .textMatch(_, let left, let right), .coalesce(let left, let right),
      .shift(let left, let right, _), .difference(_, let left, let right),
      .makePeriod(let left, let right):
      return [left, right]
    case .conditional(let test, let then, let otherwise): return [test, then, otherwise]
    }
  }

  /// Whether a part of it, or itself, satisfies a test.
  package func contains(where test: (TypedExpression) -> Bool) -> Bool {
    test(self) || children.contains { $0.contains(where: test) }
  }

  /// The computed columns of the frame that it reads.
  package var slots: Set<SlotID> {
    var result: Set<SlotID> = []
    collectSlots(&result)
    return result
  }

  private func collectSlots(_ result: inout Set<SlotID>) {
    if case .slot(let slot) = kind { result.insert(slot) }
    for child in children { child.collectSlots(&result) }
  }
}

extension Aggregate {
  /// Argument, filter and order.
  package var expressions: [TypedExpression] {
    [argument, filter].compactMap { $0 } + order.map(\.expression)
  }

  func mapped(_ transform: (TypedExpression) -> TypedExpression?) -> Aggregate {
    var result = self
    result.argument = argument?.mapped(transform)
    result.filter = filter?.mapped(transform)
    result.order = order.map { $0.mapped(transform) }
    return result
  }
}

extension PlannedSortKey {
  func mapped(_ transform: (TypedExpression) -> TypedExpression?) -> PlannedSortKey {
    PlannedSortKey(expression.mapped(transform), isDescending: isDescending)
  }
}

extension Window {
  package var expressions: [TypedExpression] {
    switch self {
    case .rowNumber: []
    case .whole(let aggregate), .running(let aggregate): aggregate.expressions
    case .neighbour(let expression, _): [expression]
    }
  }

  func mapped(_ transform: (TypedExpression) -> TypedExpression?) -> Window {
    switch self {
    case .rowNumber: .rowNumber
    case .whole(let aggregate): .whole(aggregate.mapped(transform))
    case .running(let aggregate): .running(aggregate.mapped(transform))
    case .neighbour(let expression, let distance):
      .neighbour(expression.mapped(transform), distance: distance)
    }
  }
}
