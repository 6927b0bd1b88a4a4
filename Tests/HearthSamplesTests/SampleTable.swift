import Foundation
import HearthSamples
import HearthText

/// A generated data set, read back cell by cell.
struct SampleData {
  let files: [(name: String, bytes: [UInt8])]

  init(
    _ model: SampleModel, seed: UInt64 = SampleModel.seed, families: Int? = nil,
    asOf: Day = SampleModel.asOf
  ) throws {
    let sink = MemorySink()
    _ = try model.generate(
      seed: seed, families: families ?? model.families, asOf: asOf, into: sink)
    files = sink.files
  }

  /// The table of a file without its `.csv`.
  subscript(name: String) -> SampleTable {
    let file = files.first { $0.name == name + ".csv" }!
    return SampleTable(name: name, text: String(decoding: file.bytes, as: UTF8.self))
  }

  var tables: [SampleTable] {
    files.filter { $0.name.hasSuffix(".csv") }.map { self[String($0.name.dropLast(4))] }
  }

  func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }
}

/// One table; the generated ones need no quotes, which a test asserts.
struct SampleTable {
  let name: String
  let columns: [String]
  let rows: [[String]]

  init(name: String, text: String) {
    self.name = name
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
    columns = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  func column(_ column: String) -> [String] {
    let position = columns.firstIndex(of: column)!
    return rows.map { $0[position] }
  }

  func rows(where column: String, is value: String) -> SampleTable {
    filter(column) { $0 == value }
  }

  func filter(_ column: String, _ test: (String) -> Bool) -> SampleTable {
    let position = columns.firstIndex(of: column)!
    return SampleTable(name: name, columns: columns, rows: rows.filter { test($0[position]) })
  }

  func value(_ column: String, of key: String) -> String? {
    let position = columns.firstIndex(of: column)!
    return rows.first { $0[0] == key }.map { $0[position] }
  }

  private init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// The declarations of schema files, read just well enough to check generated tables by them.
struct DeclaredSchema {
  struct Field {
    let name: String
    let label: String
    let type: String
    /// Names and labels of the values of a closed category or tag set.
    let values: [(name: String, label: String)]
    let link: String?
    let isStored: Bool
  }

  struct Entity {
    let name: String
    let label: String
    let fields: [Field]
  }

  private(set) var entities: [Entity] = []

  /// Later texts replace the entities of earlier ones.
  init(_ texts: [String]) {
    for text in texts {
      let bare = text.replacing(#/(?m)#.*$/#, with: "")
      let pattern = #/(?s)entity\s+(\w+)\s+"([^"]+)"[^{]*\{(.*?)\n\}/#
      for match in bare.matches(of: pattern) {
        let name = String(match.1)
        entities.removeAll { $0.name == name }
        entities.append(
          Entity(name: name, label: String(match.2), fields: Self.fields(String(match.3))))
      }
    }
  }

  private static func fields(_ body: String) -> [Field] {
    let pattern =
      #/(?ms)^  (\w+)\s+((?:set\s*)?\([^)]*\)|->\s*\w+|decimal\(\d\)|\w+)([^"\n]*)"([^"]+)"/#
    return body.matches(of: pattern).map { match in
      let type = String(match.2)
      let values = type.hasPrefix("(") || type.hasPrefix("set") ? type : ""
      return Field(
        name: String(match.1), label: String(match.4), type: type,
        values: values.matches(of: #/(\w+)\s+"([^"]+)"/#).map { (String($0.1), String($0.2)) },
        link: type.hasPrefix("->")
          ? type.dropFirst(2).trimmingCharacters(in: .whitespaces) : nil,
        isStored: !match.3.contains(" on "))
    }
  }

  func entity(_ name: String) -> Entity? { entities.first { $0.name == name || $0.label == name } }
}
