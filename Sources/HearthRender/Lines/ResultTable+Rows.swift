import HearthData

/// The written cells of one row.
struct RowCells {
  fileprivate(set) var runs: [CellRun]
  fileprivate(set) var place = 0

  func write(_ column: Int, into sink: inout ByteSink) {
    runs[column].withCell(place) { sink.write($0) }
  }
}

extension ResultTable {
  private static let blockSize = 1024

  /// Writes the cells of a block of rows at a time, column by column, and calls `write` for every
  /// row; ends early when nobody takes the bytes.
  func forEachRow(
    _ format: some CellFormat, _ options: RenderOptions, into sink: inout ByteSink,
    write: (_ row: Int, _ cells: RowCells, _ sink: inout ByteSink) -> Void
  ) {
    var cells = RowCells(runs: Array(repeating: CellRun(), count: columns.count))
    var start = 0
    while start < rowCount && !sink.isClosed {
      let rows = start..<min(start + Self.blockSize, rowCount)
      for index in columns.indices {
        cells.runs[index].removeAll()
        cells.runs[index].append(
          columns[index], rows: rows, format: format, masksPrivate: options.masksPrivate)
      }
      for row in rows {
        cells.place = row - start
        write(row, cells, &sink)
      }
      start = rows.upperBound
    }
  }
}
