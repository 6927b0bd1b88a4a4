/// The physical line on which each row begins, kept only where it is not the next one.
///
///     starts  (row 0, line 2) (row 7, line 12)     row 6 is on line 8, row 8 on line 13
package struct RowLines: Sendable {
  package private(set) var rows: [Int]
  package private(set) var lines: [Int]

  /// No line is known: `line(of:)` is 0.
  package init() {
    rows = []
    lines = []
  }

  /// As `rows` and `lines` of another had them.
  package init(rows: [Int], lines: [Int]) {
    self.rows = rows
    self.lines = lines
  }

  package init(_ lines: [Int]) {
    self.init()
    for (row, line) in lines.enumerated() { append(row: row, line: line) }
  }

  /// Rows come in order; one that follows its predecessor on the next line costs nothing.
  @inline(__always)
  package mutating func append(row: Int, line: Int) {
    if let lastRow = rows.last, let lastLine = lines.last, line - lastLine == row - lastRow {
      return
    }
    rows.append(row)
    lines.append(line)
  }

  /// Adds the rows of a following part, whose own counting began at row 0 and line 0.
  package mutating func append(_ part: RowLines, row: Int, line: Int) {
    for index in part.rows.indices {
      append(row: part.rows[index] + row, line: part.lines[index] + line)
    }
  }

  package func line(of row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : lines[low - 1] + row - rows[low - 1]
  }
}
