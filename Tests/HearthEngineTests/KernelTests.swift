import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

/// Kernels that are fast because they take a detour, each beside the straight way.
@Suite struct KernelTests {
  private static let counts = [0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 1_000, 32_768]

  @Test(arguments: counts, [0, 1, 2, 9, 100, 1_000])
  func `the places of ones are found at any density`(count: Int, oneIn: Int) {
    var random = Generator(seed: UInt64(count + oneIn))
    let mask = (0..<count).map { _ in oneIn > 0 && random.int(1...oneIn) == 1 ? UInt8(1) : 0 }
    for start in [0, 5, 1 << 20] {
      let expected = mask.indices.filter { mask[$0] == 1 }.map { Int32(start + $0) }
      #expect(Buffer(mask).positionsOfOnes(from: start).elements == expected)
    }
  }

  @Test(arguments: [1, 2, 16_383, 16_384, 16_385, 40_000], [0, 1, 3, 50])
  func `different values are counted for each of many groups`(
    groups: Int, perGroup: Int
  ) throws {
    var random = Generator(seed: UInt64(groups * 100 + perGroup))
    // The most are dealt out on several threads.
    let rows = min(groups * perGroup, 200_000)
    let owners = (0..<rows).map { _ in Int32(random.int(0...groups - 1)) }
    let values = (0..<rows).map { _ in Int32(random.int(-1...7)) }
    var expected = Array(repeating: Set<Int32>(), count: groups)
    for row in 0..<rows where values[row] >= 0 { expected[Int(owners[row])].insert(values[row]) }
    let found = expected.map { Int32($0.count) }
    #expect(try different(values, owners, groups, UInt32.self) == found)
    #expect(try different(values, owners, groups, UInt64.self) == found)
  }

  private func different<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
    _ values: [Int32], _ owners: [Int32], _ groups: Int, _ word: Word.Type
  ) throws -> [Int32] {
    let run = RunState(store: emptyStore, definitions: [], options: RunOptions(threads: 3))
    let dealt = try DealtValues<Word>(
      Buffer(values), Buffer(owners), groupCount: groups, run: run)
    let counts = SharedMemory<Int32>(count: groups)
    counts.fill(-1)
    for run in 0..<dealt.runCount { dealt.countDifferent(ofRun: run, into: counts) }
    return counts.buffer.elements
  }

  private static let patterns = [
    "88", "8-8", "张", "张三", "张a", "张A1", "莲前街道社", "a", "1", "１1", "é", "三", "", "张\u{3000}", "👩‍👧",
  ]

  @Test(arguments: [TextMatch.startsWith, .contains, .endsWith], patterns)
  func `texts match as their folded forms do`(match: TextMatch, wanted: String) {
    var random = Generator(seed: UInt64(wanted.utf8.count) + 17)
    var texts: [String?] = [nil, "", wanted, "x" + wanted, wanted + "x", wanted.uppercased()]
    for _ in 0..<200 { texts.append(random.int(0...9) == 0 ? nil : random.text()) }
    // The last one lies at the end of the memory.
    texts.append("张")
    guard case .text(let buffer) = Column(texts: texts).storage else { return }
    let mask = TextPattern(match, wanted).mask(of: buffer)
    let piece = foldedForSearch(normalized(wanted))
    for (row, text) in texts.enumerated() {
      let folded = text.map { Array(foldedForSearch(normalized($0)).utf8) }
      let isFound =
        folded.map { folded in
          let piece = Array(piece.utf8)
          return switch match {
          case .startsWith: folded.starts(with: piece)
          case .endsWith: folded.reversed().starts(with: piece.reversed())
          case .contains, .like, .matches: folded.contains(piece)
          }
        } ?? false
      #expect(mask[row] == (isFound ? 1 : 0), "\(text.debugDescription) \(match) \(wanted)")
    }
  }

  @Test(arguments: [1, 3, 4_096, 4_097], [0, 2, 40])
  func `sums by code leave out what is missing`(codes: Int, missingIn: Int) throws {
    var random = Generator(seed: UInt64(codes + missingIn))
    let count = 2_000
    let values = (0..<count).map { _ -> Int64 in
      missingIn > 0 && random.int(1...missingIn) == 1
        ? MissingValue.int64 : Int64(random.int(-1_000_000...1_000_000))
    }
    let order = (0..<count).map { _ in Int32(random.int(0...count - 1)) }
    for rows in [RowSet.range(0..<count), .ordinals(Buffer(order))] {
      let taken = rows.ordinals.elements.map { values[Int($0)] }
      let of = (0..<count).map { _ in UInt16(random.int(0...codes - 1)) }
      var sums = Array(repeating: Int64(0), count: codes)
      var missing = Array(repeating: Int32(0), count: codes)
      for (code, value) in zip(of, taken) {
        if value == MissingValue.int64 {
          missing[Int(code)] += 1
        } else {
          sums[Int(code)] += value
        }
      }
      // The second time somebody has seen all values already.
      var seen: ColumnBound?
      for _ in 0..<2 {
        let sum = try #require(fusedSum(values, rows, of, codes, known: seen))
        for code in 0..<codes {
          #expect(sum.sum(code) == sums[code])
          #expect(sum.missing(code) == missing[code])
        }
        #expect(sum.missingCount == taken.count { $0 == MissingValue.int64 })
        #expect(sum.bound >= UInt64(sums.map(\.magnitude).max() ?? 0))
        seen = ColumnBound(bits: 1 << 20 - 1, hasMissing: values.contains(MissingValue.int64))
      }
    }
  }

  /// The sums of some rows, 500 at a time; nil when they do not fit.
  private func fusedSum(
    _ values: [Int64], _ rows: RowSet, _ of: [UInt16], _ codes: Int, known: ColumnBound?
  ) -> FusedSum? {
    var sum = FusedSum(Buffer(values), known: known, codes: codes)
    let memory = SharedMemory<UInt16>(count: 500)
    for start in stride(from: 0, to: of.count, by: 500) {
      for row in 0..<500 { memory[row] = of[start + row] }
      guard sum.add(memory.first(500), rows, from: start) else { return nil }
    }
    return sum
  }
  @Test func `sums that might not fit are given up`() {
    var fused = FusedSum(Buffer([Int64.max, Int64.max - 1, -.max]), known: nil, codes: 1)
    let codes = SharedMemory<UInt16>(count: 3)
    codes.fill(0)
    let fits = fused.add(codes.first(3), .range(0..<3), from: 0)
    #expect(!fits)
  }

  @Test(arguments: [1, 40, 300, 3_000], [true, false])
  func `days in order make the codes that days in any order make`(dayCount: Int, hasMissing: Bool) {
    var random = Generator(seed: UInt64(dayCount))
    let first: Int32 = 700
    let days = (0..<9_000).map { row in
      hasMissing && row < 600
        ? MissingValue.days : first + Int32(random.int(0...dayCount - 1))
    }.sorted()
    // A month of some thirty days, and then one that comes again.
    let table = Buffer<UInt16>.filled(dayCount + 1) { $0 == 0 ? 0 : UInt16($0 / 30 % 12 + 1) }
    let values = Column(ints: (0...12).map { Int64($0) })
    let lanes = [true, false].map { isAscending in
      CodeLane(
        source: .days(Buffer(days), first: first, isAscending: isAscending), table: table,
        values: values)
    }
    for rows in [RowSet.range(0..<9_000), .range(17..<8_990), .ordinals(Buffer([5, 3, 8_999]))] {
      for isFirst in [true, false] {
        let codes = lanes.map { lane in
          let memory = SharedMemory<UInt16>(count: rows.count)
          memory.fill(7)
          for start in stride(from: 0, to: rows.count, by: 4_096) {
            let block = memory.part(start..<min(start + 4_096, rows.count))
            lane.append(to: block, of: rows, from: start, isFirst: isFirst)
          }
          return memory.buffer.elements
        }
        #expect(codes[0] == codes[1])
      }
    }
  }

  @Test(arguments: [0, 1, 3, 20])
  func `rows are counted beyond what a byte holds`(markedIn: Int) throws {
    var random = Generator(seed: UInt64(markedIn))
    let bench = Bench()
    let count = 4_000
    let groups = (0..<count).map { _ in Int32(random.int(-1...3)) }
    let marks = (0..<count).map { _ in
      markedIn == 0 || random.int(1...markedIn) == 1 ? UInt8(1) : 0
    }
    let context = EvaluationContext(run: bench.run, entity: nil, rows: .range(0..<count))
    // Without marks all rows count.
    func counted(_ rows: Range<Int>) throws -> RowCounts {
      var counts = RowCounts(groupCount: 5) { _ in
        markedIn == 0 ? nil : Buffer(marks).slice(rows)
      }
      try counts.add(
        AggregateRows(
          block: Block(context, positions: rows), groups: Buffer(groups).slice(rows), filter: nil))
      return counts
    }
    var all = try counted(0..<3_000)
    all.merge(try counted(3_000..<count))
    let expected = (0..<5).map { group in
      Int64(groups.indices.count { groups[$0] == Int32(group) && marks[$0] == 1 })
    }
    #expect(all.all().elements == expected)
  }

  @Test(arguments: 0..<6)
  func `the first and the last of days by themselves are their least and greatest`(seed: Int) throws
  {
    var random = Generator(seed: UInt64(seed))
    let bench = Bench()
    let count = [0, 1, 64, 65, 3_000, 70_000][seed]
    let days = (0..<count).map { _ in random.int(0...4) == 0 ? nil : random.day() }
    let groups = (0..<count).map { _ in Int32(random.int(-1...40)) }
    let column = Column(days: days)
    let context = EvaluationContext(
      run: bench.run, entity: nil, rows: .range(0..<count), slots: [SlotID(0): column])
    let day = TypedExpression(.slot(SlotID(0)), .date)
    for function in [AggregateFunction.first, .last, .min, .max] {
      let isOrdered = function == .first || function == .last
      let aggregate = Aggregate(
        function, argument: day, order: isOrdered ? [PlannedSortKey(day, isDescending: false)] : [],
        type: .date)
      let found = try HearthEngine.aggregate(
        aggregate, over: GroupMap(groupCount: 42, groups: Buffer(groups)), in: context)
      for group in 0..<42 {
        let own = zip(days, groups).filter { $0.1 == Int32(group) }.compactMap(\.0)
        let isLatest = function == .last || function == .max
        let expected = isLatest ? own.max() : own.min()
        #expect(found.value(at: group) == expected.map(Value.date) ?? .missing)
      }
    }
  }
}
