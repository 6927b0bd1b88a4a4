import HearthText

/// One thing to say about a text: a stable code, a place, what was found, and what to do.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Int, Comparable, Sendable {
    case note, warning, error
    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  package var span: Span
  package var message: Bilingual
  /// What would be right: "did you mean …?", or an explanation.
  package var hint: Bilingual?
  /// One replacement, if there is one: `--fix` makes it and the REPL offers it.
  package var fix: Fix?

  package init(
    _ code: DiagnosticCode, _ severity: Severity, _ span: Span, _ message: Bilingual,
    hint: Bilingual? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.hint = hint
    self.fix = fix
  }

  /// The hint that goes with a suggested word.
  package static func didYouMean(_ word: String) -> Bilingual {
    Bilingual("did you mean `\(word)`?", "是不是“\(word)”？")
  }

  package struct Fix: Hashable, Sendable {
    package var span: Span
    package var replacement: String
    /// Whether the text as it stands could be meant and would then ask something else: a person
    /// must decide, and `--fix` leaves it.
    package var changesMeaning: Bool

    package init(span: Span, replacement: String, changesMeaning: Bool = false) {
      self.span = span
      self.replacement = replacement
      self.changesMeaning = changesMeaning
    }
  }
}
