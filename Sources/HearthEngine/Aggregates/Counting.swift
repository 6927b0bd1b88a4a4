import HearthData
import HearthPlan

/// How many rows of each group are marked. One element more than groups: the first takes the rows
/// of no group, so that the loop has no branch.
///
/// Of a count the lowest byte lies by itself, for many groups then fit a near cache; every 256th row
/// of a group goes on to the rest.
struct RowCounts: Accumulator {
  static var isExact: Bool { true }

  private let bytes: SharedMemory<UInt8>
  /// How often a byte was full; nil while none was.
  private var carries: SharedMemory<Int32>?
  private let mark: @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?

  init(
    groupCount: Int,
    mark: @escaping @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?
  ) {
    bytes = SharedMemory(count: groupCount + 1)
    bytes.fill(0)
    self.mark = mark
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let groups = rows.groups
    guard let marks = try mark(rows) else {
      return add(groups.count) { (Int(groups[$0]), 1) }
    }
    if let places = marks.fewPlaces {
      add(places.count) { (Int(groups[Int(places[$0])]), 1) }
    } else {
      add(groups.count) { (Int(groups[$0]), marks[$0]) }
    }
  }

  /// Adds to so many counts; which, and 1 or 0, is part of the loop.
  @inline(__always)
  private mutating func add(_ count: Int, _ addend: (Int) -> (group: Int, mark: UInt8)) {
    let bytes = bytes
    for index in 0..<count {
      let (group, mark) = addend(index)
      let (sum, isFull) = bytes[group &+ 1].addingReportingOverflow(mark)
      bytes[group &+ 1] = sum
      if isFull { carry(group &+ 1, 1) }
    }
  }

  private mutating func carry(_ place: Int, _ times: Int32) {
    if carries == nil {
      carries = SharedMemory(count: bytes.count)
      carries?.fill(0)
    }
    carries?[place] &+= times
  }

  mutating func merge(_ later: RowCounts) {
    for place in 0..<bytes.count {
      let (sum, isFull) = bytes[place].addingReportingOverflow(later.bytes[place])
      bytes[place] = sum
      if isFull { carry(place, 1) }
    }
    guard let others = later.carries else { return }
    for place in 0..<others.count where others[place] > 0 { carry(place, others[place]) }
  }

  /// The count of every group.
  func all() -> Buffer<Int64> {
    let (bytes, carries) = (bytes, carries)
    guard let carries else { return Buffer.filled(bytes.count - 1) { Int64(bytes[$0 &+ 1]) } }
    return Buffer.filled(bytes.count - 1) {
      Int64(carries[$0 &+ 1]) &<< 8 | Int64(bytes[$0 &+ 1])
    }
  }
}

/// Which groups have a marked row, a byte each: many groups fit a near cache.
struct RowMarks: Accumulator {
  static var isExact: Bool { true }

  private let marks: SharedMemory<UInt8>
  private let mark: @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?

  init(
    groupCount: Int,
    mark: @escaping @Sendable (AggregateRows) throws(RunError) -> Buffer<UInt8>?
  ) {
    marks = SharedMemory(count: groupCount + 1)
    marks.fill(0)
    self.mark = mark
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let (groups, marks) = (rows.groups, marks)
    guard let found = try mark(rows) else {
      for row in 0..<groups.count { marks[Int(groups[row]) &+ 1] = 1 }
      return
    }
    if let places = found.fewPlaces {
      for place in places { marks[Int(groups[Int(place)]) &+ 1] = 1 }
    } else {
      for row in 0..<groups.count { marks[Int(groups[row]) &+ 1] |= found[row] }
    }
  }

  mutating func merge(_ later: RowMarks) {
    for index in 0..<marks.count { marks[index] |= later.marks[index] }
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
    return .integers(counts.all(), .int)
  }

  /// The known values of the argument.
  func knownCounts() throws(RunError) -> Column {
    guard let argument else { return try rowCounts() }
    let counts = try accumulate(
      RowCounts(groupCount: groupCount) { (rows) throws(RunError) in
        try rows.known(argument)
      })
    return .integers(counts.all(), .int)
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
    let trues = try accumulate(RowCounts(groupCount: groupCount, mark: fulfils)).all()
    let all = try accumulate(
      RowCounts(groupCount: groupCount) { (rows) throws(RunError) in
        condition == nil ? nil : try rows.mask()
      }
    ).all()
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
