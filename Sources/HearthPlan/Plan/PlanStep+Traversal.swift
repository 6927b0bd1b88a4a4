import HearthData

extension PlanStep.Kind {
  /// The step with every expression of its own replaced; the plans of joined tables stay.
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> PlanStep.Kind {
    func key(_ key: PlannedSortKey) -> PlannedSortKey {
      PlannedSortKey(map(key.expression), isDescending: key.isDescending)
    }
    switch self {
    case .filter(let condition): return .filter(map(condition))
    case .compute(let assignments): return .compute(assignments.map { $0.mapped(map) })
    case .window(let stage): return .window(stage.mapped(map))
    case .sort(let keys): return .sort(keys.map(key))
    case .slice(let first, let last, let per, let order):
      return .slice(first: first, last: last, per: per.map(map), order: order.map(key))
    case .top(let count, let by, let per): return .top(count, by: key(by), per: per.map(map))
    case .distinct(let expressions): return .distinct(expressions.map(map))
    case .sample, .suppress: return self
    case .remark(var remark):
      remark.count = map(remark.count)
      return .remark(remark)
    case .group(let stage): return .group(stage.mapped(map))
    case .trend(let stage): return .trend(stage.mapped(map))
    case .stack(let stage): return .stack(stage.mapped(map))
    case .expand(let collection, let filter, let carried):
      return .expand(
        collection, filter: filter.map(map), carried: carried.map { $0.mapped(map) })
    case .cadence(let stage): return .cadence(stage.mapped(map))
    case .expandSlots(let stage): return .expandSlots(stage.mapped(map))
    case .join(var stage):
      stage.conditions = stage.conditions.map { (left: map($0.left), right: $0.right) }
      stage.merged = stage.merged.map {
        (slot: $0.slot, left: map($0.left), rightColumn: $0.rightColumn)
      }
      return .join(stage)
    case .union(let plan, var columns):
      for index in columns.indices { columns[index].left = columns[index].left.map(map) }
      return .union(plan, columns: columns)
    case .match(let plan, let isKept, let columns):
      return .match(
        plan, isKept: isKept,
        columns: columns.map { MatchColumn(left: map($0.left), rightColumn: $0.rightColumn) })
    }
  }

  /// The computed columns of the frame before that the step reads.
  var usedSlots: Set<SlotID> {
    if case .suppress(let stage) = self { return Set(stage.slots) }
    var result: Set<SlotID> = []
    if case .stack(let stage) = self { result.formUnion(stage.kept) }
    _ = mapped { expression in
      result.formUnion(expression.slots)
      return expression
    }
    return result
  }
}

extension Assignment {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> Assignment {
    Assignment(slot, map(expression))
  }
}

extension Aggregate {
  func mappedWhole(_ map: (TypedExpression) -> TypedExpression) -> Aggregate {
    mapped { map($0) }
  }
}

extension WindowStage {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> WindowStage {
    WindowStage(
      windows: windows.map { $0.mapped { map($0) } }, per: per.map(map),
      order: order.map { $0.mapped { map($0) } }, assignments: assignments.map { $0.mapped(map) })
  }
}

extension GroupStage {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> GroupStage {
    var result = self
    for index in keys.indices { result.keys[index].expression = map(keys[index].expression) }
    result.aggregates = aggregates.map { $0.mappedWhole(map) }
    result.measures = measures.map { $0.mapped(map) }
    result.across?.expression = map(across!.expression)
    return result
  }
}
