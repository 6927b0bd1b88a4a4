import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// A text in the canonical form of one language; names that the data does not know stay.
  ///
  /// The workspace is left as it was.
  package func printed(_ text: String, in language: Language) -> String {
    let saved = (state, results.count)
    defer {
      state = saved.0
      results.removeSubrange(saved.1...)
    }
    let source = SourceText(name: "", text: text)
    let script = parse(text, vocabulary: vocabulary)
    var spellings: [Span: Bilingual] = [:]
    for statement in script.statements {
      var binding = StatementBinding(source: source, workspace: self)
      // A statement that cannot be bound is printed with its names as they are.
      try? binding.bind(statement)
      spellings.merge(binding.spellings) { first, _ in first }
    }
    let printer = Printer(language: language, spelling: { spellings[$0.span]?[language] })
    return printer.print(script, source: text)
  }
}
