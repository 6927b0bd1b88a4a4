import CHearthResources
import Foundation
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText
import Testing

/// The shipped samples are clean data: every table belongs to a declaration, every cell is read.
struct LoadingTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private let care: [Statement]

  init() {
    let file = hearth_care_schema()
    let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.length))
    let script = parse(String(decoding: bytes, as: UTF8.self), vocabulary: .empty)
    #expect(script.diagnostics.isEmpty)
    care = script.statements
  }

  @Test func `the care schema can be bound on its own`() {
    let declared = bindSchema([], builtIn: care)
    #expect(declared.diagnostics.map(\.message.english) == [])
    #expect(declared.schema.entities.count == 14)
    #expect(declared.definitions.count == 6)
  }

  @Test(arguments: ["siming", "chibi"])
  func `a sample loads with nothing set aside and nothing inferred`(_ name: String) throws {
    let folder = Self.samples.appending(path: name)
    let text = try String(contentsOf: folder.appending(path: "schema.hearth"), encoding: .utf8)
    let script = parse(text, vocabulary: .empty)
    #expect(script.diagnostics.map(\.message.english) == [])
    let declared = bindSchema(script.statements, builtIn: care)
    #expect(declared.diagnostics.map(\.message.english) == [])
    #expect(declared.schema.asOf?.description.contains("2026") == true)
    let source = FolderSource(folder.path)
    let schema = try openDataSet(source: source, declared: declared.schema)
    for entity in schema.entities {
      #expect(entity.isDeclared, "\(entity.name)")
      #expect(entity.file != nil, "\(entity.name)")
    }
    let check = try DataCheck(Store(schema: schema, loader: FileLoader(source)))
    #expect(check.problems.map { "\($0)" } == [])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(check.tables.compactMap(\.file)) == Set(files.filter { $0.hasSuffix(".csv") }))
  }
}
