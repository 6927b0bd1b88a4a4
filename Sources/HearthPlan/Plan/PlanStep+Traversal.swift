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

  /// Those expressions, one after the other.
  func forEachExpression(_ body: (TypedExpression) -> Void) {
    switch self {
    case .filter(let condition): body(condition)
    case .compute(let assignments): for assignment in assignments { body(assignment.expression) }
    case .window(let stage): stage.forEachExpression(body)
    case .sort(let keys): for key in keys { body(key.expression) }
    case .slice(_, _, let per, let order):
      per.forEach(body)
      for key in order { body(key.expression) }
    case .top(_, let by, let per):
      body(by.expression)
      per.forEach(body)
    case .distinct(let expressions): expressions.forEach(body)
    case .sample, .suppress: break
    case .remark(let remark): body(remark.count)
    case .group(let stage): stage.forEachExpression(body)
    case .trend(let stage): stage.forEachExpression(body)
    case .stack(let stage): for column in stage.columns { column.values.forEach(body) }
    case .expand(_, let filter, let carried):
      if let filter { body(filter) }
      for assignment in carried { body(assignment.expression) }
    case .cadence(let stage): stage.expressions.forEach(body)
    case .expandSlots(let stage): stage.expressions.forEach(body)
    case .join(let stage):
      for condition in stage.conditions { body(condition.left) }
      for column in stage.merged { body(column.left) }
    case .union(_, let columns): for column in columns { column.left.map(body) }
    case .match(_, _, let columns): for column in columns { body(column.left) }
    }
  }

  /// The computed columns of the frame before that the step reads.
  var usedSlots: Set<SlotID> {
    if case .suppress(let stage) = self { return Set(stage.slots) }
    var result: Set<SlotID> = []
    if case .stack(let stage) = self { result.formUnion(stage.kept) }
    forEachExpression { $0.collectSlots(&result) }
    return result
  }
}

extension Assignment {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> Assignment {
    Assignment(slot, map(expression))
  }
}

extension Aggregate {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> Aggregate {
    changed { map($0) } ?? self
  }
}

extension Window {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> Window {
    switch self {
    case .rowNumber: .rowNumber
    case .whole(let aggregate): .whole(aggregate.mapped(map))
    case .running(let aggregate): .running(aggregate.mapped(map))
    case .neighbour(let expression, let distance):
      .neighbour(map(expression), distance: distance)
    }
  }
}

extension WindowStage {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> WindowStage {
    WindowStage(
      windows: windows.map { $0.mapped(map) }, per: per.map(map),
      order: order.map { PlannedSortKey(map($0.expression), isDescending: $0.isDescending) },
      assignments: assignments.map { $0.mapped(map) })
  }

  func forEachExpression(_ body: (TypedExpression) -> Void) {
    for window in windows { window.expressions.forEach(body) }
    per.forEach(body)
    for key in order { body(key.expression) }
    for assignment in assignments { body(assignment.expression) }
  }
}

extension GroupStage {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> GroupStage {
    var result = self
    for index in keys.indices { result.keys[index].expression = map(keys[index].expression) }
    result.aggregates = aggregates.map { $0.mapped(map) }
    result.measures = measures.map { $0.mapped(map) }
    result.across?.expression = map(across!.expression)
    return result
  }

  func forEachExpression(_ body: (TypedExpression) -> Void) {
    for key in keys { body(key.expression) }
    for aggregate in aggregates { aggregate.forEachExpression(body) }
    for measure in measures { body(measure.expression) }
    if let across { body(across.expression) }
  }
}
