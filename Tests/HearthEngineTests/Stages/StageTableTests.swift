import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

/// Stages with a second table: the grid of another seed, in snapshot 1.
@Suite struct StageTableTests {
  private static let carried = SlotID(200)
  private static let row = TypedExpression(.slot(StageGrid.row), .int)

  private func right(_ shown: [TypedExpression]) -> Plan {
    gridPlan([], output: shown, snapshot: 1)
  }

  private func joined(
    _ kind: JoinStage.Kind, on fields: [GridField], _ left: [Column], _ right: [Column]
  ) throws -> [[Value]] {
    let stage = JoinStage(
      kind: kind, right: self.right([Self.row]),
      conditions: fields.map { (StageGrid.expression($0), StageGrid.expression($0)) },
      carried: [(Self.carried, 0)])
    let plan = gridPlan(
      [.join(stage)], output: [Self.row, TypedExpression(.slot(Self.carried), .int)])
    return try answer(plan, [StageGrid.snapshot(left), StageGrid.snapshot(right)]).table.rows
  }

  /// Pairs of row numbers, by comparing values.
  private func expected(
    _ kind: JoinStage.Kind, on fields: [GridField], _ left: [Column], _ right: [Column]
  ) -> [[Value]] {
    func key(_ row: [Value]) -> [Value]? {
      let key = fields.map { identity(row[$0.rawValue]) }
      return key.contains(.missing) ? nil : key
    }
    var byKey: [[Value]: [Int]] = [:]
    for (row, values) in right.rows.enumerated() {
      if let key = key(values) { byKey[key, default: []].append(row) }
    }
    var pairs: [[Value]] = []
    var matched = Set<Int>()
    for (row, values) in left.rows.enumerated() {
      let matches = key(values).flatMap { byKey[$0] } ?? []
      matched.formUnion(matches)
      pairs += matches.map { [.int(Int64(row)), .int(Int64($0))] }
      if matches.isEmpty, kind != .inner { pairs.append([.int(Int64(row)), .missing]) }
    }
    if kind == .full {
      let others = right.rows.indices.filter { !matched.contains($0) }
      pairs += others.map { [.missing, .int(Int64($0))] }
    }
    return pairs
  }

  @Test(
    arguments: [JoinStage.Kind.inner, .left, .full],
    [(0, 0), (0, 5), (5, 0), (1, 1), (64, 65), (65, 63)])
  func `a join gives every pair that is equal, in the right's order`(
    kind: JoinStage.Kind, sizes: (Int, Int)
  ) throws {
    let left = StageGrid.columns(sizes.0)
    let right = StageGrid.columns(sizes.1, seed: 8)
    for fields in GridField.allCases.map({ [$0] }) + [[.kind, .flag], [.large, .number, .name]] {
      #expect(
        try joined(kind, on: fields, left, right) == expected(kind, on: fields, left, right))
    }
  }

  @Test(arguments: [65_536, 65_537])
  func `a join of many rows`(count: Int) throws {
    let left = StageGrid.columns(count)
    let right = StageGrid.columns(500, seed: 8)
    for kind in [JoinStage.Kind.inner, .full] {
      #expect(
        try joined(kind, on: [.name, .flag], left, right)
          == expected(kind, on: [.name, .flag], left, right))
    }
  }

  @Test func `categories of different dictionaries join by their names`() throws {
    var left = StageGrid.columns(3)
    var right = StageGrid.columns(2)
    let other = CategoryDictionary(
      ["meal", "walk", "visit"].map { Bilingual(same: $0) }, isClosed: false)
    left[GridField.kind.rawValue] = Column(
      categories: ["visit", "meal", nil], dictionary: StageGrid.kinds)
    right[GridField.kind.rawValue] = Column(categories: ["meal", "walk"], dictionary: other)
    #expect(
      try joined(.full, on: [.kind], left, right) == [
        [.int(0), .missing], [.int(1), .int(0)], [.int(2), .missing], [.missing, .int(1)],
      ])
  }

  @Test func `a full join shows the column of the condition once`() throws {
    var left = StageGrid.columns(2)
    var right = StageGrid.columns(2)
    left[GridField.word.rawValue] = Column(texts: ["a", "b"])
    right[GridField.word.rawValue] = Column(texts: ["b", "c"])
    let word = StageGrid.expression(.word)
    let stage = JoinStage(
      kind: .full, right: self.right([word]), conditions: [(word, word)], carried: [],
      merged: [(Self.carried, word, 0)])
    let plan = gridPlan([.join(stage)], output: [TypedExpression(.slot(Self.carried), .text)])
    let rows = try answer(plan, [StageGrid.snapshot(left), StageGrid.snapshot(right)]).table.rows
    #expect(rows == [[.text("a")], [.text("b")], [.text("c")]])
  }

  @Test(arguments: [(0, 0), (0, 3), (3, 0), (64, 65), (65_536, 2)])
  func `a union puts the right rows after the left ones`(sizes: (Int, Int)) throws {
    let left = StageGrid.columns(sizes.0)
    let right = StageGrid.columns(sizes.1, seed: 8)
    let shown = GridField.allCases.map(StageGrid.expression)
    let columns = GridField.allCases.map { field in
      // Each side lacks a column.
      UnionColumn(
        slot: SlotID(200 + field.rawValue),
        left: field == .small ? nil : StageGrid.expression(field),
        rightColumn: field == .day ? nil : field.rawValue, type: StageGrid.type(field))
    }
    let plan = gridPlan(
      [.union(self.right(shown), columns: columns)],
      output: columns.map { TypedExpression(.slot($0.slot), $0.type) })
    let rows = try answer(plan, [StageGrid.snapshot(left), StageGrid.snapshot(right)]).table.rows
    func without(_ field: GridField, _ row: [Value]) -> [Value] {
      row.enumerated().map { $0.offset == field.rawValue ? .missing : $0.element }
    }
    #expect(
      rows == left.rows.map { without(.small, $0) } + right.rows.map { without(.day, $0) })
  }

  @Test(arguments: stageSizes)
  func `except and intersect split the rows`(count: Int) throws {
    let left = StageGrid.columns(count)
    let right = StageGrid.columns(30, seed: 8)
    for fields in [[GridField.flag, .small], [.month, .word]] {
      let columns = fields.enumerated().map {
        MatchColumn(left: StageGrid.expression($0.element), rightColumn: $0.offset)
      }
      let other = Set(right.rows.map { row in fields.map { identity(row[$0.rawValue]) } })
      let values = StageGrid.rows(count)
      for isKept in [true, false] {
        let step = PlanStep.Kind.match(
          self.right(fields.map(StageGrid.expression)), isKept: isKept, columns: columns)
        let kept = try answer(
          gridPlan([step]), [StageGrid.snapshot(left), StageGrid.snapshot(right)]
        ).table.rows
        let wanted = values.indices.filter { row in
          other.contains(fields.map { identity(values[row][$0.rawValue]) }) == isKept
        }
        #expect(kept == wanted.map { [.int(Int64($0))] })
      }
    }
  }

  @Test func `a literal table is a source`() throws {
    let slots = [SlotID(0), SlotID(1)]
    let plan = Plan(
      source: .literal(
        rowCount: 2,
        [
          (slots[0], [.int(1), .missing], .int), (slots[1], [.text("a"), .text("b")], .text),
        ]),
      output: outputColumns([
        TypedExpression(.slot(slots[1]), .text), TypedExpression(.slot(slots[0]), .int),
      ]))
    #expect(try answer(plan, []).table.rows == [[.text("a"), .int(1)], [.text("b"), .missing]])
  }

  @Test func `a kept result becomes a source with its total`() throws {
    let snapshot = StageGrid.snapshot(StageGrid.columns(100))
    let stage = StageGroupTests.stage([.kind], withTotal: true)
    let first = try answer(
      gridPlan([.group(stage)], output: StageGroupTests.shown(stage)), [snapshot])
    let count = SlotID(0)
    let again = Plan(
      source: .result(ResultReference(0), entity: nil, slots: [(from: SlotID(300), to: count)]),
      output: outputColumns([TypedExpression(.slot(count), .int)]))
    let second = try answer(again, [first.frame])
    #expect(second.table.rows.map { $0[0] } == first.table.rows.map { $0[1] })
    #expect(second.table.total == [.int(100)])
  }
}
