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
    #expect(data[Table(model).families].rows.count == families)
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
        let dates = table.rows.map { $0[position] }.filter(isDate)
        #expect(dates.allSatisfy { $0 <= "2026-10-31" }, "\(table.name).\(column)")
        #expect(dates.allSatisfy { $0 >= "1900" }, "\(table.name).\(column)")
      }
    }
  }

  @Test(arguments: SampleModel.allCases, [Day(2024, 1, 1), Day(2025, 6, 30), Day(2028, 2, 29)])
  func `another day changes the line of the schema and ends the data there`(
    _ model: SampleModel, _ asOf: Day
  ) throws {
    let data = try SampleData(model, families: 65, asOf: asOf)
    let schema = String(decoding: data.bytes("schema.hearth")!, as: UTF8.self)
    #expect(schema.contains("\nas of \(asOf.text)\n"))
    #expect(!schema.contains("as of 2026-10-31"))
    // What runs, and what was promised, may have been planned for later.
    for table in data.tables where !["programs", "commitments", "项目", "承诺"].contains(table.name) {
      for (position, column) in table.columns.enumerated() where column != "下次体检" {
        let dates = table.rows.map { $0[position] }.filter(isDate)
        #expect(dates.allSatisfy { $0 <= asOf.text }, "\(table.name).\(column)")
      }
    }
    let services = data[Table(model).services].column(model.language == .english ? "date" : "日期")
    #expect(asOf == Day(2024, 1, 1) || services.contains { $0.prefix(7) == asOf.text.prefix(7) })
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

  private func isDate(_ cell: String) -> Bool {
    let bytes = cell.utf8
    guard bytes.count == 10 else { return false }
    return bytes.enumerated().allSatisfy { position, byte in
      position == 4 || position == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
    }
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
