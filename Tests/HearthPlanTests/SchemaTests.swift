import Foundation
import HearthData
import HearthPlan
import HearthSyntax
import HearthText
import Testing

@Suite struct Schemas {
  private func care() throws -> [Statement] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/CHearthResources/care.hearth")
    let script = parse(try String(contentsOf: file, encoding: .utf8))
    #expect(script.diagnostics.isEmpty)
    return script.statements
  }

  private func bindText(_ text: String, builtIn: [Statement] = []) -> (DeclaredSchema, String) {
    let declared = bindSchema(parse(text).statements, builtIn: builtIn)
    return (declared, lines(declared.diagnostics, text))
  }

  @Test func `the care schema is right`() throws {
    let declared = bindSchema([], builtIn: try care())
    #expect(declared.diagnostics.isEmpty)
    #expect(declared.schema.entities.count == 14)
    let areas = try #require(declared.schema.entities.first)
    #expect(areas.name == Bilingual("areas", "区域"))
    #expect(areas.levels.map(\.chinese) == ["市", "区", "街道", "社区"])
    #expect(areas.levelField == 2)
    #expect(areas.parentLink.map { declared.schema[$0].reverseName.english } == "children")
  }

  @Test func `every built-in definition can be bound`() throws {
    let declared = bindSchema([], builtIn: try care())
    let catalog = Catalog(
      store: Store(schema: declared.schema, loader: RegisterLoader()),
      definitions: declared.definitions)
    let found = checkDefinitions(
      declared.definitions, catalog: catalog, options: BinderOptions(today: Register.today),
      host: TestHost())
    #expect(found.isEmpty)
  }

  @Test func `a data set's own declaration replaces the built-in one`() throws {
    let text = """
      entity families "家庭" {
        id text key "编号"
        income decimal(2) "收入"
      }
      define members.age = 1 "年龄"
      """
    let (declared, problems) = bindText(text, builtIn: try care())
    #expect(problems.isEmpty)
    let families = declared.schema.entities.filter { $0.name.english == "families" }
    #expect(families.map(\.fields.count) == [2])
    #expect(declared.definitions.filter { $0.tree.name.text == "age" }.count == 1)
    // Links of other entities still lead to it.
    #expect(declared.schema.links.contains { $0.reverseName.english == "services" })
  }

  @Test func `links have a reverse, several fields can match`() {
    let schema = Register.declared(
      """
      entity a "甲" {
        id text key
        up -> a as below
        b -> b
      }
      entity b "乙" {
        id text key
        kind (x, y)
        firsts -> a on kind = id, id = id "甲们"
      }
      """
    ).schema
    #expect(schema.links.map(\.reverseName.english) == ["below", "a", "b"])
    #expect(schema.links[2].kind == .match([.init(own: 1, target: 0), .init(own: 0, target: 0)]))
    #expect(schema.entities[1].fields[2].isStored == false)
  }

  static let wrong: [(text: String, said: String)] = [
    (
      "entity a { id text key; b -> bees }\nentity bee { id text key }",
      "B104 [bees] there is no entity called `bees` / did you mean `bee`?"
    ),
    (
      "entity a { id text key; id int }",
      "B102 [id] `a` has two fields called `id` or `id`"
    ),
    (
      "entity a { id text key; x text \"编号\"; y text \"编号\" }",
      "B102 [y] `a` has two fields called `x` or `编号`"
    ),
    ("entity a { id text }\nentity a { id text }", "B102 [a] the entity `a` is declared twice"),
    ("entity a { id (x, y, x) }", "B102 [x] two values are called `x` or `x`"),
    (
      "entity a { id text occurred }",
      "B103 [id text occurred] `occurred` belongs to a date"
    ),
    (
      "entity a { id text key; k text key }",
      "B103 [k text key] `a` has two fields marked `key`"
    ),
    ("entity a { id text flags }", "B103 [id text flags] `flags` needs a set with its values"),
    (
      "entity a levels x > y { id text key }",
      """
      B103 [a] an entity with levels needs a category with one value per level, and a link to itself
      """
    ),
    (
      "entity a { id text key }\nentity b { id text key; x -> a on ix = id, id = idd }",
      """
      B104 [ix] `b` has no field called `ix` / did you mean `id`?
      B104 [idd] `a` has no field called `idd` / did you mean `id`?
      """
    ),
    (
      "entity a { id text key }\nentity b { x -> a; y -> a }",
      """
      B102 [y] `a` already has `b`; write `as` and a name; until then it is `b_by_y`
      """
    ),
    (
      "families | count",
      "B101 [families | count] a schema holds only `entity`, `define`, `as of`, `term` and `privacy`"
    ),
    (
      "privacy maskd",
      "B103 [maskd] `maskd` is no privacy level; there are open, masked and aggregate / did you mean `masked`?"
    ),
    ("define a.x = 1\ndefine a.x = 2", "B102 [x] `x` is defined twice"),
  ]

  @Test(arguments: Self.wrong)
  func `says what is wrong with a declaration`(_ text: String, _ said: String) {
    #expect(bindText(text).1 == said)
  }

  @Test func `terms, the date and the privacy level are taken over`() {
    let (declared, problems) = bindText(
      """
      as of 2026-10-31
      privacy masked
      term "b" 2026-09-01 .. 2027-01-20
      term "a" 2026-02-23 .. 2026-07-10
      """)
    #expect(problems.isEmpty)
    #expect(declared.schema.asOf == Register.today)
    #expect(declared.schema.privacy == .masked)
    #expect(declared.schema.terms.map(\.name) == ["a", "b"])
  }
}
