import HearthData

extension Plan {
  /// The same plan, but every shown column is a stored field or a slot.
  ///
  /// What a session keeps of a result are its rows and its slots, so a column that is an expression
  /// (a path, a definition) is computed in one more step and then known by its slot.
  package func materialized() -> Plan {
    var plan = self
    var assignments: [Assignment] = []
    for index in output.indices where !output[index].expression.isKept {
      let slot = SlotID(plan.slotCount)
      plan.slotCount += 1
      assignments.append(Assignment(slot, output[index].expression))
      plan.output[index].expression = TypedExpression(.slot(slot), output[index].expression.type)
    }
    if !assignments.isEmpty { plan.steps.append(PlanStep(.compute(assignments), span: nil)) }
    return plan
  }
}

extension TypedExpression {
  /// Whether a result that is kept still has it.
  fileprivate var isKept: Bool {
    if case .field = kind { return true }
    if case .slot = kind { return true }
    return false
  }
}
