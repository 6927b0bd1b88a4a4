import HearthData
import HearthText

/// The answer as aligned columns, for people.
///
///     street  families   rate
///     开元          41  95.1%
///     ───────────────────────
///     all          214  87.9%
///
/// Columns are two blanks apart; numbers stand at the right, all else at the left; no line ends in
/// blanks. Periods and notes are not part of it: see `renderRemarks`. With `maxWidth`, texts and
/// heads are shortened, and if that is not enough columns before the last are left out and named
/// below; numbers are never cut.
package struct TableRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { true }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    let language = options.language
    if let chart = ChartRenderer(table, options: options) {
      return sink.write(chart.lines().map { $0 + "\n" }.joined())
    }
    let cells = ReadingCells(table, options, rowLimit: options.rowLimit)
    if cells.isCut { return sink.stop() }
    if cells.columns.isEmpty {
      return sink.write(ReadingCells.noColumns(table.rowCount)[language] + "\n")
    }
    let layout = TableLayout(cells.columns, maxWidth: options.maxWidth)
    if options.records.areWanted(layout), table.rowCount > 0 {
      let writer = RecordWriter(columns: cells.columns, options: options)
      writer.write(rows: cells.rowCount, hasTotal: cells.hasTotal, into: &sink)
      return sink.isClosed ? () : writeRest(cells.hiddenRows, options, into: &sink)
    }
    let writer = TableWriter(columns: cells.columns, layout: layout)

    writer.writeHeader(options.decoration.header, into: &sink)
    for row in 0..<cells.rowCount {
      if sink.isClosed { return }
      writer.writeRow(row, into: &sink)
    }
    if table.rowCount == 0 {
      sink.write(ReadingCells.noRows[language] + "\n")
    }
    writeRest(cells.hiddenRows, options, into: &sink)
    if cells.hasTotal {
      writer.writeRule(into: &sink)
      writer.writeRow(cells.rowCount, into: &sink)
    }
    writeHidden(layout.hidden.map { cells.columns[$0].header }, options, into: &sink)
  }

  /// How many rows are not shown, and how to see them.
  private func writeRest(_ count: Int, _ options: RenderOptions, into sink: inout ByteSink) {
    guard count > 0 else { return }
    let text = Bilingual("… \(counted(count, "more row"))", "…… 还有 \(count) 行")
    let line = text[options.language] + options.rowsHint[options.language]
    sink.write(options.decoration.remark.around(line) + "\n")
  }

  /// The names of the columns that did not fit, and how to see them, broken between names at the width of the table.
  private func writeHidden(_ names: [String], _ options: RenderOptions, into sink: inout ByteSink) {
    if names.isEmpty { return }
    let beginning = Bilingual(
      "… \(counted(names.count, "more column")): ", "…… 还有 \(names.count) 列：")
    let comma = Bilingual(", ", "、")[options.language]
    var line = beginning[options.language]
    let hint = options.columnsHint[options.language]
    for (index, name) in names.enumerated() {
      let piece = name + (index == names.count - 1 ? hint : comma)
      let width = displayWidth(of: line) + displayWidth(of: piece)
      if index > 0, let limit = options.maxWidth, width > limit {
        sink.write(String(line.reversed().drop { $0 == " " }.reversed()) + "\n")
        line = "  "
      }
      line += piece
    }
    sink.write(line + "\n")
  }
}

extension RenderOptions.Records {
  fileprivate func areWanted(_ layout: TableLayout) -> Bool {
    switch self {
    case .never: false
    case .always: true
    case .whenNarrow: !layout.hidden.isEmpty
    }
  }
}
