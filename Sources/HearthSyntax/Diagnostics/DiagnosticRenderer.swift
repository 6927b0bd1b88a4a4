import HearthText

/// The diagnostics of a text as people read them: place, message, the line with carets, the hint.
///
/// Carets are aligned by display width, long lines are shown through a window, and nothing of the
/// source reaches the terminal raw. Ends with a line break unless there is nothing to say.
package func render(
  _ diagnostics: [Diagnostic], source: String, fileName: String, language: Language,
  width: Int = 100
) -> String {
  let lines = SourceLines(source)
  let renderer = DiagnosticRenderer(
    lines: lines, fileName: visible(fileName), language: language, width: max(width, 20))
  return diagnostics.map(renderer.render).joined()
}

struct DiagnosticRenderer {
  let lines: SourceLines
  let fileName: String
  let language: Language
  let width: Int

  func render(_ diagnostic: Diagnostic) -> String {
    let (line, column) = lines.position(of: diagnostic.span.start)
    let severity = diagnostic.severity.word[language]
    let colon = language == .english ? ": " : "："
    var result = place(line, column) + "\(severity) \(diagnostic.code.rawValue)\(colon)"
    result += visible(diagnostic.message[language]) + "\n"
    result += excerpt(diagnostic.span)
    if let hint = diagnostic.hint { result += "  " + visible(hint[language]) + "\n" }
    return result
  }

  /// Of a text without a name, which a person has just typed, the first line goes without saying.
  private func place(_ line: Int, _ column: Int) -> String {
    if fileName.isEmpty { return line == 1 ? "" : "\(line):\(column): " }
    return "\(fileName):\(line):\(column): "
  }

  /// One character as seen, ready to be shown.
  private struct Cell {
    var text: String
    var width: Int
    var isMarked: Bool
  }

  /// The line of the source with carets under the span; of a longer span its first line.
  private func excerpt(_ span: Span) -> String {
    let number = lines.line(of: span.start)
    let cells = window(cells(ofLine: number, span))
    var text = "  "
    var carets = "  "
    for cell in cells {
      text += cell.text
      carets += String(repeating: cell.isMarked ? "^" : " ", count: cell.width)
    }
    while text.last == " " { text.removeLast() }
    while carets.last == " " { carets.removeLast() }
    if text.isEmpty && carets == "^" { return "" }
    return text + "\n" + carets + "\n"
  }

  private func cells(ofLine number: Int, _ span: Span) -> [Cell] {
    // Eight bytes hold a cell at least, so that there is more on both sides than can be shown.
    let (line, start) = lines.text(ofLine: number, near: Int(span.start), reach: 8 * width)
    var offset = Int32(start)
    var column = 0
    var cells: [Cell] = []
    for character in line {
      let end = offset + Int32(character.utf8.count)
      let isMarked = offset < max(span.end, span.start + 1) && end > span.start
      var text = visible(String(character))
      if character == "\t" { text = String(repeating: " ", count: 4 - column % 4) }
      let width = displayWidth(of: text)
      cells.append(Cell(text: text, width: width, isMarked: isMarked))
      column += width
      offset = end
    }
    // An error at the end of a line points behind its last character.
    if span.start >= offset || !cells.contains(where: \.isMarked) {
      cells.append(Cell(text: " ", width: 1, isMarked: true))
    }
    return cells
  }

  /// The part of a long line around the first mark, with `…` where something was cut off.
  private func window(_ cells: [Cell]) -> [Cell] {
    let limit = width - 2
    if cells.reduce(0, { $0 + $1.width }) <= limit { return cells }
    let mark = cells.firstIndex(where: \.isMarked) ?? 0
    var first = mark
    var before = 0
    while first > 0 && before + cells[first - 1].width <= limit / 2 {
      first -= 1
      before += cells[first].width
    }
    var result: [Cell] = []
    var used = 0
    if first > 0 {
      result.append(Cell(text: "…", width: 1, isMarked: false))
      used = 1
    }
    for cell in cells[first...] {
      if used + cell.width > limit - 1 {
        result.append(Cell(text: "…", width: 1, isMarked: false))
        break
      }
      result.append(cell)
      used += cell.width
    }
    return result
  }
}

extension Diagnostic.Severity {
  package var word: Bilingual {
    switch self {
    case .note: .init("note", "提示")
    case .warning: .init("warning", "警告")
    case .error: .init("error", "错误")
    }
  }
}
