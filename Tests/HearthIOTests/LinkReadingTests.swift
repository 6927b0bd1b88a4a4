import HearthData
import HearthText
import Testing

@testable import HearthIO

/// Links that become rows while their cells are read.
@Suite struct LinkReadingTests {
  /// Two tables that lead to each other, with keys of a type.
  private func schema(_ key: ValueType) -> Schema {
    func entity(_ name: String, _ link: String, _ target: Int, _ id: Int) -> Entity {
      Entity(
        name: Bilingual(same: name),
        fields: [
          Field(name: Bilingual(same: "id"), type: key),
          Field(
            name: Bilingual(same: link), type: .link(EntityID(target), .key), link: LinkID(id)),
          Field(name: Bilingual(same: "note"), type: .text),
        ], key: 0)
    }
    func link(_ source: Int, _ target: Int, _ name: String) -> Link {
      Link(
        source: EntityID(source), target: EntityID(target), name: Bilingual(same: name),
        reverseName: Bilingual(same: name + "_of"), kind: .key(field: 1))
    }
    return Schema(
      entities: [entity("teams", "leader", 1, 0), entity("people", "team", 0, 1)],
      links: [link(0, 1, "leader"), link(1, 0, "team")])
  }

  private func store(_ files: [String: String], _ key: ValueType, size: Int) throws -> Store {
    let source = MemorySource(texts: files)
    return Store(
      schema: try openDataSet(source: source, declared: schema(key)),
      loader: FileLoader(source, sizeToResolve: size))
  }

  private func both(_ files: [String: String], _ key: ValueType) throws -> [Store] {
    [try store(files, key, size: .max), try store(files, key, size: 0)]
  }

  private static let texts = [
    "teams.csv": "id,leader,note\nT1,P2,开\nT2, P1 ,\nT3,P9,x\nT4,-,y\nT5,张三三三三三三三,z\n",
    "people.csv": "id,team,note\nP1,T2,\nP2,,\nP3,T10,\n\"P\n4\",t1,\n张三三三三三三三,T5,\n",
  ]

  @Test func `tables that lead to each other are both read`() throws {
    let stores = try both(Self.texts, .text)
    for (entity, field) in [("people", "team"), ("teams", "leader")] {
      #expect(try stores[0].cells(entity, field) == stores[1].cells(entity, field))
    }
    #expect(try stores[1].cells("teams", "leader") == ["#1", "#0", nil, nil, "#4"])
    for store in stores { try store.loadEverything() }
    #expect(stores[0].problems() == stores[1].problems())
    #expect(stores[1].problems().contains { $0.value == "P9" && $0.line == 4 })
  }

  @Test func `keys that are numbers too`() throws {
    let files = [
      "teams.csv": "id,leader,note\n1,12,\n2, 13 ,\n3,99,\n4,,\n5,x,\n",
      "people.csv": "id,team,note\n12,2,\n13,5,\n14,１,\n15,1.0,\n",
    ]
    let stores = try both(files, .int)
    for (entity, field) in [("people", "team"), ("teams", "leader")] {
      #expect(try stores[0].cells(entity, field) == stores[1].cells(entity, field))
    }
    for store in stores { try store.loadEverything() }
    #expect(stores[0].problems() == stores[1].problems())
  }

  @Test(arguments: [0, 1, 63, 64, 65, 3000])
  func `any number of rows, read in parts or at once`(count: Int) throws {
    let people = (0..<count).map { "P\($0),T\($0 * 7 % 11),\n" }.joined()
    let teams = (0..<9).map { "T\($0),P\($0 * 5),\n" }.joined()
    let files = ["teams.csv": "id,leader,note\n" + teams, "people.csv": "id,team,note\n" + people]
    let stores = try both(files, .text)
    for store in stores { try store.loadEverything() }
    #expect(try stores[0].cells("people", "team") == stores[1].cells("people", "team"))
    #expect(stores[0].problems() == stores[1].problems())
  }
}
