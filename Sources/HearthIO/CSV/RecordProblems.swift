import HearthData
import HearthText

/// What is wrong with whole records, by line from 0 of the part that was scanned.
struct RecordProblems: Sendable {
  private(set) var report: ProblemReport
  /// Of those, the ones about quotes.
  private(set) var quoteReport: ProblemReport

  init(file: String) {
    report = ProblemReport(file: file, column: nil)
    quoteReport = report
  }

  mutating func addEmpty(line: Int) {
    report.add(line: line, value: "") {
      Bilingual("a line of separators only; it is no row", "只有分隔符的行，不算一行数据")
    }
  }

  mutating func addShort(line: Int, cells: Int, of columns: Int) {
    report.add(line: line, value: "") {
      Bilingual(
        "\(cells) of \(columns) cells; the others count as empty",
        "应有 \(columns) 格，只有 \(cells) 格，其余按空处理")
    }
  }

  mutating func addLong(line: Int, cells: Int, of columns: Int, extra: String) {
    report.add(line: line, value: extra) {
      Bilingual(
        "\(cells) cells instead of \(columns); these are beyond the last column",
        "应有 \(columns) 格，却有 \(cells) 格，多出的内容没有对应的列")
    }
  }

  mutating func addUnterminated(line: Int, cell: String) {
    addQuote(
      line, cell,
      Bilingual(
        "a quote opens here and never closes; it is read as a character",
        "此处的引号没有闭合，按普通字符处理"))
  }

  mutating func addStray(line: Int, cell: String) {
    addQuote(line, cell, Bilingual("text follows a closing quote", "右引号之后还有文字"))
  }

  private mutating func addQuote(_ line: Int, _ cell: String, _ reason: Bilingual) {
    report.add(line: line, value: cell) { reason }
    quoteReport.add(line: line, value: cell) { reason }
  }
}
