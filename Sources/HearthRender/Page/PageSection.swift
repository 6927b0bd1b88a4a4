import HearthData
import HearthText

/// One answer on a page: what was asked, the chart or the table, what must be known beside it.
struct PageSection {
  private let table: ResultTable
  private let options: RenderOptions
  private let number: Int

  /// `number` is counted from 1; the page's anchors bear it.
  init(table: ResultTable, options: RenderOptions, number: Int) {
    self.table = table
    self.options = options.ofPage
    self.number = number
  }

  func write(into sink: inout ByteSink) {
    let heading = heading
    sink.write("<section id=\"answer-\(number)\">\n<h2>\(escapedMarkup(heading))</h2>\n")
    let drawing = Drawing(table, options)?.html()
    if let drawing { sink.write("<figure class=\"scroll\">\n\(drawing)</figure>\n") }
    let cells = ReadingCells(table, options)
    if cells.isCut { return sink.stop() }
    let page = PageTable(cells: cells, rowCount: table.rowCount, language: options.language)
    if drawing == nil {
      page.write(label: heading, into: &sink)
    } else {
      let numbers = Bilingual("The numbers", "数据")[options.language]
      sink.write("<details>\n<summary>\(numbers)</summary>\n")
      page.write(label: heading, into: &sink)
      sink.write("</details>\n")
    }
    if sink.isClosed { return }
    writeRemarks(into: &sink)
    writeQuestion(into: &sink)
    sink.write("</section>\n")
  }

  /// What the script calls the answer, else the question in plain words, else a number.
  private var heading: String {
    table.question?.heading ?? Bilingual("Answer \(number)", "结果 \(number)")[options.language]
  }

  private func writeRemarks(into sink: inout ByteSink) {
    let lines = remarks(table, language: options.language)
    if lines.isEmpty { return }
    let items = lines.map { "<li>\(escapedMarkup($0))</li>\n" }.joined()
    sink.write("<ul class=\"remarks\">\n\(items)</ul>\n")
  }

  private func writeQuestion(into sink: inout ByteSink) {
    guard let question = table.question else { return }
    let lines = question.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedMarkup(String($0)) }
    let title = Bilingual("The query", "查询")[options.language]
    let isSaid = question.title != nil && !question.sentence.isEmpty
    let sentence = isSaid ? "<p>\(escapedMarkup(question.sentence))</p>\n" : ""
    sink.write(
      "<details class=\"query\">\n<summary>\(title)</summary>\n" + sentence
        + "<pre><code>\(lines.joined(separator: "\n"))</code></pre>\n</details>\n")
  }
}

/// A table on a page, in a box of its own that scrolls where it is too wide.
struct PageTable {
  let cells: ReadingCells
  let rowCount: Int
  let language: Language

  func write(label: String, into sink: inout ByteSink) {
    if cells.columns.isEmpty {
      return sink.write("<p>\(escapedMarkup(ReadingCells.noColumns(rowCount)[language]))</p>\n")
    }
    sink.write(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escapedMarkup(label))\">\n"
        + "<table>\n<thead>\n<tr>")
    for column in cells.columns {
      sink.write("<th scope=\"col\"\(name(column))>\(escapedMarkup(column.header))</th>")
    }
    sink.write("</tr>\n</thead>\n<tbody>\n")
    for row in 0..<cells.rowCount {
      if sink.isClosed { return }
      writeRow(row, into: &sink)
    }
    if cells.rowCount == 0 {
      let none = escapedMarkup(ReadingCells.noRows[language])
      sink.write("<tr><td colspan=\"\(cells.columns.count)\">\(none)</td></tr>\n")
    }
    sink.write("</tbody>\n")
    if cells.hasTotal {
      sink.write("<tfoot>\n")
      writeRow(cells.rowCount, into: &sink)
      sink.write("</tfoot>\n")
    }
    sink.write("</table>\n</div>\n")
  }

  private func writeRow(_ row: Int, into sink: inout ByteSink) {
    sink.write("<tr>")
    for (index, column) in cells.columns.enumerated() {
      let text = escapedMarkup(cells.text(index, row))
      // The first key names the row to those who hear the table.
      if index == 0, column.isKey {
        sink.write("<th scope=\"row\"\(name(column))>\(text)</th>")
      } else {
        sink.write("<td\(name(column))>\(text)</td>")
      }
    }
    sink.write("</tr>\n")
  }

  private func name(_ column: TableColumn) -> String {
    column.isRightAligned ? " class=\"n\"" : column.isWords ? " class=\"w\"" : ""
  }
}

extension RenderOptions {
  /// A page is read, and money in groups of digits reads better.
  var ofPage: RenderOptions {
    var options = self
    options.groupsAmounts = true
    return options
  }
}
