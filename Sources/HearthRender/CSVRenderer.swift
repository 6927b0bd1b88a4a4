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

  private static let blockSize = 1024

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    if table.columns.isEmpty { return }
    let format = CSVFormat(options, columnCount: table.columns.count)
    writeHeader(table, format, options, into: &sink)
    var runs = Array(repeating: CellRun(), count: table.columns.count)
    var start = 0
    while start < table.rowCount && !sink.isClosed {
      let rows = start..<min(start + Self.blockSize, table.rowCount)
      for index in table.columns.indices {
        runs[index].removeAll()
        runs[index].append(
          table.columns[index], rows: rows, format: format, masksPrivate: options.masksPrivate)
      }
      write(runs, rowCount: rows.count, into: &sink)
      start = rows.upperBound
    }
  }

  private func writeHeader(
    _ table: ResultTable, _ format: CSVFormat, _ options: RenderOptions, into sink: inout ByteSink
  ) {
    var line: [UInt8] = []
    for (index, header) in table.dataHeaders(options).enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      format.appendText(header, to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    sink.write(line)
  }

  private func write(_ runs: [CellRun], rowCount: Int, into sink: inout ByteSink) {
    for row in 0..<rowCount {
      for index in runs.indices {
        if index > 0 { sink.write(UInt8(ascii: ",")) }
        runs[index].withCell(row) { sink.write($0) }
      }
      sink.write(UInt8(ascii: "\n"))
    }
  }
}

private struct CSVFormat: CellFormat {
  let isRaw: Bool
  let showsControls: Bool
  let isSingleColumn: Bool

  init(_ options: RenderOptions, columnCount: Int) {
    isRaw = options.isRaw
    showsControls = options.isTerminal
    isSingleColumn = columnCount == 1
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
    let isDefused = !isRaw && looksLikeFormula(text)
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

  private func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(text.dropFirst())
    default: false
    }
  }

  /// Digits with at most one point, then at most one exponent.
  private func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (digits, points) = (0, 0)
    var rest = text
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
      rest = rest.dropFirst()
    }
    if digits == 0 || points > 1 { return false }
    if rest.isEmpty { return true }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty
      && rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
