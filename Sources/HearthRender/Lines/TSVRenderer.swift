import HearthData
import HearthText

/// Cells apart by tabs, in the text form of PostgreSQL's `COPY`: a line of heads, then the rows.
///
/// A tab, a line feed, a carriage return and a backslash in a text are `\t`, `\n`, `\r` and `\\`, so
/// that every row is one line and every tab ends a cell; missing is `\N`, an empty text is empty.
/// Categories, lists and formulas are as in CSV.
package struct TSVRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { true }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    DelimitedLines(format: TSVFormat(options), separator: UInt8(ascii: "\t"))
      .write(table, options, into: &sink)
  }
}

private struct TSVFormat: CellFormat {
  let isRaw: Bool
  let showsControls: Bool
  let defused: DefusedCells?

  init(_ options: RenderOptions) {
    isRaw = options.isRaw
    showsControls = options.isTerminal
    defused = options.defused
  }

  var labelLanguage: Language? { nil }
  var listForm: ListForm { .joined(Array(";".utf8)) }

  func appendMissing(to bytes: inout [UInt8]) { bytes.append(contentsOf: "\\N".utf8) }

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    // What begins with a tab or a line break is escaped, so no spreadsheet sees it first.
    if !isRaw, text.looksLikeFormula, text.first.map({ $0 > 0x20 }) == true {
      bytes.append(UInt8(ascii: "'"))
      defused?.add()
    }
    let start = bytes.count
    for byte in text {
      switch byte {
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      default: bytes.append(byte)
      }
    }
    guard showsControls, !text.isHarmless else { return }
    let harmless = visible(String(decoding: bytes[start...], as: UTF8.self))
    bytes.replaceSubrange(start..., with: harmless.utf8)
  }
}
