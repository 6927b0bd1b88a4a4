import HearthSyntax

extension Frame {
  /// What may stand in a stage of the form `chart KIND of M by K, K`.
  func chartExpectation(_ stage: TokenRun) -> Expectation {
    if stage.isEmpty { return .chart }
    let rest = stage.dropFirst(1)
    guard let last = rest.last else { return .withOf(.words([.by])) }
    if last.isWord("of") || last.isSign(",") { return .column }
    if rest.keyword(in: [.clause])?.keyword == .by { return .column }
    let hasKeys = (0..<rest.tokens.count).contains {
      rest.dropLast($0).keyword(in: [.clause])?.keyword == .by
    }
    return hasKeys ? .nothing : .words([.by])
  }
}
