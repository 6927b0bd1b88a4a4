import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

/// Stages that follow links: families in areas, with services.
@Suite struct StageLinkTests {
  @Test(arguments: [0, 1, 63, 64, 65, 65_537])
  func `expand gives one row per linked row, in the order of the rows before`(count: Int) throws {
    let town = TestTown(families: 40, services: count)
    let name = SlotID(0)
    let plan = Plan(
      source: .entity(TestTown.families),
      steps: [
        PlanStep(
          .expand(
            TestTown.familyServices, filter: nil,
            carried: [Assignment(name, TypedExpression(.field(TestTown.familyID), .text))]),
          span: nil)
      ],
      output: outputColumns([
        TypedExpression(.slot(name), .text), TypedExpression(.field(TestTown.serviceID), .int),
      ]), entity: TestTown.services)
    let outcome = try answer(plan, [], store: town.store)
    let expected = (0..<40).flatMap { family in
      town.familyOfService.indices.filter { town.familyOfService[$0] == family }
        .map { [Value.text(TestTown.key(family)), .int(Int64($0))] }
    }
    #expect(outcome.table.rows == expected)
    #expect(
      outcome.table.notes.first?.text.english == "expand services: 40 rows became \(expected.count)"
    )
    #expect(outcome.trace.map(\.rowsOut) == [40, expected.count])
  }

  @Test func `expand keeps the linked rows that a condition names`() throws {
    let town = TestTown(families: 40, services: 200)
    let row = TypedExpression(.row, .link(TestTown.families, .key))
    let condition = TypedExpression(
      .compare(
        .equal, TypedExpression(.outer(row), row.type),
        TypedExpression(.field(TestTown.serviceFamily), row.type)), .bool)
    let small = TypedExpression(
      .compare(
        .less, TypedExpression(.field(TestTown.serviceID), .int),
        TypedExpression(.literal(.int(100)), .int)), .bool)
    let plan = Plan(
      source: .entity(TestTown.families),
      steps: [
        PlanStep(
          .expand(
            TestTown.familyServices, filter: TypedExpression(.and([condition, small]), .bool),
            carried: []), span: nil)
      ], output: outputColumns([TypedExpression(.field(TestTown.serviceID), .int)]))
    let rows = try answer(plan, [], store: town.store).table.rows
    let expected = town.familyOfService.indices.filter { $0 < 100 && town.familyOfService[$0] >= 0 }
    #expect(Set(rows) == Set(expected.map { [.int(Int64($0))] }))
  }

  @Test func `areas come in the order of their keys and are told apart by their parents`() throws {
    let town = TestTown(families: 40, services: 0)
    let table = try answer(town.byLevel([2]), [], store: town.store).table
    let texts = try #require(table.columns[0].linkTexts)
    let names = table.rows.map { row -> Value in
      if case .row(_, let area) = row[0] { texts.value(at: Int(area)) } else { .missing }
    }
    #expect(
      names == [.text("湖滨（北区）"), .text("莲前"), .text("湖滨（南区）"), .missing])
  }

  @Test func `with all has every area of a level, below the areas that it lies in`() throws {
    let town = TestTown(families: 1, services: 0)
    let table = try answer(town.byLevel([1, 2], withAll: true), [], store: town.store).table
    let areas = table.rows.map { row in
      row.prefix(2).map { value -> Int32 in
        if case .row(_, let area) = value { area } else { -1 }
      }
    }
    // Districts 2 and 1 by code; streets 5 and 3 in the first, 4 in the second.
    #expect(areas == [[2, 5], [2, 3], [1, 4]])
    #expect(table.rows.map { $0[2] } == [.int(0), .int(0), .int(1)])
  }

  @Test func `a full join leaves rows of no entity behind`() throws {
    let town = TestTown(families: 3, services: 0)
    let key = TypedExpression(.field(TestTown.familyID), .text)
    let right = Plan(
      source: .literal(rowCount: 1, [(SlotID(1), [.text("unknown")], .text)]),
      output: outputColumns([TypedExpression(.slot(SlotID(1)), .text)]))
    let stage = JoinStage(
      kind: .full, right: right, conditions: [(key, TypedExpression(.slot(SlotID(1)), .text))],
      carried: [(SlotID(2), 0)])
    let plan = Plan(
      source: .entity(TestTown.families), steps: [PlanStep(.join(stage), span: nil)],
      output: outputColumns([key, TypedExpression(.slot(SlotID(2)), .text)]))
    let rows = try answer(plan, [], store: town.store).table.rows
    #expect(rows.last == [.missing, .text("unknown")])
    #expect(rows.count == 4)
  }

  @Test func `a union of one entity's rows keeps them rows of it`() throws {
    let town = TestTown(families: 2, services: 0)
    let key = TypedExpression(.field(TestTown.familyID), .text)
    let right = Plan(source: .entity(TestTown.families), output: outputColumns([key]))
    let column = UnionColumn(slot: SlotID(0), left: key, rightColumn: 0, type: .text)
    let plan = Plan(
      source: .entity(TestTown.families),
      steps: [PlanStep(.union(right, columns: [column]), span: nil)],
      output: outputColumns([key, TypedExpression(.slot(SlotID(0)), .text)]))
    let rows = try answer(plan, [], store: town.store).table.rows
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0[0] == $0[1] })
  }
}

/// A small town in memory: areas of three levels, families in streets, services to families.
struct TestTown {
  static let areas = EntityID(0)
  static let families = EntityID(1)
  static let services = EntityID(2)
  static let parent = LinkID(0)
  static let area = LinkID(1)
  static let family = LinkID(2)
  static let familyID = FieldID(families, 0)
  static let serviceID = FieldID(services, 0)
  static let serviceFamily = FieldID(services, 1)
  static let familyServices = Collection(link: family, isReversed: true, entity: services)
  static let levels = ["city", "district", "street"].map { Bilingual(same: $0) }

  let store: Store
  /// -1 for a service to a family that is not in the register.
  let familyOfService: [Int]

  init(families: Int, services: Int) {
    var random = TestRandom(families + services)
    familyOfService = (0..<services).map { _ in Int.random(in: -1..<families, using: &random) }
    let tables = [
      Self.areaTable, Self.familyTable(families), Self.serviceTable(familyOfService),
    ]
    store = Store(schema: Self.schema, loader: MemoryTables(tables: tables))
  }

  static func key(_ family: Int) -> String { "F\(1_000 + family)" }

  /// Families by their areas at some levels.
  func byLevel(_ levels: [Int], withAll: Bool = false) -> Plan {
    let type = ValueType.link(Self.areas, .name)
    let keys = levels.enumerated().map { index, level in
      let atLevel = TypedExpression(
        .follow(.level(Self.areas, level), TypedExpression(.row, type)), type)
      return GroupStage.Key(
        slot: SlotID(index), expression: TypedExpression(.follow(.link(Self.area), atLevel), type))
    }
    let stage = GroupStage(
      keys: keys, aggregates: [Aggregate(.count, type: .int)],
      measures: [Assignment(SlotID(9), TypedExpression(.result(0), .int))], withAll: withAll)
    return Plan(
      source: .entity(Self.families), steps: [PlanStep(.group(stage), span: nil)],
      output: outputColumns(
        keys.map { TypedExpression(.slot($0.slot), type) } + [
          TypedExpression(.slot(SlotID(9)), .int)
        ]
      ))
  }

  private static var schema: Schema {
    let dictionary = CategoryDictionary(levels, isClosed: true)
    func field(_ name: String, _ type: ValueType, link: LinkID? = nil) -> Field {
      Field(name: Bilingual(same: name), type: type, link: link)
    }
    let areaFields = [
      field("code", .text), field("name", .text),
      Field(
        name: Bilingual(same: "level"), type: .category(.field(FieldID(areas, 2))),
        closedValues: dictionary),
      field("parent", .link(areas, .key), link: parent),
    ]
    return Schema(
      entities: [
        Entity(
          name: Bilingual(same: "areas"), fields: areaFields, key: 0, levels: levels,
          levelField: 2, parentLink: parent),
        Entity(
          name: Bilingual(same: "families"),
          fields: [field("id", .text), field("area", .link(areas, .key), link: area)], key: 0),
        Entity(
          name: Bilingual(same: "services"),
          fields: [field("id", .int), field("family", .link(families, .key), link: family)],
          key: 0),
      ],
      links: [
        link(areas, areas, "parent", "children", 3), link(families, areas, "area", "families", 1),
        link(services, families, "family", "services", 1),
      ])
  }

  private static func link(
    _ source: EntityID, _ target: EntityID, _ name: String, _ reverse: String, _ field: Int
  ) -> Link {
    Link(
      source: source, target: target, name: Bilingual(same: name),
      reverseName: Bilingual(same: reverse), kind: .key(field: field))
  }

  /// Two streets share a name; the codes are not in the order of the rows.
  private static var areaTable: LoadedTable {
    LoadedTable(
      rowCount: 6,
      columns: [
        Column(texts: ["1", "12", "11", "112", "121", "111"]),
        Column(texts: ["市", "南区", "北区", "莲前", "湖滨", "湖滨"]),
        Column(
          categories: ["city", "district", "district", "street", "street", "street"],
          dictionary: CategoryDictionary(levels, isClosed: true),
          domain: .field(FieldID(areas, 2))),
        Column(texts: [nil, "1", "1", "11", "12", "11"]),
      ])
  }

  /// In the streets in turn, now and then in a district or nowhere.
  private static func familyTable(_ count: Int) -> LoadedTable {
    let codes = ["121", "111", "112", "11", nil]
    return LoadedTable(
      rowCount: count,
      columns: [
        Column(texts: (0..<count).map { key($0) }),
        Column(texts: (0..<count).map { codes[$0 % codes.count] }),
      ])
  }

  private static func serviceTable(_ families: [Int]) -> LoadedTable {
    LoadedTable(
      rowCount: families.count,
      columns: [
        Column(ints: families.indices.map { Int64($0) }),
        Column(texts: families.map { $0 < 0 ? "gone" : key($0) }),
      ])
  }
}

struct MemoryTables: TableLoader {
  let tables: [LoadedTable]

  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    tables[entity.index]
  }
}
