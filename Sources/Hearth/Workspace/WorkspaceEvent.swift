import HearthData
import HearthEngine
import HearthSyntax
import HearthText

/// What a script says while it runs, in order; the host decides where each goes.
package enum WorkspaceEvent {
  /// The answer to a query.
  case table(ResultTable)
  /// How many rows the stages of the answer before left.
  case rowStrip(RowStrip)
  /// Plain text that was asked for: a plan, a description.
  case text(String)
  /// `save`: the host writes the file, for the language never does.
  case save(ResultTable, file: String, place: SourcePlace)
  case expectation(ExpectationOutcome)
  /// Errors stop the text before anything of it runs; warnings and lints come before its answers.
  case diagnostics(DiagnosticReport)
  /// The text stopped here: unreadable data, an overflow, a limit.
  case failure(HearthError.Kind, Bilingual, hint: Bilingual?, reason: StopReason?)
}

/// Diagnostics with the text that their spans refer to.
package struct DiagnosticReport {
  package var source: SourceText
  package var diagnostics: [Diagnostic]

  package init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// In the order of their places, each once, whichever part of the program found them.
  mutating func sort() {
    var seen: Set<Diagnostic> = []
    diagnostics = diagnostics.filter { seen.insert($0).inserted }
      .enumerated()
      .sorted {
        ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
      }
      .map(\.element)
  }

  /// With places and carets, in both languages.
  package var rendered: Bilingual {
    Bilingual(text(in: .english), text(in: .chinese))
  }

  /// Of a source line at most `width` cells are shown.
  package func text(in language: Language, width: Int = 100) -> String {
    render(
      diagnostics, source: source.text, fileName: source.name, language: language, width: width)
  }
}

/// A text and the name by which messages call it: a file, or `-c`.
package struct SourceText: Sendable {
  package var name: String
  package var text: String
  /// The folder that `include` and `from` are relative to, and stay inside of.
  package var folder: String?

  package init(name: String, text: String, folder: String? = nil) {
    self.name = name
    self.text = text
    self.folder = folder
  }
}

package struct SourcePlace {
  package var source: SourceText
  package var span: Span
}

package struct ExpectationOutcome {
  package var place: SourcePlace
  package var isMet: Bool
  /// The script's own words, if it has any.
  package var message: String?
  /// What was found: `3 rows where none were expected`.
  package var finding: Bilingual
  /// The first offending rows; nil when there are none to show.
  package var rows: ResultTable?
}

/// How a text ended: the worst of what happened, as the exit codes rank it.
package enum WorkspaceOutcome: Int, Comparable, Sendable {
  case fine
  case expectationFailed
  case wrongQuery
  case unreadableData
  case stopped

  package static func < (a: WorkspaceOutcome, b: WorkspaceOutcome) -> Bool {
    a.rawValue < b.rawValue
  }
}
