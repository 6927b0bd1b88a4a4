import HearthText

/// Writes the lines of a laid-out table.
struct TableWriter {
  let columns: [TableColumn]
  let layout: TableLayout

  func writeHeader(_ decoration: Decoration.Pair, into sink: inout ByteSink) {
    writeLine(into: &sink) { column, sink, line in
      let header = shortened(columns[column].header, toWidth: layout.widths[column])
      line.begin(displayWidth(of: header), column, self, &sink)
      sink.write(decoration.around(header))
    }
  }

  func writeRow(_ row: Int, into sink: inout ByteSink) {
    writeLine(into: &sink) { column, sink, line in
      let cells = columns[column].cells
      let width = columns[column].widths[row]
      if width <= layout.widths[column] {
        line.begin(width, column, self, &sink)
        cells.withCell(row) { sink.write($0) }
      } else {
        let text = cells.withCell(row) { String(decoding: $0, as: UTF8.self) }
        let short = shortened(text, toWidth: layout.widths[column])
        line.begin(displayWidth(of: short), column, self, &sink)
        sink.write(short)
      }
    }
  }

  /// The line above the total.
  func writeRule(into sink: inout ByteSink) {
    let gap = layout.gap == nil ? 0 : 1 + TableLayout.spacing
    let width = layout.shown.reduce(gap) { $0 + layout.widths[$1] }
    let blanks = max(0, layout.shown.count - 1) * TableLayout.spacing
    sink.write(String(repeating: "─", count: width + blanks) + "\n")
  }

  /// Blanks are written only when something follows, so that no line ends in them.
  private struct Line {
    var pendingBlanks = 0

    /// Writes the blanks before a cell of the given width and remembers those after it.
    mutating func begin(
      _ width: Int, _ column: Int, _ writer: TableWriter, _ sink: inout ByteSink
    ) {
      let padding = max(0, writer.layout.widths[column] - width)
      let isRight = writer.columns[column].isRightAligned
      if width > 0 {
        sink.write(UInt8(ascii: " "), count: pendingBlanks + (isRight ? padding : 0))
        pendingBlanks = isRight ? 0 : padding
      } else {
        pendingBlanks += padding
      }
    }
  }

  private func writeLine(
    into sink: inout ByteSink, cell: (Int, inout ByteSink, inout Line) -> Void
  ) {
    var line = Line()
    for (index, column) in layout.shown.enumerated() {
      if index > 0 { line.pendingBlanks += TableLayout.spacing }
      if index == layout.gap {
        sink.write(UInt8(ascii: " "), count: line.pendingBlanks)
        sink.write("…")
        line.pendingBlanks = TableLayout.spacing
      }
      cell(column, &sink, &line)
    }
    sink.write(UInt8(ascii: "\n"))
  }
}
