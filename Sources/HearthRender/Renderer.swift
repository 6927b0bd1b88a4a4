import HearthData
import HearthText

/// One output format: the answers to queries as bytes.
package protocol Renderer: Sendable {
  /// Writes one whole result as an output of its own; a line format ends its last line.
  func render(_ table: ResultTable, options: RenderOptions, into sink: inout ByteSink)

  /// Several results in one output need an empty line between them.
  var separatesResults: Bool { get }

  /// Resolved dates and notes have a place in it; else they are said beside it.
  var holdsRemarks: Bool { get }

  /// Why a result cannot be written in this format; nil when it can.
  func refusal(of table: ResultTable) -> Bilingual?

  /// Begins an output that takes several results.
  func document(_ provenance: Provenance, _ options: RenderOptions) -> any Document
}

extension Renderer {
  package var holdsRemarks: Bool { false }

  package func refusal(of table: ResultTable) -> Bilingual? { nil }

  package func document(_ provenance: Provenance, _ options: RenderOptions) -> any Document {
    LineDocument(renderer: self)
  }
}

/// The formats by the names that `--format` takes.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, markdown, csv, tsv, json, jsonl, html, xlsx
  case vegaLite = "vega-lite"

  package var renderer: any Renderer {
    switch self {
    case .table: TableRenderer()
    case .markdown: MarkdownRenderer()
    case .csv: CSVRenderer()
    case .tsv: TSVRenderer()
    case .json: JSONRenderer()
    case .jsonl: JSONLinesRenderer()
    case .html: PageRenderer()
    case .xlsx: WorkbookRenderer()
    case .vegaLite: VegaLiteRenderer()
    }
  }

  /// What the names of its files end in; the first is the usual one.
  package var suffixes: [String] {
    switch self {
    case .table: ["txt"]
    case .markdown: ["md", "markdown"]
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .json: ["json"]
    case .jsonl: ["jsonl", "ndjson"]
    case .html: ["html", "htm"]
    case .xlsx: ["xlsx"]
    case .vegaLite: ["vl.json", "vega.json"]
    }
  }

  /// By the suffix of a file, the longest that fits; nil when it says nothing.
  package init?(suffixOf fileName: String) {
    let name = fileName.lowercased()
    let fitting = OutputFormat.allCases.flatMap { format in
      format.suffixes.filter { name.hasSuffix("." + $0) }.map { (format, length: $0.utf8.count) }
    }
    guard let longest = fitting.max(by: { $0.length < $1.length }) else { return nil }
    self = longest.0
  }

  /// Bytes that no terminal should be given.
  package var isBinary: Bool { self == .xlsx }

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
