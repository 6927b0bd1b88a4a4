/// A whole text after parsing: the statements that could be read, and what was wrong with the rest.
package struct Script: Sendable {
  package var statements: [Statement]
  /// In source order, for the formatter.
  package var comments: [Comment]
  package var completeness: Completeness
  package var diagnostics: [Diagnostic]

  package init(
    statements: [Statement], comments: [Comment], completeness: Completeness,
    diagnostics: [Diagnostic]
  ) {
    self.statements = statements
    self.comments = comments
    self.completeness = completeness
    self.diagnostics = diagnostics
  }

  package struct Comment: Hashable, Sendable {
    /// With its `#`.
    package var text: String
    package var span: Span

    package init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }
}

/// Whether a text could be run, could become right by typing on, or is wrong as it stands.
package enum Completeness: Hashable, Sendable { case complete, incomplete, wrong }
