import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

typealias GridField = StageGrid.Field

@Suite struct StageRowTests {
  private func order(_ keys: [(GridField, Bool)]) -> [PlannedSortKey] {
    keys.map { PlannedSortKey(StageGrid.expression($0.0), isDescending: $0.1) }
  }

  /// The row numbers in the order of keys, by comparing values.
  private func sorted(_ rows: [[Value]], _ keys: [(GridField, Bool)]) -> [Int] {
    let columns = keys.map { ($0.0.rawValue, descending: $0.1) }
    return rows.indices.stableSorted { isBefore(rows[$0], rows[$1], columns) }
  }

  @Test(arguments: stageSizes)
  func `where p and where not p split the rows`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let predicate = TypedExpression(
      .compare(
        .less, StageGrid.expression(.small), TypedExpression(.literal(.int(1)), .int)), .bool)
    let chosen = try rows(after: .filter(predicate), columns)
    let others = try rows(after: .filter(TypedExpression(.not(predicate), .bool)), columns)
    let expected = (0..<count).filter {
      if case .int(let value) = columns[0].value(at: $0) { value < 1 } else { false }
    }
    #expect(chosen == expected)
    #expect((chosen + others).sorted() == Array(0..<count))
    #expect(others == others.sorted())
  }

  @Test func `rows move with all their columns`() throws {
    let count = 65
    let columns = StageGrid.columns(count)
    let shown = GridField.allCases.map(StageGrid.expression)
    let step = PlanStep.Kind.sort(order([(.large, true)]))
    let table = try answer(gridPlan([step], output: shown), [StageGrid.snapshot(columns)]).table
    let rows = StageGrid.rows(count)
    #expect(table.rows == sorted(rows, [(.large, true)]).map { rows[$0] })
  }

  @Test(arguments: [0, 1, 63, 64, 65], GridField.allCases)
  func `a sort by one key is stable and puts missing last both ways`(
    count: Int, field: GridField
  ) throws {
    let columns = StageGrid.columns(count)
    for descending in [false, true] {
      #expect(
        try rows(after: .sort(order([(field, descending)])), columns)
          == sorted(StageGrid.rows(count), [(field, descending)]))
    }
  }

  @Test(arguments: [65_535, 65_536, 65_537])
  func `a sort of many rows`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let rows = StageGrid.rows(count)
    for keys in [[(GridField.day, true)], [(.large, false)]] {
      #expect(try HearthEngineTests.rows(after: .sort(order(keys)), columns) == sorted(rows, keys))
    }
  }

  @Test(arguments: [0, 1, 65, 1_000])
  func `a sort by several keys goes by the first that differs`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let lists: [[(GridField, Bool)]] = [
      [(.kind, false), (.day, true)], [(.number, true), (.large, false), (.name, true)],
      [(.large, true), (.large, false), (.word, false)], GridField.allCases.map { ($0, true) },
    ]
    for keys in lists {
      #expect(try rows(after: .sort(order(keys)), columns) == sorted(StageGrid.rows(count), keys))
    }
  }

  @Test(arguments: stageSizes)
  func `take keeps a run of rows`(count: Int) throws {
    let columns = StageGrid.columns(count)
    for (first, last) in [(1, 10), (3, 5), (11, Int64.max), (1, 0), (5, 3), (0, 2)] {
      let step = PlanStep.Kind.slice(first: Int64(first), last: last, per: [], order: [])
      #expect(
        try rows(after: step, columns)
          == (0..<count).filter { $0 + 1 >= first && Int64($0 + 1) <= last })
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 65_537])
  func `take per group keeps the rows in their places`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let step = PlanStep.Kind.slice(
      first: 2, last: 3, per: [StageGrid.expression(.kind), StageGrid.expression(.flag)],
      order: order([(.day, true)]))
    let values = StageGrid.rows(count)
    var seen: [[Value]: Int] = [:]
    let expected = sorted(values, [(.day, true)]).filter { row in
      let group = [values[row][GridField.kind.rawValue], values[row][GridField.flag.rawValue]]
      seen[group, default: 0] += 1
      return (2...3).contains(seen[group] ?? 0)
    }
    #expect(try rows(after: step, columns) == expected.sorted())
  }

  @Test(arguments: [0, 1, 63, 64, 65, 65_537])
  func `top gives the first rows of a sort`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let values = StageGrid.rows(count)
    for (field, descending) in [(GridField.small, true), (.number, false)] {
      let expected = sorted(values, [(field, descending)])
      for wanted in [0, 1, 5, 5_000, Int64.max] {
        let step = PlanStep.Kind.top(wanted, by: order([(field, descending)])[0], per: [])
        #expect(try rows(after: step, columns) == Array(expected.prefix(Int(clamping: wanted))))
      }
    }
  }

  @Test func `top per group lists the groups in the order of their keys`() throws {
    let count = 500
    let columns = StageGrid.columns(count)
    let step = PlanStep.Kind.top(
      2, by: order([(.large, true)])[0], per: [StageGrid.expression(.kind)])
    let values = StageGrid.rows(count)
    var seen: [Value: Int] = [:]
    let expected = sorted(values, [(.kind, false), (.large, true)]).filter { row in
      seen[values[row][GridField.kind.rawValue], default: 0] += 1
      return seen[values[row][GridField.kind.rawValue], default: 0] <= 2
    }
    #expect(try rows(after: step, columns) == expected)
  }

  @Test(arguments: stageSizes)
  func `distinct keeps the first row of each combination`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let values = StageGrid.rows(count)
    let lists: [[GridField]] = [
      [.small], [.number, .word], [.large, .name], [.tags, .month, .day],
    ]
    for fields in lists {
      var seen = Set<[Value]>()
      let expected = (0..<count).filter { row in
        seen.insert(fields.map { identity(values[row][$0.rawValue]) }).inserted
      }
      let step = PlanStep.Kind.distinct(fields.map(StageGrid.expression))
      #expect(try rows(after: step, columns) == expected)
    }
  }

  @Test(arguments: stageSizes)
  func `a sample is the same for a seed and in source order`(count: Int) throws {
    let columns = StageGrid.columns(count)
    for wanted in [0, 1, 20, 100_000] {
      let drawn = try rows(after: .sample(Int64(wanted), seed: 7), columns)
      #expect(drawn.count == min(wanted, count))
      #expect(drawn == Array(Set(drawn)).sorted())
      #expect(try drawn == rows(after: .sample(Int64(wanted), seed: 7), columns))
    }
    if count > 1_000 {
      let other = try rows(after: .sample(20, seed: 8), columns)
      #expect(try rows(after: .sample(20, seed: 7), columns) != other)
    }
  }

  @Test func `every row is as likely to be drawn`() throws {
    let columns = StageGrid.columns(10)
    var drawn = [Int](repeating: 0, count: 10)
    for seed in 0..<2_000 {
      for row in try rows(after: .sample(3, seed: Int64(seed)), columns) { drawn[row] += 1 }
    }
    // 600 each; six standard deviations of a binomial count are 123.
    #expect(drawn.allSatisfy { abs($0 - 600) < 123 })
  }

  @Test func `a run stops when it is told to`() throws {
    let options = RunOptions(threads: 2, stop: { .cancelled })
    let engine = Engine(
      store: emptyStore, results: results([StageGrid.snapshot(StageGrid.columns(100))]),
      options: options)
    #expect(throws: RunError.self) {
      try engine.run(gridPlan([.sort(order([(.day, false)]))]))
    }
  }
}

extension Sequence {
  func stableSorted(_ isBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if isBefore(a.element, b.element) { return true }
      if isBefore(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }
}
