import HearthData
import HearthPlan

/// How many rows of each group are marked. One element more than groups: the first takes the rows
/// of no group, so that the loop has no branch.
struct RowCounts: Accumulator {
  static var isExact: Bool { true }

  private var counts: [Int32]
  private let mark: @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?

  init(
    groupCount: Int,
    mark: @escaping @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?
  ) {
    counts = [Int32](repeating: 0, count: groupCount + 1)
    self.mark = mark
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let groups = rows.groups
    let marks = try mark(rows)
    counts.withUnsafeMutableBufferPointer { counts in
      guard let marks else {
        for row in 0..<groups.count { counts[Int(groups[row]) + 1] &+= 1 }
        return
      }
      if let places = marks.fewPlaces {
        for place in places { counts[Int(groups[Int(place)]) + 1] &+= 1 }
      } else {
        for row in 0..<groups.count { counts[Int(groups[row]) + 1] &+= Int32(marks[row]) }
      }
    }
  }

  mutating func merge(_ later: RowCounts) {
    for index in counts.indices { counts[index] &+= later.counts[index] }
  }

  subscript(group: Int) -> Int32 { counts[group + 1] }
}

/// Which groups have a marked row, a byte each: many groups fit a near cache.
struct RowMarks: Accumulator {
  static var isExact: Bool { true }

  private var marks: [UInt8]
  private let mark: @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?

  init(
    groupCount: Int,
    mark: @escaping @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?
  ) {
    marks = [UInt8](repeating: 0, count: groupCount + 1)
    self.mark = mark
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let groups = rows.groups
    let found = try mark(rows)
    marks.withUnsafeMutableBufferPointer { marks in
      guard let found else {
        for row in 0..<groups.count { marks[Int(groups[row]) + 1] = 1 }
        return
      }
      if let places = found.fewPlaces {
        for place in places { marks[Int(groups[Int(place)]) + 1] = 1 }
      } else {
        for row in 0..<groups.count { marks[Int(groups[row]) + 1] |= found[row] }
      }
    }
  }

  mutating func merge(_ later: RowMarks) {
    marks.withUnsafeMutableBufferPointer { marks in
      later.marks.withUnsafeBufferPointer { later in
        for index in 0..<marks.count { marks[index] |= later[index] }
      }
    }
  }

  subscript(group: Int) -> Bool { marks[group + 1] != 0 }
}

extension Buffer where Element == UInt8 {
  /// Where the ones are, if they are so few that going to them costs less than going through all.
  fileprivate var fewPlaces: Buffer<Int32>? { ones < count / 8 ? positionsOfOnes() : nil }
}

extension AggregateSource {
  /// The rows that the filter keeps.
  func rowCounts() throws(RunError) -> Column {
    let counts = try accumulate(
      RowCounts(groupCount: groupCount) { (rows) throws(RunError) in
        try rows.mask()
      })
    return .integers(Buffer.filled(groupCount) { Int64(counts[$0]) }, .int)
  }

  /// The known values of the argument.
  func knownCounts() throws(RunError) -> Column {
    guard let argument else { return try rowCounts() }
    let counts = try accumulate(
      RowCounts(groupCount: groupCount) { (rows) throws(RunError) in
        try rows.known(argument)
      })
    return .integers(Buffer.filled(groupCount) { Int64(counts[$0]) }, .int)
  }

  /// `any`, `all`, `no` and `share`: how many rows fulfil the condition, and of how many.
  ///
  /// Without an argument the filter is the condition, and all rows of the group are asked.
  func truths() throws(RunError) -> Column {
    let condition = try aggregate.argument.map { (argument) throws(RunError) in
      try Compiler(Scope(context)).mask(for: argument)
    }
    let fulfils = { @Sendable (rows: AggregateRows) throws(RunError) -> Buffer<UInt8>? in
      guard let condition else { return try rows.mask() }
      return try rows.marks(condition)
    }
    switch aggregate.function {
    case .any, .no:
      let marks = try accumulate(RowMarks(groupCount: groupCount, mark: fulfils))
      let isAny = aggregate.function == .any
      return .truths(groupCount) { marks[$0] == isAny }
    case .all, .share, .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first,
      .last, .longestRun, .list, .concat:
      break
    }
    let trues = try accumulate(RowCounts(groupCount: groupCount, mark: fulfils))
    let all = try accumulate(
      RowCounts(groupCount: groupCount) { (rows) throws(RunError) in
        condition == nil ? nil : try rows.mask()
      })
    if aggregate.function == .all { return .truths(groupCount) { trues[$0] == all[$0] } }
    return .numbers(
      Buffer.filled(groupCount) { all[$0] == 0 ? .nan : Double(trues[$0]) / Double(all[$0]) })
  }
}

extension AggregateRows {
  /// 1 where the argument is known, evaluated only where the filter holds.
  fileprivate func known(_ argument: Kernel) throws(RunError) -> Buffer<UInt8> {
    try marks { (block) throws(RunError) in try argument.run(block).missingMask.inverted }
  }

  /// 1 where the condition holds among the rows that the filter keeps.
  fileprivate func marks(_ condition: MaskKernel) throws(RunError) -> Buffer<UInt8> {
    try marks { (block) throws(RunError) in try condition.run(block) }
  }

  private func marks(
    _ test: (Block) throws(RunError) -> Buffer<UInt8>
  ) throws(RunError) -> Buffer<UInt8> {
    guard let mask = try mask(), mask.ones < block.count else { return try test(block) }
    let places = mask.positionsOfOnes()
    return try test(block.subset(places)).scattered(to: places, count: block.count)
  }
}

extension Column {
  fileprivate static func truths(_ count: Int, _ test: (Int) -> Bool) -> Column {
    Column(
      type: .bool, count: count,
      storage: .bytes(Buffer.filled(count) { test($0) ? 1 : 0 }))
  }
}
