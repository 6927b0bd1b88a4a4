import Foundation
import HearthData
import HearthText
import Testing

@testable import HearthIO

/// Families with a link to areas, and services that match commitments, as the care schema has them.
private func declared(isBuiltIn: Bool) -> Schema {
  func named(_ english: String, _ chinese: String) -> Bilingual { Bilingual(english, chinese) }
  var areas = Entity(
    name: named("areas", "区域"),
    fields: [
      Field(name: named("code", "代码"), type: .text), Field(name: named("name", "名称"), type: .text),
    ], key: 0)
  var families = Entity(
    name: named("families", "家庭"),
    fields: [
      Field(name: named("id", "编号"), type: .text),
      Field(name: named("area", "区域"), type: .link(EntityID(0), .key), link: LinkID(0)),
      Field(
        name: named("twins", "同区"), type: .link(EntityID(0), .key), link: LinkID(1), isStored: false
      ),
      Field(
        name: named("status", "状态"), type: .category(.field(FieldID(EntityID(1), 3))),
        closedValues: CategoryDictionary([named("active", "在册")], isClosed: true)),
    ], key: 0)
  areas.isBuiltIn = isBuiltIn
  families.isBuiltIn = isBuiltIn
  return Schema(
    entities: [areas, families],
    links: [
      Link(
        source: EntityID(1), target: EntityID(0), name: named("area", "区域"),
        reverseName: named("families", "家庭"), kind: .key(field: 1)),
      Link(
        source: EntityID(1), target: EntityID(0), name: named("twins", "同区"),
        reverseName: named("mates", "同伴"), kind: .match([Link.Pair(own: 0, target: 0)])),
    ])
}

@Suite struct DataSetTests {
  private let families = "编号,区域,状态,备注 1\nF1,A,在册,7\nF2,B,active,8\n"

  @Test func `built-in entities without a file are dropped, with the links to them`() throws {
    let store = try openTexts(["家庭.csv": families], declared: declared(isBuiltIn: true))
    #expect(store.schema.entities.map(\.name.english) == ["families"])
    #expect(store.schema.links.isEmpty)
    #expect(
      store.schema.entities[0].fields.map(\.name.english) == ["id", "area", "status", "备注 1"])
    #expect(store.type("families", "area") == .text)
    #expect(try store.cells("families", "area") == ["A", "B"])
    #expect(try store.cells("families", "status") == ["active", "active"])
    #expect(store.type("families", "status") == .category(.field(FieldID(EntityID(0), 2))))
    #expect(store.type("families", "备注 1") == .int)
  }

  @Test func `entities that the data set declares stay without a file`() throws {
    let store = try openTexts(["家庭.csv": families], declared: declared(isBuiltIn: false))
    #expect(store.schema.entities.map(\.name.english) == ["areas", "families"])
    #expect(try store.rowCount(of: EntityID(0)) == 0)
    #expect(try store.cells("families", "area") == [nil, nil])
    #expect(store.problems().count == 2)
    #expect(try store.column(FieldID(EntityID(0), 1)).count == 0)
  }

  @Test func `links are resolved through the declared key`() throws {
    let store = try openTexts(
      ["家庭.csv": families, "Areas.csv": "名称,代码\n莲前,B\n开元,A\n"], declared: declared(isBuiltIn: true))
    #expect(try store.cells("families", "area") == ["#1", "#0"])
    let check = try DataCheck(store)
    #expect(check.tables.map(\.rowCount) == [2, 2])
    #expect(check.problemCount == 0)
  }

  @Test func `a foreign table of a built-in name is inferred`() throws {
    let store = try openTexts(
      ["families.csv": "nr,surname\n1,Li\n"], declared: declared(isBuiltIn: true))
    #expect(store.schema.entities[0].fields.map(\.name.english) == ["nr", "surname"])
    #expect(!store.schema.entities[0].isDeclared)
  }

  @Test func `a declared table without its key column is an error`() throws {
    let error = #expect(throws: DataError.self) {
      try openTexts(["families.csv": "idd,area\n1,A\n"], declared: declared(isBuiltIn: false))
    }
    #expect(error?.message.english.contains("no column id") == true)
    #expect(error?.hint?.english.contains("idd") == true)
    #expect(throws: DataError.self) {
      try openTexts(
        ["families.csv": "id\n", "家庭.csv": "id\n"], declared: declared(isBuiltIn: true))
    }
  }

  @Test func `undeclared columns of a declared table may link`() throws {
    let store = try openTexts(
      [
        "families.csv": "id,area,team_id\nF1,A,3\nF2,,4\n", "teams.csv": "id,lead\n3,x\n4,y\n",
        "visits.csv": "nr,family\n1,F2\n2,F1\n",
      ], declared: declared(isBuiltIn: true))
    #expect(try store.cells("families", "team") == ["#0", "#1"])
    #expect(try store.cells("visits", "family") == ["#1", "#0"])
  }

  @Test func `folders are read from disk, hidden and other files aside`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hearth-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = 80_000
    let big = "id,x\n" + (0..<rows).map { "\($0),\"value\n\($0 % 10)\"\n" }.joined()
    try Data(big.utf8).write(to: folder.appendingPathComponent("大表.csv"))
    try Data("a\tb\n1\t2\n".utf8).write(to: folder.appendingPathComponent("small.tsv"))
    try Data("x\n".utf8).write(to: folder.appendingPathComponent(".hidden.csv"))
    try Data("x\n".utf8).write(to: folder.appendingPathComponent("readme.txt"))
    let source = FolderSource(folder.path)
    let schema = try openDataSet(source: source, declared: Schema())
    #expect(schema.entities.map(\.name.english) == ["small", "大表"])
    let store = Store(schema: schema, loader: FileLoader(source))
    #expect(try store.rowCount(of: EntityID(1)) == rows)
    #expect(try store.cells("大表", "x").last == "value\n9")
    #expect(try store.row(of: EntityID(1), key: "79999") == 79_999)
    let alone = try openFile(folder.path + "/small.tsv")
    #expect(try alone.cells("small", "b") == ["2"])
    #expect(throws: DataError.self) { try openFile(folder.path + "/nothing.csv") }
    #expect(throws: DataError.self) { try FolderSource(folder.path + "/no").fileNames() }
  }
}
