import HearthData
import HearthText

/// One output format: the answer to a query as UTF-8 bytes.
package protocol Renderer: Sendable {
  /// Writes one whole result, its last line ended.
  func render(_ table: ResultTable, options: RenderOptions, into sink: inout ByteSink)

  /// Several results in one output need an empty line between them.
  var separatesResults: Bool { get }
}

/// The formats by the names that `--format` takes.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, json

  package var renderer: any Renderer {
    switch self {
    case .table: TableRenderer()
    case .csv: CSVRenderer()
    case .json: JSONRenderer()
    }
  }

  /// The whole result as text, for messages and tests.
  package func text(_ table: ResultTable, options: RenderOptions) -> String {
    var sink = ByteSink()
    renderer.render(table, options: options, into: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}

extension ResultTable {
  /// The heads of the columns for a data format.
  ///
  /// A label that two columns share would make the rows ambiguous: those keep their identifiers.
  func dataHeaders(_ options: RenderOptions) -> [String] {
    switch options.headers ?? .identifiers {
    case .identifiers: return columns.map(\.name)
    case .labels:
      var uses: [String: Int] = [:]
      for column in columns {
        for text in Set([column.name, column.label[options.language]]) {
          uses[text, default: 0] += 1
        }
      }
      return columns.map { column in
        let label = column.label[options.language]
        return uses[label] == 1 ? label : column.name
      }
    }
  }
}
