import CHearthResources
import Foundation
import Testing

/// The declarations of the care schema and of the two samples, as texts.
struct CareSchemaTests {
  static let schemas: [(name: String, text: String)] = [
    ("care", hearth_care_schema()), ("siming", hearth_siming_schema()),
    ("chibi", hearth_chibi_schema()),
  ].map { name, file in
    let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.length))
    return (name, String(decoding: bytes, as: UTF8.self))
  }

  @Test func `the care schema has the entities of the specification`() {
    let care = DeclaredSchema([Self.schemas[0].text])
    let names = care.entities.map { "\($0.name) \($0.label)" }
    #expect(
      names == [
        "areas 区域", "families 家庭", "members 成员", "programs 项目", "services 服务", "commitments 承诺",
        "volunteers 志愿者", "pairings 结对", "organizations 组织", "venues 场所", "stays 入住",
        "needs 需求", "budgets 预算", "campaigns 活动",
      ])
  }

  @Test func `no two fields of an entity share a name or a label`() {
    for entity in DeclaredSchema(Self.schemas.map(\.text)).entities {
      #expect(Set(entity.fields.map(\.name)).count == entity.fields.count, "\(entity.name)")
      #expect(Set(entity.fields.map(\.label)).count == entity.fields.count, "\(entity.name)")
      #expect(entity.fields.first?.name == (entity.name == "areas" ? "code" : "id"))
    }
  }

  @Test func `no two values of a category share a name or a label`() {
    for entity in DeclaredSchema(Self.schemas.map(\.text)).entities {
      for field in entity.fields {
        #expect(Set(field.values.map(\.name)).count == field.values.count, "\(field.name)")
        #expect(Set(field.values.map(\.label)).count == field.values.count, "\(field.name)")
        #expect(field.values.allSatisfy { $0.label.contains(#/\p{Han}/#) }, "\(field.name)")
      }
    }
  }

  @Test func `every field of a declaration was read by these tests`() {
    for (name, text) in Self.schemas {
      let bare = text.replacing(#/(?m)#.*$/#, with: "")
      let labelled = bare.matches(of: #/(?m)^  \S.*"\s*$/#).count
      let fields = DeclaredSchema([text]).entities.reduce(0) { $0 + $1.fields.count }
      #expect(fields == labelled, "\(name)")
    }
  }

  @Test func `a redeclared entity keeps every field of the care schema`() {
    let care = DeclaredSchema([Self.schemas[0].text])
    for (name, text) in Self.schemas.dropFirst() {
      for entity in DeclaredSchema([text]).entities {
        guard let built = care.entity(entity.name) else { continue }
        #expect(entity.label == built.label)
        let fields = Dictionary(uniqueKeysWithValues: entity.fields.map { ($0.name, $0) })
        for field in built.fields {
          let own = fields[field.name]
          #expect(own?.label == field.label, "\(name): \(entity.name).\(field.name)")
          let values = field.values.map(\.name)
          #expect(own.map { values.allSatisfy($0.values.map(\.name).contains) } == true)
        }
      }
    }
  }
}
