import HearthData
import HearthText

/// A result as people read it: the written cells of every column, the total as one more cell.
struct ReadingCells {
  private(set) var columns: [TableColumn]
  /// The rows that are shown; the cells of the total stand behind theirs.
  let rowCount: Int
  /// Rows beyond the limit.
  let hiddenRows: Int
  let hasTotal: Bool
  /// Whether writing the cells was given up: they are then not to be shown.
  var isCut: Bool { columns.contains(where: \.isCut) }

  init(_ table: ResultTable, _ options: RenderOptions, rowLimit: Int? = nil) {
    let (table, running) = table.forReading(options.language).foldingRunning()
    let shown = min(table.rowCount, max(0, rowLimit ?? .max))
    rowCount = shown
    hiddenRows = table.rowCount - shown
    hasTotal = table.total != nil
    let format = TableFormat(language: options.language)
    let lastKey = table.columns.lastIndex { $0.role == .key }
    columns = table.columns.enumerated().map { index, column in
      TableColumn(
        column, rows: 0..<shown, running: index == lastKey ? running : [], format, options)
    }
    if isCut { return }
    appendTotal(table, format, options)
  }

  func text(_ column: Int, _ row: Int) -> String {
    columns[column].cells.withCell(row) { String(decoding: $0, as: UTF8.self) }
  }

  /// The total row is one more cell in every column: the word in the first key, nothing in others.
  private mutating func appendTotal(
    _ table: ResultTable, _ format: TableFormat, _ options: RenderOptions
  ) {
    guard let total = table.total else { return }
    let firstKey = table.columns.firstIndex { $0.role == .key }
    for (index, column) in table.columns.enumerated() {
      if column.role == .key || index >= total.count {
        let word = index == firstKey ? ReadingCells.total[format.language] : ""
        columns[index].appendWord(word)
      } else {
        columns[index].append(total[index], under: column, format, options)
      }
    }
  }

  static let total = Bilingual("all", "总计")
  static let noRows = Bilingual("(no rows)", "（没有行）")

  static func noColumns(_ rowCount: Int) -> Bilingual {
    Bilingual("(\(counted(rowCount, "row")), no columns)", "（\(rowCount) 行，没有列）")
  }
}

extension ResultTable {
  /// Without the columns that say which periods are running, and the rows where they are; where no
  /// key is shown, the columns stay.
  func foldingRunning() -> (ResultTable, rows: [Int]) {
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

func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
