import HearthData
import HearthPlan

/// For every group the place of the row that wins: the least keys, and of equals the first or the
/// last row.
struct Winners: Accumulator {
  static var isExact: Bool { true }

  private let argument: Kernel
  private let order: [OrderKeys]
  private let lastWins: Bool
  private var keys: [[UInt64]]
  private(set) var places: [Int32]
  private(set) var skips: Skips

  init(
    _ argument: Kernel, _ order: [OrderKeys], lastWins: Bool, groupCount: Int, skips: Skips
  ) {
    self.argument = argument
    self.order = order
    self.lastWins = lastWins
    self.skips = skips
    keys = Array(
      repeating: [UInt64](repeating: .max, count: groupCount), count: order.count)
    places = [Int32](repeating: -1, count: groupCount)
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let (block, groups) = try rows.kept()
    let values = try argument.run(block)
    let missing = values.missingMask
    skips.add(missing, groups)
    let positions = block.positions.ordinals
    switch order.count {
    case 0: addInOrder(groups, missing, positions)
    case 1: addByKey(try order[0].run(block, values), groups, missing, positions)
    default:
      var columns: [Buffer<UInt64>] = []
      for key in order { columns.append(try key.run(block, values)) }
      addByKeys(columns, groups, missing, positions)
    }
  }

  private mutating func addInOrder(
    _ groups: Buffer<Int32>, _ missing: Buffer<UInt8>, _ positions: Buffer<Int32>
  ) {
    let lastWins = lastWins
    places.withUnsafeMutableBufferPointer { places in
      for row in 0..<groups.count where missing[row] == 0 {
        let group = Int(groups[row])
        if lastWins || places[group] < 0 { places[group] = positions[row] }
      }
    }
  }

  private mutating func addByKey(
    _ column: Buffer<UInt64>, _ groups: Buffer<Int32>, _ missing: Buffer<UInt8>,
    _ positions: Buffer<Int32>
  ) {
    let lastWins = lastWins
    keys[0].withUnsafeMutableBufferPointer { keys in
      places.withUnsafeMutableBufferPointer { places in
        for row in 0..<groups.count where missing[row] == 0 {
          let group = Int(groups[row])
          let key = column[row]
          let wins =
            key < keys[group] || places[group] < 0 || lastWins && key == keys[group]
          if wins {
            keys[group] = key
            places[group] = positions[row]
          }
        }
      }
    }
  }

  private mutating func addByKeys(
    _ columns: [Buffer<UInt64>], _ groups: Buffer<Int32>, _ missing: Buffer<UInt8>,
    _ positions: Buffer<Int32>
  ) {
    for row in 0..<groups.count where missing[row] == 0 {
      let group = Int(groups[row])
      if places[group] < 0 || wins(columns.map { $0[row] }, group) {
        for index in columns.indices { keys[index][group] = columns[index][row] }
        places[group] = positions[row]
      }
    }
  }

  /// Whether a later row takes the place of the one that a group has.
  private func wins(_ candidate: [UInt64], _ group: Int) -> Bool {
    for index in candidate.indices where candidate[index] != keys[index][group] {
      return candidate[index] < keys[index][group]
    }
    return lastWins
  }

  /// The same of the row that a group has in another portion.
  private func wins(_ later: Winners, _ group: Int) -> Bool {
    for index in keys.indices where later.keys[index][group] != keys[index][group] {
      return later.keys[index][group] < keys[index][group]
    }
    return lastWins
  }

  mutating func merge(_ later: Winners) {
    for group in places.indices where later.places[group] >= 0 {
      if places[group] < 0 || wins(later, group) {
        for index in keys.indices { keys[index][group] = later.keys[index][group] }
        places[group] = later.places[group]
      }
    }
    skips.merge(later.skips)
  }
}

/// The keys of one sort column for the rows of any block, given the values of the argument there.
struct OrderKeys: Sendable {
  let run: @Sendable (Block, Column) throws(RunError) -> Buffer<UInt64>
}

extension AggregateSource {
  /// `first` and `last` by the order given, `min` and `max` by the argument; then the argument of
  /// the rows that won.
  func winners() throws(RunError) -> (Column, Skips) {
    if let days = try extremesOfDays() { return days }
    guard let argument, let type = aggregate.argument?.type else {
      throw .misbuiltPlan("\(aggregate.function.rawValue) without an argument")
    }
    let isExtreme = aggregate.function == .min || aggregate.function == .max
    if isExtreme, type.hasRanks { return try collectedExtremes() }
    let order =
      isExtreme ? [extremeKeys()] : try orderKeys(isReversed: aggregate.function == .last)
    let state = try accumulate(
      Winners(
        argument, order, lastWins: aggregate.function == .last, groupCount: groupCount,
        skips: Skips(groupCount: countsSkipsByGroup ? groupCount : 0)))
    let places = Buffer(state.places)
    let values = try argument.run(Block(context).subset(places))
    return (values.missing(where: places), state.skips)
  }

  private func extremeKeys() -> OrderKeys {
    let run = context.run
    let isDescending = aggregate.function == .max
    return OrderKeys { (_, values) throws(RunError) in
      try sortKeys(of: values, descending: isDescending, run: run)
    }
  }

  /// Ranks of texts and lists are known only when all values are there.
  private func collectedExtremes() throws(RunError) -> (Column, Skips) {
    let (collected, skips) = try collect()
    let keys = try sortKeys(
      of: collected.values, descending: aggregate.function == .max, run: context.run)
    let best = Buffer<Int32>.filled(groupCount) { group in
      let range = collected.range(group)
      let place = range.min { keys[$0] < keys[$1] }
      return Int32(truncatingIfNeeded: place ?? -1)
    }
    return (collected.values.gather(rows: best), skips)
  }

  /// What is last in an order is first in the opposite one; unknown values are last in both.
  func orderKeys(isReversed: Bool) throws(RunError) -> [OrderKeys] {
    var keys: [OrderKeys] = []
    for key in aggregate.order {
      keys.append(try orderKeys(key.expression, isDescending: key.isDescending != isReversed))
    }
    return keys
  }

  /// Made block by block, except for ranks.
  private func orderKeys(
    _ expression: TypedExpression, isDescending: Bool
  ) throws(RunError) -> OrderKeys {
    let run = context.run
    if expression.type.hasRanks {
      let keys = try sortKeys(
        of: try evaluate(expression, in: context), descending: isDescending, run: run)
      return OrderKeys { (block, _) in
        switch block.positions {
        case .range(let range): keys.slice(range)
        case .ordinals(let places): Buffer.filled(places.count) { keys[Int(places[$0])] }
        }
      }
    }
    let kernel = try Compiler(Scope(context)).kernel(for: expression)
    return OrderKeys { (block, _) throws(RunError) in
      try sortKeys(of: try kernel.run(block), descending: isDescending, run: run)
    }
  }
}

extension ValueType {
  /// Whether sort keys of the type are ranks, comparable within one column only.
  fileprivate var hasRanks: Bool {
    switch self {
    case .text, .list: true
    case .int, .number, .decimal, .bool, .date, .dateTime, .period, .category, .tags, .link,
      .missing:
      false
    }
  }
}
