import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// A text in the canonical form of one language; names that the data does not know stay.
  ///
  /// The workspace is left as it was.
  package func printed(_ text: String, in language: Language) -> String {
    printed(SourceText(name: "", text: text), in: language)
  }

  private func printed(_ source: SourceText, in language: Language) -> String {
    leavingNothing {
      let script = parse(source.text, vocabulary: vocabulary)
      let names = bind(script, source).names
      let printer = Printer(language: language, spelling: { names.spellings[$0.span] })
      return printer.print(script, source: source.text)
    }
  }

  /// A text in its canonical form; nil where it cannot be read, which the report tells.
  ///
  /// In a language that is asked for, names are spelled in it as well. Else the words of the language
  /// come out as most of them are written, and names stay as they are.
  package func formatted(
    _ source: SourceText, in language: Language?
  ) -> (text: String?, report: DiagnosticReport) {
    let script = parse(source.text, vocabulary: vocabulary)
    let errors = script.diagnostics.filter { $0.severity == .error }
    let report = DiagnosticReport(source: source, diagnostics: errors)
    if report.hasErrors { return (nil, report) }
    if let language { return (printed(source, in: language), report) }
    let written = Outline(source.text, vocabulary: vocabulary).language ?? .english
    return (Printer(language: written).print(script, source: source.text), report)
  }

  /// What a text asks for in plain words, a sentence for each statement, or what is wrong with it.
  ///
  /// The workspace is left as it was.
  package func readBack(_ source: SourceText) -> (sentences: [String], report: DiagnosticReport) {
    leavingNothing {
      let script = parse(source.text, vocabulary: vocabulary)
      let bound = bind(script, source)
      var report = DiagnosticReport(
        source: source, diagnostics: script.diagnostics + bound.diagnostics)
      report.sort()
      if report.hasErrors { return ([], report) }
      let words = ReadBack(language: language, names: bound.names, schema: catalog.schema)
      return (script.statements.compactMap(words.sentence), report)
    }
  }

  func leavingNothing<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let saved = (state, results.count)
    defer {
      state = saved.0
      results.removeAll(from: saved.1)
    }
    return try body()
  }

  func bind(
    _ script: Script, _ source: SourceText
  ) -> (names: ReadBackNames, diagnostics: [Diagnostic]) {
    var names = ReadBackNames()
    var diagnostics: [Diagnostic] = []
    for statement in script.statements {
      folder = source.folder
      if case .include(let name) = statement.kind {
        // Names come from there; what is wrong there is said where the text is checked or run.
        var included = PreparedText()
        _ = try? include(
          name, at: statement.span, of: source, into: &included, including: [])
        continue
      }
      var binding = StatementBinding(source: source, workspace: self)
      // A statement that cannot be bound is left with its names as they are.
      try? binding.bind(statement)
      names.merge(binding.names)
      diagnostics += binding.diagnostics
    }
    return (names, diagnostics)
  }
}
