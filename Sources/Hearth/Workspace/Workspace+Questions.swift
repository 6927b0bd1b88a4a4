import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// What a host that talks with a person wants to know of a text without running it.
///
/// None of these changes the workspace.
extension Workspace {
  /// The last query of a text, as it stands there; nil when the text asks nothing or is wrong.
  package func lastQuery(in text: String) -> String? {
    let script = parse(text, vocabulary: vocabulary)
    guard !script.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let last = script.statements.last { statement in
      if case .query = statement.kind { true } else { false }
    }
    return last.map { text.slice($0.span) }
  }

  /// The statements that name something for those after them: a result, a definition, a parameter,
  /// a day.
  package func namings(in text: String) -> [String] {
    parse(text, vocabulary: vocabulary).statements.compactMap { statement -> String? in
      switch statement.kind {
      case .binding, .define, .parameter, .today, .include: text.slice(statement.span)
      case .query, .explain, .explainWhy, .expect, .version, .describe, .save, .asOf, .entity,
        .term, .privacy, .invalid:
        nil
      }
    }
  }

  /// `explain why` of the row that a key names, among those that a query has at any stage; nil
  /// when no such row is there.
  package func why(_ key: String, in query: String) -> String? {
    leavingNothing {
      let script = parse(query, vocabulary: vocabulary)
      guard case .query(let asked)? = script.statements.last?.kind else { return nil }
      var binding = StatementBinding(
        source: SourceText(name: "", text: query), workspace: self)
      guard let plan = binding.plan(asked) else { return nil }
      let found = entities(of: plan).sorted { $0.index < $1.index }.first {
        (try? data.store.row(of: $0, key: key)) != nil
      }
      guard let found else { return nil }
      let name = data.schema[found].name[language]
      let quoted = key.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
      let words = Bilingual("explain why", "解释 为什么")
      let inside = Bilingual("in", "在")
      return "\(words[language]) \(name) \"\(quoted)\" \(inside[language]) (\(query))"
    }
  }
}

extension String {
  /// The part that a span of it covers.
  package func slice(_ span: Span) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: Int(span.start))
    let end = utf8.index(utf8.startIndex, offsetBy: Int(span.end))
    return String(self[start..<end])
  }
}
