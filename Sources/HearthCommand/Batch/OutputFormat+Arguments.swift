import ArgumentParser
import HearthRender

extension OutputFormat: ExpressibleByArgument {
  /// `table, csv or json`.
  static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// Whether an output of it is whole only at its end.
  var isDocument: Bool {
    switch self {
    case .html, .xlsx: true
    case .table, .markdown, .csv, .tsv, .json, .jsonl, .vegaLite: false
    }
  }
}

extension RenderOptions.Headers: ExpressibleByArgument {}
