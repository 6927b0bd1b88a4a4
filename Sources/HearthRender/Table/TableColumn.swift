import HearthData
import HearthText

/// One column of a text table: its head, its written cells and their widths.
struct TableColumn {
  let header: String
  let isRightAligned: Bool
  let isKey: Bool
  /// Whether its cells are words, which may go on in a second line.
  let isWords: Bool
  private let numbers: NumberForm
  private(set) var cells = CellRun()
  /// Of every cell, in terminal cells.
  private(set) var widths: [Int] = []
  /// The widest cell, the head not counted.
  private(set) var cellWidth = 0
  /// Cells are missing at the end, because nobody wants them any more.
  private(set) var isCut = false

  /// How many cells are written between two looks at whether they are still wanted.
  private static let blockSize = 8192

  init(
    _ column: ResultColumn, rows: Range<Int>, running: [Int] = [], _ format: TableFormat,
    _ options: RenderOptions
  ) {
    let isMasked = column.isPrivate && options.masksPrivate
    isKey = column.role == .key
    switch options.headers ?? .labels {
    case .labels: header = oneLine(column.label[options.language])
    case .identifiers: header = oneLine(column.name)
    }
    isRightAligned = !isMasked && (column.values.type.isNumeric || column.role == .rate)
    isWords = column.values.type.isWords
    let isAmount = if case .decimal = column.values.type { true } else { false }
    numbers =
      options.numbers == .plain && options.groupsAmounts && isAmount ? .grouped : options.numbers
    var start = rows.lowerBound
    while start < rows.upperBound, !isCut {
      let block = start..<min(start + Self.blockSize, rows.upperBound)
      append(block, of: column, running: running, format, options)
      start = block.upperBound
      isCut = start < rows.upperBound && options.isStopped()
    }
  }

  private mutating func append(
    _ rows: Range<Int>, of column: ResultColumn, running: [Int], _ format: TableFormat,
    _ options: RenderOptions
  ) {
    defer { measure() }
    if numbers != .plain, isRightAligned, column.role != .key, column.role != .rate {
      for row in rows { appendNumber(column.values.value(at: row), column, format, options) }
      return
    }
    var start = rows.lowerBound
    for row in running where rows.contains(row) {
      cells.append(
        column, rows: start..<row + 1, format: format, masksPrivate: options.masksPrivate)
      cells.extendLastCell { format.appendRunning(to: &$0) }
      start = row + 1
    }
    cells.append(
      column, rows: start..<rows.upperBound, format: format, masksPrivate: options.masksPrivate)
  }

  /// Adds the value of a total row.
  mutating func append(
    _ value: Value, under column: ResultColumn, _ format: TableFormat, _ options: RenderOptions
  ) {
    if isRightAligned, column.role != .rate {
      appendNumber(value, column, format, options)
    } else {
      cells.append(value, under: column, format: format, masksPrivate: options.masksPrivate)
    }
    measure()
  }

  /// A number in another form than that of plain digits.
  private mutating func appendNumber(
    _ value: Value, _ column: ResultColumn, _ format: TableFormat, _ options: RenderOptions
  ) {
    if let text = numbers.text(value) {
      cells.appendCell { $0.append(contentsOf: text.utf8) }
    } else {
      cells.append(value, under: column, format: format, masksPrivate: options.masksPrivate)
    }
  }

  mutating func appendWord(_ word: String) {
    cells.appendCell { $0.append(contentsOf: word.utf8) }
    measure()
  }

  private mutating func measure() {
    widths.reserveCapacity(cells.count)
    for index in widths.count..<cells.count {
      let width = cells.withCell(index) { $0.displayWidth }
      widths.append(width)
      cellWidth = max(cellWidth, width)
    }
  }
}

extension ValueType {
  fileprivate var isNumeric: Bool {
    switch self {
    case .int, .number, .decimal: true
    case .text, .category, .tags, .bool, .date, .dateTime, .period, .link, .list, .missing: false
    }
  }

  fileprivate var isWords: Bool {
    switch self {
    case .text, .category, .tags, .link, .list: true
    case .int, .number, .decimal, .bool, .date, .dateTime, .period, .missing: false
    }
  }
}
