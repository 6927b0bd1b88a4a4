import HearthData
import HearthEngine
import HearthIO
import HearthPlan
import HearthText

extension Workspace {
  /// Keeps a plan as a result that is made when it is first needed.
  func keep(_ plan: Plan) -> ResultReference {
    let written = plan.materialized()
    let planned = prepared(written)
    let shape = ResultShape(
      entity: planned.entity, columns: planned.output, periods: planned.periods)
    return results.append(
      StoredResult(shape: shape, content: .planned(planned), written: written))
  }

  /// The plan as it is run.
  func prepared(_ plan: Plan) -> Plan {
    isOptimising ? optimise(plan, keepsStages: options.isTracing) : plan
  }

  /// Runs the plan of a result, once; the table is nil when it had been made before.
  @discardableResult
  func make(_ reference: ResultReference) throws(RunError) -> RunOutcome? {
    guard case .planned(let plan) = results[reference].content else { return nil }
    let outcome = try run(plan)
    results.put(outcome.frame, at: reference)
    return outcome
  }

  /// Runs a plan, after the results that it reads.
  func run(_ plan: Plan) throws(RunError) -> RunOutcome {
    for reference in plan.references { try make(reference) }
    return try engine.run(plan)
  }

  /// The whole table of a result, made again from its frame.
  func table(of reference: ResultReference) throws(RunError) -> ResultTable {
    let shape = results[reference].shape
    let slots = shape.columns.compactMap { column -> SlotID? in
      if case .slot(let slot) = column.expression.kind { slot } else { nil }
    }
    let plan = Plan(
      source: .result(reference, entity: shape.entity, slots: Set(slots).map { ($0, $0) }),
      output: shape.columns, entity: shape.entity)
    var table = try run(plan).table
    let result = results[reference]
    table.question = result.question
    table.chart = result.written?.chart
    if table.periods.isEmpty { table.periods = shape.periods }
    return table
  }

  var engine: Engine {
    var run = RunOptions(
      language: options.language, threads: options.threads, stop: options.stop,
      leavesWhenStopped: options.leavesWhenStopped, progress: options.progress)
    run.usesShortcuts = isOptimising
    return Engine(store: data.store, results: results.frames, options: run)
  }
}

extension Workspace: BinderHost {
  package func result(named name: String) -> (ResultReference, ResultShape)? {
    state.names[name].map { ($0, results[$0].shape) }
  }

  package var resultNames: [String] { state.names.keys.sorted() }

  package func isBroken(_ name: String) -> Bool {
    state.lacksInclude || state.brokenNames.contains(name)
  }

  package func file(_ path: String) throws(DataError) -> (ResultReference, ResultShape) {
    let absolute = try scriptFolder(folder).path(of: path)
    let table = try FileTable(absolute)
    let snapshot = FrameSnapshot(rowCount: table.rowCount, columns: table.columns)
    let shape = ResultShape(
      entity: nil,
      columns: zip(table.names, table.columns).enumerated().map { index, column in
        OutputColumn(
          name: column.0.english, label: column.0,
          expression: TypedExpression(.slot(SlotID(index)), column.1.type))
      })
    return (results.append(StoredResult(shape: shape, content: .made(snapshot))), shape)
  }

  package func distinctValues(
    of expression: TypedExpression, in plan: Plan
  ) throws -> [Value] {
    for reference in plan.references { try make(reference) }
    if options.readsOnlyNeeded {
      var fields = PlanFields(data.schema)
      fields.add(plan)
      fields.add(expression)
      try data.store.prepare(Array(fields.fields))
    }
    return try engine.distinctValues(of: expression, in: plan)
  }
}
