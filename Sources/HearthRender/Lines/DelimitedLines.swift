import HearthData

/// A line of heads, then a line for each row, their cells apart by one byte: CSV and TSV.
struct DelimitedLines<Format: CellFormat> {
  let format: Format
  let separator: UInt8

  func write(_ table: ResultTable, _ options: RenderOptions, into sink: inout ByteSink) {
    if table.columns.isEmpty { return }
    var line: [UInt8] = []
    for (index, header) in table.dataHeaders(options).enumerated() {
      if index > 0 { line.append(separator) }
      format.appendText(header, to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    sink.write(line)
    table.forEachRow(format, options, into: &sink) { _, cells, sink in
      for column in cells.runs.indices {
        if column > 0 { sink.write(separator) }
        cells.write(column, into: &sink)
      }
      sink.write(UInt8(ascii: "\n"))
    }
  }
}
