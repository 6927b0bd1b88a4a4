import HearthData
import HearthText

/// A table as GitHub's Markdown writes it, numbers at the right, the total in bold; below it what
/// periods resolved to, and the notes. A chart is drawn above its numbers.
package struct MarkdownRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { true }
  package var holdsRemarks: Bool { true }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    if let chart = ChartRenderer(table, options: options) {
      let lines = chart.lines()
      let fence = Self.fence(around: lines)
      sink.write(([fence + "text"] + lines + [fence, ""]).map { $0 + "\n" }.joined())
    }
    let cells = ReadingCells(table, options)
    if cells.isCut { return sink.stop() }
    if cells.columns.isEmpty {
      sink.write(ReadingCells.noColumns(table.rowCount)[options.language] + "\n")
    } else {
      writeTable(cells, options, into: &sink)
    }
    let remarks = remarks(table, language: options.language)
    if !remarks.isEmpty {
      sink.write("\n" + remarks.map { "- " + escaped($0) + "\n" }.joined())
    }
  }

  private func writeTable(
    _ cells: ReadingCells, _ options: RenderOptions, into sink: inout ByteSink
  ) {
    writeLine(cells.columns.map { escaped($0.header) }, into: &sink)
    writeLine(cells.columns.map { $0.isRightAligned ? "--:" : ":--" }, into: &sink)
    for row in 0..<cells.rowCount {
      if sink.isClosed { return }
      writeLine(cells.columns.indices.map { escaped(cells.text($0, row)) }, into: &sink)
    }
    if cells.hasTotal {
      writeLine(
        cells.columns.indices.map { column in
          let text = escaped(cells.text(column, cells.rowCount))
          return text.isEmpty ? "" : "**\(text)**"
        }, into: &sink)
    }
    if cells.rowCount == 0 { sink.write("\n" + ReadingCells.noRows[options.language] + "\n") }
  }

  private func writeLine(_ texts: [String], into sink: inout ByteSink) {
    sink.write(texts.map { $0.isEmpty ? "|" : "| \($0) " }.joined() + "|\n")
  }

  /// Longer than any run of backticks inside, so that nothing inside ends it.
  private static func fence(around lines: [String]) -> String {
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
  }

  /// The text as itself: what Markdown or HTML would act on is escaped.
  private func escaped(_ text: String) -> String {
    var result = ""
    var isAfterWord = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "|", "*", "`", "[", "]", "~", "$": result += "\\\(scalar)"
      // Inside a word an underscore is only an underscore.
      case "_" where !isAfterWord || !scalars[(index + 1)...].startsWithWord: result += "\\_"
      default: result.unicodeScalars.append(scalar)
      }
      isAfterWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return result
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var startsWithWord: Bool {
    first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}
