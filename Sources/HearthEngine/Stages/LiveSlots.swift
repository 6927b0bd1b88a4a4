import HearthPlan

extension [PlanStep] {
  /// For each step the slots that it or a later one reads, and last those that `needed` names: what
  /// a frame must hold before it, so that rows are moved without columns that nobody asks for.
  func liveSlots(needed: Set<SlotID>) -> [Set<SlotID>] {
    var live = [needed]
    for step in reversed() { live.append(step.kind.slotsRead(for: live[live.count - 1])) }
    return live.reversed()
  }
}

extension PlanStep.Kind {
  /// The slots that must be there before the step for `needed` to be there after it.
  fileprivate func slotsRead(for needed: Set<SlotID>) -> Set<SlotID> {
    var slots = needed
    switch self {
    case .filter(let predicate): predicate.collectSlots(into: &slots)
    case .compute(let assignments): assignments.collectSlots(into: &slots)
    case .window(let stage):
      stage.assignments.collectSlots(into: &slots)
      for window in stage.windows { window.collectSlots(into: &slots) }
      for expression in stage.per { expression.collectSlots(into: &slots) }
      stage.order.collectSlots(into: &slots)
    case .sort(let keys): keys.collectSlots(into: &slots)
    case .slice(_, _, let per, let order):
      for expression in per { expression.collectSlots(into: &slots) }
      order.collectSlots(into: &slots)
    case .top(_, let key, let per):
      for expression in per { expression.collectSlots(into: &slots) }
      [key].collectSlots(into: &slots)
    case .distinct(let expressions):
      for expression in expressions { expression.collectSlots(into: &slots) }
    case .sample: break
    case .group(let stage): slots = stage.slotsRead
    case .expand(_, let filter, let carried):
      slots = []
      filter?.collectSlots(into: &slots)
      for assignment in carried { assignment.expression.collectSlots(into: &slots) }
    case .join(let stage):
      for (slot, _) in stage.carried { slots.remove(slot) }
      for (slot, left, _) in stage.merged {
        slots.remove(slot)
        left.collectSlots(into: &slots)
      }
      for (left, _) in stage.conditions { left.collectSlots(into: &slots) }
    case .union(_, let columns):
      slots = []
      for column in columns { column.left?.collectSlots(into: &slots) }
    case .match(_, _, let columns):
      for column in columns { column.left.collectSlots(into: &slots) }
    case .suppress(_, let measures, let keys): slots.formUnion(measures + keys)
    }
    return slots
  }
}

extension GroupStage {
  fileprivate var slotsRead: Set<SlotID> {
    var slots = Set<SlotID>()
    for key in keys { key.expression.collectSlots(into: &slots) }
    for aggregate in aggregates { aggregate.collectSlots(into: &slots) }
    across?.expression.collectSlots(into: &slots)
    // Measures read the keys' slots, which the stage makes itself.
    return slots
  }
}

extension Window {
  fileprivate func collectSlots(into slots: inout Set<SlotID>) {
    switch self {
    case .rowNumber: break
    case .whole(let aggregate), .running(let aggregate): aggregate.collectSlots(into: &slots)
    case .neighbour(let expression, _): expression.collectSlots(into: &slots)
    }
  }
}

extension [Assignment] {
  /// Later assignments may read what earlier ones make.
  fileprivate func collectSlots(into slots: inout Set<SlotID>) {
    for assignment in reversed() {
      slots.remove(assignment.slot)
      assignment.expression.collectSlots(into: &slots)
    }
  }
}

extension [PlannedSortKey] {
  fileprivate func collectSlots(into slots: inout Set<SlotID>) {
    for key in self { key.expression.collectSlots(into: &slots) }
  }
}

extension Aggregate {
  func collectSlots(into slots: inout Set<SlotID>) {
    argument?.collectSlots(into: &slots)
    filter?.collectSlots(into: &slots)
    order.collectSlots(into: &slots)
  }
}

extension TypedExpression {
  /// Adds the computed columns that the expression reads, those of the row outside included.
  func collectSlots(into slots: inout Set<SlotID>) {
    switch kind {
    case .slot(let slot): slots.insert(slot)
    case .linked(let linked): linked.aggregate.collectSlots(into: &slots)
    case .follow(let hop, let inner):
      if case .value(let link) = hop { link.collectSlots(into: &slots) }
      inner.collectSlots(into: &slots)
    case .literal, .field, .row, .definition, .result, .outer, .negate, .not, .and, .or, .compare,
      .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags,
      .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      for part in parts { part.collectSlots(into: &slots) }
    }
  }

  /// The expressions directly inside, but for those of links.
  private var parts: [TypedExpression] {
    switch kind {
    case .literal, .slot, .field, .row, .definition, .result, .follow, .linked: []
    case .outer(let inner), .negate(let inner), .not(let inner), .isMissing(let inner),
      .isKnown(let inner), .isOneOf(let inner, _), .hasTags(let inner, _, _),
      .listHas(let inner, _, _), .convert(let inner), .boundary(_, let inner):
      [inner]
    case .and(let parts), .or(let parts), .call(_, let parts): parts
    case .compare(_, let a, let b), .arithmetic(_, let a, let b), .join(let a, let b),
      .inPeriod(let a, let b), .textMatch(_, let a, let b), .coalesce(let a, let b),
      .shift(let a, let b, _), .difference(_, let a, let b), .makePeriod(let a, let b):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    }
  }
}
