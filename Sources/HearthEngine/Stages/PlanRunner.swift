import HearthData
import HearthPlan

/// Runs the steps of one plan, one after the other, each over the whole frame.
struct PlanRunner: Sendable {
  let run: RunState
  let results: [ResultReference: FrameSnapshot]
  /// What the stages have to say, in the order of the steps.
  let remarks: Remarks

  var store: Store { run.store }

  init(
    run: RunState, results: [ResultReference: FrameSnapshot], remarks: Remarks = Remarks()
  ) {
    self.run = run
    self.results = results
    self.remarks = remarks
  }

  func context(_ frame: Frame, results: [Column] = []) -> EvaluationContext {
    EvaluationContext(
      run: run, entity: frame.entity, rows: frame.rows, slots: frame.slots, results: results)
  }

  /// The context of the total row: one row of slots.
  func totalContext(_ total: [SlotID: Column], results: [Column] = []) -> EvaluationContext {
    EvaluationContext(
      run: run, entity: nil, rows: .range(0..<1), slots: total, results: results)
  }

  func values(
    of expressions: [TypedExpression], in frame: Frame
  ) throws(RunError) -> [Column] {
    let context = context(frame)
    var columns: [Column] = []
    for expression in expressions { columns.append(try evaluate(expression, in: context)) }
    return columns
  }

  func encode(
    _ column: Column, isDescending: Bool = false, isOrdered: Bool = true
  ) throws(RunError) -> KeyEncoder {
    try KeyEncoder(column, isDescending: isDescending, isOrdered: isOrdered, in: self)
  }

  func encode(_ keys: [PlannedSortKey], in frame: Frame) throws(RunError) -> [KeyEncoder] {
    let context = context(frame)
    var encoders: [KeyEncoder] = []
    for key in keys {
      let column = try evaluate(key.expression, in: context)
      encoders.append(try encode(column, isDescending: key.isDescending))
    }
    return encoders
  }
}
