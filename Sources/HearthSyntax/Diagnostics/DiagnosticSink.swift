import HearthText

/// Where the stages of the front end put what they find.
struct DiagnosticSink {
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Span> = []

  /// Keeps the first error of a place only: a second one would be a consequence.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error && !reported.insert(diagnostic.span).inserted { return }
    diagnostics.append(diagnostic)
  }

  mutating func error(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, hint: Bilingual? = nil,
    fix: Diagnostic.Fix? = nil
  ) {
    report(Diagnostic(code, .error, span, message, hint: hint, fix: fix))
  }
}
