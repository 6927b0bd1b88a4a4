import HearthData
import HearthPlan
import Testing

@testable import HearthEngine

extension ExpressionMaker {
  /// Any aggregate over the rows of the context in force.
  mutating func aggregate(depth: Int) -> Aggregate {
    let function = AggregateFunction.allCases[random.int(0...AggregateFunction.allCases.count - 1)]
    let filter = random.int(0...1) == 0 ? expression(.bool, depth: depth) : nil
    switch function {
    case .any, .all, .no:
      return Aggregate(function, filter: filter ?? expression(.bool, depth: depth), type: .bool)
    case .share:
      return Aggregate(function, filter: filter ?? expression(.bool, depth: depth), type: .number)
    case .count:
      if random.int(0...1) == 0 { return Aggregate(.count, filter: filter, type: .int) }
      let type = anyType()
      return Aggregate(
        .count, isDistinct: random.int(0...1) == 0, argument: expression(type, depth: depth),
        filter: filter, type: .int)
    case .sum, .avg, .median, .percentile, .stddev:
      return numeric(function, filter, depth)
    case .min, .max, .first, .last:
      let type = anyType()
      let order = function == .first || function == .last ? anyOrder() : []
      return Aggregate(
        function, argument: expression(type, depth: depth), filter: filter, order: order,
        type: type)
    case .longestRun:
      return Aggregate(
        .longestRun, argument: expression(.bool, depth: depth), filter: filter, order: anyOrder(),
        type: .int)
    case .list:
      let type = anyType()
      return Aggregate(
        .list, isDistinct: random.int(0...1) == 0, argument: expression(type, depth: depth),
        filter: filter, type: .list(type))
    case .concat:
      return Aggregate(
        .concat, argument: expression(.text, depth: depth), filter: filter, option: .text("、"),
        type: .text)
    }
  }

  private mutating func anyOrder() -> [PlannedSortKey] {
    (0..<random.int(0...2)).map { _ in
      PlannedSortKey(expression(anyType(), depth: 0), isDescending: random.int(0...1) == 0)
    }
  }

  private mutating func anyType() -> ValueType {
    let types: [ValueType] = [
      .int, .number, .decimal(scale: 2), .bool, .text, .date, Self.kind,
      .link(isInside ? Fixture.rows : Fixture.parents, .key), .period,
    ]
    return types[random.int(0...types.count - 1)]
  }

  private mutating func numeric(
    _ function: AggregateFunction, _ filter: TypedExpression?, _ depth: Int
  ) -> Aggregate {
    let types: [ValueType] = [.int, .number, .decimal(scale: 2)]
    let type = types[random.int(0...2)]
    var result = ValueType.number
    if function == .sum { result = type }
    if function == .median, type == .decimal(scale: 2) { result = type }
    return Aggregate(
      function, isDistinct: function == .sum && random.int(0...4) == 0,
      argument: expression(type, depth: depth), filter: filter,
      option: function == .percentile ? .int(Int64(random.int(0...100))) : nil, type: result)
  }
}

struct AggregatesPropertyTests {
  @Test(arguments: [0, 1, 63, 64, 65])
  func `aggregates of groups agree with a scalar evaluator`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: 0)
    let oracle = Oracle(fixture: fixture)
    let run = fixture.run(threads: 2)
    for seed in 0..<120 {
      var maker = ExpressionMaker(fixture, seed: UInt64(seed * 100 + count))
      let aggregate = maker.aggregate(depth: seed % 3)
      let groupCount = [1, 2, 7, 100][seed % 4]
      for (label, context) in contexts(fixture, run, count: count) {
        let groups = Buffer(
          (0..<context.rows.count).map { _ in Int32(maker.random.int(-1...groupCount - 1)) })
        checkAggregate(
          aggregate, GroupMap(groupCount: groupCount, groups: groups), oracle, context,
          "seed \(seed), \(label)")
      }
    }
  }

  private func checkAggregate(
    _ aggregate: Aggregate, _ groups: GroupMap, _ oracle: Oracle, _ context: EvaluationContext,
    _ label: String
  ) {
    let places = (0..<context.rows.count).map { oracle.place($0, in: context) }
    let expected = Result {
      try (0..<groups.groupCount).map { group in
        try oracle.aggregate(
          aggregate, places.indices.filter { groups.groups[$0] == group }.map { places[$0] })
      }
    }
    let found = Result { try HearthEngine.aggregate(aggregate, over: groups, in: context) }
    switch (expected, found) {
    case (.success(let values), .success(let column)):
      #expect(column.count == groups.groupCount)
      for group in values.indices where !agree(values[group], column.value(at: group)) {
        Issue.record(
          "\(label), group \(group): \(column.value(at: group)) is not \(values[group]) in \(aggregate)"
        )
        return
      }
    case (.failure, .failure): return
    case (.failure(let error), .success), (.success, .failure(let error)):
      Issue.record("\(label): \(error) only once in \(aggregate)")
    }
  }

  /// The collections of a row: its children by their link, the tallies with its number.
  private static let collections = [
    Collection(link: Fixture.childToRow, isReversed: true, entity: Fixture.children),
    Collection(link: Fixture.tallyToRow, isReversed: true, entity: Fixture.tallies),
  ]

  @Test(arguments: [0, 1, 63, 64, 65])
  func `aggregates over links agree with nested loops`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: count * 3)
    let oracle = Oracle(fixture: fixture)
    for seed in 0..<120 {
      var maker = ExpressionMaker(fixture, seed: UInt64(seed * 1000 + count))
      maker.isInside = true
      let linked = LinkedAggregate(
        collection: Self.collections[0], aggregate: maker.aggregate(depth: 1 + seed % 2))
      let expression = TypedExpression(.linked(linked), linked.aggregate.type)
      let run = fixture.run(threads: 2)
      for (label, context) in contexts(fixture, run, count: count) {
        check(expression, oracle, context, "seed \(seed), \(label)")
      }
    }
  }

  @Test(arguments: [0, 1, 64, 65])
  func `pairs of equal fields are linked rows too`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: 0)
    let oracle = Oracle(fixture: fixture)
    let n = fixture.field(Fixture.tallies, "n")
    let outside = TypedExpression(.outer(fixture.row("b")), .int)
    let filter = TypedExpression(.compare(.greater, n, outside), .bool)
    for filter in [nil, filter] {
      for function in [AggregateFunction.sum, .count, .list, .max] {
        let aggregate = Aggregate(
          function, argument: n, filter: filter, type: function == .list ? .list(.int) : .int)
        let linked = LinkedAggregate(collection: Self.collections[1], aggregate: aggregate)
        let expression = TypedExpression(.linked(linked), aggregate.type)
        for (label, context) in contexts(fixture, fixture.run(), count: count) {
          check(expression, oracle, context, label)
        }
      }
    }
  }

  @Test(arguments: [1, 64, 65])
  func `a filter may refer to computed columns of the row outside`(count: Int) throws {
    let fixture = Fixture(rowCount: count, childCount: count * 3)
    let oracle = Oracle(fixture: fixture)
    let slot = TypedExpression(.slot(SlotID(3)), .int)
    let filter = TypedExpression(
      .compare(.less, fixture.child("n"), TypedExpression(.outer(slot), .int)), .bool)
    for function in [AggregateFunction.count, .sum, .last] {
      let aggregate = Aggregate(
        function, argument: fixture.child("n"), filter: filter,
        order: function == .last ? [PlannedSortKey(fixture.child("u"))] : [], type: .int)
      let expression = TypedExpression(
        .linked(LinkedAggregate(collection: Self.collections[0], aggregate: aggregate)), .int)
      for (label, var context) in contexts(fixture, fixture.run(), count: count) {
        let total = context.rows.count
        context.slots[SlotID(3)] = Column(ints: (0..<total).map { Int64($0 % 11 - 5) })
        check(expression, oracle, context, label)
      }
    }
  }

  @Test(arguments: [1, 9])
  func `aggregates over links of linked rows nest`(parents: Int) throws {
    let fixture = Fixture(rowCount: 65, childCount: 200, parentCount: parents)
    let oracle = Oracle(fixture: fixture)
    let children = Self.collections[0]
    let ofParent = Collection(link: Fixture.rowToParent, isReversed: true, entity: Fixture.rows)
    // Rows of the parent with more children than the parent's size says, and so on outwards.
    let size = fixture.field(Fixture.parents, "size")
    func counted(_ filter: TypedExpression?) -> TypedExpression {
      TypedExpression(
        .linked(
          LinkedAggregate(
            collection: children, aggregate: Aggregate(.count, filter: filter, type: .int))),
        .int)
    }
    let deep = TypedExpression(
      .compare(
        .less, fixture.child("n"),
        TypedExpression(.outer(TypedExpression(.outer(size), .int)), .int)), .bool)
    for inner in [counted(nil), counted(deep)] {
      let filter = TypedExpression(
        .compare(.less, inner, TypedExpression(.outer(size), .int)), .bool)
      for aggregate in [
        Aggregate(.count, filter: filter, type: .int), Aggregate(.sum, argument: inner, type: .int),
      ] {
        let expression = TypedExpression(
          .linked(LinkedAggregate(collection: ofParent, aggregate: aggregate)), .int)
        let context = EvaluationContext(
          run: fixture.run(threads: 2), entity: Fixture.parents, rows: .range(0..<parents))
        check(expression, oracle, context, "nested")
      }
    }
  }

  @Test func `skipped values are counted for the rows asked for, not for the whole table`() throws {
    let fixture = Fixture(rowCount: 65, childCount: 300)
    let oracle = Oracle(fixture: fixture)
    let aggregate = Aggregate(.avg, argument: fixture.child("x"), type: .number)
    let expression = TypedExpression(
      .linked(LinkedAggregate(collection: Self.collections[0], aggregate: aggregate)), .number)
    let run = fixture.run()
    let rows = RowSet.ordinals(Buffer([3, 5, -1, 8]))
    _ = try evaluate(expression, in: EvaluationContext(run: run, entity: Fixture.rows, rows: rows))
    let adjacency = try fixture.store.adjacency(of: Fixture.childToRow, reversed: true)
    var missing = 0
    for row in [3, 5, 8] {
      for child in adjacency[row] {
        let place = Oracle.Place(entity: Fixture.children, row: Int(child))
        if try oracle.value(fixture.child("x"), at: place) == .missing { missing += 1 }
      }
    }
    #expect(missing > 0)
    #expect(run.counted == [.missingSkipped(.avg): missing])
  }

  @Test(arguments: [1, 50_000])
  func `sums of floating-point numbers do not depend on the threads`(groupCount: Int) throws {
    let count = 300_001
    let fixture = Fixture(rowCount: count, childCount: 0)
    let groups = Buffer((0..<count).map { Int32($0 % groupCount) })
    for function in [AggregateFunction.sum, .avg, .stddev] {
      let aggregate = Aggregate(function, argument: fixture.row("x"), type: .number)
      let results = try [1, 2, 3].map { threads in
        let context = EvaluationContext(
          run: fixture.run(threads: threads), entity: Fixture.rows, rows: .range(0..<count))
        return try HearthEngine.aggregate(
          aggregate, over: GroupMap(groupCount: groupCount, groups: groups), in: context)
      }
      for group in 0..<groupCount {
        #expect(results[0].value(at: group) == results[1].value(at: group))
        #expect(results[0].value(at: group) == results[2].value(at: group))
      }
    }
  }
}
