import HearthData
import HearthText

extension Optimiser {
  static let combineFilters = OptimiserRule(
    name: "combine filters",
    documentation: Bilingual("Filters that follow each other become one.", "相邻的筛选合成一个。"),
    mergesStages: true
  ) { plan in
    guard zip(plan.steps, plan.steps.dropFirst()).contains(where: { $0.isFilter && $1.isFilter })
    else { return nil }
    var steps: [PlanStep] = []
    var run: [TypedExpression] = []
    for step in plan.steps + [nil] {
      if let step, case .filter(let condition) = step.kind {
        if run.isEmpty { steps.append(step) }
        run.append(condition)
        continue
      }
      if run.count > 1 { steps[steps.count - 1].kind = .filter(.conjunction(run)) }
      run = []
      if let step { steps.append(step) }
    }
    var result = plan
    result.steps = steps
    return result
  }

  static let filterBeforeCompute = OptimiserRule(
    name: "filter before compute",
    documentation: Bilingual(
      "A filter that does not look at computed columns comes before them.",
      "筛选若不涉及计算出的列，就先筛选。")
  ) { plan in
    rewritingPairs(plan) { first, second in
      guard case .filter(let condition) = second.kind, let computed = first.kind.slotsBesideRows
      else { return nil }
      let parts = condition.conjuncts
      let early = parts.filter { $0.slots.isDisjoint(with: computed) }
      guard !early.isEmpty else { return nil }
      let late = parts.filter { !$0.slots.isDisjoint(with: computed) }
      var steps = [PlanStep(.filter(.conjunction(early)), span: second.span), first]
      if !late.isEmpty { steps.append(PlanStep(.filter(.conjunction(late)), span: second.span)) }
      return steps
    }
  }

  static let filterBeforeSort = OptimiserRule(
    name: "filter before sort",
    documentation: Bilingual("Fewer rows are sorted.", "先筛选，再排序。")
  ) { plan in
    rewritingPairs(plan) { first, second in
      guard case .sort = first.kind, case .filter = second.kind else { return nil }
      return [second, first]
    }
  }

  static let filterBeforeGroup = OptimiserRule(
    name: "filter before group",
    documentation: Bilingual(
      "A condition on keys alone is asked of the rows, so that other groups are never made.",
      "只涉及分组键的条件先问每一行，免得白分组。"),
    mergesStages: true
  ) { plan in
    rewritingPairs(plan) { first, second in
      guard case .group(let stage) = first.kind, case .filter(let condition) = second.kind,
        !stage.withTotal, !stage.withAll, stage.across == nil, !stage.keys.isEmpty
      else { return nil }
      var expressions: [SlotID: TypedExpression] = [:]
      for key in stage.keys where !key.isExploded { expressions[key.slot] = key.expression }
      let isOfKeys = { (part: TypedExpression) in
        !part.slots.isEmpty && part.slots.allSatisfy { expressions[$0] != nil }
      }
      let parts = condition.conjuncts
      let early = parts.filter(isOfKeys)
      guard !early.isEmpty else { return nil }
      let rows = early.map { part in
        part.mapped { $0.slot.flatMap { expressions[$0] } }
      }
      let late = parts.filter { !isOfKeys($0) }
      var steps = [PlanStep(.filter(.conjunction(rows)), span: second.span), first]
      if !late.isEmpty { steps.append(PlanStep(.filter(.conjunction(late)), span: second.span)) }
      return steps
    }
  }

  static let topFromSort = OptimiserRule(
    name: "top from sort",
    documentation: Bilingual(
      "Sorting by one key only to take the first rows needs no whole sort.",
      "按一个键排序只为取前几行，不必全部排序。")
  ) { plan in
    rewritingPairs(plan) { first, second in
      guard case .sort(let keys) = first.kind, keys.count == 1,
        case .slice(1, let last, let per, let order) = second.kind, per.isEmpty, order.isEmpty,
        last < .max
      else { return nil }
      return [PlanStep(.top(last, by: keys[0], per: []), span: second.span)]
    }
  }
}

extension TypedExpression {
  /// The conditions that must all hold.
  package var conjuncts: [TypedExpression] {
    if case .and(let parts) = kind { return parts }
    return [self]
  }
}

extension PlanStep {
  fileprivate var isFilter: Bool { if case .filter = kind { true } else { false } }
}

extension PlanStep.Kind {
  /// The columns that a step only adds to its rows, each row by itself; nil for other steps.
  fileprivate var slotsBesideRows: Set<SlotID>? {
    switch self {
    case .compute(let assignments): Set(assignments.map(\.slot))
    case .expandSlots(let stage): [stage.slot]
    case .filter, .window, .sort, .slice, .top, .distinct, .sample, .group, .expand, .join, .union,
      .match, .suppress, .remark, .cadence, .trend, .stack:
      nil
    }
  }
}
