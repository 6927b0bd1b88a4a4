import HearthData
import HearthText
import HearthWorkbook

/// A result as a sheet: heads, typed cells, the total below the rows that can be filtered.
struct TableSheet {
  let table: ResultTable
  let options: RenderOptions

  /// Columns are as wide as most of their texts, in characters.
  private static let widths = 6.0...60.0
  private static let measuredRows = 1000
  /// The button of the filter beside a head.
  private static let buttonWidth = 3
  /// How many cells are written between two looks at whether they are still wanted.
  private static let blockSize = 4096

  /// False when it was given up.
  func write(into sheet: Sheet) -> Bool {
    for (index, column) in table.columns.enumerated() {
      let head = head(column)
      sheet.write(.text(head), row: 0, column: index, style: .head)
      var width = displayWidth(of: head) + Self.buttonWidth
      var cells = SheetCells(column, options)
      for start in stride(from: 0, to: table.rowCount, by: Self.blockSize) {
        if options.isStopped() { return false }
        let rows = start..<min(start + Self.blockSize, table.rowCount)
        cells.load(rows)
        for row in rows {
          let content = cells.content(row)
          sheet.write(content, row: row + 1, column: index, style: cells.style)
          if row < Self.measuredRows { width = max(width, cells.width(content)) }
        }
      }
      if let total = table.total, index < total.count {
        let content = cells.total(total[index], isFirstKey: index == firstKey)
        sheet.write(
          content, row: table.rowCount + 1, column: index, style: cells.style.ofTotal)
        width = max(width, cells.width(content) + 1)
      }
      sheet.setWidth(
        min(max(Double(width) + 1, Self.widths.lowerBound), Self.widths.upperBound),
        ofColumn: index)
    }
    sheet.freezeHead(lastRow: table.rowCount, columnCount: table.columns.count)
    sheet.fitToPageWidth()
    return true
  }

  private var firstKey: Int? { table.columns.firstIndex { $0.role == .key } }

  private func head(_ column: ResultColumn) -> String {
    switch options.headers ?? .labels {
    case .labels: column.label[options.language]
    case .identifiers: column.name
    }
  }
}

/// The cells of one column as a spreadsheet keeps them.
private struct SheetCells {
  let style: CellStyle
  private let column: ResultColumn
  private let options: RenderOptions
  /// Of what is no number, day or flag: the cells of the rows that are loaded.
  private var texts: CellRun?
  private var firstRow = 0

  init(_ column: ResultColumn, _ options: RenderOptions) {
    self.column = column
    self.options = options
    let isMasked = column.isPrivate && options.masksPrivate
    if !isMasked, let form = column.numberForm {
      style = CellStyle(numberForm: form)
      texts = nil
    } else {
      style = CellStyle()
      texts = CellRun()
    }
  }

  /// To be called before the contents of these rows are asked for.
  mutating func load(_ rows: Range<Int>) {
    guard texts != nil else { return }
    firstRow = rows.lowerBound
    texts!.removeAll()
    texts!.append(
      column, rows: rows, format: SheetFormat(language: options.language),
      masksPrivate: options.masksPrivate)
  }

  func content(_ row: Int) -> CellContent {
    guard let texts else { return content(of: column.values.value(at: row)) }
    return .text(texts.withCell(row - firstRow) { String(decoding: $0, as: UTF8.self) })
  }

  /// The word for all in the first key, nothing in the other keys.
  func total(_ value: Value, isFirstKey: Bool) -> CellContent {
    if column.role == .key {
      return isFirstKey ? .text(ReadingCells.total[options.language]) : .empty
    }
    guard texts != nil else { return content(of: value) }
    var run = CellRun()
    run.append(
      value, under: column, format: SheetFormat(language: options.language),
      masksPrivate: options.masksPrivate)
    return .text(run.withCell(0) { String(decoding: $0, as: UTF8.self) })
  }

  /// About how wide a cell is shown, in characters.
  func width(_ content: CellContent) -> Int {
    switch content {
    case .empty: 0
    case .flag: 6
    case .text(let text):
      text.split(whereSeparator: \.isNewline).map { displayWidth(of: String($0)) }.max() ?? 0
    case .number(let number):
      switch column.values.type {
      case .date: 10
      case .dateTime: 19
      case .text, .category, .tags, .int, .number, .decimal, .bool, .period, .link, .list, .missing:
        column.role == .rate || column.role == .target
          ? 6 : displayWidth(of: NumberForm.grouped.text(.number(number)) ?? "") + 3
      }
    }
  }

  /// What a spreadsheet would keep otherwise than it is stays a text.
  private func content(of value: Value) -> CellContent {
    switch value {
    case .int(let number) where number.magnitude < SheetNumber.exactLimit:
      .number(Double(number))
    case .int(let number): .text(String(number))
    case .decimal(let decimal) where decimal.unscaled.magnitude < SheetNumber.exactLimit:
      .number(decimal.approximation)
    case .decimal(let decimal):
      .text(NumberForm.plain.text(.decimal(decimal)) ?? "")
    case .number(let number): .number(number)
    case .bool(let flag): .flag(flag)
    case .date(let day):
      SheetNumber(day).map { .number($0.value) } ?? .text(day.description)
    case .dateTime(let seconds): SheetNumber(seconds: seconds).map { .number($0.value) } ?? .empty
    case .missing, .text, .period, .category, .tags, .row, .list: .empty
    }
  }
}

extension ResultColumn {
  /// In which form a spreadsheet shows the numbers of the column; nil where its cells are texts.
  fileprivate var numberForm: String? {
    if role == .rate || role == .target { return "0.0%" }
    switch values.type {
    case .int: return role == .key ? "0" : "#,##0"
    case .number: return role == .key ? "General" : "#,##0.######"
    case .decimal(let scale):
      return "#,##0" + (scale > 0 ? "." + String(repeating: "0", count: scale) : "")
    case .bool: return ""
    case .date: return "yyyy-mm-dd"
    case .dateTime: return "yyyy-mm-dd hh:mm:ss"
    case .text, .category, .tags, .period, .link, .list, .missing: return nil
    }
  }
}

/// Days and times as spreadsheets count them: days since the end of 1899.
private struct SheetNumber {
  let value: Double

  /// Beyond fifteen digits a spreadsheet rounds.
  static let exactLimit: UInt64 = 1_000_000_000_000_000
  /// 1970-01-01.
  private static let beginning = 25_569
  /// Before 1900-03-01 spreadsheets count a day that never was, after 9999 none at all.
  private static let days = 61...2_958_465

  init?(_ day: Day) {
    let number = Int(day.number) + Self.beginning
    guard Self.days.contains(number) else { return nil }
    value = Double(number)
  }

  init?(seconds: Int64) {
    guard let (day, time) = DateTime.split(seconds), let whole = SheetNumber(day) else {
      return nil
    }
    value = whole.value + Double(time) / 86_400
  }
}

/// Texts as people read them, with their line breaks; missing is an empty cell.
private struct SheetFormat: CellFormat {
  let language: Language

  var labelLanguage: Language? { language }
  var timeSeparator: UInt8 { UInt8(ascii: " ") }
  var listForm: ListForm { TableFormat(language: language).listForm }

  func appendMissing(to bytes: inout [UInt8]) {}

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: text)
  }
}
