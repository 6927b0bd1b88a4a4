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
    switch self {
    case .filter(let predicate): return needed.union(predicate.slots)
    case .compute(let assignments): return assignments.slotsRead(for: needed)
    case .window(let stage):
      let windows = stage.windows.flatMap(\.expressions)
      return stage.assignments.slotsRead(for: needed)
        .union((windows + stage.per).slots).union(stage.order.map(\.expression).slots)
    case .sort(let keys): return needed.union(keys.map(\.expression).slots)
    case .slice(_, _, let per, let order):
      return needed.union((per + order.map(\.expression)).slots)
    case .top(_, let key, let per): return needed.union((per + [key.expression]).slots)
    case .distinct(let expressions): return needed.union(expressions.slots)
    case .sample: return needed
    case .group(let stage):
      // The measures read the keys' slots, which the stage makes itself.
      let read = stage.keys.map(\.expression) + stage.aggregates.flatMap(\.expressions)
      return read.slots.union(stage.across?.expression.slots ?? [])
    case .expand(_, let filter, let carried):
      return carried.map(\.expression).slots.union(filter?.slots ?? [])
    case .cadence(let stage):
      return needed.subtracting(stage.columns.map(\.slot)).union(stage.expressions.slots)
    case .expandSlots(let stage):
      return needed.subtracting([stage.slot]).union(stage.expressions.slots)
    case .join(let stage):
      let made = stage.carried.map(\.slot) + stage.merged.map(\.slot)
      return needed.subtracting(made)
        .union((stage.merged.map(\.left) + stage.conditions.map(\.left)).slots)
    case .union(_, let columns): return columns.compactMap(\.left).slots
    case .match(_, _, let columns): return needed.union(columns.map(\.left).slots)
    case .suppress(let stage): return needed.union(stage.slots)
    case .remark(let remark): return needed.union(remark.count.slots)
    case .trend(let stage): return stage.read.slots
    case .stack(let stage): return stage.columns.flatMap(\.values).slots.union(stage.kept)
    }
  }
}

extension [Assignment] {
  /// Later assignments may read what earlier ones make.
  fileprivate func slotsRead(for needed: Set<SlotID>) -> Set<SlotID> {
    reversed().reduce(into: needed) { needed, assignment in
      needed.remove(assignment.slot)
      needed.formUnion(assignment.expression.slots)
    }
  }
}

extension [TypedExpression] {
  /// The computed columns of the frame that they read.
  var slots: Set<SlotID> { reduce(into: []) { $0.formUnion($1.slots) } }
}
