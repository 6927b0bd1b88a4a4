import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

@Suite struct StageSuppressTests {
  /// A grouped table with counts: keys in slots 0…, counts after them.
  private func suppressed(
    keys: [[Int64]], counts: [[Int64]], total: [Int64]? = nil
  ) throws -> ResultTable {
    let columns = (keys + counts).map { Column(ints: $0) }
    var snapshot = FrameSnapshot(rowCount: counts[0].count, columns: columns)
    let slots = columns.indices.map { SlotID($0) }
    if let total {
      var values: [SlotID: Column] = [:]
      for slot in slots { values[slot] = .missing(count: 1, type: .int) }
      for (index, count) in total.enumerated() {
        values[slots[keys.count + index]] = Column(ints: [count])
      }
      snapshot.total = values
    }
    let step = PlanStep.Kind.suppress(
      SuppressStage(
        below: 5, measures: Array(slots[keys.count...]), keys: Array(slots[..<keys.count])))
    let plan = Plan(
      source: .result(ResultReference(0), entity: nil, slots: slots.map { (from: $0, to: $0) }),
      steps: [PlanStep(step, span: nil)],
      output: outputColumns(slots.map { TypedExpression(.slot($0), .int) }))
    return try answer(plan, [snapshot]).table
  }

  private func shown(_ table: ResultTable, column: Int) -> [Int64?] {
    table.rows.map { if case .int(let value) = $0[column] { value } else { nil } }
  }

  @Test func `a small count takes the smallest other one with it`() throws {
    let table = try suppressed(keys: [[1, 2, 3, 4]], counts: [[20, 3, 9, 0]], total: [32])
    #expect(shown(table, column: 1) == [20, nil, nil, 0])
    #expect(table.total == [.missing, .int(32)])
    #expect(table.notes.count == 1)
  }

  @Test func `two hidden counts that are small together take a third`() throws {
    let table = try suppressed(keys: [[1, 2, 3, 4]], counts: [[1, 2, 30, 12]])
    #expect(shown(table, column: 1) == [nil, nil, 30, nil])
  }

  @Test func `without small counts nothing is hidden and nothing is said`() throws {
    let table = try suppressed(keys: [[1, 2]], counts: [[5, 0]])
    #expect(shown(table, column: 1) == [5, 0])
    #expect(table.notes.isEmpty)
  }

  @Test func `covered and uncovered are not told by their sum`() throws {
    let table = try suppressed(
      keys: [[1, 2, 3]], counts: [[20, 30, 40], [18, 20, 25], [2, 10, 15]], total: [90, 63, 27])
    #expect(shown(table, column: 3) == [nil, nil, 15])
    // The uncovered of the first two rows, and what else their sums would tell.
    #expect(shown(table, column: 2) == [nil, nil, 25])
    #expect(shown(table, column: 1) == [20, 30, 40])
  }

  @Test func `a small total is hidden too`() throws {
    let table = try suppressed(keys: [[1, 2]], counts: [[1, 2]], total: [3])
    #expect(shown(table, column: 1) == [nil, nil])
    #expect(table.total == [.missing, .missing])
  }

  @Test(arguments: 0..<200)
  func `no sum tells a hidden count or a small sum of them`(seed: Int) throws {
    var random = TestRandom(seed)
    let sizes = [Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random)]
    var keys: [[Int64]] = [[], []]
    var counts: [Int64] = []
    for first in 0..<sizes[0] {
      for second in 0..<sizes[1] where Int.random(in: 0..<6, using: &random) > 0 {
        keys[0].append(Int64(first))
        keys[1].append(Int64(second))
        counts.append(Int64.random(in: 0...14, using: &random))
      }
    }
    guard !counts.isEmpty else { return }
    let cells = shown(try suppressed(keys: keys, counts: [counts]), column: 2)
    #expect(zip(counts, cells).allSatisfy { $1 == nil || $0 == 0 || $0 >= 5 })
    #expect(zip(counts, cells).allSatisfy { $1 == nil || $1 == $0 })
    var lines = [Array(counts.indices)]
    for key in keys {
      lines += Set(key).map { value in counts.indices.filter { key[$0] == value } }
    }
    for line in lines {
      let hidden = line.filter { cells[$0] == nil }
      let others = line.filter { cells[$0] != nil && counts[$0] > 0 }
      if hidden.isEmpty || others.isEmpty { continue }
      #expect(hidden.count >= 2)
      #expect(hidden.reduce(0) { $0 + counts[$1] } >= 5)
    }
  }
}
