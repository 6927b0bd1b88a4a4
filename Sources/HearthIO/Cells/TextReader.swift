import HearthData
import HearthText

/// Cells as text in NFC. Keys and links to keys are trimmed; other text keeps its spaces.
final class TextReader: CellReader {
  private let isKey: Bool
  private var builder: TextBuilder
  private(set) var report: ProblemReport

  init(isKey: Bool, file: String, header: String) {
    self.isKey = isKey
    builder = TextBuilder()
    report = ProblemReport(file: file, column: header)
  }

  func read(_ cells: CellColumn) {
    Self.read(cells, isKey: isKey, &builder, &report)
  }

  func expect(growth: Double) { builder.expect(growth: growth) }

  static func read(
    _ cells: CellColumn, isKey: Bool, _ builder: inout TextBuilder, _ report: inout ProblemReport
  ) {
    builder.reserve(rows: cells.count)
    for row in 0..<cells.count {
      let cell = isKey ? CellText.trimmed(cells[row]) : cells[row]
      if cell.isEmpty {
        builder.appendMissing()
      } else if UTF8Bytes.isASCII(cell), cell[0] > 0x20 {
        if isKey, cell.count <= 4, isNothing(cell, isKey: true) {
          builder.appendMissing()
        } else {
          builder.append(cell)
        }
      } else {
        readOther(cell, isKey: isKey, line: cells.lines[row], &builder, &report)
      }
    }
  }

  private static func readOther(
    _ cell: UnsafeBufferPointer<UInt8>, isKey: Bool, line: Int, _ builder: inout TextBuilder,
    _ report: inout ProblemReport
  ) {
    if CellText.trimmed(cell).isEmpty || isNothing(cell, isKey: isKey) {
      return builder.appendMissing()
    }
    switch UTF8Bytes.form(cell) {
    case .ascii, .normal: builder.append(cell)
    case .toNormalize: builder.append(UTF8Bytes.repaired(cell))
    case .invalid:
      let repaired = UTF8Bytes.repaired(cell)
      report.add(line: line, value: repaired) { invalid }
      builder.append(repaired)
    }
  }

  private static func isNothing(_ cell: UnsafeBufferPointer<UInt8>, isKey: Bool) -> Bool {
    isKey ? NothingWords.isNothingTyped(cell) : NothingWords.isNothingText(cell)
  }

  static var invalid: Bilingual {
    Bilingual(
      "is not valid UTF-8; what cannot be read is shown as \u{FFFD}",
      "不是有效的 UTF-8，无法识别的字节以 \u{FFFD} 代替")
  }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    for case let part as TextReader in others { builder.append(part.builder.finish()) }
    if builder.isFull { throw .textTooLarge }
    let texts = builder.finish()
    return Column(type: .text, count: texts.count, storage: .text(texts))
  }
}
