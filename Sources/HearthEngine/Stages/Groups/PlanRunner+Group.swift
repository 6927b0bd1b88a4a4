import HearthData
import HearthPlan

extension PlanRunner {
  /// One row per group, in the order of the keys.
  func group(_ stage: GroupStage, _ frame: Frame) throws(RunError) -> Frame {
    if let fused = try fusedGroup(stage, frame) { return fused }
    let keys = try values(of: stage.keys.map(\.expression), in: frame)
    let across = try stage.across.map { (across) throws(RunError) in
      try evaluate(across.expression, in: context(frame))
    }
    var rows = frame
    rows.keep(stage.aggregates.flatMap(\.expressions).slots)
    rows.total = nil

    let table = Exploded(rows, keys, stage.keys.map(\.isExploded), across)
    var groups = try groups(table)
    if stage.withAll { groups = try completed(groups, stage.keys) }
    // With a total each missing value is counted there, once however many groups its row is in.
    let main = stage.withTotal ? quiet : self
    let slots = try main.summary(stage, table, groups)
    var summarized = Frame(count: groups.grouping.count, slots: slots)
    if stage.withTotal {
      let whole = Exploded(rows, [], [], across)
      let all = KeyedGroups(
        grouping: .whole(count: whole.frame.count),
        keys: keys.indices.map { .missing(count: 1, type: table.keys[$0].type) })
      summarized.total = try summary(stage, whole, all)
    }
    return summarized
  }

  /// The same by one pass over stored columns, where that is possible.
  private func fusedGroup(_ stage: GroupStage, _ frame: Frame) throws(RunError) -> Frame? {
    let main = stage.withTotal ? quiet : self
    guard let groups = try main.fusedGroups(stage, frame) else { return nil }
    var summarized = Frame(count: groups.count, slots: try main.slots(stage, groups))
    guard stage.withTotal else { return summarized }
    guard var all = try fusedGroups([], stage.aggregates, frame) else { return nil }
    all.keys = groups.keys.map { .missing(count: 1, type: $0.type) }
    summarized.total = try slots(stage, all)
    return summarized
  }

  /// The key columns and the measures, from the aggregates.
  private func slots(
    _ stage: GroupStage, _ groups: AggregatedGroups
  ) throws(RunError) -> [SlotID: Column] {
    var slots: [SlotID: Column] = [:]
    for (key, column) in zip(stage.keys, groups.keys) { slots[key.slot] = column }
    for measure in stage.measures {
      let frame = Frame(count: groups.count, slots: slots)
      slots[measure.slot] = try evaluate(
        measure.expression, in: context(frame, results: groups.results))
    }
    return slots
  }

  func groups(_ table: Exploded) throws(RunError) -> KeyedGroups {
    let grouping = try group(by: table.keys, count: table.frame.count)
    return KeyedGroups(
      grouping: grouping, keys: table.keys.map { $0.gather(rows: grouping.firstRows) })
  }

  /// The key columns and the measures of all groups.
  private func summary(
    _ stage: GroupStage, _ table: Exploded, _ groups: KeyedGroups
  ) throws(RunError) -> [SlotID: Column] {
    if let across = stage.across, let values = table.across {
      var slots: [SlotID: Column] = [:]
      for (key, column) in zip(stage.keys, groups.keys) { slots[key.slot] = column }
      return try pivot(stage, across, values, table.frame, groups, slots)
    }
    let results = try aggregates(stage.aggregates, over: groups.grouping.map, table.frame)
    return try slots(
      stage,
      AggregatedGroups(count: groups.grouping.count, keys: groups.keys, results: results))
  }

  func aggregates(
    _ functions: [Aggregate], over map: GroupMap, _ frame: Frame
  ) throws(RunError) -> [Column] {
    let context = context(frame)
    var results: [Column] = []
    for function in functions {
      results.append(try aggregate(function, over: map, in: context))
    }
    return results
  }

  /// The same run, whose counters nobody reads.
  var quiet: PlanRunner {
    PlanRunner(run: run.withOwnCounters(), results: results, remarks: remarks)
  }
}

/// Groups and the values of their keys.
struct KeyedGroups: Sendable {
  var grouping: Grouping
  var keys: [Column]
}
