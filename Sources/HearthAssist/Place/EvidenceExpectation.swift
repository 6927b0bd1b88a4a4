import HearthSyntax

extension Frame {
  /// What may stand in a stage that begins with a link, `of LINK` and clauses in any order.
  func evidenceExpectation(_ stage: TokenRun, clauses: [Keyword]) -> Expectation {
    let rest = stage.afterOf
    guard let (link, after) = rest.leadingPath, !link.isEmpty
    else { return .link(words: Self.quantifiers) }
    if after.isEmpty {
      if let word = rest.keyword(in: [.clause])?.keyword, Self.quantifiers.contains(word) {
        return word == .exactly ? .nothing : .link(words: [])
      }
      // The word before may be the first of `all of`.
      let hasBegun = rest.last?.isWord("all") == true || rest.last?.isWord("any") == true
      return .words(hasBegun ? Self.quantifiers : clauses)
    }
    if clauses.contains(.among), after.endsInPeriodClause { return .period }
    if let known = after.pathOrComparison() { return known }
    if after.last?.isSign(".") == true { return .member(path: link) }
    if let clause = after.keyword(in: [.clause]), clauses.contains(clause.keyword) {
      switch clause.keyword {
      case .withAll: return .words(clauses)
      case .every: return .rhythm
      case .atLeast, .target: return .nothing
      default: return .operand
      }
    }
    return after.expectsOperand ? .operand : .afterOperand(clauses: clauses + [.distinctValues])
  }

  private static let quantifiers: [Keyword] = [.allOf, .anyOf, .exactly]
}

extension TokenRun {
  /// Without the `of` of English.
  var afterOf: TokenRun { tokens.first?.isWord("of") == true ? dropFirst(1) : self }

  /// The part of a stage's tokens in which names are those of the linked rows: its link and its
  /// `where`, as far as no other clause has begun.
  var untilNextClause: TokenRun? {
    let others: Set<Keyword> = [.by, .across, .target, .withAll, .excluding, .atLeast, .every]
    for length in tokens.indices.map({ $0 - tokens.startIndex + 1 }) {
      let beginning = TokenRun(tokens.prefix(length))
      if let clause = beginning.keyword(in: [.clause]), others.contains(clause.keyword) {
        return nil
      }
    }
    return self
  }

  /// `every month in`: what stands before the `in` is no value that could lie in a period.
  fileprivate var endsInPeriodClause: Bool {
    guard let found = keyword(in: [.logic]), found.keyword == .among else { return false }
    let before = dropLast(found.length)
    return before.isEmpty || before.last?.kind == .literal || before.keyword(in: [.unit]) != nil
  }
}
