import HearthSyntax

extension Frame {
  /// What may stand in a stage of the form `trend AGGREGATE every UNIT in PERIOD by K`.
  func trendExpectation(_ stage: TokenRun) -> Expectation {
    guard let rest = stage.after(.every) else {
      if stage.isColumnName { return .operand }
      return stage.pathOrComparison()
        ?? (stage.expectsOperand ? .operand : .words([.every]))
    }
    if rest.isEmpty { return .unit }
    if rest.tokens.count == 1 { return .words([.among, .by]) }
    // Not the `in` of a comparison: what stands before it is the unit.
    if rest.keyword(in: [.logic])?.keyword == .among, rest.tokens.count == 2 { return .period }
    if rest.keyword(in: [.clause])?.keyword != .by, !rest.hasKeys {
      return rest.periodExpectation(clauses: [.by])
    }
    return rest.pathOrComparison()
      ?? (rest.expectsOperand ? .operand : .afterOperand(clauses: []))
  }
}

extension TokenRun {
  /// Whether its `by` has been typed.
  fileprivate var hasKeys: Bool { after(.by) != nil }

  /// `total =`, the name of a measure.
  fileprivate var isColumnName: Bool {
    last?.isSign("=") == true && tokens.count == 2
  }

  /// What stands behind the first word that is this clause; nil without it.
  fileprivate func after(_ clause: Keyword) -> TokenRun? {
    for end in tokens.indices {
      let found = TokenRun(tokens[...end]).keyword(in: [.clause])?.keyword
      if found == clause { return TokenRun(tokens[(end + 1)...]) }
    }
    return nil
  }
}
