import HearthData
import HearthPlan

/// Runs plans over a store.
///
/// `results` are the frames that plans refer to: earlier results and files.
package struct Engine: Sendable {
  private let store: Store
  private let results: [ResultReference: FrameSnapshot]
  private let options: RunOptions

  package init(
    store: Store, results: [ResultReference: FrameSnapshot] = [:],
    options: RunOptions = RunOptions()
  ) {
    self.store = store
    self.results = results
    self.options = options
  }

  package func run(_ plan: Plan) throws(RunError) -> RunOutcome {
    try running(plan) { (runner) throws(RunError) in try Self.run(plan, runner) }
  }

  private static func run(_ plan: Plan, _ runner: PlanRunner) throws(RunError) -> RunOutcome {
    var trace: [StepTrace] = []
    let frame = try runner.frame(of: plan, needed: plan.output.map(\.expression).slots) {
      trace.append($0)
    }
    var stopwatch = Stopwatch(runner.run)
    var table = try runner.table(plan, frame)
    let output = stopwatch.trace(rowsOut: table.rowCount)
    table.periods = plan.periods
    table.notes = plan.notes + runner.remarks.all + runner.run.counterNotes
    let snapshot = FrameSnapshot(
      entity: frame.entity, rows: frame.rows, slots: frame.slots, total: frame.total,
      populationCount: frame.populationCount)
    return RunOutcome(table: table, frame: snapshot, trace: trace, output: output)
  }

  /// The different values of an expression over the rows of a plan, in the order of keys.
  package func distinctValues(
    of expression: TypedExpression, in plan: Plan
  ) throws(RunError) -> [Value] {
    try running(plan) { (runner) throws(RunError) in
      let frame = try runner.frame(of: plan, needed: expression.slots)
      let column = try evaluate(expression, in: runner.context(frame))
      let grouping = try runner.group(by: [column], count: column.count)
      return grouping.firstRows.map { column.value(at: Int($0)) }
    }
  }

  /// All work of the engine goes through here: so that it can be left when it has to stop.
  func running<Result: Sendable>(
    _ plan: Plan, _ work: @escaping @Sendable (PlanRunner) throws(RunError) -> Result
  ) throws(RunError) -> Result {
    let (store, results) = (store, results)
    return try options.leavingWhenStopped { (options) throws(RunError) in
      let run = RunState(store: store, definitions: plan.definitions, options: options)
      return try work(PlanRunner(run: run, results: results))
    }
  }
}

/// The answer to a query, with what the host may keep of it.
package struct RunOutcome: Sendable {
  package var table: ResultTable
  package var frame: FrameSnapshot
  /// One entry for the source and one per step of the plan, in their order.
  package var trace: [StepTrace]
  package var output: StepTrace
}
