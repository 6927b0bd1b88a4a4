import HearthData
import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// Says how a question is built, where nothing better is known to say: `how many families`,
  /// `families by street`.
  func explainBeginning(_ script: Script, of source: SourceText, in report: inout DiagnosticReport)
  {
    for index in report.diagnostics.indices {
      let diagnostic = report.diagnostics[index]
      guard diagnostic.severity == .error, diagnostic.hint == nil,
        diagnostic.code == .unknownTable || diagnostic.code == .unexpectedToken,
        let statement = script.statements.last(where: { $0.span.start <= diagnostic.span.start }),
        let table = likelyTable(in: statement.span.text(in: source.text)),
        // Who has come as far as a stage, or a table within one, knows how it begins.
        !Span(statement.span.start, diagnostic.span.start).text(in: source.text).contains(where: {
          $0 == "|" || $0 == "｜"
        })
      else { continue }
      let example = Bilingual(
        "\(quotedIfNeeded(table.english)) | count", "\(quotedIfNeeded(table.chinese)) | 计数")
      switch beginning(of: statement, in: source.text) {
      case .table:
        report.diagnostics[index].hint = Bilingual(
          "each step after the table begins with `|`: \(example.english)",
          "表后面的每一步都以“|”开头：\(example.chinese)")
      case .other:
        report.diagnostics[index].hint = Bilingual(
          "a question begins with a table, and each further step with `|`: \(example.english)",
          "问题以表开头，后面的每一步都以“|”开头：\(example.chinese)")
      case .statement: continue
      }
    }
  }

  private enum Beginning { case table, statement, other }

  private func beginning(of statement: Statement, in text: String) -> Beginning {
    let outline = Outline(statement.span.text(in: text), vocabulary: vocabulary)
    guard let first = outline.tokens.first else { return .other }
    guard case .word(let word) = first.kind else {
      return first.kind == .sign("(") ? .table : .other
    }
    if catalog.entity(named: word) != nil || state.names[word] != nil { return .table }
    let isStatement = KeywordTable.entries(of: .statement).contains {
      $0.english.contains(word) || $0.chinese.contains(word)
    }
    return isStatement ? .statement : .other
  }

  /// The table that is spoken of, else the one that most others lead to.
  private func likelyTable(in text: String) -> Bilingual? {
    let folded = foldedForSearch(text)
    let entities = catalog.schema.entities
    let spoken = entities.first { entity in
      [entity.name.english, entity.name.chinese].contains { folded.contains(foldedForSearch($0)) }
    }
    if let spoken { return spoken.name }
    var uses = entities.map { _ in 0 }
    for link in catalog.schema.links where entities[link.target.index].levels.isEmpty {
      uses[link.target.index] += 1
    }
    return entities.indices.max { (uses[$0], -$0) < (uses[$1], -$1) }.map { entities[$0].name }
  }
}

extension Span {
  fileprivate func text(in source: String) -> String {
    String(decoding: source.utf8.dropFirst(Int(start)).prefix(Int(end - start)), as: UTF8.self)
  }
}
