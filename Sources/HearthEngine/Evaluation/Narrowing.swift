import HearthData
import HearthPlan

/// The rows outside which a condition never holds, and what is left to be asked of those inside.
struct NarrowedRows {
  var rows: Range<Int>
  /// Nil when it holds for all of them.
  var condition: TypedExpression?
}

extension PlanRunner {
  func narrowed(
    _ rows: Range<Int>, of entity: EntityID, by condition: TypedExpression
  ) throws(RunError) -> NarrowedRows {
    let scope = Scope(run: run, entity: entity, rowCount: rows.count)
    return try Compiler(scope).narrowed(rows, by: condition)
  }
}

extension Compiler {
  /// By the limits on stored dates: a period of rows in the order of their dates is a run of rows,
  /// else a run of blocks.
  func narrowed(
    _ rows: Range<Int>, by condition: TypedExpression
  ) throws(RunError) -> NarrowedRows {
    var result = NarrowedRows(rows: rows, condition: nil)
    var left: [TypedExpression] = []
    // What comes after a condition that counts or fails must not keep rows from it.
    var mayNarrow = scope.run.options.usesShortcuts
    for part in condition.conjuncts {
      if mayNarrow, let (field, days) = part.limitedField, field.entity == scope.entity,
        let blocks = try reading({ () throws(DataError) in
          try scope.run.store.dayBlocks(of: field)
        })
      {
        result.rows = result.rows.clamped(to: blocks.rows(in: days))
        if blocks.isAscending { continue }
      }
      left.append(part)
      mayNarrow = mayNarrow && isTotal(part)
    }
    result.condition = left.isEmpty ? nil : .conjunction(left)
    return result
  }
}
