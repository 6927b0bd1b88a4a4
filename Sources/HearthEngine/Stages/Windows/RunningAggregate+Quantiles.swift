import HearthData
import HearthPlan

extension RunningAggregate {
  /// `median` and `percentile`: the values so far are marked in a tree over the sorted values of
  /// the group, which finds the n-th of them in a few steps.
  func quantiles(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    let ranks = try ranksInGroups(argument)
    let position = quantile
    let lower = SharedMemory<Int32>(count: frame.count)
    let upper = SharedMemory<Int32>(count: frame.count)
    let weights = SharedMemory<Double>(count: frame.count)
    for range in segments.ranges {
      var tree = RankTree(count: range.count)
      for place in range {
        let row = Int(segments.rows[place])
        if included[row] { tree.add(Int(ranks.ranks[row])) }
        guard tree.total > 0 else {
          (lower[row], upper[row], weights[row]) = (-1, -1, 0)
          continue
        }
        // Linear between the neighbours, as Excel's PERCENTILE.INC does.
        let exact = Double(tree.total - 1) * position
        let whole = min(Int(exact), tree.total - 1)
        let next = min(whole + 1, tree.total - 1)
        lower[row] = ranks.rows[range.lowerBound + tree.rank(of: whole)]
        upper[row] = ranks.rows[range.lowerBound + tree.rank(of: next)]
        weights[row] = exact - Double(whole)
      }
      try runner.run.checkLimits()
    }
    return try between(argument, lower.buffer, upper.buffer, weights.buffer)
  }

  /// From 0 to 1.
  private var quantile: Double {
    guard aggregate.function == .percentile else { return 0.5 }
    switch aggregate.option {
    case .int(let percent): return Double(max(0, min(100, percent))) / 100
    case .number(let percent): return max(0, min(100, percent)) / 100
    case .decimal(let percent): return max(0, min(100, percent.approximation)) / 100
    case .missing, .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list, nil:
      return 0.5
    }
  }

  private func between(
    _ argument: Column, _ lower: Buffer<Int32>, _ upper: Buffer<Int32>, _ weights: Buffer<Double>
  ) throws(RunError) -> Column {
    let count = frame.count
    if aggregate.function == .median {
      // The mean of two values as the plain aggregate makes it, in the type of the argument.
      let slot = SlotID(0)
      let rows = Buffer.filled(2 * count) { $0 % 2 == 0 ? lower[$0 / 2] : upper[$0 / 2] }
      let pairs = Frame(count: 2 * count, slots: [slot: argument.gather(rows: rows)])
      let map = GroupMap(
        groupCount: count,
        groups: Buffer.filled(2 * count) { rows[$0] < 0 ? -1 : Int32(truncatingIfNeeded: $0 / 2) })
      let value = TypedExpression(.slot(slot), argument.type)
      let median = Aggregate(.median, argument: value, type: aggregate.type)
      return try HearthEngine.aggregate(median, over: map, in: runner.context(pairs))
    }
    let numbers = try argument.numbers()
    let values = Buffer<Double>.filled(count) { row in
      guard lower[row] >= 0 else { return .nan }
      let (low, high) = (numbers[Int(lower[row])], numbers[Int(upper[row])])
      return low + (high - low) * weights[row]
    }
    return Column(type: .number, count: count, storage: .double(values))
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
