import HearthText
import Testing

@testable import HearthData

/// Two tables, the second linking to the first by key.
private func linked(keys: Column, cells: Column) -> Store {
  let schema = Schema(
    entities: [
      makeEntity("parents", [makeField("id", keys.type)], key: 0),
      makeEntity("children", [makeField("parent", .link(EntityID(0), .key), link: 0)]),
    ],
    links: [link(1, 0, .key(field: 0))])
  return Store(schema: schema, loader: FixedLoader(tables: [table(keys), table(cells)]))
}

/// What a link must give, found by comparing every pair.
private func naiveTargets(_ keys: [String?], _ cells: [String?]) -> [Int32] {
  cells.map { cell in
    guard let cell, let row = keys.firstIndex(of: cell) else { return -1 }
    return Int32(row)
  }
}

@Suite struct StoreTests {
  @Test(arguments: [0, 1, 63, 64, 65, 500])
  func `links lead both ways as comparing every pair says`(_ count: Int) throws {
    var generator = SeededGenerator(UInt64(count))
    for isNumber in [false, true] {
      for length in [2, 5, 12, 40] {
        let pool = (0..<max(count, 1)).map {
          isNumber ? "\($0 * 7_919)" : String(repeating: "k", count: length) + "\($0)"
        }
        let keys: [String?] = (0..<count).map { _ in pool.randomElement(using: &generator) }
        let cells: [String?] = (0..<count).map { _ in
          Int.random(in: 0..<9, using: &generator) == 0
            ? nil : pool.randomElement(using: &generator)
        }
        let store =
          isNumber
          ? linked(
            keys: Column(ints: keys.map { $0.flatMap { Int64($0) } }),
            cells: Column(ints: cells.map { $0.flatMap { Int64($0) } }))
          : linked(keys: Column(texts: keys), cells: Column(texts: cells))
        let expected = naiveTargets(keys, cells)
        #expect(try store.targets(of: LinkID(0)).elements == expected)
        let reverse = try store.adjacency(of: LinkID(0), reversed: true)
        for parent in 0..<count {
          let children = expected.indices.filter { expected[$0] == Int32(parent) }
          #expect(reverse[parent].map { Int($0) } == children)
        }
      }
    }
  }

  @Test func `keys of different kinds meet as text`() throws {
    let numbers = Column(ints: [1, 20, 300])
    let texts = Column(texts: ["20", "007", "300", nil])
    #expect(
      try linked(keys: numbers, cells: texts).targets(of: LinkID(0)).elements == [
        1, -1, 2, -1,
      ])
    let back = linked(keys: Column(texts: ["20", "x", "300"]), cells: numbers)
    #expect(try back.targets(of: LinkID(0)).elements == [-1, 0, 2])
    let dictionary = CategoryDictionary(["20", "x"].map { Bilingual(same: $0) }, isClosed: false)
    let categories = Column(categories: ["x", "20", nil], dictionary: dictionary)
    #expect(
      try linked(keys: numbers, cells: categories).targets(of: LinkID(0)).elements == [
        -1, 1, -1,
      ])
    let dates = Column(days: [Day(0), Day(1)])
    let store = linked(keys: dates, cells: Column(texts: ["1970-01-02"]))
    #expect(try store.targets(of: LinkID(0)).elements == [1])
  }

  @Test func `a cell that is no key is missing and reported with its place`() throws {
    let store = linked(
      keys: Column(texts: ["F0001", "F0002"]), cells: Column(texts: ["F0001", "F0003", nil, "x"]))
    let column = try store.column(FieldID(EntityID(1), 0))
    #expect(column.type == .link(EntityID(0), .key))
    #expect(column.values == [.row(EntityID(0), 0), .missing, .missing, .missing])
    let problems = store.problems()
    #expect(problems.map(\.line) == [3, 5])
    #expect(problems.map(\.column) == ["parent", "parent"])
    #expect(problems[0].reason.english.contains("F000"))
    #expect(problems[1].reason.english == "no such key in parents")
  }

  @Test func `a name in place of a key is explained`() throws {
    let schema = Schema(
      entities: [
        makeEntity("areas", [makeField("code", .text), makeField("name", .text)], key: 0),
        makeEntity("families", [makeField("area", .link(EntityID(0), .key), link: 0)]),
      ],
      links: [link(1, 0, .key(field: 0))])
    let store = Store(
      schema: schema,
      loader: FixedLoader(tables: [
        table(Column(texts: ["1"]), Column(texts: ["莲前"])), table(Column(texts: ["莲前"])),
      ]))
    try store.loadEverything()
    #expect(store.problems().first?.reason.english.contains("its key is 1") == true)
    #expect(try store.rows(of: EntityID(0), named: "莲前") == [0])
    #expect(try store.row(of: EntityID(0), key: "1") == 0)
    #expect(try store.row(of: EntityID(0), key: "01") == nil)
  }

  @Test func `repeated and missing keys are reported, the first row has the key`() throws {
    for keys in [Column(texts: ["a", "b", "a", nil]), Column(ints: [1, 2, 1, nil])] {
      let store = linked(keys: keys, cells: Column(texts: ["a", "1"]))
      try store.loadEverything()
      let problems = store.problems().filter { $0.column == "id" }
      #expect(problems.map(\.line) == [4, 5])
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65])
  func `links on fields give all equal rows`(_ count: Int) throws {
    var generator = SeededGenerator(UInt64(count) + 99)
    let kinds = ["visit", "call", "meal"]
    func column(_ values: [String?], _ order: [String]) -> Column {
      Column(
        categories: values,
        dictionary: CategoryDictionary(order.map { Bilingual(same: $0) }, isClosed: true))
    }
    let own: [(Int64?, String?)] = (0..<count).map { _ in
      (Int64.random(in: 0..<4, using: &generator), kinds.randomElement(using: &generator))
    }
    let other: [(Int64?, String?)] = (0..<count).map { _ in
      let number = Int64.random(in: 0..<5, using: &generator)
      return (number == 4 ? nil : number, kinds.randomElement(using: &generator))
    }
    let schema = Schema(
      entities: [
        makeEntity("a", [makeField("n", .int), makeField("kind", .text)]),
        makeEntity("b", [makeField("n", .int), makeField("kind", .text)]),
      ],
      links: [link(0, 1, .match([Link.Pair(own: 0, target: 0), Link.Pair(own: 1, target: 1)]))])
    let store = Store(
      schema: schema,
      loader: FixedLoader(tables: [
        table(Column(ints: own.map(\.0)), column(own.map(\.1), kinds)),
        table(
          Column(numbers: other.map { $0.0.map { Double($0) } }),
          column(other.map(\.1), kinds.reversed())),
      ]))
    let forward = try store.adjacency(of: LinkID(0), reversed: false)
    let backward = try store.adjacency(of: LinkID(0), reversed: true)
    for row in 0..<count {
      #expect(
        forward[row].map { Int($0) }
          == (0..<count).filter { other[$0].0 == own[row].0 && other[$0].1 == own[row].1 })
      #expect(
        backward[row].map { Int($0) }
          == (0..<count).filter { own[$0].0 == other[row].0 && own[$0].1 == other[row].1 })
    }
  }

  @Test func `ancestors stop at their level, and in a circle`() throws {
    let levels = ["city", "district", "street"].map { Bilingual(same: $0) }
    var areas = makeEntity(
      "areas",
      [
        makeField("code", .text), makeField("level", .text),
        makeField("parent", .link(EntityID(0), .key), link: 0),
      ], key: 0)
    areas.levels = levels
    areas.levelField = 1
    areas.parentLink = LinkID(0)
    let schema = Schema(entities: [areas], links: [link(0, 0, .key(field: 2))])
    let codes = Column(texts: ["c", "d", "s1", "s2", "x", "y"])
    let names = Column(
      categories: ["city", "district", "street", "street", "street", "street"],
      dictionary: CategoryDictionary(levels, isClosed: true))
    let parents = Column(texts: [nil, "c", "d", "c", "y", "x"])
    let store = Store(schema: schema, loader: FixedLoader(tables: [table(codes, names, parents)]))
    #expect(try store.ancestors(at: 0, of: EntityID(0)).elements == [0, 0, 0, 0, -1, -1])
    #expect(try store.ancestors(at: 1, of: EntityID(0)).elements == [-1, 1, 1, -1, -1, -1])
    #expect(try store.ancestors(at: 2, of: EntityID(0)).elements == [-1, -1, 2, 3, 4, 5])
    #expect(try store.ancestors(at: 7, of: EntityID(0)).elements.allSatisfy { $0 == -1 })
  }

  /// Keys in the many ways in which registers number their rows, and keys that are none of these.
  private static let numberings: [[String?]] = [
    ["1", "2", "3", "10", "11"], ["F0001", "F0002", "F0007", "F0002"], ["2026-17", "2026-18", nil],
    ["S9", "S10", "S8"], ["007", "008", "7"], ["00", "0", "000"], ["A1", "B1", "A2"],
    ["9", "x", "8"],
    ["", nil, "5"], ["12", "99999999999999999999"], ["厦0003", "厦0001"], ["5"], [nil], [],
    ["1", "900000000000000000"], ["K1K", "K2K"],
  ]

  @Test(arguments: numberings)
  func `a key is found whatever it looks like, and no other`(keys: [String?]) throws {
    let probes =
      keys.compactMap(\.self) + [
        "0", "1", "01", "F1", "F0003", "F00001", "S08", "厦0002", "", "00000",
      ]
      + ["F", "2026-", "-1", "+5", "５", "100000000000000000000"]
    let store = linked(keys: Column(texts: keys), cells: Column(texts: probes.map { $0 }))
    let expected = probes.map { probe in Int32(keys.firstIndex(of: probe) ?? -1) }
    let known = probes.map { $0.isEmpty }
    let targets = try store.targets(of: LinkID(0)).elements
    for (index, probe) in probes.enumerated() where !known[index] {
      #expect(targets[index] == expected[index], "\(probe)")
      #expect(
        try store.row(of: EntityID(0), key: probe) == (expected[index] < 0 ? nil : expected[index]))
    }
    try store.loadEverything()
    let firsts = Set(keys.compactMap(\.self))
    let problems = store.problems().filter { $0.reason.english.contains("earlier row") }
    #expect(problems.count == keys.compactMap(\.self).count - firsts.count)
  }

  @Test func `columns are read as they are asked for`() throws {
    final class Counting: TableLoader, @unchecked Sendable {
      var asked: [Set<Int>?] = []
      func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
        asked.append(nil)
        return table(Column(ints: [1]), Column(ints: [2]), Column(ints: [3]))
      }
      func load(_ entity: EntityID, schema: Schema, fields: Set<Int>) throws(DataError)
        -> LoadedTable
      {
        asked.append(fields)
        return LoadedTable(
          rowCount: 1,
          columns: (0..<3).map { fields.contains($0) ? Column(ints: [Int64($0) + 1]) : nil })
      }
    }
    let schema = Schema(entities: [makeEntity("t", (0..<3).map { makeField("f\($0)", .int) })])
    let loader = Counting()
    let store = Store(schema: schema, loader: loader)
    let fields = (0..<3).map { FieldID(EntityID(0), $0) }
    try store.prepare([fields[1]])
    #expect(try store.column(fields[1]).values == [.int(2)])
    #expect(try store.rowCount(of: EntityID(0)) == 1)
    try store.prepare([fields[1], fields[2]])
    #expect(loader.asked == [[1], [2]])
    #expect(try store.column(fields[0]).values == [.int(1)])
    #expect(try store.column(fields[2]).values == [.int(3)])
    #expect(loader.asked == [[1], [2], [0]])
  }

  @Test func `what was derived is made once, nothing too`() {
    let derived = DerivedValues()
    var times = 0
    for _ in 0..<3 {
      let nothing: Int? = derived.value(for: "none") {
        times += 1
        return nil
      }
      #expect(nothing == nil)
      #expect(derived.value(for: "two") { 2 } == 2)
    }
    #expect(times == 1)
    #expect(derived.known(for: "unasked", as: Int?.self) == nil)
    derived.keep(5, for: "kept")
    #expect(derived.known(for: "kept") == 5)
    // Of another type it is another value.
    #expect(derived.known(for: "kept", as: String.self) == nil)
  }

  @Test func `many tasks share one reading`() async throws {
    let count = 1000
    let store = linked(
      keys: Column(texts: (0..<count).map { "k\($0)" }),
      cells: Column(texts: (0..<count).map { "k\($0 * 7 % count)" }))
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let rows = try? store.adjacency(of: LinkID(0), reversed: true).rows
          return rows?.pointer.reduce(0) { $0 + Int($1) } ?? -1
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(sums) == [count * (count - 1) / 2])
  }
}
