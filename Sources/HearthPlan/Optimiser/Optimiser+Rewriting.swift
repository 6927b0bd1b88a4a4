import HearthData

extension Optimiser {
  /// Every part of every expression for which `transform` has something better, definitions
  /// included; nil when it has nothing.
  static func rewritingExpressions(
    _ plan: Plan, _ transform: (TypedExpression) -> TypedExpression?
  ) -> Plan? {
    var result: Plan?
    for (index, definition) in plan.definitions.enumerated() {
      guard let better = definition.body.rebuilt(transform) else { continue }
      if result == nil { result = plan }
      result?.definitions[index].body = better
    }
    for (index, step) in plan.steps.enumerated() {
      // Most steps stay as they are: only one that does not is built anew.
      var isBetter = false
      step.kind.forEachExpression { isBetter = isBetter || $0.rebuilt(transform) != nil }
      guard isBetter else { continue }
      if result == nil { result = plan }
      result?.steps[index].kind = step.kind.mapped { $0.rebuilt(transform) ?? $0 }
    }
    return result
  }

  /// Replaces neighbouring steps for which `replace` has an answer, from the first on.
  static func rewritingPairs(
    _ plan: Plan, _ replace: (PlanStep, PlanStep) -> [PlanStep]?
  ) -> Plan? {
    // Most plans have no such pair, and then nothing is copied.
    let pairs = zip(plan.steps, plan.steps.dropFirst())
    guard pairs.contains(where: { replace($0, $1) != nil }) else { return nil }
    var steps: [PlanStep] = []
    for step in plan.steps {
      if let before = steps.last, let replaced = replace(before, step) {
        steps.removeLast()
        steps += replaced
      } else {
        steps.append(step)
      }
    }
    var result = plan
    result.steps = steps
    return result
  }
}
