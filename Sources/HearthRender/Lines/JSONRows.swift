import HearthData

/// Rows as JSON objects, whose members are the columns by their heads.
struct JSONRows {
  let headers: [String]
  let options: RenderOptions

  init(_ table: ResultTable, _ options: RenderOptions) {
    headers = table.dataHeaders(options)
    self.options = options
  }

  /// `before`: what stands before every object but the first; `after`: behind every one.
  func write(
    _ table: ResultTable, before: String = "", after: String = "", into sink: inout ByteSink
  ) {
    let openings = headers.enumerated().map { JSONRows.memberOpening($1, isFirst: $0 == 0) }
    table.forEachRow(JSONFormat(), options, into: &sink) { row, cells, sink in
      if row > 0 { sink.write(before) }
      sink.write(UInt8(ascii: "{"))
      for column in openings.indices {
        sink.write(openings[column])
        cells.write(column, into: &sink)
      }
      sink.write(UInt8(ascii: "}"))
      sink.write(after)
    }
  }

  static func memberOpening(_ name: String, isFirst: Bool) -> [UInt8] {
    var bytes: [UInt8] = isFirst ? [] : [UInt8(ascii: ",")]
    bytes.appendJSON(name)
    bytes.append(UInt8(ascii: ":"))
    return bytes
  }
}

/// Rows alone, an object a line.
package struct JSONLinesRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { false }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    JSONRows(table, options).write(table, after: "\n", into: &sink)
  }
}
