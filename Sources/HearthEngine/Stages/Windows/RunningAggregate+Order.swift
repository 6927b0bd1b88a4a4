import HearthData
import HearthPlan

extension RunningAggregate {
  /// For each row the row so far with the smallest, greatest, first or last value; -1 before one.
  func bestRows(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Buffer<Int32> {
    let ranks = try ranks(argument)
    let lastWins = aggregate.function == .last
    var best: Int32 = -1
    return scan {
      best = -1
    } _: { row in
      guard included[row] else { return best }
      let candidate = Int32(truncatingIfNeeded: row)
      if best < 0 {
        best = candidate
      } else if ranks[row] != ranks[Int(best)] {
        if ranks[row] < ranks[Int(best)] { best = candidate }
      } else if lastWins == (candidate > best) {
        best = candidate
      }
      return best
    }
  }

  /// The rank of each row, 0 for the best: by value for `min` and `max`, in the aggregate's order
  /// for the others. What is last in an order is first in the opposite one; missing is last in both.
  private func ranks(_ argument: Column) throws(RunError) -> Buffer<Int32> {
    let encoders: [KeyEncoder]
    switch aggregate.function {
    case .min: encoders = [try runner.encode(argument)]
    case .max: encoders = [try runner.encode(argument, isDescending: true)]
    case .first, .last, .count, .sum, .avg, .median, .percentile, .stddev, .any, .all, .no, .share,
      .longestRun, .list, .concat:
      let isLast = aggregate.function == .last
      let order = aggregate.order.map {
        PlannedSortKey($0.expression, isDescending: $0.isDescending != isLast)
      }
      encoders = try runner.encode(order, in: frame)
    }
    return try runner.group(by: encoders, count: frame.count).map.groups
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
