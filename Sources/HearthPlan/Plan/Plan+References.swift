extension Plan {
  /// The results kept by the host that this plan reads, those of inner plans included.
  package var references: [ResultReference] {
    var references: [ResultReference] = []
    switch source {
    case .entity, .literal: break
    case .result(let reference, _, _): references.append(reference)
    case .query(let plan): references += plan.references
    }
    for plan in steps.compactMap(\.kind.inner) { references += plan.references }
    return references
  }
}

extension PlanStep.Kind {
  /// The plan of the other table.
  var inner: Plan? {
    switch self {
    case .join(let stage): stage.right
    case .union(let plan, _), .match(let plan, _, _): plan
    case .filter, .compute, .window, .sort, .slice, .top, .distinct, .sample, .group, .expand,
      .suppress, .remark, .cadence, .trend, .stack, .expandSlots:
      nil
    }
  }
}
