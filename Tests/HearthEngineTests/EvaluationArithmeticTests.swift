import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

private func decimal(_ unscaled: Int64, _ scale: Int) -> Value {
  .decimal(Decimal(unscaled: unscaled, scale: scale))
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
  Day(year: year, month: month, day: day)
}

struct EvaluationArithmeticTests {
  let bench = Bench()

  private func apply(
    _ operation: Arithmetic, _ a: Column, _ b: Column, _ type: ValueType
  ) throws -> [Value] {
    try bench.values(
      TypedExpression(.arithmetic(operation, slot(0, a.type), slot(1, b.type)), type), a, b)
  }

  @Test func `overflow is an error, never a wrap`() throws {
    let large = Column(ints: [.max, nil, 1])
    let one = Column(ints: [1, 1, 1])
    #expect(throws: RunError.self) { try apply(.add, large, one, .int) }
    #expect(throws: RunError.self) { try apply(.multiply, large, Column(ints: [2, 2, 2]), .int) }
    #expect(throws: RunError.self) {
      try apply(.subtract, Column(ints: [-.max]), Column(ints: [1]), .int)
    }
    // The least number means missing and is no result either.
    #expect(throws: RunError.self) {
      try apply(.subtract, Column(ints: [-.max]), Column(ints: [1]), .int)
    }
    #expect(
      try apply(.add, Column(ints: [.max - 1, nil]), Column(ints: [1, .max]), .int)
        == [.int(.max), .missing])
    #expect(throws: RunError.self) {
      try apply(.multiply, Column(numbers: [1e200]), Column(numbers: [1e200]), .number)
    }
  }

  @Test func `dividing by zero gives missing and is counted`() throws {
    let (a, b) = (Column(ints: [7, -7, 5, nil]), Column(ints: [2, 2, 0, 0]))
    #expect(try apply(.quotient, a, b, .int) == [.int(3), .int(-3), .missing, .missing])
    #expect(try apply(.remainder, a, b, .int) == [.int(1), .int(-1), .missing, .missing])
    #expect(try apply(.divide, a, b, .number) == [.number(3.5), .number(-3.5), .missing, .missing])
    #expect(bench.run.counted == [.divisionByZero: 3])
  }

  @Test func `products of decimals add their places, exactly`() throws {
    var random = Generator(seed: 5)
    let a = random.optionals(65) { Int64($0.int(-99_999_999...99_999_999)) }
    let b = random.optionals(65) { Int64($0.int(-9_999_999...9_999_999)) }
    let found = try apply(
      .multiply, Column(decimals: a, scale: 2), Column(decimals: b, scale: 3), .decimal(scale: 5))
    for row in 0..<65 {
      guard let x = a[row], let y = b[row] else {
        #expect(found[row] == .missing)
        continue
      }
      #expect(found[row] == decimal(x * y, 5))
    }
  }

  @Test func `a product that must lose places is rounded away from zero`() throws {
    #expect(
      try apply(
        .multiply, Column(decimals: [15, -15, 14], scale: 1),
        Column(decimals: [1, 1, 1], scale: 1),
        .decimal(scale: 1)) == [decimal(2, 1), decimal(-2, 1), decimal(1, 1)])
  }

  @Test func `only the rows that need it see the second branch`() throws {
    let a = Column(ints: [1, 0, 2, nil])
    let quotient = TypedExpression(
      .arithmetic(.quotient, TypedExpression(.literal(.int(6)), .int), slot(0, .int)), .int)
    let isZero = TypedExpression(
      .compare(.equal, slot(0, .int), TypedExpression(.literal(.int(0)), .int)), .bool)
    let guarded = TypedExpression(
      .conditional(isZero, then: TypedExpression(.literal(.int(-1)), .int), otherwise: quotient),
      .int)
    #expect(try bench.values(guarded, a) == [.int(6), .int(-1), .int(3), .missing])
    let safe = TypedExpression(
      .and([
        TypedExpression(.not(isZero), .bool),
        TypedExpression(
          .compare(.greater, quotient, TypedExpression(.literal(.int(4)), .int)), .bool),
      ]), .bool)
    #expect(
      try bench.values(safe, a) == [.bool(true), .bool(false), .bool(false), .bool(false)])
    #expect(bench.run.counted == [:])
  }

  @Test func `months are added with the day clamped, and years end with 9999`() throws {
    let dates = Column(days: [day(2026, 1, 31), day(2024, 2, 29), nil])
    func shift(_ count: Int64, _ unit: ShiftUnit) throws -> [Value] {
      try bench.values(
        TypedExpression(
          .shift(slot(0, .date), amount: TypedExpression(.literal(.int(count)), .int), unit), .date),
        dates)
    }
    #expect(try shift(1, .month)[0] == .date(day(2026, 2, 28)!))
    #expect(try shift(-1, .year)[1] == .date(day(2023, 2, 28)!))
    #expect(try shift(2, .quarter)[0] == .date(day(2026, 7, 31)!))
    #expect(throws: RunError.self) { try shift(9000, .year) }
    #expect(throws: RunError.self) { try shift(.max, .half) }
  }

  @Test func `whole years are complete years`() throws {
    func years(_ from: Day?, _ to: Day?) throws -> Value {
      try bench.values(
        TypedExpression(.difference(.year, from: slot(0, .date), to: slot(1, .date)), .int),
        Column(days: [from]), Column(days: [to]))[0]
    }
    #expect(try years(day(1946, 11, 1), day(2026, 10, 31)) == .int(79))
    #expect(try years(day(1946, 10, 31), day(2026, 10, 31)) == .int(80))
    #expect(try years(day(2024, 2, 29), day(2025, 2, 28)) == .int(0))
    #expect(try years(day(2026, 10, 31), day(1946, 11, 1)) == .int(-79))
    #expect(try years(nil, day(1946, 11, 1)) == .missing)
  }
}
