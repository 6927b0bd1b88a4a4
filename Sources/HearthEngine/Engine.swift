import HearthData
import HearthPlan

/// Runs plans over a store.
///
/// `results` are the frames that plans refer to: earlier results and files.
package struct Engine: Sendable {
  private let store: Store
  private let results: [FrameSnapshot]
  private let options: RunOptions

  package init(store: Store, results: [FrameSnapshot] = [], options: RunOptions = RunOptions()) {
    self.store = store
    self.results = results
    self.options = options
  }

  package func run(_ plan: Plan) throws(RunError) -> RunOutcome {
    let runner = runner(for: plan)
    var trace: [StepTrace] = []
    let frame = try runner.frame(of: plan, needed: plan.shownSlots) { trace.append($0) }
    var table = try runner.table(plan, frame)
    table.periods = plan.periods
    table.notes = plan.notes + runner.remarks.all + runner.run.counterNotes
    let snapshot = FrameSnapshot(
      entity: frame.entity, rows: frame.rows, slots: frame.slots, total: frame.total)
    return RunOutcome(table: table, frame: snapshot, trace: trace)
  }

  /// The different values of an expression over the rows of a plan, in the order of keys; of a tag
  /// set its tags one by one.
  package func distinctValues(
    of expression: TypedExpression, in plan: Plan
  ) throws(RunError) -> [Value] {
    let runner = runner(for: plan)
    var needed = Set<SlotID>()
    expression.collectSlots(into: &needed)
    let frame = try runner.frame(of: plan, needed: needed)
    var column = try evaluate(expression, in: runner.context(frame))
    if case .masks(let masks, let dictionary) = column.storage {
      column = Tags(masks, dictionary, column.type).values
    }
    let grouping = try runner.group(by: [column], count: column.count)
    return grouping.firstRows.map { column.value(at: Int($0)) }
  }

  private func runner(for plan: Plan) -> PlanRunner {
    let run = RunState(store: store, definitions: plan.definitions, options: options)
    return PlanRunner(run: run, results: results)
  }
}

/// The answer to a query, with what the host may keep of it.
package struct RunOutcome: Sendable {
  package var table: ResultTable
  package var frame: FrameSnapshot
  /// One entry for the source and one per step of the plan, in their order.
  package var trace: [StepTrace]
}

extension Plan {
  fileprivate var shownSlots: Set<SlotID> {
    var slots = Set<SlotID>()
    for column in output { column.expression.collectSlots(into: &slots) }
    return slots
  }
}
