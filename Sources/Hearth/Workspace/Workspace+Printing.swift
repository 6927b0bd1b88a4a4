import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// A text in the canonical form of one language; names that the data does not know stay.
  ///
  /// The workspace is left as it was.
  package func printed(_ text: String, in language: Language) -> String {
    leavingNothing {
      let script = parse(text, vocabulary: vocabulary)
      let names = bind(script, text).names
      let printer = Printer(language: language, spelling: { names.spellings[$0.span]?[language] })
      return printer.print(script, source: text)
    }
  }

  /// What a text asks for in plain words, a sentence for each statement, or what is wrong with it.
  ///
  /// The workspace is left as it was.
  package func readBack(_ source: SourceText) -> (sentences: [String], report: DiagnosticReport) {
    leavingNothing {
      let script = parse(source.text, vocabulary: vocabulary)
      let bound = bind(script, source.text)
      var report = DiagnosticReport(
        source: source, diagnostics: script.diagnostics + bound.diagnostics)
      report.sort()
      if report.hasErrors { return ([], report) }
      let words = ReadBack(language: language, names: bound.names, schema: catalog.schema)
      return (script.statements.compactMap(words.sentence), report)
    }
  }

  func leavingNothing<Result>(_ body: () -> Result) -> Result {
    let saved = (state, results.count)
    defer {
      state = saved.0
      results.removeSubrange(saved.1...)
    }
    return body()
  }

  func bind(
    _ script: Script, _ text: String
  ) -> (names: ReadBackNames, diagnostics: [Diagnostic]) {
    let source = SourceText(name: "", text: text)
    var names = ReadBackNames()
    var diagnostics: [Diagnostic] = []
    for statement in script.statements {
      var binding = StatementBinding(source: source, workspace: self)
      // A statement that cannot be bound is left with its names as they are.
      try? binding.bind(statement)
      names.merge(binding.names)
      diagnostics += binding.diagnostics
    }
    return (names, diagnostics)
  }
}
