import HearthSyntax

extension Frame {
  /// What may stand in a stage of which these tokens have been typed.
  func stageExpectation(_ stage: TokenRun) -> Expectation {
    if stage.isEmpty { return .stage }
    guard let found = stage.leadingKeyword(.stage) else {
      // `left` of `left join`.
      return stage.tokens.count == 1 ? .stage : .nothing
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
      if rest.tokens.count == 1 { return .words(clauses) }
    case .countRows: if rest.isEmpty { return .words(clauses) }
    case .drop: return rest.isEmpty || rest.last?.isSign(",") == true ? .column : .nothing
    case .rename: return rest.last?.isSign("=") == true ? .column : .nothing
    case .take, .skip, .top, .sample, .suppress:
      if rest.isEmpty { return found.keyword == .suppress ? .words([.below]) : .nothing }
      if rest.last?.kind == .literal { return .words(clauses) }
    default: break
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
    return unit.valueExpectation
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
