import HearthData
import HearthPlan
import HearthText

/// The known values of every group side by side, in row order.
///
///     offsets  0 2 2 5     values of group g are rows offsets[g] ..< offsets[g + 1] of `values`
struct CollectedValues {
  var values: Column
  var offsets: [Int]

  func range(_ group: Int) -> Range<Int> { offsets[group]..<offsets[group + 1] }
}

extension AggregateSource {
  /// Aggregates that need all values of a group at once.
  func collected() throws(RunError) -> (Column, Skips) {
    var (collected, skips) = try collect()
    if aggregate.isDistinct { collected = try distinct(collected) }
    switch aggregate.function {
    case .list: return (collected.lists(aggregate.type), skips)
    case .concat: return (try concatenated(collected), skips)
    case .median: return (try medians(collected), skips)
    case .percentile: return (try percentiles(collected), skips)
    case .sum, .avg, .stddev, .count, .min, .max, .first, .last, .any, .all, .no, .share,
      .longestRun:
      return (try again(collected), skips)
    }
  }

  /// The same aggregate over values that have been made distinct.
  private func again(_ collected: CollectedValues) throws(RunError) -> Column {
    let slot = SlotID(0)
    var plain = aggregate
    plain.isDistinct = false
    plain.filter = nil
    plain.argument = TypedExpression(.slot(slot), collected.values.type)
    let inner = EvaluationContext(
      run: context.run, entity: nil, rows: .range(0..<collected.values.count),
      slots: [slot: collected.values])
    let map = GroupMap(groupCount: groupCount, groups: collected.groups)
    let source = try AggregateSource(plain, map, inner, countsSkipsByGroup: false)
    return try source.values().0
  }

  /// Evaluates the argument of all rows that count, and sorts them by group, keeping their order.
  func collect() throws(RunError) -> (CollectedValues, Skips) {
    guard let argument, let type = aggregate.argument?.type else {
      throw .misbuiltPlan("\(aggregate.function.rawValue) without an argument")
    }
    var skips = Skips(groupCount: countsSkipsByGroup ? groupCount : 0)
    let parts = try context.mapBlocks { (block) throws(RunError) in
      let (kept, groups) = try rows(block.range).kept()
      return (try argument.run(kept), groups)
    }
    for (column, groups) in parts { skips.add(column.missingMask, groups) }
    let values = try Column.joined(parts.map(\.0), type: type)
    let groups = Buffer.joined(parts.map(\.1))
    let missing = values.missingMask
    return (
      CollectedValues(values, groups: groups, groupCount: groupCount) { missing[$0] == 0 }, skips
    )
  }
}

extension Block {
  /// The places of a block that is a run of its context.
  var range: Range<Int> {
    switch positions {
    case .range(let range): range
    case .ordinals(let places): 0..<places.count
    }
  }
}

extension CollectedValues {
  /// Counting sort: count, add up, place.
  init(
    _ column: Column, groups: Buffer<Int32>, groupCount: Int, isKept: (Int) -> Bool
  ) {
    var offsets = [Int](repeating: 0, count: groupCount + 1)
    for row in 0..<groups.count where isKept(row) { offsets[Int(groups[row]) + 1] += 1 }
    for group in 0..<groupCount { offsets[group + 1] += offsets[group] }
    var next = offsets
    let order = Buffer<Int32>(count: offsets[groupCount]) { memory in
      for row in 0..<groups.count where isKept(row) {
        let group = Int(groups[row])
        memory[next[group]] = Int32(truncatingIfNeeded: row)
        next[group] += 1
      }
    }
    values = column.gather(rows: order)
    self.offsets = offsets
  }

  var groupCount: Int { offsets.count - 1 }

  /// The group of each value.
  var groups: Buffer<Int32> {
    Buffer(count: values.count) { memory in
      for group in 0..<groupCount {
        for place in range(group) { memory[place] = Int32(truncatingIfNeeded: group) }
      }
    }
  }

  func lists(_ type: ValueType) -> Column {
    let bounds = Buffer<UInt32>.filled(offsets.count) { UInt32(truncatingIfNeeded: offsets[$0]) }
    return Column(
      type: type, count: groupCount, storage: .lists(offsets: bounds, elements: values))
  }
}

extension AggregateSource {
  /// The texts of a group with the separator between them; missing for a group without any.
  private func concatenated(_ collected: CollectedValues) throws(RunError) -> Column {
    var separator = ", "
    if case .text(let text)? = aggregate.option { separator = text }
    let texts = try collected.values.asTexts(collected.values.type).texts()
    var builder = TextBuilder(rows: groupCount)
    var joined: [UInt8] = []
    for group in 0..<groupCount {
      let range = collected.range(group)
      if range.isEmpty {
        builder.appendMissing()
        continue
      }
      joined.removeAll(keepingCapacity: true)
      for place in range {
        if place > range.lowerBound { joined.append(contentsOf: separator.utf8) }
        joined.append(contentsOf: texts.bytes(place))
      }
      builder.appendNormalized(joined)
    }
    return try .texts(builder)
  }
}
