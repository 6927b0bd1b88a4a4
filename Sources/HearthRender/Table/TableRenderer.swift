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
    let (table, running) = table.forReading(language).foldingRunning()
    if table.columns.isEmpty {
      let message = Bilingual(
        "(\(counted(table.rowCount, "row")), no columns)", "（\(table.rowCount) 行，没有列）")
      return sink.write(message[language] + "\n")
    }
    let shown = min(table.rowCount, max(0, options.rowLimit ?? .max))
    let format = TableFormat(language: language)
    let lastKey = table.columns.lastIndex { $0.role == .key }
    var columns = table.columns.enumerated().map { index, column in
      TableColumn(
        column, rows: 0..<shown, running: index == lastKey ? running : [], format, options)
    }
    appendTotal(table, format, options, to: &columns)
    let layout = TableLayout(columns, maxWidth: options.maxWidth)
    if options.records.areWanted(layout), table.rowCount > 0 {
      let writer = RecordWriter(columns: columns, options: options)
      writer.write(rows: shown, hasTotal: table.total != nil, into: &sink)
      return writeRest(table.rowCount - shown, options, into: &sink)
    }
    let writer = TableWriter(columns: columns, layout: layout)

    writer.writeHeader(options.decoration.header, into: &sink)
    for row in 0..<shown {
      if sink.isClosed { return }
      writer.writeRow(row, into: &sink)
    }
    if table.rowCount == 0 {
      sink.write(Bilingual("(no rows)\n", "（没有行）\n")[language])
    }
    writeRest(table.rowCount - shown, options, into: &sink)
    if table.total != nil {
      writer.writeRule(into: &sink)
      writer.writeRow(shown, into: &sink)
    }
    writeHidden(layout.hidden.map { columns[$0].header }, options, into: &sink)
  }

  /// The total row is one more cell in every column: the word in the first key, nothing in others.
  private func appendTotal(
    _ table: ResultTable, _ format: TableFormat, _ options: RenderOptions,
    to columns: inout [TableColumn]
  ) {
    guard let total = table.total else { return }
    let firstKey = table.columns.firstIndex { $0.role == .key }
    for (index, column) in table.columns.enumerated() {
      if column.role == .key || index >= total.count {
        let word = index == firstKey ? Bilingual("all", "总计")[format.language] : ""
        columns[index].appendWord(word)
      } else {
        columns[index].append(total[index], under: column, format, options)
      }
    }
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

extension ResultTable {
  /// Without the columns that say which periods are running, and the rows where they are; where no
  /// key is shown, the columns stay.
  fileprivate func foldingRunning() -> (ResultTable, rows: [Int]) {
    guard columns.contains(where: { $0.role == .key }) else { return (self, []) }
    var folded = self
    var rows: [Int] = []
    for index in columns.indices.reversed() where columns[index].role == .running {
      folded.columns.remove(at: index)
      folded.total?.remove(at: index)
      rows += (0..<rowCount).filter { columns[index].values.value(at: $0) == .bool(true) }
    }
    return (folded, rows)
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

private func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
