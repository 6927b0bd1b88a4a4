import HearthText

/// Writes each row as a record, a line for each column: for tables wider than the window.
///
///     ── 1 of 3 ──
///     street  莲前
///     rate    90.2%
struct RecordWriter {
  let columns: [TableColumn]
  let options: RenderOptions

  /// `hasTotal`: the last of the rows is the total.
  func write(rows: Int, hasTotal: Bool, into sink: inout ByteSink) {
    let width = columns.map { displayWidth(of: $0.header) }.max() ?? 0
    for row in 0..<rows + (hasTotal ? 1 : 0) {
      if sink.isClosed { return }
      let place =
        row == rows
        ? ReadingCells.total
        : Bilingual(
          "\(row + 1) of \(rows)", "第 \(row + 1) 行，共 \(rows) 行")
      sink.write("── \(place[options.language]) ──\n")
      for column in columns {
        let header = padded(column.header, toWidth: width + TableLayout.spacing)
        let cell = column.cells.withCell(row) { String(decoding: $0, as: UTF8.self) }
        let room = max(options.maxWidth.map { $0 - width - TableLayout.spacing } ?? .max, 1)
        sink.write(options.decoration.header.around(header) + shortened(cell, toWidth: room))
        sink.write("\n")
      }
    }
  }
}
