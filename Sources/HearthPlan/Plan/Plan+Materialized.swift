import HearthData

extension Plan {
  /// The same plan, but every shown column is a stored field or a slot.
  ///
  /// What a session keeps of a result are its rows and its slots, so a column that is an expression
  /// (a path, a definition) is computed once more step and then known by its slot.
  package func materialized() -> Plan {
    var plan = self
    var next = 1 + (allSlots.map(\.index).max() ?? -1)
    var assignments: [Assignment] = []
    for (index, column) in plan.output.enumerated() {
      switch column.expression.kind {
      case .field, .slot: continue
      default:
        let slot = SlotID(next)
        next += 1
        assignments.append(Assignment(slot, column.expression))
        plan.output[index].expression = TypedExpression(.slot(slot), column.expression.type)
      }
    }
    if !assignments.isEmpty { plan.steps.append(PlanStep(.compute(assignments), span: nil)) }
    return plan
  }
}
