import HearthData
import HearthText

/// What a reader must know beside the rows: the dates that relative periods resolved to, and the
/// notes; one line each, empty when there is nothing to say.
///
///     last 30 days = 2026-10-02 … 2026-10-31
///     note: 2 ratings are missing and were skipped
package func renderRemarks(_ table: ResultTable, language: Language) -> String {
  remarks(table, language: language).map { $0 + "\n" }.joined()
}

/// The same as single lines, harmless to a terminal.
package func remarks(_ table: ResultTable, language: Language) -> [String] {
  var lines: [String] = []
  for resolved in table.periods {
    let line = "\(resolved.phrase[language]) = \(resolved.period.bothEnds)"
    if !lines.contains(line) { lines.append(line) }
  }
  for note in table.notes {
    lines.append(note.kind.prefix[language] + note.text[language])
  }
  return lines.map(visible)
}

extension Period {
  /// Its first and last day, whatever its unit; one day alone for a period of one day.
  var bothEnds: String {
    lastDay == start ? start.description : "\(start) … \(lastDay)"
  }
}

extension Note.Kind {
  fileprivate var prefix: Bilingual {
    switch self {
    case .note: Bilingual("note: ", "注：")
    case .warning: Bilingual("warning: ", "警告：")
    }
  }
}
