import HearthData
import HearthText
import HearthWorkbook

/// The last sheet of a workbook: what each answer was asked by, and where all of them come from.
struct AboutSheet {
  private var lines: [(name: String, value: String)] = []

  private static let widths = [24.0, 96.0]

  mutating func add(_ name: String, _ value: String) { lines.append((name, value)) }

  mutating func add(_ entries: [(name: String, value: String)]) { lines += entries }

  mutating func describe(_ table: ResultTable, name: String, _ language: Language) {
    var words: [String] = []
    if let title = table.question?.title, title != name { words.append(title) }
    if let sentence = table.question?.sentence, !sentence.isEmpty { words.append(sentence) }
    words += remarks(table, language: language)
    if !words.isEmpty { add(name, words.joined(separator: "\n")) }
    if let text = table.question?.text {
      add(Bilingual("\(name), query", "\(name)：查询")[language], text)
    }
  }

  func write(into workbook: Workbook, _ language: Language) {
    let sheet = workbook.addSheet(named: Bilingual("About", "来源")[language])
    for (index, width) in Self.widths.enumerated() { sheet.setWidth(width, ofColumn: index) }
    let nameStyle = CellStyle(isBold: true, wraps: true)
    for (row, line) in lines.enumerated() {
      sheet.write(.text(line.name), row: row, column: 0, style: nameStyle)
      sheet.write(.text(line.value), row: row, column: 1, style: CellStyle(wraps: true))
    }
    sheet.fitToPageWidth()
  }
}
