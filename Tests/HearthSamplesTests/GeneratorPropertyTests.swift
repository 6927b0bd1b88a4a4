import CHearthResources
import Foundation
import HearthSamples
import HearthText
import Testing

/// What holds for every seed and size.
struct GeneratorPropertyTests {
  private static let sizes: [(SampleModel, Int)] = SampleModel.allCases.flatMap { model in
    [0, 1, 2, 3, 63, 64, 65, 700].map { (model, $0) }
  }

  @Test(arguments: SampleModel.allCases)
  func `the same seed gives the same bytes, another seed others`(_ model: SampleModel) throws {
    let first = try SampleData(model, seed: 11, families: 65)
    let again = try SampleData(model, seed: 11, families: 65)
    let other = try SampleData(model, seed: 12, families: 65)
    #expect(first.files.map(\.bytes) == again.files.map(\.bytes))
    let table = "\(Table(model).services).csv"
    #expect(first.bytes(table) != other.bytes(table))
    #expect(first.files.map(\.name) == other.files.map(\.name))
  }

  @Test(arguments: sizes)
  func `every table has its columns, its keys and existing links`(
    _ model: SampleModel, _ families: Int
  ) throws {
    let data = try SampleData(model, seed: UInt64(families) + 3, families: families)
    let schema = schema(model, data)
    var keys: [String: Set<String>] = [:]
    for table in data.tables {
      let entity = try #require(schema.entity(table.name), "\(table.name)")
      keys[entity.name] = Set(table.rows.map { $0[0] })
      #expect(keys[entity.name]!.count == table.rows.count, "keys of \(table.name)")
    }
    for table in data.tables {
      let entity = try #require(schema.entity(table.name))
      let stored = entity.fields.filter(\.isStored)
      let names = stored.map { model.language == .english ? $0.name : $0.label }
      #expect(Set(table.columns) == Set(names), "columns of \(table.name)")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
      for (field, name) in zip(stored, names) {
        let cells = Set(table.column(name)).subtracting([""])
        if let target = field.link {
          #expect(cells.isSubset(of: keys[target] ?? []), "\(table.name).\(name)")
        }
        if !field.values.isEmpty {
          let words = field.values.map { model.language == .english ? $0.name : $0.label }
          let used = Set(cells.flatMap { $0.split(whereSeparator: { ";、".contains($0) }) })
          #expect(used.isSubset(of: Set(words.map { $0[...] })), "\(table.name).\(name)")
        }
      }
    }
    let families = data[Table(model).families]
    #expect(families.rows.count == max(0, sizeOf(families, model)))
  }

  @Test(arguments: sizes)
  func `no date is later than the day of the data, no cell needs quotes`(
    _ model: SampleModel, _ families: Int
  ) throws {
    let data = try SampleData(model, seed: 5, families: families)
    for file in data.files where file.name.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("\""), "\(file.name)")
      #expect(!text.contains("\r"), "\(file.name)")
    }
    for table in data.tables {
      for (position, column) in table.columns.enumerated() where column != "下次体检" {
        let dates = table.rows.map { $0[position] }.filter { $0.contains(#/^\d{4}-\d\d-\d\d$/#) }
        #expect(dates.allSatisfy { $0 <= "2026-10-31" }, "\(table.name).\(column)")
        #expect(dates.allSatisfy { $0 >= "1900" }, "\(table.name).\(column)")
      }
    }
  }

  @Test(arguments: SampleModel.allCases)
  func `another day changes the line of the schema and ends the data there`(
    _ model: SampleModel
  ) throws {
    let sink = MemorySink()
    _ = try model.generate(families: 65, asOf: Day(2025, 6, 30), into: sink)
    let schema = String(decoding: sink.files[0].bytes, as: UTF8.self)
    #expect(schema.contains("\nas of 2025-06-30\n"))
    #expect(!schema.contains("as of 2026-10-31"))
    let services = sink.files.first { $0.name == "\(Table(model).services).csv" }!
    let text = String(decoding: services.bytes, as: UTF8.self)
    #expect(text.contains("2025-06-"))
    #expect(!text.contains("2025-07-"))
  }

  @Test(arguments: SampleModel.allCases)
  func `the report and the progress count what was written`(_ model: SampleModel) throws {
    let sink = MemorySink()
    let heard = Heard()
    let files = try model.generate(families: 64, into: sink) { heard.progress.append($0) }
    #expect(files.map(\.name) == sink.files.map(\.name))
    #expect(files.map(\.bytes) == sink.files.map(\.bytes.count))
    let rows = files.reduce(0) { $0 + $1.rows }
    #expect(heard.progress.last?.rows == rows)
    #expect(heard.progress.allSatisfy { $0.rows <= $0.expected })
    #expect(heard.progress.map(\.rows) == heard.progress.map(\.rows).sorted())
  }

  private func schema(_ model: SampleModel, _ data: SampleData) -> DeclaredSchema {
    let care = hearth_care_schema()
    let bytes = UnsafeBufferPointer(start: care.bytes, count: Int(care.length))
    let own = String(decoding: data.bytes("schema.hearth")!, as: UTF8.self)
    return DeclaredSchema([String(decoding: bytes, as: UTF8.self), own])
  }

  private func sizeOf(_ table: SampleTable, _ model: SampleModel) -> Int {
    Set(table.column(model.language == .english ? "id" : "编号")).count
  }
}

private final class Heard {
  var progress: [SampleProgress] = []
}

/// Names of tables in the language of a model.
private struct Table {
  let families: String
  let services: String

  init(_ model: SampleModel) {
    families = model.language == .english ? "families" : "家庭"
    services = model.language == .english ? "services" : "服务"
  }
}
