import HearthData

extension TypedExpression {
  /// Every part replaced for which `transform` has an answer, the outermost first; what it answers
  /// is not looked into again.
  package func mapped(_ transform: (TypedExpression) -> TypedExpression?) -> TypedExpression {
    replaced(transform) ?? self
  }

  /// The same, or nil when `transform` has no answer for any part.
  func replaced(_ transform: (TypedExpression) -> TypedExpression?) -> TypedExpression? {
    if let answer = transform(self) { return answer }
    return changedKind { $0.replaced(transform) }.map { TypedExpression($0, type) }
  }

  /// Every part replaced for which `transform` has an answer, the innermost first, so that it sees
  /// parts already replaced; nil when it has none for any part.
  func rebuilt(_ transform: (TypedExpression) -> TypedExpression?) -> TypedExpression? {
    guard let kind = changedKind({ $0.rebuilt(transform) }) else { return transform(self) }
    let inner = TypedExpression(kind, type)
    return transform(inner) ?? inner
  }

  /// The node with the parts directly inside changed; nil when `change` leaves them all, for then
  /// nothing needs to be built anew.
  private func changedKind(_ change: (TypedExpression) -> TypedExpression?) -> Kind? {
    func one(_ part: TypedExpression, _ make: (TypedExpression) -> Kind) -> Kind? {
      change(part).map(make)
    }
    func two(
      _ left: TypedExpression, _ right: TypedExpression,
      _ make: (TypedExpression, TypedExpression) -> Kind
    ) -> Kind? {
      let (newLeft, newRight) = (change(left), change(right))
      if newLeft == nil && newRight == nil { return nil }
      return make(newLeft ?? left, newRight ?? right)
    }
    switch kind {
    case .literal, .slot, .field, .row, .definition, .result: return nil
    case .follow(.value(let start), let inner): return two(start, inner) { .follow(.value($0), $1) }
    case .follow(let hop, let inner): return one(inner) { .follow(hop, $0) }
    case .outer(let inner): return one(inner) { .outer($0) }
    case .linked(var linked):
      guard let aggregate = linked.aggregate.changed(change) else { return nil }
      linked.aggregate = aggregate
      return .linked(linked)
    case .negate(let inner): return one(inner) { .negate($0) }
    case .not(let inner): return one(inner) { .not($0) }
    case .and(let operands): return operands.changed(change).map { .and($0) }
    case .or(let operands): return operands.changed(change).map { .or($0) }
    case .compare(let operation, let left, let right):
      return two(left, right) { .compare(operation, $0, $1) }
    case .arithmetic(let operation, let left, let right):
      return two(left, right) { .arithmetic(operation, $0, $1) }
    case .join(let left, let right): return two(left, right) { .join($0, $1) }
    case .isMissing(let inner): return one(inner) { .isMissing($0) }
    case .isKnown(let inner): return one(inner) { .isKnown($0) }
    case .isOneOf(let inner, let values): return one(inner) { .isOneOf($0, values) }
    case .inPeriod(let inner, let period): return two(inner, period) { .inPeriod($0, period: $1) }
    case .textMatch(let match, let left, let right):
      return two(left, right) { .textMatch(match, $0, $1) }
    case .hasTags(let inner, let test, let mask):
      return one(inner) { .hasTags($0, test, mask: mask) }
    case .listHas(let inner, let test, let values): return one(inner) { .listHas($0, test, values) }
    case .conditional(let test, let then, let otherwise):
      return [test, then, otherwise].changed(change).map {
        .conditional($0[0], then: $0[1], otherwise: $0[2])
      }
    case .coalesce(let left, let right): return two(left, right) { .coalesce($0, $1) }
    case .call(let function, let arguments):
      return arguments.changed(change).map { .call(function, $0) }
    case .convert(let inner): return one(inner) { .convert($0) }
    case .shift(let date, let amount, let unit):
      return two(date, amount) { .shift($0, amount: $1, unit) }
    case .difference(let unit, let from, let to):
      return two(from, to) { .difference(unit, from: $0, to: $1) }
    case .boundary(let isStart, let inner): return one(inner) { .boundary(isStart: isStart, $0) }
    case .makePeriod(let first, let last):
      return two(first, last) { .makePeriod(first: $0, last: $1) }
    }
  }

  /// The parts directly inside, one after the other.
  package func forEachChild(_ body: (TypedExpression) -> Void) {
    switch kind {
    case .literal, .slot, .field, .row, .definition, .result: break
    case .follow(let hop, let inner):
      if case .value(let start) = hop { body(start) }
      body(inner)
    case .linked(let linked): linked.aggregate.forEachExpression(body)
    case .outer(let inner), .negate(let inner), .not(let inner), .isMissing(let inner),
      .isKnown(let inner), .isOneOf(let inner, _), .hasTags(let inner, _, _),
      .listHas(let inner, _, _), .convert(let inner), .boundary(_, let inner):
      body(inner)
    case .and(let operands), .or(let operands), .call(_, let operands): operands.forEach(body)
    case .compare(_, let left, let right), .arithmetic(_, let left, let right),
      .join(let left, let right), .inPeriod(let left, let right),
      .textMatch(_, let left, let right), .coalesce(let left, let right),
      .shift(let left, let right, _), .difference(_, let left, let right),
      .makePeriod(let left, let right):
      body(left)
      body(right)
    case .conditional(let test, let then, let otherwise):
      body(test)
      body(then)
      body(otherwise)
    }
  }

  /// The parts directly inside.
  package var children: [TypedExpression] {
    var children: [TypedExpression] = []
    forEachChild { children.append($0) }
    return children
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

  package func collectSlots(_ result: inout Set<SlotID>) {
    if case .slot(let slot) = kind { result.insert(slot) }
    forEachChild { $0.collectSlots(&result) }
  }
}

extension Aggregate {
  /// Argument, filter and order.
  package var expressions: [TypedExpression] {
    var expressions: [TypedExpression] = []
    forEachExpression { expressions.append($0) }
    return expressions
  }

  package func forEachExpression(_ body: (TypedExpression) -> Void) {
    if let argument { body(argument) }
    if let filter { body(filter) }
    for key in order { body(key.expression) }
  }

  /// With those expressions changed; nil when `change` leaves them all.
  func changed(_ change: (TypedExpression) -> TypedExpression?) -> Aggregate? {
    let newArgument = argument.flatMap(change)
    let newFilter = filter.flatMap(change)
    let newOrder = order.changed { $0.changed(change) }
    if newArgument == nil && newFilter == nil && newOrder == nil { return nil }
    var result = self
    result.argument = newArgument ?? argument
    result.filter = newFilter ?? filter
    result.order = newOrder ?? order
    return result
  }
}

extension PlannedSortKey {
  func changed(_ change: (TypedExpression) -> TypedExpression?) -> PlannedSortKey? {
    change(expression).map { PlannedSortKey($0, isDescending: isDescending) }
  }
}

extension Array {
  /// With the elements changed for which `change` has an answer; nil when it has none, and then no
  /// array is made.
  func changed(_ change: (Element) -> Element?) -> [Element]? {
    var result: [Element]?
    for (index, element) in enumerated() {
      guard let new = change(element) else { continue }
      if result == nil { result = self }
      result?[index] = new
    }
    return result
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
}
