import HearthData
import HearthPlan

extension PlanRunner {
  /// The frame after the last step, with the columns that `needed` names.
  func frame(
    of plan: Plan, needed: Set<SlotID>, trace: (StepTrace) -> Void = { _ in }
  ) throws(RunError) -> Frame {
    let progress = run.options.progress
    let isWhole = progress?.begin(steps: plan.steps.count + 1) ?? false
    defer { if isWhole { progress?.end() } }
    let live = plan.steps.liveSlots(needed: needed)
    var stopwatch = Stopwatch(run)
    var frame = try source(plan.source, needed: live[0])
    trace(stopwatch.trace(rowsOut: frame.count))
    for (index, step) in plan.steps.enumerated() {
      try run.checkLimits()
      frame = try frameAfter(step.kind, frame)
      frame.keep(live[index + 1])
      if isWhole { progress?.finishStep() }
      trace(stopwatch.trace(rowsOut: frame.count))
    }
    return frame
  }

  /// A plan inside this one, which shares its definitions, with some of its output columns.
  func inner(
    _ plan: Plan, outputs: [Int], also expressions: [TypedExpression] = []
  ) throws(RunError) -> InnerResult {
    for output in outputs where !plan.output.indices.contains(output) {
      throw .misbuiltPlan("output \(output)")
    }
    let shown = outputs.map { plan.output[$0].expression }
    let frame = try frame(of: plan, needed: (shown + expressions).slots)
    let columns = zip(outputs, try values(of: shown, in: frame))
    return InnerResult(
      frame: frame, columns: Dictionary(columns, uniquingKeysWith: { first, _ in first }),
      values: try values(of: expressions, in: frame))
  }

  func source(_ source: PlanSource, needed: Set<SlotID>) throws(RunError) -> Frame {
    switch source {
    case .entity(let entity):
      let count = try reading { () throws(DataError) in try store.rowCount(of: entity) }
      guard count <= Int(Int32.max) else { throw .stopped(.rows) }
      return Frame(entity: entity, rows: .range(0..<count))
    case .result(let reference, let entity, let slots):
      // A result that was let go is as good as empty.
      let result = results[reference] ?? FrameSnapshot(rowCount: 0, columns: [])
      return Frame(result, entity: entity, slots: slots, needed: needed)
    case .literal(let rowCount, let columns):
      return try literal(rowCount: rowCount, columns)
    case .query(let plan):
      return try self.frame(of: plan, needed: needed)
    }
  }

  private func literal(
    rowCount: Int, _ columns: [(SlotID, [Value], ValueType)]
  ) throws(RunError) -> Frame {
    var slots: [SlotID: Column] = [:]
    for (slot, values, type) in columns {
      slots[slot] = Column(values: values, type: type, dictionary: try dictionary(of: type))
    }
    return Frame(count: rowCount, slots: slots)
  }

  /// The dictionary that a type's values are positions in.
  func dictionary(of type: ValueType) throws(RunError) -> CategoryDictionary? {
    switch type {
    case .category(let domain), .tags(let domain):
      return try reading { () throws(DataError) in try store.dictionary(domain) }
    case .list(let element): return try dictionary(of: element)
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link, .missing:
      return nil
    }
  }

  func frameAfter(_ step: PlanStep.Kind, _ frame: Frame) throws(RunError) -> Frame {
    switch step {
    case .filter(let predicate): try filter(predicate, frame)
    case .compute(let assignments): try compute(assignments, frame)
    case .window(let stage): try window(stage, frame)
    case .sort(let keys): try sort(keys, frame)
    case .slice(let first, let last, let per, let order):
      try slice(first: first, last: last, per: per, order: order, frame)
    case .top(let count, let key, let per): try top(count, by: key, per: per, frame)
    case .distinct(let expressions): try distinct(expressions, frame)
    case .sample(let count, let seed): try sample(count, seed: seed, frame)
    case .group(let stage): try group(stage, frame)
    case .expand(let collection, let filter, let carried):
      try expand(collection, filter: filter, carried: carried, frame)
    case .expandSlots(let stage): try expandSlots(stage, frame)
    case .join(let stage): try join(stage, frame)
    case .cadence(let stage): try cadence(stage, frame)
    case .union(let plan, let columns): try union(plan, columns: columns, frame)
    case .match(let plan, let isKept, let columns):
      try match(plan, isKept: isKept, columns: columns, frame)
    case .suppress(let stage): try suppress(stage, frame)
    case .remark(let remark): try self.remark(remark, frame)
    case .trend(let stage): try trend(stage, frame)
    case .stack(let stage): try stack(stage, frame)
    }
  }
}

/// What a plan inside another one gave.
struct InnerResult: Sendable {
  var frame: Frame
  /// By position in the plan's output.
  var columns: [Int: Column]
  /// The other expressions asked for.
  var values: [Column]
}

extension Frame {
  fileprivate init(
    _ snapshot: FrameSnapshot, entity: EntityID?, slots: [(from: SlotID, to: SlotID)],
    needed: Set<SlotID>
  ) {
    let rows = entity == nil ? .range(0..<snapshot.rowCount) : snapshot.rows
    self.init(entity: entity, rows: rows)
    populationCount = snapshot.populationCount
    for (from, to) in slots where needed.contains(to) {
      self.slots[to] = snapshot.slots[from]
      if let value = snapshot.total?[from] { total = (total ?? [:]).merging([to: value]) { $1 } }
    }
  }
}
