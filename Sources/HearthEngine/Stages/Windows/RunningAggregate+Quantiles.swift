import HearthData
import HearthPlan

extension RunningAggregate {
  /// `median` and `percentile`: the values so far are marked in a tree over the sorted values of
  /// the group, which finds the n-th of them in a few steps.
  func quantiles(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    let percent = aggregate.function == .percentile ? try aggregate.percent() : 50
    let ranks = try ranksInGroups(argument)
    let low = SharedMemory<Int32>(count: frame.count)
    let high = SharedMemory<Int32>(count: frame.count)
    let numbers = try aggregate.type == .number ? argument.numbers() : Buffer([])
    let values = SharedMemory<Double>(count: numbers.count)
    for range in segments.ranges {
      var tree = RankTree(count: range.count)
      for place in range {
        let row = Int(segments.rows[place])
        if included[row] { tree.add(Int(ranks.ranks[row])) }
        (low[row], high[row]) = (-1, -1)
        if !numbers.isEmpty { values[row] = .nan }
        guard tree.total > 0 else { continue }
        let quantile = PercentilePlace(percent, of: tree.total)
        low[row] = ranks.rows[range.lowerBound + tree.rank(of: quantile.low)]
        high[row] = ranks.rows[range.lowerBound + tree.rank(of: quantile.high)]
        if !numbers.isEmpty {
          values[row] = quantile.value(numbers[Int(low[row])], numbers[Int(high[row])])
        }
      }
      try runner.run.checkLimits()
    }
    if aggregate.type == .number { return .numbers(values.buffer) }
    return try medians(argument, low.buffer, high.buffer)
  }

  /// The mean of the middle two as the plain aggregate makes it, in its type.
  private func medians(
    _ argument: Column, _ low: Buffer<Int32>, _ high: Buffer<Int32>
  ) throws(RunError) -> Column {
    let count = low.count
    let slot = SlotID(0)
    let rows = Buffer.filled(2 * count) { $0 % 2 == 0 ? low[$0 / 2] : high[$0 / 2] }
    let pairs = Frame(count: 2 * count, slots: [slot: argument.gather(rows: rows)])
    let groups = Buffer.filled(2 * count) {
      rows[$0] < 0 ? -1 : Int32(truncatingIfNeeded: $0 / 2)
    }
    let value = TypedExpression(.slot(slot), argument.type)
    return try HearthEngine.aggregate(
      Aggregate(.median, argument: value, type: aggregate.type),
      over: GroupMap(groupCount: count, groups: groups), in: runner.context(pairs))
  }

  /// The rows of each group by value, at the places of the group, and each row's rank among them.
  private func ranksInGroups(
    _ argument: Column
  ) throws(RunError) -> (ranks: Buffer<Int32>, rows: Buffer<Int32>) {
    let count = frame.count
    let values = try runner.encode(argument)
    let rows = try runner.order(by: [segments.map.encoder, values], count: count)
    let ranks = SharedMemory<Int32>(count: count)
    for range in segments.ranges {
      for place in range {
        ranks[Int(rows[place])] = Int32(truncatingIfNeeded: place - range.lowerBound)
      }
    }
    return (ranks.buffer, rows)
  }
}

/// Which ranks are taken, as sums over runs of ranks (Fenwick, "A new data structure for cumulative
/// frequency tables", 1994).
private struct RankTree {
  private var sums: [Int32]
  private let highestBit: Int
  private(set) var total = 0

  init(count: Int) {
    sums = Array(repeating: 0, count: count + 1)
    highestBit = count == 0 ? 0 : 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
  }

  mutating func add(_ rank: Int) {
    var node = rank + 1
    while node < sums.count {
      sums[node] += 1
      node += node & -node
    }
    total += 1
  }

  /// The rank that has so many taken ones before it.
  func rank(of place: Int) -> Int {
    var node = 0
    var rest = Int32(truncatingIfNeeded: place)
    var step = highestBit
    while step > 0 {
      if node + step < sums.count, sums[node + step] <= rest {
        node += step
        rest -= sums[node]
      }
      step /= 2
    }
    return node
  }
}
