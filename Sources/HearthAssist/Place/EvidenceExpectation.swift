import HearthSyntax

/// How far the evidence of a coverage, of gaps or of a cadence has been typed:
/// `of exactly 2 of (services where …, pairings) by …`.
struct EvidenceRun {
  /// `all of`, `any of`, `exactly`.
  private(set) var quantifier: Keyword?
  /// The link, and all that follows it; for several in brackets what follows those.
  private(set) var link: [String] = []
  private(set) var after: TokenRun
  /// Whether the `of` that English begins it with has been typed.
  private(set) var hasOf: Bool
  /// Whether a number must come next, or the `of` after it.
  private(set) var isAtNumber = false

  /// `stage` is what follows the word of the stage.
  init(_ stage: TokenRun) {
    hasOf = stage.tokens.first?.isWord("of") == true
    after = stage.afterOf
    if let found = after.leadingKeyword(.clause), Self.quantifiers.contains(found.keyword) {
      quantifier = found.keyword
      after = after.dropFirst(found.length)
      if found.keyword == .exactly {
        isAtNumber = after.tokens.count < 2
        after = after.dropFirst(1).afterOf
      }
    }
    if after.tokens.first?.isSign("(") == true {
      after = after.afterBrackets
      link = ["("]
    } else if let (path, rest) = after.leadingPath {
      (link, after) = (path, rest)
    }
  }

  static let quantifiers: [Keyword] = [.allOf, .anyOf, .exactly]

  /// Whether a clause has been typed.
  func has(_ clause: Keyword) -> Bool {
    after.tokens.indices.contains {
      TokenRun(after.tokens[...$0]).keyword(in: [.clause])?.keyword == clause
    }
  }

  /// The clause in which it ends, with the tokens of that clause.
  func lastClause(among clauses: [Keyword]) -> (keyword: Keyword, rest: TokenRun)? {
    for start in after.tokens.indices.reversed() {
      let beginning = TokenRun(after.tokens[...start])
      guard let found = beginning.keyword(in: [.clause]), clauses.contains(found.keyword)
      else { continue }
      return (found.keyword, TokenRun(after.tokens[(start + 1)...]))
    }
    return nil
  }
}

extension Frame {
  /// What may stand in a stage that begins with a link, `of LINK` and clauses in any order.
  func evidenceExpectation(_ stage: TokenRun, clauses: [Keyword]) -> Expectation {
    let evidence = EvidenceRun(stage)
    if stage.isEmpty { return .withOf(.link(words: EvidenceRun.quantifiers)) }
    if evidence.isAtNumber {
      return stage.last?.kind == .literal ? .withOf(.link(words: [])) : .number
    }
    let clauses = evidence.quantifier == nil ? clauses : clauses + [.by]
    let after = evidence.after
    if evidence.link.isEmpty {
      let words = evidence.quantifier == nil ? EvidenceRun.quantifiers : []
      return after.isEmpty ? .link(words: words) : .nothing
    }
    if after.isEmpty {
      // The word before may be the first of `all of`.
      let hasBegun = stage.last?.isWord("all") == true || stage.last?.isWord("any") == true
      return .words(hasBegun ? EvidenceRun.quantifiers : clauses)
    }
    if clauses.contains(.among), after.endsInPeriodClause { return .period }
    if let known = after.pathOrComparison() { return known }
    if after.last?.isSign(".") == true { return .member(path: evidence.link) }
    if let clause = after.keyword(in: [.clause]), clauses.contains(clause.keyword) {
      switch clause.keyword {
      case .withAll: return .words(clauses)
      case .every: return .rhythm
      case .atLeast, .target: return .number
      default: return .operand
      }
    }
    if after.expectsOperand { return .operand }
    let rest = clauses.filter { !evidence.has($0) }
    switch evidence.lastClause(among: clauses) {
    case (.atLeast, let number)? where number.tokens.count == 1:
      return .words(rest + [.distinctValues])
    case (.every, _)?, (.target, _)?: return .words(rest)
    case (.excluding, let condition)? where condition.endsInReason: return .words(rest)
    case _?, nil: return .afterOperand(clauses: rest)
    }
  }

  /// What may stand inside the brackets of `all of (services where …, pairings)`, for the tokens of
  /// this frame; nil for other brackets.
  var evidenceMember: TokenRun? {
    guard let pipe = opener.stageStarts.last else { return nil }
    let stage = TokenRun(opener.tokens[(pipe + 1)...])
    guard let found = stage.leadingKeyword(.stage), found.keyword.takesEvidence else { return nil }
    let evidence = EvidenceRun(stage.dropFirst(found.length))
    guard evidence.link.isEmpty, evidence.after.isEmpty else { return nil }
    return tokens.lastElement
  }
}

extension TokenRun {
  /// `excluding status = moved "moved away"`: a text that is not compared with.
  fileprivate var endsInReason: Bool {
    guard case .text = last?.kind else { return false }
    return !dropLast(1).expectsOperand
  }
}

extension Keyword {
  /// Whether it is a stage of the form `STAGE of LINK …`.
  var takesEvidence: Bool { [.coverage, .gaps, .cadence].contains(self) }
}

extension TokenRun {
  /// Without the `of` of English.
  var afterOf: TokenRun { tokens.first?.isWord("of") == true ? dropFirst(1) : self }

  /// What stands behind the brackets that it begins with; nothing while they are open.
  fileprivate var afterBrackets: TokenRun { bracketed?.after ?? TokenRun([]) }

  /// `every month in`: what stands before the `in` is no value that could lie in a period.
  fileprivate var endsInPeriodClause: Bool {
    guard let found = keyword(in: [.logic]), found.keyword == .among else { return false }
    let before = dropLast(found.length)
    return before.isEmpty || before.last?.kind == .literal || before.keyword(in: [.unit]) != nil
  }
}
