import HearthData
import HearthPlan

extension RunningAggregate {
  /// For each row the row so far with the smallest, greatest, first or last value; -1 before one.
  func bestRows(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Buffer<Int32> {
    let places = try places(argument)
    let isLast = aggregate.function == .max || aggregate.function == .last
    var best: Int32 = -1
    return scan {
      best = -1
    } _: { row in
      guard included[row] else { return best }
      if best < 0 {
        best = Int32(truncatingIfNeeded: row)
      } else {
        let (own, other) = (places[row], places[Int(best)])
        if isLast ? own > other : own < other { best = Int32(truncatingIfNeeded: row) }
      }
      return best
    }
  }

  /// The place of each row: by value for `min` and `max`, in the aggregate's order for the others.
  private func places(_ argument: Column) throws(RunError) -> Buffer<Int32> {
    let order: Buffer<Int32>
    switch aggregate.function {
    case .min, .max:
      return try runner.group(by: [argument], count: frame.count).map.groups
    case .first, .last, .count, .sum, .avg, .median, .percentile, .stddev, .any, .all, .no, .share,
      .list, .concat:
      if aggregate.order.isEmpty { return RowSet.range(0..<frame.count).ordinals }
      order = try runner.order(
        by: try runner.encode(aggregate.order, in: frame), count: frame.count)
    }
    let places = SharedMemory<Int32>(count: frame.count)
    for place in 0..<order.count { places[Int(order[place])] = Int32(truncatingIfNeeded: place) }
    return places.buffer
  }

  /// `list` and `concat`: each row's answer is as long as all rows before it, so every group is
  /// asked once per row.
  func prefixes(_ included: Buffer<Bool>) throws(RunError) -> Column {
    var positions = BufferBuilder<Int32>()
    var groups = BufferBuilder<Int32>()
    for range in segments.ranges {
      var chosen: [Int32] = []
      for place in range {
        let row = segments.rows[place]
        if included[Int(row)] { chosen.append(row) }
        guard positions.count + chosen.count <= Int(Int32.max) else { throw .stopped(.rows) }
        chosen.withUnsafeBufferPointer { positions.append($0) }
        for _ in chosen { groups.append(row) }
        if place % 1_024 == 0 { try runner.run.checkLimits() }
      }
    }
    let expanded = frame.gathered(positions.finish())
    let map = GroupMap(groupCount: frame.count, groups: groups.finish())
    // The rows are chosen already, and distinct where they must be.
    var plain = aggregate
    plain.filter = nil
    plain.isDistinct = false
    return try HearthEngine.aggregate(plain, over: map, in: runner.context(expanded))
  }
}
