import HearthAssist
import HearthLineEditor

extension REPL {
  /// The colours of a text that is being typed; a dot command is left plain.
  static func styles(of text: String, at cursor: Int, backend: Backend) -> [StyledRange] {
    if DotLine(text) != nil { return [] }
    let unseen = backend.beginning(of: text)
    let workspace = backend.workspace
    let columns = workspace.resultNames.compactMap { workspace.result(named: $0)?.1.columns }
      .joined().flatMap { [$0.name, $0.label.english, $0.label.chinese] }
    let highlighter = Highlighter(vocabulary: workspace.vocabulary, columns: Set(columns))
    let shift = unseen.utf8.count
    return highlighter.highlights(of: unseen + text, cursor: cursor + shift).compactMap { part in
      guard part.range.lowerBound >= shift else { return nil }
      let range = part.range.lowerBound - shift..<part.range.upperBound - shift
      return StyledRange(range, style(part.kind))
    }
  }

  private static func style(_ kind: Highlight.Kind) -> TextStyle {
    switch kind {
    case .stage: .stage
    case .keyword: .keyword
    case .function: .function
    case .literal: .literal
    case .period: .period
    case .comment: .comment
    case .error: .error
    }
  }
}
