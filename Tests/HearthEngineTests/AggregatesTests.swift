import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

struct AggregatesTests {
  let bench = Bench()

  /// The aggregate of one column over groups.
  private func values(
    _ function: AggregateFunction, _ column: Column, _ groups: [Int32], _ groupCount: Int,
    type: ValueType? = nil, option: Value? = nil, isDistinct: Bool = false
  ) throws -> [Value] {
    let context = EvaluationContext(
      run: bench.run, entity: nil, rows: .range(0..<column.count), slots: [SlotID(0): column])
    let aggregate = Aggregate(
      function, isDistinct: isDistinct, argument: slot(0, column.type), option: option,
      type: type ?? column.type)
    let result = try HearthEngine.aggregate(
      aggregate, over: GroupMap(groupCount: groupCount, groups: Buffer(groups)), in: context)
    return (0..<groupCount).map { result.value(at: $0) }
  }

  private func decimal(_ unscaled: Int64, _ scale: Int) -> Value {
    .decimal(Decimal(unscaled: unscaled, scale: scale))
  }

  @Test func `nothing has a count and a sum of 0, and no mean`() throws {
    let none = Column(ints: [])
    #expect(try values(.count, none, [], 1, type: .int) == [.int(0)])
    #expect(try values(.sum, none, [], 1) == [.int(0)])
    for function in [AggregateFunction.avg, .median, .stddev, .min, .max, .first, .last] {
      #expect(try values(function, none, [], 1, type: .number) == [.missing])
    }
    let flags = Column(bools: [])
    #expect(try values(.any, flags, [], 1) == [.bool(false)])
    #expect(try values(.no, flags, [], 1) == [.bool(true)])
    #expect(try values(.all, flags, [], 1) == [.bool(true)])
    #expect(try values(.share, flags, [], 1, type: .number) == [.missing])
    #expect(try values(.longestRun, flags, [], 1, type: .int) == [.int(0)])
  }

  @Test func `missing values are skipped and counted`() throws {
    let x = Column(ints: [1, nil, 3, nil, 5])
    #expect(try values(.avg, x, [0, 0, 0, 1, -1], 2, type: .number) == [.number(2), .missing])
    #expect(bench.run.counted == [.missingSkipped(.avg): 2])
    #expect(try values(.count, x, [0, 0, 0, 1, -1], 2, type: .int) == [.int(2), .int(0)])
    #expect(bench.run.counted == [.missingSkipped(.avg): 2])
  }

  @Test(arguments: [0, 1, 63, 64, 65, 300_000])
  func `a run goes on over all portions of a table`(count: Int) throws {
    for period in [1, 2, 7, 10_007, 1 << 40] {
      let flags: [Bool?] = (0..<count).map { row in
        row % 1_009 == 5 ? nil : row % period != period - 1
      }
      let groups: [Int32] = (0..<count).map { row in row % 3 == 1 ? 0 : row % 6 < 3 ? -1 : 1 }
      var run = [0, 0]
      var longest: [Int64] = [0, 0]
      for row in 0..<count where groups[row] >= 0 {
        let group = Int(groups[row])
        run[group] = flags[row] == true ? run[group] + 1 : 0
        longest[group] = max(longest[group], Int64(run[group]))
      }
      let found = try values(.longestRun, Column(bools: flags), groups, 2, type: .int)
      #expect(found == longest.map { Value.int($0) }, "every \(period)")
    }
  }

  @Test func `money stays exact`() throws {
    let cost = Column(decimals: [10, 20, 35], scale: 2)
    #expect(try values(.sum, cost, [0, 0, 0], 1) == [decimal(65, 2)])
    #expect(
      try values(.median, cost, [0, 0, 1], 2, type: .decimal(scale: 3))
        == [decimal(150, 3), decimal(350, 3)])
    #expect(try values(.max, cost, [0, 0, 0], 1) == [decimal(35, 2)])
    #expect(try values(.avg, cost, [0, 0, 0], 1, type: .number) == [.number(0.65 / 3)])
  }

  @Test func `ten times a tenth is one`() throws {
    let tenth = Column(numbers: Array(repeating: 0.1, count: 10))
    #expect(try values(.sum, tenth, Array(repeating: 0, count: 10), 1) == [.number(1)])
  }

  @Test func `a sum may pass through what does not fit, not end there`() throws {
    let large = Column(ints: [.max, .max, -.max, -.max, 7])
    #expect(try values(.sum, large, [0, 0, 0, 0, 0], 1) == [.int(7)])
    #expect(throws: RunError.self) { try values(.sum, large, [0, 0, 1, 1, 1], 2) }
    #expect(
      try values(.avg, large, [0, 0, 1, 1, -1], 2, type: .number)
        == [.number(9.223372036854775807e18), .number(-9.223372036854775807e18)])
  }

  @Test func `percentiles interpolate as Excel does`() throws {
    let x = Column(ints: [15, 20, 35, 40, 50])
    let groups = [Int32](repeating: 0, count: 5)
    func percentile(_ percent: Double) throws -> Value {
      try values(.percentile, x, groups, 1, type: .number, option: .number(percent))[0]
    }
    #expect(try percentile(40) == .number(29))
    #expect(try percentile(0) == .number(15))
    #expect(try percentile(100) == .number(50))
    #expect(try percentile(90) == .number(46))
  }

  @Test func `medians of many values are those of the sorted ones`() throws {
    var random = Generator(seed: 3)
    for count in [1, 2, 15, 16, 17, 1000, 1001] {
      let values = (0..<count).map { _ in Int64(random.int(0...count)) }
      let sorted = values.sorted()
      let expected = Double(sorted[(count - 1) / 2] + sorted[count / 2]) / 2
      #expect(
        try self.values(
          .median, Column(ints: values), Array(repeating: 0, count: count), 1, type: .number)
          == [.number(expected)])
    }
  }

  @Test func `deviation divides by n minus 1`() throws {
    let x = Column(ints: [2, 4, 4, 4, 5, 5, 7, 9, 1])
    let found = try values(.stddev, x, [0, 0, 0, 0, 0, 0, 0, 0, 1], 2, type: .number)
    #expect(agree(found[0], .number((32.0 / 7).squareRoot())))
    #expect(found[1] == .missing)
  }

  @Test func `first and last pass over rows whose date is unknown`() throws {
    let column = Column(texts: ["a", "b", "c", "d"])
    let dates = Column(days: [Day(5), nil, Day(9), Day(9)])
    let context = EvaluationContext(
      run: bench.run, entity: nil, rows: .range(0..<4),
      slots: [SlotID(0): column, SlotID(1): dates])
    func value(_ function: AggregateFunction) throws -> Value {
      let aggregate = Aggregate(
        function, argument: slot(0, .text), order: [PlannedSortKey(slot(1, .date))], type: .text)
      let groups = GroupMap(groupCount: 1, groups: Buffer([0, 0, 0, 0]))
      return try HearthEngine.aggregate(aggregate, over: groups, in: context).value(at: 0)
    }
    #expect(try value(.first) == .text("a"))
    #expect(try value(.last) == .text("d"))
  }

  @Test func `texts, categories and periods have a least and a greatest`() throws {
    #expect(
      try values(.min, Column(texts: ["b", nil, "张", "a"]), [0, 0, 0, 0], 1) == [.text("a")])
    #expect(
      try values(.max, Column(texts: ["b", nil, "张", "a"]), [0, 0, 0, 0], 1) == [.text("张")])
    let kinds = Column(codes: [3, 1, 0], dictionary: Fixture.kinds)
    #expect(try values(.min, kinds, [0, 0, 0], 1) == [.category(0)])
    #expect(
      try values(.max, Column(bools: [false, nil, true]), [0, 0, 0], 1) == [.bool(true)])
  }

  @Test func `lists and joined texts keep the order of the rows`() throws {
    let texts = Column(texts: ["b", nil, "a", "b"])
    #expect(
      try values(.list, texts, [0, 0, 0, 0], 2, type: .list(.text))
        == [.list([.text("b"), .text("a"), .text("b")]), .missing])
    #expect(
      try values(.list, texts, [0, 0, 0, 0], 1, type: .list(.text), isDistinct: true)
        == [.list([.text("b"), .text("a")])])
    #expect(
      try values(.concat, texts, [0, 0, 0, 0], 1, option: .text("、")) == [.text("b、a、b")])
  }

  @Test(arguments: [100, 70_000])
  func `different values are counted once, in few groups and in many`(groupCount: Int) throws {
    var random = Generator(seed: 11)
    let count = 60_000
    let groups = (0..<count).map { _ in Int32(random.int(0...groupCount - 1)) }
    let ints = random.optionals(count) { Int64($0.int(0...5000)) &* 1_000_003 }
    let texts = ints.map { $0.map { "t\($0)" } }
    var expected = [Set<Int64>](repeating: [], count: groupCount)
    for row in 0..<count {
      if let value = ints[row] { expected[Int(groups[row])].insert(value) }
    }
    for column in [Column(ints: ints), Column(texts: texts)] {
      let found = try values(.count, column, groups, groupCount, type: .int, isDistinct: true)
      #expect(found == expected.map { .int(Int64($0.count)) })
    }
  }
}
