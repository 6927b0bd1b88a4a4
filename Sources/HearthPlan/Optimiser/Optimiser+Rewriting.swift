import HearthData

extension Optimiser {
  /// Every part of every expression for which `transform` has something better, definitions
  /// included; nil when it has nothing.
  static func rewritingExpressions(
    _ plan: Plan, _ transform: (TypedExpression) -> TypedExpression?
  ) -> Plan? {
    var changes = 0
    func rewrite(_ expression: TypedExpression) -> TypedExpression {
      expression.rebuilt { part in
        guard let better = transform(part) else { return part }
        changes += 1
        return better
      }
    }
    var result = plan
    for index in plan.definitions.indices {
      result.definitions[index].body = rewrite(plan.definitions[index].body)
    }
    for index in plan.steps.indices {
      result.steps[index].kind = plan.steps[index].kind.mapped(rewrite)
    }
    return changes == 0 ? nil : result
  }

  /// Replaces neighbouring steps for which `replace` has an answer, from the first on.
  static func rewritingPairs(
    _ plan: Plan, _ replace: (PlanStep, PlanStep) -> [PlanStep]?
  ) -> Plan? {
    var steps: [PlanStep] = []
    var changes = 0
    for step in plan.steps {
      if let before = steps.last, let replaced = replace(before, step) {
        steps.removeLast()
        steps += replaced
        changes += 1
      } else {
        steps.append(step)
      }
    }
    guard changes > 0 else { return nil }
    var result = plan
    result.steps = steps
    return result
  }
}
