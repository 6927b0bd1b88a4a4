import HearthData
import HearthPlan
import HearthText

@testable import HearthEngine

/// A data set in memory: parents, rows (a column of every type), children of rows, tallies that
/// match rows by a field, and areas with levels.
struct Fixture {
  let store: Store
  let schema: Schema

  static let parents = EntityID(0)
  static let rows = EntityID(1)
  static let children = EntityID(2)
  static let tallies = EntityID(3)
  static let areas = EntityID(4)

  static let rowToParent = LinkID(0)
  static let childToRow = LinkID(1)
  static let tallyToRow = LinkID(2)
  static let areaToParent = LinkID(3)
  static let parentToArea = LinkID(4)

  static let kinds = CategoryDictionary(
    [
      Bilingual("visit", "探访"), Bilingual("phone", "电话"), Bilingual("lecture", "讲座"),
      Bilingual("other", "其他"),
    ], isClosed: true)
  static let flags = CategoryDictionary(
    [Bilingual("alone", "独居"), Bilingual("ill", "患病"), Bilingual("poor", "困难")], isClosed: true)
  static let levels: [CategoryDictionary.Entry] = [
    Bilingual("city", "市"), Bilingual("street", "街道"), Bilingual("community", "社区"),
  ]

  init(rowCount: Int, childCount: Int, parentCount: Int = 9, seed: UInt64 = 7) {
    var generator = Generator(seed: seed)
    schema = Self.makeSchema()
    let tables = [
      Self.parentTable(parentCount, &generator),
      Self.rowTable(rowCount, parentCount, &generator),
      Self.childTable(childCount, rowCount, &generator),
      Self.tallyTable(max(1, rowCount / 2), &generator),
      Self.areaTable(),
    ]
    store = Store(schema: schema, loader: MemoryLoader(tables: tables))
  }

  func run(
    definitions: [PlannedDefinition] = [], threads: Int = 1, language: Language = .english
  ) -> RunState {
    RunState(
      store: store, definitions: definitions,
      options: RunOptions(language: language, threads: threads))
  }

  func field(_ entity: EntityID, _ name: String) -> TypedExpression {
    guard let index = schema[entity].fields.firstIndex(where: { $0.name.english == name }) else {
      fatalError("no field \(name)")
    }
    let id = FieldID(entity, index)
    return TypedExpression(.field(id), schema[id].type)
  }

  func row(_ name: String) -> TypedExpression { field(Self.rows, name) }
  func child(_ name: String) -> TypedExpression { field(Self.children, name) }
}

struct MemoryLoader: TableLoader {
  let tables: [LoadedTable]

  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    tables[entity.index]
  }
}

extension Fixture {
  private static func makeSchema() -> Schema {
    func field(_ name: String, _ type: ValueType, link: LinkID? = nil) -> Field {
      Field(name: Bilingual(same: name), type: type, link: link)
    }
    let kind = ValueType.category(.fixed(kinds))
    let open = ValueType.category(.field(FieldID(rows, 11)))
    let parents = Entity(
      name: Bilingual(same: "parents"),
      fields: [
        field("id", .text), field("size", .int), field("title", .text),
        field("area", .link(areas, .key), link: parentToArea),
      ], key: 0)
    let rowFields = [
      field("id", .int), field("a", .int), field("b", .int), field("x", .number),
      field("d", .decimal(scale: 2)), field("p", .bool), field("u", .date), field("v", .date),
      field("t", .dateTime), field("s", .text), field("k", kind), field("o", open),
      field("g", .tags(.fixed(flags))), field("q", .period),
      field("l", .link(Self.parents, .key), link: rowToParent),
    ]
    let children = Entity(
      name: Bilingual(same: "children"),
      fields: [
        field("id", .int), field("row", .link(rows, .key), link: childToRow),
        field("n", .int), field("x", .number), field("d", .decimal(scale: 2)),
        field("u", .date), field("k", kind), field("s", .text), field("p", .bool),
      ], key: 0, occurred: 5)
    let tallies = Entity(
      name: Bilingual(same: "tallies"), fields: [field("a", .int), field("n", .int)])
    let areas = Entity(
      name: Bilingual(same: "areas"),
      fields: [
        field("code", .text), field("name", .text), field("level", .text),
        field("parent", .link(Self.areas, .key), link: areaToParent),
      ], key: 0, levels: levels, levelField: 2, parentLink: areaToParent)
    return Schema(
      entities: [
        parents, Entity(name: Bilingual(same: "rows"), fields: rowFields, key: 0), children,
        tallies, areas,
      ],
      links: [
        link(rows, Self.parents, "l", .key(field: 14)),
        link(Self.children, rows, "row", .key(field: 1)),
        link(Self.tallies, rows, "rows", .match([Link.Pair(own: 0, target: 1)])),
        link(Self.areas, Self.areas, "parent", .key(field: 3)),
        link(Self.parents, Self.areas, "area", .key(field: 3)),
      ])
  }

  private static func link(
    _ source: EntityID, _ target: EntityID, _ name: String, _ kind: Link.Kind
  ) -> Link {
    Link(
      source: source, target: target, name: Bilingual(same: name),
      reverseName: Bilingual(same: "of_" + name), kind: kind)
  }

  private static func parentTable(_ count: Int, _ random: inout Generator) -> LoadedTable {
    LoadedTable(
      rowCount: count,
      columns: [
        // Keys in the opposite order of the rows.
        Column(texts: (0..<count).map { "p\(1000 + count - $0)" }),
        Column(ints: random.optionals(count) { Int64($0.int(0...20)) }),
        Column(texts: random.optionals(count) { $0.text() }),
        Column(
          texts: random.optionals(count) { ["A1", "B1", "B2", "C1", "C2", "?"][$0.int(0...5)] }),
      ])
  }

  private static func rowTable(
    _ count: Int, _ parents: Int, _ random: inout Generator
  ) -> LoadedTable {
    let words = ["开元", "莲前", "梧村", "ab", "AB", "Zz"].sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let open = CategoryDictionary(words.map { Bilingual(same: $0) }, isClosed: false)
    let openDomain = CategoryDomain.field(FieldID(rows, 11))
    let u = random.optionals(count) { $0.day() }
    return LoadedTable(
      rowCount: count,
      columns: [
        Column(ints: (0..<count).map { Int64($0) }),
        Column(ints: random.optionals(count) { Int64($0.int(-9...9)) }),
        Column(ints: random.optionals(count) { Int64($0.int(-3...3)) }),
        Column(numbers: random.optionals(count) { $0.number() }),
        Column(decimals: random.optionals(count) { Int64($0.int(-5000...5000)) }, scale: 2),
        Column(bools: random.optionals(count) { $0.int(0...1) == 1 }),
        Column(days: u),
        Column(days: random.optionals(count) { $0.day() }),
        Column(dateTimes: random.optionals(count) { Int64($0.int(1_700_000_000...1_760_000_000)) }),
        Column(texts: random.optionals(count) { $0.text() }),
        Column(codes: (0..<count).map { _ in random.int(0...4) }, dictionary: kinds),
        Column(
          codes: (0..<count).map { _ in random.int(0...words.count) }, dictionary: open,
          domain: openDomain),
        Column(masks: (0..<count).map { _ in UInt64(random.int(0...7)) }, dictionary: flags),
        Column(
          periods: random.optionals(count) { random in
            Period(
              Period.Unit.allCases[random.int(0...5)], containing: random.day())
          }),
        Column(texts: random.optionals(count) { "p\(1000 + $0.int(0...parents))" }),
      ])
  }

  private static func childTable(
    _ count: Int, _ rows: Int, _ random: inout Generator
  ) -> LoadedTable {
    LoadedTable(
      rowCount: count,
      columns: [
        Column(ints: (0..<count).map { Int64($0) }),
        // Some lead nowhere.
        Column(ints: random.optionals(count) { Int64($0.int(0...max(1, rows + rows / 10))) }),
        Column(ints: random.optionals(count) { Int64($0.int(-9...9)) }),
        Column(numbers: random.optionals(count) { $0.number() }),
        Column(decimals: random.optionals(count) { Int64($0.int(-5000...5000)) }, scale: 2),
        Column(days: random.optionals(count) { $0.day() }),
        Column(codes: (0..<count).map { _ in random.int(0...4) }, dictionary: kinds),
        Column(texts: random.optionals(count) { $0.text() }),
        Column(bools: random.optionals(count) { $0.int(0...1) == 1 }),
      ])
  }

  private static func tallyTable(_ count: Int, _ random: inout Generator) -> LoadedTable {
    LoadedTable(
      rowCount: count,
      columns: [
        Column(ints: random.optionals(count) { Int64($0.int(-9...9)) }),
        Column(ints: random.optionals(count) { Int64($0.int(-9...9)) }),
      ])
  }

  private static func areaTable() -> LoadedTable {
    LoadedTable(
      rowCount: 5,
      columns: [
        Column(texts: ["C2", "B1", "A1", "C1", "B2"]),
        Column(texts: ["希望", "开元", "厦门", "溪岸", "莲前"]),
        Column(texts: ["community", "street", "city", "community", "street"]),
        Column(texts: ["B2", "A1", nil, "B1", "A1"]),
      ])
  }
}

/// A small seeded generator (SplitMix64), so that every failure can be repeated.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func day() -> Day { Day(Int32(int(19_000...20_500))) }

  mutating func number() -> Double {
    let plain = Double(int(-2000...2000)) / 8
    return int(0...3) == 0 ? Double(int(-9...9)) : plain
  }

  mutating func text() -> String {
    let alphabet = [
      "a", "B", "c", "张", "三", "Ａ", "１", "1", " ", "é", "e\u{301}", "👩‍👧", "莲", "%", "\u{3000}", "8",
      "８", "-",
    ]
    return normalized((0..<int(0...6)).map { _ in alphabet[int(0...alphabet.count - 1)] }.joined())
  }

  mutating func optionals<Value>(
    _ count: Int, _ make: (inout Generator) -> Value
  ) -> [Value?] {
    (0..<count).map { _ in int(0...6) == 0 ? nil : make(&self) }
  }
}
