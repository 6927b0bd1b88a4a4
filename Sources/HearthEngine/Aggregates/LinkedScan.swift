import HearthData
import HearthPlan

/// An aggregate over linked rows for every row of the entity they are linked to, in one scan of
/// the linked table.
struct LinkedScan {
  let run: RunState
  let linked: LinkedAggregate

  private var link: Link { run.store.schema[linked.collection.link] }

  /// The entity of the one row to which many are linked.
  private var owner: EntityID { linked.collection.isReversed ? link.target : link.source }

  func values() throws(RunError) -> LinkedValues {
    let ownerCount = try reading { () throws(DataError) in
      try run.store.rowCount(of: owner)
    }
    let (rows, owners, filter) = try pairs(ownerCount)
    let outer = EvaluationContext(run: run, entity: owner, rows: .range(0..<ownerCount))
    let context = EvaluationContext(
      run: run, entity: linked.collection.entity, rows: rows,
      outer: EvaluationContext.Outer(context: outer, positions: owners))
    var aggregate = linked.aggregate
    aggregate.filter = filter
    let source = try AggregateSource(
      aggregate, GroupMap(groupCount: ownerCount, groups: owners), context,
      countsSkipsByGroup: true)
    let (values, skipped) = try source.values()
    return LinkedValues(values: values, skipped: skipped.byGroup.map { SkipReport($0) })
  }

  /// The linked rows and for each the row it belongs to, with what is left of the filter to be asked
  /// of them: rows of the whole table where each has one target, else the pairs of the link.
  private func pairs(
    _ ownerCount: Int
  ) throws(RunError) -> (RowSet, Buffer<Int32>, TypedExpression?) {
    let store = run.store
    let filter = linked.aggregate.filter
    let id = linked.collection.link
    if linked.collection.isReversed, link.isToOne {
      let targets = try reading { () throws(DataError) in try store.targets(of: id) }
      guard let filter, linked.aggregate.canLoseRows else {
        run.countRead(bytes: targets.count * MemoryLayout<Int32>.stride)
        return (.range(0..<targets.count), targets, filter)
      }
      let scope = Scope(run: run, entity: linked.collection.entity, rowCount: targets.count)
      let narrowed = try Compiler(scope).narrowed(0..<targets.count, by: filter)
      run.countRead(bytes: narrowed.rows.count * MemoryLayout<Int32>.stride)
      return (.range(narrowed.rows), targets.slice(narrowed.rows), narrowed.condition)
    }
    let adjacency = try reading { () throws(DataError) in
      try store.adjacency(of: id, reversed: linked.collection.isReversed)
    }
    run.countRead(bytes: adjacency.byteCount)
    let pairs = LinkedPairs(adjacency, of: RowSet.range(0..<ownerCount).ordinals)
    return (.ordinals(pairs.rows), pairs.owners, filter)
  }

  /// What the aggregate gives where there is no row at all.
  func valueOfNothing() throws(RunError) -> Value {
    if linked.aggregate.each != nil { return .missing }
    return switch linked.aggregate.function {
    case .count, .longestRun: .int(0)
    case .sum:
      switch linked.aggregate.type {
      case .number: .number(0)
      case .decimal(let scale): .decimal(Decimal(unscaled: 0, scale: scale))
      case .text, .category, .tags, .int, .bool, .date, .dateTime, .period, .link, .list,
        .missing:
        .int(0)
      }
    case .any: .bool(false)
    case .all, .no: .bool(true)
    case .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .share, .list, .concat:
      .missing
    }
  }
}

extension Aggregate {
  /// Whether rows that the filter drops make no difference: a share and a run are counted among
  /// them, and a bare condition is asked of them.
  fileprivate var canLoseRows: Bool {
    switch function {
    case .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .list,
      .concat:
      true
    case .any, .no: true
    case .all, .share, .longestRun: false
    }
  }
}

extension Column {
  /// The values of some rows, with a value for those that are no row.
  func taking(_ rows: RowSet, noRow: Value) throws(RunError) -> Column {
    guard case .ordinals(let ordinals) = rows, noRow != .missing,
      ordinals.hasNegative
    else { return taking(rows) }
    let extended = try Column.joined([self, Column(values: [noRow], type: type)], type: type)
    let last = Int32(truncatingIfNeeded: count)
    return extended.gather(
      rows: Buffer.filled(ordinals.count) { ordinals[$0] < 0 ? last : ordinals[$0] })
  }
}
