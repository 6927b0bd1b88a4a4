import HearthData
import HearthText

/// RFC 4180 for programs and spreadsheets: a line of heads, then the rows, no total.
///
/// - Lines end in `\n`, not the RFC's `\r\n`: every reader takes both, and `diff`, `grep` and
///   `sort` want the first.
/// - A missing cell is empty, an empty text is `""`. In a table of one column missing is `""` too,
///   because an empty line would read as no row at all.
/// - Categories and tags are written by identifier, tags and lists joined by `;`.
/// - A text that a spreadsheet would run as a formula gets an apostrophe in front unless `isRaw`.
package struct CSVRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { true }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    let format = CSVFormat(options, columnCount: table.columns.count)
    DelimitedLines(format: format, separator: UInt8(ascii: ",")).write(table, options, into: &sink)
  }
}

private struct CSVFormat: CellFormat {
  let isRaw: Bool
  let showsControls: Bool
  let isSingleColumn: Bool
  let defused: DefusedCells?

  init(_ options: RenderOptions, columnCount: Int) {
    isRaw = options.isRaw
    showsControls = options.isTerminal
    isSingleColumn = columnCount == 1
    defused = options.defused
  }

  var labelLanguage: Language? { nil }
  var listForm: ListForm { .joined(Array(";".utf8)) }

  func appendMissing(to bytes: inout [UInt8]) {
    if isSingleColumn { bytes.append(contentsOf: "\"\"".utf8) }
  }

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if showsControls && !text.isHarmless {
      var harmless = visible(String(decoding: text, as: UTF8.self))
      harmless.withUTF8 { appendCell($0, to: &bytes) }
    } else {
      appendCell(text, to: &bytes)
    }
  }

  private func appendCell(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let isDefused = !isRaw && text.looksLikeFormula
    if isDefused { defused?.add() }
    guard needsQuotes(text) else {
      if isDefused { bytes.append(UInt8(ascii: "'")) }
      return bytes.append(contentsOf: text)
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    if isDefused { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Also where a blank at either end, which some readers trim, belongs to the text.
  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
  }
}
