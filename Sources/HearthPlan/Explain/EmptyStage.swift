import HearthData

/// Where an answer lost its last row, as the engine found it.
package struct EmptyStage: Sendable {
  /// The step that left nothing; nil when its source had no row to begin with.
  package var step: PlanStep.Kind?
  package var rowsBefore: Int
  /// The conditions of a filter, each asked alone of the rows before it.
  package var conditions: [ConditionCount]

  package init(
    step: PlanStep.Kind?, rowsBefore: Int, conditions: [ConditionCount] = []
  ) {
    self.step = step
    self.rowsBefore = rowsBefore
    self.conditions = conditions
  }
}

/// One condition, asked alone of some rows.
package struct ConditionCount: Sendable {
  package var condition: TypedExpression
  /// How many rows satisfy it.
  package var rows: Int
  /// For one that none satisfies: what there is instead.
  package var instead: [WhatThereIs]

  package init(_ condition: TypedExpression, rows: Int, instead: [WhatThereIs] = []) {
    self.condition = condition
    self.rows = rows
    self.instead = instead
  }
}

/// The values that a condition met where it asked for another.
package enum WhatThereIs: Sendable {
  /// The most frequent values with their counts, and how many further ones there are.
  case values(of: TypedExpression, [(value: Value, count: Int)], others: Int)
  /// Where values hardly occur twice, the one that is spelled most alike.
  case alike(of: TypedExpression, Value)
  /// The smallest and the greatest value, and the one that is nearest to what was asked for.
  case range(of: TypedExpression, from: Value, to: Value, nearest: Value?)
  /// Every row lacks the value.
  case nothing(of: TypedExpression)
  /// So many linked rows there are in all, and each condition on them alone.
  case linkedRows(Collection, Int, [ConditionCount])
}

extension Plan {
  /// Whether an expression shows something that identifies a person.
  package func isPrivate(_ expression: TypedExpression, in schema: Schema) -> Bool {
    expression.contains { part in
      if case .field(let id) = part.kind { return schema[id].isPrivate }
      if case .slot(let slot) = part.kind { return privateSlots.contains(slot) }
      if case .definition(let id) = part.kind {
        return isPrivate(definitions[id.index].body, in: schema)
      }
      return false
    }
  }
}
