import HearthData
import HearthText

extension Optimiser {
  static let dropUnused = OptimiserRule(
    name: "drop unused columns",
    documentation: Bilingual(
      "Columns that nothing shows or uses are not computed.", "没有显示也没有用到的列不计算。")
  ) { plan in
    var used: Set<SlotID> = []
    for column in plan.output { used.formUnion(column.expression.slots) }
    var steps: [PlanStep] = []
    var hasChanged = false
    for step in plan.steps.reversed() {
      let (kind, isChanged) = pruned(step.kind, used)
      hasChanged = hasChanged || isChanged
      guard let kind else { continue }
      used.formUnion(kind.usedSlots)
      steps.append(PlanStep(kind, span: step.span))
    }
    guard hasChanged else { return nil }
    var result = plan
    result.steps = steps.reversed()
    return result
  }

  /// The step without columns that nobody uses; nil when nothing of it is left.
  private static func pruned(
    _ kind: PlanStep.Kind, _ used: Set<SlotID>
  ) -> (PlanStep.Kind?, Bool) {
    switch kind {
    case .compute(let assignments):
      let kept = assignments.used(for: used)
      if kept.count == assignments.count { return (kind, false) }
      return (kept.isEmpty ? nil : .compute(kept), true)
    case .window(var stage):
      let kept = stage.assignments.filter { used.contains($0.slot) }
      if kept.count == stage.assignments.count { return (kind, false) }
      stage.assignments = kept
      return (kept.isEmpty ? nil : .window(stage.withoutUnusedWindows), true)
    case .group(var stage):
      guard stage.across == nil else { return (kind, false) }
      let kept = stage.measures.filter { used.contains($0.slot) }
      if kept.count == stage.measures.count { return (kind, false) }
      stage.measures = kept
      return (.group(stage.withoutUnusedAggregates), true)
    case .expand(let collection, let filter, let carried):
      let kept = carried.filter { used.contains($0.slot) }
      if kept.count == carried.count { return (kind, false) }
      return (.expand(collection, filter: filter, carried: kept), true)
    case .cadence(var stage):
      let kept = stage.columns.filter { used.contains($0.slot) }
      if kept.count == stage.columns.count { return (kind, false) }
      stage.columns = kept
      return (kept.isEmpty ? nil : .cadence(stage), true)
    case .join(var stage):
      let kept = stage.carried.filter { used.contains($0.slot) }
      if kept.count == stage.carried.count { return (kind, false) }
      stage.carried = kept
      return (.join(stage), true)
    case .stack(var stage):
      let kept = stage.columns.filter { used.contains($0.slot) }
      if kept.count == stage.columns.count { return (kind, false) }
      stage.columns = kept
      return (.stack(stage), true)
    case .filter, .sort, .slice, .top, .distinct, .sample, .union, .match, .suppress, .remark,
      .trend, .expandSlots:
      return (kind, false)
    }
  }
}

extension [Assignment] {
  /// Those that are used, if only by a later one.
  fileprivate func used(for used: Set<SlotID>) -> [Assignment] {
    var used = used
    let kept = reversed().filter { assignment in
      guard used.contains(assignment.slot) else { return false }
      used.formUnion(assignment.expression.slots)
      return true
    }
    return kept.reversed()
  }
}

extension WindowStage {
  fileprivate var withoutUnusedWindows: WindowStage {
    var result = self
    let renumbered = assignments.map(\.expression).resultNumbers
    result.windows = renumbered.keys.sorted().map { windows[$0] }
    result.assignments = assignments.map { $0.mapped { $0.renumbered(renumbered) } }
    return result
  }
}

extension GroupStage {
  fileprivate var withoutUnusedAggregates: GroupStage {
    var result = self
    let renumbered = measures.map(\.expression).resultNumbers
    result.aggregates = renumbered.keys.sorted().map { aggregates[$0] }
    result.measures = measures.map { $0.mapped { $0.renumbered(renumbered) } }
    return result
  }
}

extension [TypedExpression] {
  /// The results that they use, with their numbers when no others are there.
  fileprivate var resultNumbers: [Int: Int] {
    var used: Set<Int> = []
    for expression in self {
      _ = expression.contains { part in
        if case .result(let index) = part.kind { used.insert(index) }
        return false
      }
    }
    return Dictionary(uniqueKeysWithValues: used.sorted().enumerated().map { ($1, $0) })
  }
}

extension TypedExpression {
  fileprivate func renumbered(_ numbers: [Int: Int]) -> TypedExpression {
    mapped { part in
      guard case .result(let index) = part.kind, let new = numbers[index] else { return nil }
      return TypedExpression(.result(new), part.type)
    }
  }
}
