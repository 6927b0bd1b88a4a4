import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

@Suite struct StageGroupTests {
  static let count = Aggregate(.count, type: .int)
  static let sum = Aggregate(.sum, argument: StageGrid.expression(.small), type: .int)

  /// Keys in slots from 200, `count` in 300 and `sum(small)` in 301.
  static func stage(
    _ fields: [GridField], exploded: Set<GridField> = [], withTotal: Bool = false,
    withAll: Bool = false, across: GroupStage.Across? = nil
  ) -> GroupStage {
    GroupStage(
      keys: fields.enumerated().map {
        .init(
          slot: SlotID(200 + $0.offset), expression: StageGrid.expression($0.element),
          isExploded: exploded.contains($0.element))
      },
      aggregates: [count, sum],
      measures: (0..<2).map {
        Assignment(SlotID(300 + $0), TypedExpression(.result($0), .int))
      }, withTotal: withTotal, withAll: withAll, across: across)
  }

  static func shown(_ stage: GroupStage) -> [TypedExpression] {
    stage.keys.map { TypedExpression(.slot($0.slot), $0.expression.type) }
      + stage.measures.map { TypedExpression(.slot($0.slot), .int) }
  }

  private func table(_ stage: GroupStage, _ columns: [Column]) throws -> ResultTable {
    let plan = gridPlan([.group(stage)], output: Self.shown(stage))
    return try answer(plan, [StageGrid.snapshot(columns)]).table
  }

  /// Groups, counts and sums, by comparing values.
  private func expected(_ rows: [[Value]], _ fields: [GridField]) -> [[Value]] {
    var groups: [[Value]: (first: [Value], count: Int64, sum: Int64)] = [:]
    for row in rows {
      let key = fields.map { identity(row[$0.rawValue]) }
      var group = groups[key] ?? (fields.map { row[$0.rawValue] }, 0, 0)
      group.count += 1
      if case .int(let value) = row[GridField.small.rawValue] { group.sum += value }
      groups[key] = group
    }
    let keys = fields.indices.map { ($0, descending: false) }
    return groups.values.sorted { isBefore($0.first, $1.first, keys) }
      .map { $0.first + [.int($0.count), .int($0.sum)] }
  }

  @Test(arguments: [0, 1, 63, 64, 65], GridField.allCases)
  func `groups come in the order of their keys`(count: Int, field: GridField) throws {
    let columns = StageGrid.columns(count)
    #expect(
      try table(Self.stage([field]), columns).rows == expected(StageGrid.rows(count), [field]))
  }

  @Test(arguments: [65, 65_535, 65_537])
  func `groups by several keys`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let rows = StageGrid.rows(count)
    for fields in [
      [GridField.kind, .flag], [.day, .word, .month], [.name], [.large, .name, .number],
    ] {
      #expect(try table(Self.stage(fields), columns).rows == expected(rows, fields))
    }
  }

  @Test(arguments: [0, 1, 65_537])
  func `without keys there is one row, of no rows too`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let rows = try table(Self.stage([]), columns).rows
    #expect(rows == (count == 0 ? [[.int(0), .int(0)]] : expected(StageGrid.rows(count), [])))
  }

  @Test(arguments: [0, 1, 65, 65_537])
  func `groups add up to the total`(count: Int) throws {
    let answer = try table(Self.stage([.kind, .word], withTotal: true), StageGrid.columns(count))
    for measure in [2, 3] {
      let sum = answer.rows.reduce(Int64(0)) { sum, row in
        if case .int(let value) = row[measure] { sum + value } else { sum }
      }
      #expect(answer.total?[measure] == .int(sum))
    }
    #expect(answer.total?[0] == .missing)
  }

  @Test(arguments: [0, 1, 64, 65_536])
  func `a row is in the group of each of its tags and once in the total`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let stage = Self.stage([.tags], exploded: [.tags], withTotal: true)
    let answer = try table(stage, columns)
    let rows = StageGrid.rows(count)
    func sum(_ chosen: [[Value]]) -> [Value] {
      [
        .int(Int64(chosen.count)),
        .int(chosen.reduce(0) { if case .int(let value) = $1[0] { $0 + value } else { $0 } }),
      ]
    }
    func tags(_ row: [Value]) -> UInt64 {
      if case .tags(let mask) = row[GridField.tags.rawValue] { mask } else { 0 }
    }
    var wanted = (0..<3).map { tag in
      [.category(tag)] + sum(rows.filter { tags($0) >> tag & 1 == 1 })
    }
    wanted.append([.missing] + sum(rows.filter { tags($0) == 0 }))
    #expect(answer.rows == wanted.filter { $0[1] != .int(0) })
    #expect(answer.total == [.missing] + sum(rows))
  }

  @Test func `with all shows closed categories and yes and no that no row has`() throws {
    let rows = [[1, nil], [1, 1], [2, 0]] as [[Int?]]
    var columns = StageGrid.columns(3)
    columns[GridField.kind.rawValue] = Column(
      codes: rows.map { ($0[0] ?? -1) + 1 }, dictionary: StageGrid.kinds)
    columns[GridField.flag.rawValue] = Column(bools: rows.map { $0[1].map { $0 == 1 } })
    let answer = try table(Self.stage([.kind, .flag], withAll: true), columns)
    var wanted: [[Value]] = (0..<4).flatMap { kind in
      [false, true].map { [.category(kind), .bool($0)] }
    }
    wanted.insert([.category(1), .missing], at: 4)
    #expect(answer.rows.map { Array($0.prefix(2)) } == wanted)
    #expect(answer.rows.map { $0[2] } == [0, 0, 0, 1, 1, 1, 0, 0, 0].map { .int($0) })
  }

  @Test func `with all keeps the values found of open keys`() throws {
    var columns = StageGrid.columns(2)
    columns[GridField.word.rawValue] = Column(texts: ["b", "a"])
    columns[GridField.flag.rawValue] = Column(bools: [true, true])
    let answer = try table(Self.stage([.word, .flag], withAll: true), columns)
    #expect(
      answer.rows.map { Array($0.prefix(3)) } == [
        [.text("a"), .bool(false), .int(0)], [.text("a"), .bool(true), .int(1)],
        [.text("b"), .bool(false), .int(0)], [.text("b"), .bool(true), .int(1)],
      ])
  }

  @Test(arguments: [0, 1, 65, 65_537])
  func `across makes a column for each value and measure`(count: Int) throws {
    let columns = StageGrid.columns(count)
    let values: [Value] = [.bool(false), .bool(true), .missing]
    let slots = (0..<3).map { value in (0..<2).map { SlotID(400 + 2 * value + $0) } }
    var stage = Self.stage(
      [.kind], withTotal: true,
      across: .init(expression: StageGrid.expression(.flag), values: values, slots: slots))
    stage.measures[1].expression = TypedExpression(.result(1), .int)
    let output =
      [TypedExpression(.slot(SlotID(200)), StageGrid.type(.kind))]
      + slots.flatMap { $0 }.map { TypedExpression(.slot($0), .int) }
    let plan = gridPlan([.group(stage)], output: output)
    let answer = try answer(plan, [StageGrid.snapshot(columns)]).table
    let rows = StageGrid.rows(count)
    func cells(_ chosen: [[Value]]) -> [Value] {
      values.flatMap { value -> [Value] in
        let cell = chosen.filter { $0[GridField.flag.rawValue] == value }
        let sum = cell.reduce(Int64(0)) {
          if case .int(let number) = $1[0] { $0 + number } else { $0 }
        }
        return [.int(Int64(cell.count)), cell.isEmpty ? .missing : .int(sum)]
      }
    }
    let groups = Dictionary(grouping: rows) { $0[GridField.kind.rawValue] }
    let keys = groups.keys.sorted { isBefore($0, $1) ?? false }
    #expect(answer.rows == keys.map { [$0] + cells(groups[$0] ?? []) })
    #expect(answer.total == [.missing] + cells(rows))
  }

  @Test func `distinct values come in the order of keys`() throws {
    let snapshot = StageGrid.snapshot(StageGrid.columns(500))
    let engine = Engine(store: emptyStore, results: results([snapshot]))
    func values(_ field: GridField) throws -> [Value] {
      try engine.distinctValues(of: StageGrid.expression(field), in: gridPlan([]))
    }
    #expect(try values(.small) == [-2, -1, 0, 1, 2, 3].map { .int($0) } + [.missing])
    #expect(try values(.flag) == [.bool(false), .bool(true), .missing])
    #expect(try values(.tags) == [1, 3, 7, 5, 2, 6, 4].map { .tags($0) } + [.missing])
    #expect(try values(.word).first == .text(""))
  }
}
