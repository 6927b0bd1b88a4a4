import HearthData
import HearthPlan

/// The days of the rows of evidence beside each row of a frame.
///
///     offsets   0   2 2     5     the days of row n are days[offsets[n] ..< offsets[n + 1]]
///     days      a b   c d e
struct EvidenceRows: Sendable {
  let offsets: Buffer<Int32>
  let days: Buffer<Int32>
}

extension PlanRunner {
  /// One pass over the links of the frame's rows, one over the rows that they lead to; or one scan
  /// of the linked table, where that is less.
  ///
  /// `days`: rows of other days make no difference, unless they have none or one after `today`.
  func evidence(
    _ linked: LinkedRows, _ frame: Frame, days: Range<Int32>?, today: Day
  ) throws(RunError) -> EvidenceRows {
    if let scan = try EvidenceScan(linked, frame, run) {
      return try scan.evidence(days: days, today: today)
    }
    var context = context(frame)
    var owners = RowSet.range(0..<frame.count)
    for step in linked.steps {
      if let prefix = step.prefix { context = try followed(prefix, context) }
      let adjacency = try reading { () throws(DataError) in
        try store.adjacency(of: step.collection.link, reversed: step.collection.isReversed)
      }
      let (parents, children) = try pairs(context.rows, adjacency)
      owners = owners.taking(.ordinals(parents))
      context = EvaluationContext(
        run: run, entity: step.collection.entity, rows: .ordinals(children),
        outer: EvaluationContext.Outer(context: context, positions: parents))
    }
    var rows = context.rows
    if let filter = linked.filter {
      let kept = try select(filter, in: context)
      if kept.count < rows.count {
        rows = rows.taking(.ordinals(kept))
        owners = owners.taking(.ordinals(kept))
      }
    }
    let dated = EvaluationContext(run: run, entity: linked.entity, rows: rows)
    return EvidenceRows(
      offsets: offsets(of: owners, count: frame.count),
      days: try evaluate(linked.date, in: dated).days())
  }

  /// The rows that a link to one row leads to.
  private func followed(
    _ link: TypedExpression, _ context: EvaluationContext
  ) throws(RunError) -> EvaluationContext {
    guard case .link(let entity, _) = link.type else {
      throw .misbuiltPlan("a hop from \(link.type)")
    }
    let rows = try evaluate(link, in: context).rowNumbers()
    return EvaluationContext(run: run, entity: entity, rows: .ordinals(rows))
  }

  /// The owners ascend, so that each has a run of places.
  private func offsets(of owners: RowSet, count: Int) -> Buffer<Int32> {
    let owners = owners.ordinals
    return Buffer(count: count + 1) { memory in
      memory.initialize(repeating: 0)
      for owner in owners { memory[Int(owner) + 1] &+= 1 }
      for row in 0..<count { memory[row + 1] &+= memory[row] }
    }
  }
}
