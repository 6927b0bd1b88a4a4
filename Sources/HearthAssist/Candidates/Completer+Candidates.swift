import HearthData
import HearthPlan
import HearthSyntax
import HearthText

extension Completer {
  var language: Language { options.language }

  /// The words that may stand at a place and begin as typed, or are like what was typed.
  func candidates(at place: Place, isLenient: Bool) -> [Candidate] {
    let frames = Frame.frames(place.tokens)
    let earlier = EarlierStatements(place, self)
    return knowing(earlier).candidates(at: place, frames, isLenient)
  }

  private func candidates(
    at place: Place, _ frames: [Frame], _ isLenient: Bool
  ) -> [Candidate] {
    guard let innermost = frames.last,
      let query = frames.lastIndex(where: { $0.kind == .query })
    else { return [] }
    let expectation = innermost.expectation(in: frames[query])
    var list = CandidateList(place, language, isLenient: isLenient)
    let names = {
      self.innerContext(
        frames[query...], around: self.outerContext(frames[query], place), at: place)
    }
    add(expectation, place, names, to: &list)
    return list.candidates
  }

  private func add(
    _ expectation: Expectation, _ place: Place, _ names: () -> NameContext,
    to list: inout CandidateList
  ) {
    let run = TokenRun(place.tokens)
    switch expectation {
    case .statement:
      addSources(to: &list)
      add(words: [.statement], .statement, after: run, to: &list)
    case .source: addSources(to: &list)
    case .explained:
      addSources(to: &list)
      add(keywords: [.explainTiming, .explainWhy], .statement, after: run, to: &list)
    case .table: addTables(to: &list)
    case .result: addResults(to: &list)
    case .stage: add(words: [.stage], .stage, after: run, to: &list)
    case .stageWithoutPipe:
      addRest(of: [.statement], after: run, to: &list)
      if !list.isOpen { addPipedStages(to: &list) }
    case .operand:
      addOperands(names(), after: run, to: &list)
      // `until` may be a field, whose condition goes on.
      if run.keyword(in: [.period]) != nil, names().resolve([run.last?.name ?? ""], catalog) != nil
      {
        add(keywords: run.operators, .word, after: run, to: &list)
      }
    case .argument(let function):
      addOperands(names(), after: run, to: &list)
      if FunctionTable.countsRows(function) {
        add(keywords: [.whereClause], .clause, after: run, to: &list)
      }
    case .comparison(let path): addComparison(path, names(), after: run, to: &list)
    case .afterOperand(let clauses):
      addPhrases(after: run, to: &list)
      add(keywords: clauses + run.operators, .word, after: run, to: &list)
    case .afterPeriod(let clauses):
      addPhrases(after: run, to: &list)
      add(keywords: clauses, .clause, after: run, to: &list)
    case .member(let path):
      if let target = names().resolve(path, catalog)?.target {
        add(names: EntityNames(catalog, target).all, to: &list)
      }
    case .link(let words):
      add(names: names().names(catalog).filter(\.isMany), to: &list)
      add(keywords: words, .clause, after: run, to: &list)
    case .withOf(let next):
      addOf(to: &list)
      add(next, place, names, to: &list)
    case .number: addWholeNumbers(names(), to: &list)
    case .column:
      if case .row(let columns, _, _) = names() { add(names: columns, to: &list) }
    case .unit: addUnits(after: run, to: &list)
    case .chart: add(words: [.chart], .word, after: run, to: &list)
    case .rhythm:
      addUnits(after: run, to: &list)
      add(names: names().names(catalog).filter(\.isCategory), to: &list)
    case .period: addPeriods(after: run, to: &list)
    case .type: add(words: [.type], .word, after: run, to: &list)
    case .words(let keywords): add(keywords: keywords, .clause, after: run, to: &list)
    case .nothing: break
    }
  }

  /// The names before any link is entered: those of the stage, or of a definition's entity.
  private func outerContext(_ query: Frame, _ place: Place) -> NameContext {
    guard let found = query.tokens.leadingKeyword(.statement) else {
      return context(of: query, at: place)
    }
    let rest = query.tokens.dropFirst(found.length)
    if found.keyword == .define, let owner = rest.tokens.first?.name,
      let entity = catalog.entity(named: owner)
    {
      return .row(columns: [], hidden: [], entity: entity)
    }
    if found.keyword == .expect, let source = rest.beforeExpectation {
      return context(of: source, at: place)
    }
    return context(of: query, at: place)
  }

  /// Enters the links whose filter the place is in: `with services where`, `count(services where`.
  private func innerContext(
    _ frames: ArraySlice<Frame>, around outer: NameContext, at place: Place
  ) -> NameContext {
    var context = outer
    for frame in frames {
      switch frame.kind {
      case .query:
        guard let pipe = frame.tokens.stageStarts.last else { continue }
        let stage = TokenRun(frame.tokens.tokens[(pipe + 1)...])
        guard let found = stage.leadingKeyword(.stage) else { continue }
        let rest = stage.dropFirst(found.length)
        switch found.keyword {
        case .with, .without, .expand: context = entered(rest, context)
        case .coverage, .gaps, .cadence: context = entered(EvidenceRun(rest), context)
        case .join, .leftJoin, .fullJoin: context = joined(rest, context, at: place)
        default: continue
        }
      case .call:
        let distinct = frame.tokens.tokens.first?.isWord("distinct") == true ? 1 : 0
        context = entered(frame.tokens.dropFirst(distinct), context)
      case .rows, .record: continue
      case .group:
        if let member = frame.evidenceMember { context = entered(EvidenceRun(member), context) }
      }
    }
    return context
  }

  /// Inside the rows of the link of an evidence: in its `where`, after `distinct`, and, where
  /// values are asked for one by one, after `by`.
  private func entered(_ evidence: EvidenceRun, _ context: NameContext) -> NameContext {
    let clauses = KeywordTable.entries(of: .clause).map(\.keyword).filter { $0 != .betweenAnd }
    guard let clause = evidence.lastClause(among: clauses)?.keyword,
      clause == .whereClause || clause == .distinctValues
        || clause == .by && evidence.quantifier != nil,
      let known = context.resolve(evidence.link, catalog), known.isMany,
      let target = known.target
    else { return context }
    return .inside(target, outer: context)
  }

  /// After `on` the names of both tables.
  private func joined(
    _ tokens: TokenRun, _ context: NameContext, at place: Place
  ) -> NameContext {
    let source = tokens.bracketed?.inside ?? TokenRun(tokens.tokens.prefix(1))
    guard source.tokens.count < tokens.tokens.count else { return context }
    return .beside(context, self.context(of: source, at: place))
  }

  /// Inside the rows of a link, once its `where` has been typed.
  private func entered(_ tokens: TokenRun, _ context: NameContext) -> NameContext {
    guard let (path, rest) = tokens.leadingPath, !rest.isEmpty,
      KeywordTable.entry(.whereClause).matches(rest.tokens.first),
      let known = context.resolve(path, catalog), known.isMany, let target = known.target
    else { return context }
    return .inside(target, outer: context)
  }
}

extension FunctionTable {
  /// Whether a name, as it was typed, is of a function that may begin with its condition.
  fileprivate static func countsRows(_ name: String) -> Bool {
    aggregates.contains { row in
      [.count, .share, .longestRun].contains(row.function)
        && (row.names.english == name || row.names.chinese == name)
    }
  }
}

extension KeywordEntry {
  /// Whether a token is a spelling of one word; `筛选` is read as `其中` too.
  fileprivate func matches(_ token: OutlineToken?) -> Bool {
    guard let token else { return false }
    let stage = KeywordTable.entry(.filter)
    return (english + chinese + stage.chinese).contains { token.isWord($0) }
  }
}
