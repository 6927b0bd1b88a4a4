import HearthSyntax

extension Frame {
  /// What may stand in a stage of which these tokens have been typed.
  func stageExpectation(_ stage: TokenRun) -> Expectation {
    if stage.isEmpty { return .stage }
    guard let found = stage.leadingKeyword(.stage) else {
      return stage.beginsStage ? .stage : .nothing
    }
    let rest = stage.dropFirst(found.length)
    let clauses = Self.clauses[found.keyword] ?? []
    switch found.keyword {
    case .with, .without, .expand:
      if found.keyword == .expand, let slots = slotExpectation(rest) { return slots }
      if rest.isEmpty { return .link(words: found.keyword == .expand ? [.every] : []) }
      if rest.tokens.count == 1 { return .words([.whereClause]) }
    case .coverage, .gaps, .cadence: return evidenceExpectation(rest, clauses: clauses)
    case .trend: return trendExpectation(rest)
    case .chart: return chartExpectation(rest)
    case .join, .leftJoin, .fullJoin, .union, .except, .intersect:
      if rest.isEmpty { return .source }
      if rest.tokens.count == 1 || rest.bracketed?.after.isEmpty == true { return .words(clauses) }
    case .countRows: if rest.isEmpty { return .words([.by, .across]) }
    case .drop: return rest.isEmpty || rest.last?.isSign(",") == true ? .column : .nothing
    case .rename: return rest.last?.isSign("=") == true ? .column : .nothing
    case .take, .skip, .top, .sample, .suppress:
      if rest.isEmpty { return found.keyword == .suppress ? .words([.below]) : .number }
      if rest.tokens.count == 1 {
        switch found.keyword {
        case .suppress: return .number
        case .top: return .words([.by])
        default: return .words(clauses)
        }
      }
      if rest.last?.isSign("..") == true { return .number }
      if rest.last?.isSign(".") == true { return .nothing }
      if found.keyword == .sample { return rest.tokens.count == 2 ? .number : .nothing }
    case .funnel where !rest.expectsOperand && rest.last?.isSign(".") != true:
      return .words(rest.tokens.contains { $0.isSign(">") } ? clauses : [])
    default: break
    }
    if rest.endsItsElement {
      return .words(clauses.filter { $0 != .descending && $0 != .ascending })
    }
    if rest.isNaming(in: found.keyword) { return .operand }
    if let known = rest.pathOrComparison() { return known }
    return rest.expectsOperand ? .operand : .afterOperand(clauses: clauses)
  }

  /// After `expand every` and a unit only a period may follow; nil when it is not that.
  private func slotExpectation(_ rest: TokenRun) -> Expectation? {
    guard let every = rest.leadingKeyword(.clause), every.keyword == .every else { return nil }
    let unit = rest.dropFirst(every.length)
    if unit.isEmpty { return .unit }
    if unit.tokens.count == 1 { return .words([.among]) }
    return unit.periodExpectation(clauses: [])
  }

  private static let clauses: [Keyword: [Keyword]] = [
    .add: [.per, .sortClause], .sort: [.descending, .ascending],
    .take: [.per, .sortClause], .top: [.by, .per, .descending, .ascending], .sample: [.seed],
    .summarize: [.by, .across, .withTotal, .withAll],
    .countRows: [.by, .across, .withTotal, .withAll],
    .join: [.alias, .on], .leftJoin: [.alias, .on], .fullJoin: [.alias, .on],
    .suppress: [.below],
    .coverage: [.whereClause, .atLeast, .excluding, .by, .across, .target, .withAll],
    .gaps: [.whereClause, .atLeast, .excluding],
    .cadence: [.whereClause, .every, .atLeast, .among, .by],
    .funnel: [.by],
  ]
}

extension TokenRun {
  /// After a period that is a clause of its own: `in last 3`, `in this month`.
  func periodExpectation(clauses: [Keyword]) -> Expectation {
    pathOrComparison() ?? (expectsOperand ? .period : .afterPeriod(clauses: clauses))
  }

  /// Whether it is the first of several words that name a stage: `left` of `left join`.
  fileprivate var beginsStage: Bool {
    tokens.count == 1
      && KeywordIndex.spellings.contains {
        $0.role == .stage && $0.words.count > 1 && tokens.first?.isWord($0.words[0]) == true
      }
  }

  /// After `desc`, and after the periods of `across (…)`, nothing but the next clause.
  fileprivate var endsItsElement: Bool {
    if let word = keyword(in: [.clause])?.keyword {
      return [.descending, .ascending].contains(word)
    }
    guard last?.isSign(")") == true else { return false }
    let starts = tokens.indices.filter { tokens[$0].isSign("(") }
    return starts.contains { start in
      guard let brackets = TokenRun(tokens[start...]).bracketed, brackets.after.isEmpty else {
        return false
      }
      return TokenRun(tokens[..<start]).keyword(in: [.clause])?.keyword == .across
    }
  }

  /// Whether the last `=` gives a column its name: `add n =`, `summarize n = count, m =`.
  fileprivate func isNaming(in stage: Keyword) -> Bool {
    let naming: [Keyword] = [.add, .select, .summarize, .countRows, .distinctRows]
    guard naming.contains(stage), last?.isSign("=") == true else { return false }
    guard let path = dropLast(1).trailingPath, path.names.count == 1 else { return false }
    if path.rest.isEmpty || path.rest.last?.isSign(",") == true { return true }
    let clause = path.rest.keyword(in: [.clause])?.keyword
    return clause == .by || clause == .across || clause == .per
  }
}
