import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

struct EvaluationConditionTests {
  let bench = Bench()

  private func literal(_ value: Value, _ type: ValueType) -> TypedExpression {
    TypedExpression(.literal(value), type)
  }

  private func truths(_ kind: TypedExpression.Kind, _ columns: Column) throws -> [Bool] {
    try bench.values(TypedExpression(kind, .bool), columns).map { $0 == .bool(true) }
  }

  private func matches(
    _ match: TextMatch, _ pattern: String, _ texts: [String?]
  ) throws -> [Bool] {
    try truths(
      .textMatch(match, slot(0, .text), literal(.text(pattern), .text)), Column(texts: texts))
  }

  @Test func `equality knows missing, other comparisons are false with it`() throws {
    let x = Column(ints: [1, nil, 2])
    let one = literal(.int(1), .int)
    let none = literal(.missing, .int)
    #expect(try truths(.compare(.equal, slot(0, .int), one), x) == [true, false, false])
    #expect(try truths(.compare(.notEqual, slot(0, .int), one), x) == [false, true, true])
    #expect(try truths(.compare(.equal, slot(0, .int), none), x) == [false, true, false])
    #expect(try truths(.compare(.equal, none, slot(0, .int)), x) == [false, true, false])
    #expect(try truths(.compare(.lessOrEqual, slot(0, .int), none), x) == [false, false, false])
    #expect(try truths(.compare(.less, slot(0, .int), slot(0, .int)), x) == [false, false, false])
    #expect(
      try truths(.compare(.greaterOrEqual, slot(0, .int), slot(0, .int)), x)
        == [true, false, true])
    #expect(try truths(.compare(.greater, one, slot(0, .int)), x) == [false, false, false])
  }

  @Test func `a missing condition is no, and its negation yes`() throws {
    let p = Column(bools: [true, nil, false])
    #expect(try truths(.not(slot(0, .bool)), p) == [false, true, true])
    #expect(try truths(.and([slot(0, .bool), slot(0, .bool)]), p) == [true, false, false])
    #expect(
      try truths(.or([slot(0, .bool), TypedExpression(.not(slot(0, .bool)), .bool)]), p)
        == [true, true, true])
  }

  @Test func `searching ignores case and width`() throws {
    let texts = ["ABC路", "ａｂｃ路", "abd", nil, "É1", "", "x张三路"]
    #expect(
      try matches(.contains, "aBc", texts) == [true, true, false, false, false, false, false])
    #expect(
      try matches(.startsWith, "ａ", texts) == [true, true, true, false, false, false, false])
    #expect(try matches(.endsWith, "路", texts) == [true, true, false, false, false, false, true])
    #expect(
      try matches(.contains, "é１", texts) == [false, false, false, false, true, false, false])
    #expect(try matches(.contains, "", texts) == [true, true, true, false, true, true, true])
    #expect(try matches(.like, "*三?", texts).last == true)
    #expect(try matches(.like, "a?c*", texts) == [true, true, false, false, false, false, false])
    #expect(try matches(.like, "*", texts) == [true, true, true, false, true, true, true])
    #expect(
      try matches(.like, "ab*ab", ["aba", "abab", "abxab", "ab"]) == [false, true, true, false])
  }

  @Test func `a regular expression is found anywhere and is exact`() throws {
    #expect(
      try matches(.matches, "^1[3-9]\\d{2}$", ["1380", "13800", "x1380", nil, "１３８０"])
        == [true, false, false, false, false])
    #expect(throws: RunError.self) { try matches(.matches, "(", ["a"]) }
  }

  @Test func `a category is searched by its identifier and its label`() throws {
    let kinds = Column(codes: [1, 2, 0, 3], dictionary: Fixture.kinds)
    let text = TypedExpression(.convert(slot(0, kinds.type)), .text)
    #expect(
      try truths(.textMatch(.contains, text, literal(.text("访"), .text)), kinds)
        == [true, false, false, false])
    #expect(
      try truths(.textMatch(.startsWith, text, literal(.text("PH"), .text)), kinds)
        == [false, true, false, false])
    #expect(
      try truths(.compare(.notEqual, text, literal(.text("visit"), .text)), kinds)
        == [false, true, true, true])
  }

  @Test func `categories are ordered as declared and compared by name`() throws {
    let other = CategoryDictionary(
      [Bilingual("phone", "电话"), Bilingual("visit", "探访")], isClosed: true)
    let a = Column(codes: [1, 2, 3, 0], dictionary: Fixture.kinds)
    let b = Column(codes: [2, 1, 1, 0], dictionary: other)
    let equal = TypedExpression(.compare(.equal, slot(0, a.type), slot(1, b.type)), .bool)
    #expect(
      try bench.values(equal, a, b) == [.bool(true), .bool(true), .bool(false), .bool(true)])
    #expect(
      try truths(.compare(.less, slot(0, a.type), literal(.category(2), a.type)), a)
        == [true, true, false, false])
  }

  @Test func `a period holds its first day and not the day after its last`() throws {
    let october = Period(.month, year: 2026, index: 10)
    let days = Column(days: [
      Day(year: 2026, month: 10, day: 1), Day(year: 2026, month: 10, day: 31),
      Day(year: 2026, month: 11, day: 1), Day(year: 2026, month: 9, day: 30), nil,
    ])
    #expect(
      try truths(
        .inPeriod(slot(0, .date), period: literal(october.map(Value.period) ?? .missing, .period)),
        days) == [true, true, false, false, false])
    #expect(
      try truths(.inPeriod(slot(0, .date), period: literal(.missing, .period)), days)
        == [false, false, false, false, false])
  }

  @Test func `lists have values`() throws {
    let lists = Column(
      values: [.list([.int(1), .int(2)]), .list([.int(3)]), .missing], type: .list(.int))
    func has(_ test: TagTest, _ values: Value...) throws -> [Bool] {
      try truths(.listHas(slot(0, .list(.int)), test, values), lists)
    }
    #expect(try has(.any, .int(2), .int(3)) == [true, true, false])
    #expect(try has(.all, .int(1), .int(2)) == [true, false, false])
  }

  @Test func `links lead to rows, levels to areas, and are ordered by their keys`() throws {
    let fixture = Fixture(rowCount: 65, childCount: 0)
    let run = fixture.run()
    let street = TypedExpression(
      .follow(
        .link(Fixture.parentToArea),
        TypedExpression(
          .follow(
            .level(Fixture.areas, 1),
            TypedExpression(.row, .link(Fixture.areas, .name))), .link(Fixture.areas, .name))),
      .link(Fixture.areas, .name))
    let context = EvaluationContext(run: run, entity: Fixture.parents, rows: .range(0..<9))
    let found = try evaluate(street, in: context)
    let name = TypedExpression(.convert(street), .text)
    let names = try evaluate(name, in: context)
    let areas = try evaluate(fixture.field(Fixture.parents, "area"), in: context)
    // Rows of the table of areas: C2 B1 A1 C1 B2; streets are B1 and B2.
    let streets: [Int32: Int32] = [0: 4, 1: 1, 3: 1, 4: 4]
    let labels: [Int32: String] = [1: "开元", 4: "莲前"]
    for row in 0..<9 {
      guard case .row(_, let area) = areas.value(at: row), let wanted = streets[area] else {
        #expect(found.value(at: row) == .missing)
        #expect(names.value(at: row) == .missing)
        continue
      }
      #expect(found.value(at: row) == .row(Fixture.areas, wanted))
      #expect(names.value(at: row) == labels[wanted].map(Value.text))
    }
    // The keys of parents fall while their rows rise.
    let keys = try sortKeys(
      of: Column(rows: [0, 3, nil, 8], of: Fixture.parents), run: run)
    #expect(keys[0] > keys[1] && keys[1] > keys[3] && keys[2] == .max)
  }

  @Test func `sort keys put missing last, whichever way`() throws {
    let run = bench.run
    let columns = [
      Column(ints: [nil, -.max, 0, .max]), Column(numbers: [nil, -.infinity, -0.0, 1e300]),
      Column(days: [nil, .first, Day(0), .last]), Column(bools: [nil, nil, false, true]),
      Column(texts: [nil, "", "a", "张"]), Column(codes: [0, 1, 2, 4], dictionary: Fixture.kinds),
      Column(masks: [0, 7, 1, 2], dictionary: Fixture.flags),
      Column(
        values: [.missing, .list([.int(1)]), .list([.int(1), .int(0)]), .list([.int(2)])],
        type: .list(.int)),
    ]
    for column in columns {
      let up = try sortKeys(of: column, run: run)
      let down = try sortKeys(of: column, descending: true, run: run)
      #expect(up[0] == .max && down[0] == .max)
      #expect(up[2] < up[3] && down[2] > down[3] && down[2] < .max)
      if column.value(at: 1) != .missing { #expect(up[1] < up[2] && down[1] > down[2]) }
    }
    #expect(
      try sortKeys(of: Column(numbers: [0, -0.0]), run: run).map { $0 }.allSatisfy {
        $0 == 1 << 63
      })
  }

  @Test func `a run that must stop stops between blocks`() throws {
    let count = 200_000
    let stopping = RunState(
      store: bench.fixture.store, definitions: [],
      options: RunOptions(threads: 2, stop: { .cancelled }))
    let context = EvaluationContext(
      run: stopping, entity: nil, rows: .range(0..<count),
      slots: [SlotID(0): Column(ints: (0..<count).map { Int64($0) })])
    let predicate = TypedExpression(
      .compare(.less, slot(0, .int), literal(.int(5), .int)), .bool)
    #expect(throws: RunError.self) { try select(predicate, in: context) }
  }
}
