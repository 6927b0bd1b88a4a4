import HearthData
import HearthPlan

/// The values of a column numbered so that equal values have equal numbers; -1 is missing.
struct ValueNumbers {
  var numbers: Buffer<Int32>
  /// All numbers are below.
  var count: Int

  init(_ column: Column, run: RunState) throws(RunError) {
    switch column.storage {
    case .codes8, .codes16, .codes32:
      let codes = try column.codes()
      numbers = Buffer.filled(codes.count) { codes[$0] &- 1 }
      count = column.dictionary?.count ?? 0
    case .bytes(let bytes):
      numbers = Buffer.filled(bytes.count) {
        bytes[$0] >= MissingValue.bool ? -1 : Int32(bytes[$0])
      }
      count = 2
    case .rows(let rows):
      numbers = rows
      count = Int(rows.max() ?? -1) + 1
    case .text(let texts):
      var table = TextTable(texts)
      numbers = Buffer.filled(texts.count) { row in
        texts.lengths[row] < 0 ? -1 : table.insert(row: row)
      }
      count = table.count
    case .int64, .double, .days, .masks, .periods, .lists, .missing:
      (numbers, count) = numbered(try sortKeys(of: column, run: run))
    }
  }
}

/// Numbers of words of which the greatest is missing: their distance from the least where they lie
/// close together.
private func numbered(_ words: Buffer<UInt64>) -> (Buffer<Int32>, Int) {
  var least = UInt64.max
  var greatest: UInt64 = 0
  for row in 0..<words.count where words[row] != .max {
    least = min(least, words[row])
    greatest = max(greatest, words[row])
  }
  if least <= greatest, greatest - least < UInt64(max(1024, words.count)) {
    let numbers = Buffer<Int32>.filled(words.count) {
      words[$0] == .max ? -1 : Int32(truncatingIfNeeded: words[$0] - least)
    }
    return (numbers, Int(greatest - least) + 1)
  }
  var table = WordNumbers()
  let numbers = Buffer<Int32>.filled(words.count) {
    words[$0] == .max ? -1 : table.insert(words[$0])
  }
  return (numbers, table.count)
}

/// Numbers different words from 0 in the order in which they are first seen.
struct WordNumbers {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var words: [UInt64] = []

  var count: Int { words.count }

  mutating func insert(_ word: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: mixed(word)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if words[Int(slots[slot])] == word { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(truncatingIfNeeded: words.count)
    slots[slot] = number
    words.append(word)
    if words.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, word) in words.enumerated() {
      var slot = Int(truncatingIfNeeded: mixed(word)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}

extension AggregateSource {
  /// More bits than this are not worth clearing: the groups are sorted one by one instead.
  private static var bitLimit: Int { 1 << 28 }

  /// `count(distinct x)`: a bit for each group and value where that is affordable.
  func distinctCounts() throws(RunError) -> Column {
    guard let argument, let type = aggregate.argument?.type else {
      throw .misbuiltPlan("count distinct without an argument")
    }
    let parts = try context.mapBlocks { (block) throws(RunError) in
      let (kept, groups) = try rows(block.range).kept()
      return (try argument.run(kept), groups)
    }
    let values = try Column.joined(parts.map(\.0), type: type)
    let groups = Buffer.joined(parts.map(\.1))
    let numbers = try ValueNumbers(values, run: context.run)
    let (bits, overflow) = groupCount.multipliedReportingOverflow(by: numbers.count)
    let counts =
      !overflow && bits <= Self.bitLimit
      ? Buffer(bitCounts(numbers, groups, bits: bits))
      : try sortedCounts(numbers, groups)
    return .integers(Buffer.filled(groupCount) { Int64(counts[$0]) }, .int)
  }

  private func bitCounts(
    _ values: ValueNumbers, _ groups: Buffer<Int32>, bits: Int
  ) -> [Int32] {
    var counts = [Int32](repeating: 0, count: groupCount)
    var seen = [UInt64](repeating: 0, count: bits / 64 + 1)
    let numbers = values.numbers
    counts.withUnsafeMutableBufferPointer { counts in
      seen.withUnsafeMutableBufferPointer { seen in
        for row in 0..<groups.count where numbers[row] >= 0 {
          let group = Int(groups[row])
          let bit = group &* values.count &+ Int(numbers[row])
          let word = seen[bit >> 6]
          let flag = UInt64(1) << UInt64(bit & 63)
          counts[group] &+= word & flag == 0 ? 1 : 0
          seen[bit >> 6] = word | flag
        }
      }
    }
    return counts
  }

  /// Where a bit for each group and value is too much: the values are dealt out to runs of groups
  /// whose counters fit a near cache, and then sorted run by run, on the threads of the run.
  private func sortedCounts(
    _ values: ValueNumbers, _ groups: Buffer<Int32>
  ) throws(RunError) -> Buffer<Int32> {
    values.count <= DealtValues<UInt32>.mostValues
      ? try sortedCounts(values, groups, UInt32.self)
      : try sortedCounts(values, groups, UInt64.self)
  }

  private func sortedCounts<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
    _ values: ValueNumbers, _ groups: Buffer<Int32>, _ word: Word.Type
  ) throws(RunError) -> Buffer<Int32> {
    let dealt = try DealtValues<Word>(
      values.numbers, groups, groupCount: groupCount, run: context.run)
    let counts = SharedMemory<Int32>(count: groupCount)
    _ = try parallelMap(dealt.runCount, context.run) { (run) throws(RunError) in
      dealt.countDifferent(ofRun: run, into: counts)
    }
    return counts.buffer
  }

  /// The first of each group's equal values.
  func distinct(_ collected: CollectedValues) throws(RunError) -> CollectedValues {
    let values = try ValueNumbers(collected.values, run: context.run)
    var lastGroup = [Int32](repeating: -1, count: values.count)
    let groups = collected.groups
    let isFirst = (0..<groups.count).map { row in
      let number = Int(values.numbers[row])
      defer { lastGroup[number] = groups[row] }
      return lastGroup[number] != groups[row]
    }
    return CollectedValues(collected.values, groups: groups, groupCount: groupCount) {
      isFirst[$0]
    }
  }
}
