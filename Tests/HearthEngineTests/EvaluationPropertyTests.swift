import HearthData
import HearthPlan
import Testing

@testable import HearthEngine

/// Whether two values agree: numbers up to the rounding of the last digits, texts by code point.
func agree(_ a: Value, _ b: Value) -> Bool {
  switch (a, b) {
  case (.number(let x), .number(let y)):
    return x == y || abs(x - y) <= 1e-9 * max(abs(x), abs(y))
  case (.period(let x), .period(let y)): return x.start == y.start && x.end == y.end
  case (.list(let x), .list(let y)): return x.count == y.count && zip(x, y).allSatisfy(agree)
  default: return a == b
  }
}

/// Kernels against the oracle on one context; an overflow must be found by both.
func check(
  _ expression: TypedExpression, _ oracle: Oracle, _ context: EvaluationContext, _ label: String
) {
  let expected = Result { try oracle.values(expression, in: context) }
  let found = Result { try evaluate(expression, in: context) }
  switch (expected, found) {
  case (.success(let values), .success(let column)):
    guard column.count == values.count else {
      Issue.record("\(label): \(column.count) values for \(values.count) rows of \(expression)")
      return
    }
    for row in values.indices where !agree(values[row], column.value(at: row)) {
      Issue.record(
        "\(label), row \(row): \(column.value(at: row)) is not \(values[row]) in \(expression)")
      return
    }
  case (.failure, .failure(let error)):
    if case RunError.overflow = error { return }
    Issue.record("\(label): \(error) in \(expression)")
  case (.failure(let error), .success):
    Issue.record("\(label): no error where \(error) was expected in \(expression)")
  case (.success, .failure(let error)):
    Issue.record("\(label): \(error) in \(expression)")
  }
}

/// The shapes in which rows come: all, a run, a list with repetitions and rows that are none.
func contexts(_ fixture: Fixture, _ run: RunState, count: Int) -> [(String, EvaluationContext)] {
  func context(_ rows: RowSet) -> EvaluationContext {
    EvaluationContext(run: run, entity: Fixture.rows, rows: rows)
  }
  var result = [("all", context(.range(0..<count)))]
  if count > 2 {
    result.append(("run", context(.range(1..<count - 1))))
    let list = Buffer(
      (0..<count).map { Int32($0 % 3 == 0 ? count - 1 - $0 : $0 % 7 == 0 ? -1 : $0) })
    result.append(("list", context(.ordinals(list))))
  }
  return result
}

struct EvaluationPropertyTests {
  @Test(arguments: [0, 1, 63, 64, 65])
  func `kernels agree with a scalar evaluator`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: count * 2)
    let oracle = Oracle(fixture: fixture)
    let run = fixture.run()
    let types: [ValueType] = [
      .bool, .int, .number, .decimal(scale: 2), .text, .date, .period, ExpressionMaker.kind,
    ]
    for seed in 0..<160 {
      var maker = ExpressionMaker(fixture, seed: UInt64(seed * 100 + count))
      maker.slots = [(SlotID(0), .int), (SlotID(1), .text), (SlotID(2), .date)]
      let expression = maker.expression(types[seed % types.count], depth: 1 + seed % 4)
      for (label, var context) in contexts(fixture, run, count: count) {
        context.slots = Self.slots(count: context.rows.count, seed: UInt64(seed))
        check(expression, oracle, context, "seed \(seed), \(label)")
      }
    }
  }

  private static func slots(count: Int, seed: UInt64) -> [SlotID: Column] {
    var random = Generator(seed: seed)
    return [
      SlotID(0): Column(ints: random.optionals(count) { Int64($0.int(-9...9)) }),
      SlotID(1): Column(texts: random.optionals(count) { $0.text() }),
      SlotID(2): seed % 2 == 0
        ? .missing(count: count, type: .date) : Column(days: random.optionals(count) { $0.day() }),
    ]
  }

  @Test(arguments: [0, 1, 64, 65, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537])
  func `a condition and its negation split the rows`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: 0)
    let run = fixture.run(threads: 2)
    for seed in 0..<12 {
      var maker = ExpressionMaker(fixture, seed: UInt64(seed))
      let predicate = maker.expression(.bool, depth: 3)
      let negation = TypedExpression(.not(predicate), .bool)
      let context = EvaluationContext(run: run, entity: Fixture.rows, rows: .range(0..<count))
      guard let yes = try? select(predicate, in: context) else { continue }
      let no = try select(negation, in: context)
      #expect(yes.count + no.count == count)
      #expect((Array(yes.pointer) + Array(no.pointer)).sorted() == (0..<count).map { Int32($0) })
      #expect(Array(yes.pointer) == yes.pointer.sorted())
    }
  }

  @Test(arguments: [65_535, 65_536, 65_537])
  func `threads and blocks change nothing`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: 0)
    for seed in 0..<12 {
      let types: [ValueType] = [.int, .number, .text, .period, .bool, ExpressionMaker.kind]
      var maker = ExpressionMaker(fixture, seed: UInt64(seed))
      let expression = maker.expression(types[seed % types.count], depth: 2)
      let columns = [1, 2, 3].map { threads in
        try? evaluate(
          expression,
          in: EvaluationContext(
            run: fixture.run(threads: threads), entity: Fixture.rows, rows: .range(0..<count)))
      }
      #expect(columns.allSatisfy { ($0 == nil) == (columns[0] == nil) })
      guard let first = columns[0], let second = columns[1], let third = columns[2] else {
        continue
      }
      for row in stride(from: 0, to: count, by: 97) {
        #expect(first.value(at: row) == second.value(at: row))
        #expect(first.value(at: row) == third.value(at: row))
      }
    }
  }
}
