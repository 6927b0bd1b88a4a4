import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

@Suite struct StageWindowTests {
  /// `add` with windows by kind, in the order of days; the results in the frame's order.
  private func windows(
    _ windows: [Window], types: [ValueType], per: [GridField] = [.kind], _ columns: [Column]
  ) throws -> [[Value]] {
    let stage = WindowStage(
      windows: windows, per: per.map(StageGrid.expression),
      order: [PlannedSortKey(StageGrid.expression(.day))],
      assignments: types.enumerated().map {
        Assignment(SlotID(200 + $0.offset), TypedExpression(.result($0.offset), $0.element))
      })
    let shown = types.enumerated().map {
      TypedExpression(.slot(SlotID(200 + $0.offset)), $0.element)
    }
    return try answer(
      gridPlan([.window(stage)], output: shown), [StageGrid.snapshot(columns)]
    ).table.rows
  }

  /// For each row the rows of its group from the first to it, and its whole group.
  private func prefixes(
    _ rows: [[Value]], per: [GridField] = [.kind]
  ) -> [(before: [Int], group: [Int])] {
    var groups: [[Value]: [Int]] = [:]
    let ordered = rows.indices.stableSorted {
      isBefore(rows[$0], rows[$1], [(GridField.day.rawValue, descending: false)])
    }
    for row in ordered {
      groups[per.map { identity(rows[row][$0.rawValue]) }, default: []].append(row)
    }
    var result = [(before: [Int], group: [Int])](repeating: ([], []), count: rows.count)
    for group in groups.values {
      for (place, row) in group.enumerated() { result[row] = (Array(group[...place]), group) }
    }
    return result
  }

  @Test(arguments: [0, 1, 63, 64, 65, 65_537])
  func `numbers and neighbours go along the group`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let small = StageGrid.expression(.small)
    let rows = try windows(
      [
        .rowNumber, .neighbour(small, distance: 1), .neighbour(small, distance: -2),
        .neighbour(small, distance: Int64.max),
      ], types: [.int, .int, .int, .int], per: [.kind, .word], columns)
    #expect(rows == numbersAndNeighbours(StageGrid.rows(count)))
  }

  private func numbersAndNeighbours(_ values: [[Value]]) -> [[Value]] {
    var groups: [[Value]: [Int]] = [:]
    let ordered = values.indices.stableSorted {
      isBefore(values[$0], values[$1], [(GridField.day.rawValue, descending: false)])
    }
    for row in ordered {
      groups[
        [values[row][GridField.kind.rawValue], values[row][GridField.word.rawValue]], default: []
      ]
      .append(row)
    }
    var result = [[Value]](repeating: [], count: values.count)
    for group in groups.values {
      for (place, row) in group.enumerated() {
        let before = place > 0 ? values[group[place - 1]][0] : .missing
        let after = place + 2 < group.count ? values[group[place + 2]][0] : .missing
        result[row] = [.int(Int64(place + 1)), before, after, .missing]
      }
    }
    return result
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `a running aggregate is the aggregate of the rows so far`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let day = PlannedSortKey(StageGrid.expression(.day))
    let aggregates = runningAggregates(order: [day])
    let running = try windows(
      aggregates.map { .running($0) }, types: aggregates.map(\.type), columns)
    let whole = try windows(
      aggregates.map { .whole($0) }, types: aggregates.map(\.type), columns)
    let context = EvaluationContext(
      run: RunState(store: emptyStore, definitions: [], options: RunOptions(threads: 1)),
      entity: nil, rows: .range(0..<count), slots: StageGrid.snapshot(columns).slots)
    for (index, aggregate) in aggregates.enumerated() {
      for (row, (before, group)) in prefixes(columns.rows).enumerated() {
        let soFar = try plain(aggregate, over: before, context)
        #expect(areClose(running[row][index], soFar), "\(aggregate.function) in row \(row)")
        #expect(areClose(whole[row][index], try plain(aggregate, over: group, context)))
      }
    }
  }

  private func runningAggregates(order: [PlannedSortKey]) -> [Aggregate] {
    let small = StageGrid.expression(.small)
    let money = StageGrid.expression(.money)
    let number = StageGrid.expression(.small).converted(to: .number)
    let flag = StageGrid.expression(.flag)
    return [
      Aggregate(.count, type: .int), Aggregate(.count, filter: flag, type: .int),
      Aggregate(.count, argument: small, type: .int),
      Aggregate(.count, isDistinct: true, argument: small, filter: flag, type: .int),
      Aggregate(.sum, argument: small, type: .int),
      Aggregate(.sum, argument: money, type: .decimal(scale: 2)),
      Aggregate(.sum, argument: number, filter: flag, type: .number),
      Aggregate(.sum, isDistinct: true, argument: small, type: .int),
      Aggregate(.avg, argument: small, type: .number),
      Aggregate(.avg, argument: money, type: .number),
      Aggregate(.avg, argument: number, type: .number),
      Aggregate(.min, argument: small, type: .int),
      Aggregate(.max, argument: StageGrid.expression(.word), type: .text),
      Aggregate(.min, argument: StageGrid.expression(.month), filter: flag, type: .period),
      Aggregate(.median, argument: small, type: .number),
      Aggregate(.median, argument: money, type: .decimal(scale: 2)),
      Aggregate(.percentile, argument: small, filter: flag, option: .int(90), type: .number),
      Aggregate(.stddev, argument: small, type: .number),
      Aggregate(.first, argument: small, order: order, type: .int),
      Aggregate(.last, argument: StageGrid.expression(.name), order: order, type: .text),
      Aggregate(.any, filter: flag, type: .bool), Aggregate(.all, filter: flag, type: .bool),
      Aggregate(.no, filter: flag, type: .bool), Aggregate(.share, filter: flag, type: .number),
      Aggregate(.longestRun, argument: flag, order: order, type: .int),
      Aggregate(
        .longestRun, argument: flag, filter: TypedExpression(.isKnown(small), .bool), type: .int),
      Aggregate(.list, argument: small, filter: flag, type: .list(.int)),
      Aggregate(
        .concat, isDistinct: true, argument: StageGrid.expression(.word), option: .text("、"),
        type: .text),
    ]
  }

  /// The aggregate of some rows in their order, by the engine's own plain aggregate.
  private func plain(
    _ aggregate: Aggregate, over rows: [Int], _ context: EvaluationContext
  ) throws -> Value {
    var chosen = context
    let positions = Buffer(rows.map { Int32($0) })
    chosen.rows = .range(0..<rows.count)
    chosen.slots = context.slots.mapValues { $0.gather(rows: positions) }
    let map = GroupMap(groupCount: 1, groups: Buffer(repeating: 0, count: rows.count))
    return try HearthEngine.aggregate(aggregate, over: map, in: chosen).value(at: 0)
  }

  private func areClose(_ a: Value, _ b: Value) -> Bool {
    if case .number(let x) = a, case .number(let y) = b { return abs(x - y) < 1e-9 }
    return areSame(a, b)
  }

  @Test func `without per the whole table is one group`() throws {
    var columns = StageGrid.columns(3)
    columns[GridField.day.rawValue] = Column(days: [Day(2), Day(1), nil])
    columns[GridField.small.rawValue] = Column(ints: [10, 5, 1])
    let sum = Aggregate(.sum, argument: StageGrid.expression(.small), type: .int)
    let rows = try windows(
      [.running(sum), .whole(sum)], types: [.int, .int], per: [], columns)
    #expect(rows == [[.int(15), .int(16)], [.int(5), .int(16)], [.int(16), .int(16)]])
  }
}

extension TypedExpression {
  func converted(to type: ValueType) -> TypedExpression { TypedExpression(.convert(self), type) }
}
