import HearthData
import HearthPlan

/// What is known of every code after a part of the rows: how many there are, and whatever else was
/// asked for.
struct FusedTallies: Sendable {
  var counts: LaneSums<Int32>
  var sums: [FusedSum]
  var bits: [FusedBits]
}

/// Sums by code that lie side by side, so that an addition need not wait for the one before it
/// where a few codes take turns.
///
///     lanes   c0 c0 c0 c0 c1 c1 c1 c1 …     row i adds to lane i mod 4
struct LaneSums<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private let memory: SharedMemory<Element>
  /// How many there are for a code, as a power of two.
  private let shift: Int

  private static var usualShift: Int { 2 }

  init(codes: Int) {
    shift = codes <= 4_096 ? Self.usualShift : 0
    memory = SharedMemory(count: codes << shift)
    memory.fill(0)
  }

  /// Adds a value for each code; `value` is part of the loop.
  ///
  /// The usual number of lanes is a constant in a loop of its own: a shift by what memory holds
  /// takes longer than the addition.
  @inline(__always)
  func add(_ codes: UnsafeMutableBufferPointer<UInt16>, _ value: (Int) -> Element) {
    let memory = memory.first(memory.count)
    if shift == Self.usualShift {
      for row in 0..<codes.count {
        memory[Int(codes[row]) &<< Self.usualShift | row & (1 << Self.usualShift - 1)] &+= value(
          row)
      }
    } else {
      for row in 0..<codes.count { memory[Int(codes[row])] &+= value(row) }
    }
  }

  /// Adds a value now and then.
  @inline(__always)
  func add(_ value: Element, to code: UInt16) { memory[Int(code) &<< shift] &+= value }

  subscript(code: Int) -> Element {
    var sum: Element = 0
    for lane in 0..<(1 << shift) { sum &+= memory[code << shift | lane] }
    return sum
  }

  /// Adds the sums of all codes to those of another part of the rows.
  func add(to totals: UnsafeMutableBufferPointer<Int64>) {
    let memory = memory.first(memory.count)
    if shift == Self.usualShift {
      for code in totals.indices {
        let first = code &<< Self.usualShift
        totals[code] &+=
          Int64(memory[first] &+ memory[first | 1])
          &+ Int64(
            memory[first | 2] &+ memory[first | 3])
      }
    } else {
      for code in totals.indices { totals[code] &+= Int64(memory[code]) }
    }
  }
}

/// One pass over rows for a dense grouping: the codes of a few thousand rows are made, and all
/// aggregates take them while they are in the nearest cache.
struct FusedScan: Sendable {
  let rows: RowSet
  let lanes: [CodeLane]
  let sums: [FusedAggregates.Summed]
  let distinct: [FusedValues]

  /// Codes that may occur.
  var codeCount: Int { lanes.reduce(1) { $0 * $1.count } }

  /// What is read of the stored columns for a row.
  private var rowBytes: Int {
    lanes.reduce(0) { $0 + $1.source.stride } + sums.count * MemoryLayout<Int64>.stride
      + distinct.reduce(0) { $0 + $1.source.stride }
  }

  /// Rows whose codes fit the nearest cache.
  private static let blockSize = 4_096

  /// Nil when some sum might not fit 64 bits.
  func tallies(_ range: Range<Int>, in run: RunState) throws(RunError) -> FusedTallies? {
    var tallies = FusedTallies(
      counts: LaneSums(codes: codeCount),
      sums: sums.map { FusedSum($0.values, known: $0.known, codes: codeCount) },
      bits: distinct.map { FusedBits($0, codes: codeCount) })
    run.countRead(bytes: range.count * rowBytes)
    let codes = SharedMemory<UInt16>(count: Self.blockSize)
    codes.fill(0)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
      if start & 0xFFFF == 0 { try run.checkLimits() }
      let block = start..<min(start + Self.blockSize, range.upperBound)
      guard add(block, codes.first(block.count), to: &tallies) else { return nil }
    }
    return tallies
  }

  private func add(
    _ block: Range<Int>, _ codes: UnsafeMutableBufferPointer<UInt16>,
    to tallies: inout FusedTallies
  ) -> Bool {
    for (index, lane) in lanes.enumerated() {
      lane.append(to: codes, of: rows, from: block.lowerBound, isFirst: index == 0)
    }
    tallies.counts.add(codes) { _ in 1 }
    for index in tallies.sums.indices {
      guard tallies.sums[index].add(codes, rows, from: block.lowerBound) else { return false }
    }
    for bits in tallies.bits { bits.add(codes, rows, from: block.lowerBound) }
    return true
  }

  /// For every row the group of its code.
  func map(_ groups: Buffer<Int32>, groupCount: Int, in runner: PlanRunner) throws(RunError)
    -> GroupMap
  {
    let laneBytes = lanes.reduce(0) { $0 + $1.source.stride }
    runner.run.countRead(bytes: rows.count * laneBytes)
    let memory = SharedMemory<Int32>(count: rows.count)
    try runner.forEachMorsel(of: rows.count) { (range) throws(RunError) in
      let codes = SharedMemory<UInt16>(count: range.count)
      codes.fill(0)
      let all = codes.first(range.count)
      for (index, lane) in lanes.enumerated() {
        lane.append(to: all, of: rows, from: range.lowerBound, isFirst: index == 0)
      }
      for index in all.indices { memory[range.lowerBound &+ index] = groups[Int(all[index])] }
    }
    return GroupMap(groupCount: groupCount, groups: memory.buffer)
  }
}
