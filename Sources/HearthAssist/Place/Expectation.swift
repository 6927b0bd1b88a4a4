import HearthSyntax

/// What may stand at a place.
indirect enum Expectation: Hashable {
  case statement
  /// A table, a result, `from`.
  case source
  /// What `explain` explains.
  case explained
  case table
  case result
  case stage
  /// A stage after a query that lacks its pipe.
  case stageWithoutPipe
  /// A value: names, functions, periods.
  case operand
  /// The first value of a function's arguments, or their `where`.
  case argument(of: String)
  /// A value to compare the path with.
  case comparison(path: [String])
  /// After a value: operators, and these clauses.
  case afterOperand(clauses: [Keyword])
  /// After a period: what goes on with it, and these clauses.
  case afterPeriod(clauses: [Keyword])
  /// A name after `path.`
  case member(path: [String])
  /// A link to many rows, or these words.
  case link(words: [Keyword])
  /// The `of` of English, or what stands there without it.
  case withOf(Expectation)
  /// A whole number that may be a parameter.
  case number
  /// A shown column.
  case column
  /// A unit of time.
  case unit
  /// A kind of chart.
  case chart
  /// A unit of time, or a category that names one.
  case rhythm
  case period
  case type
  case words([Keyword])
  case nothing
}

extension Frame {
  /// What may stand at the end of this frame, given the query around it.
  func expectation(in query: Frame) -> Expectation {
    switch kind {
    case .query:
      let pipes = tokens.stageStarts
      guard let pipe = pipes.last else { return sourceExpectation() }
      return stageExpectation(TokenRun(tokens.tokens[(pipe + 1)...]))
    case .call(let function):
      if let known = pathOrComparison() { return known }
      if tokens.isEmpty { return .argument(of: function) }
      if tokens.expectsOperand { return .operand }
      return .afterOperand(clauses: function.isEmpty ? [] : [.whereClause])
    case .rows: return .nothing
    case .record:
      let element = tokens.lastElement
      guard element.tokens.count > 1, element.tokens.dropFirst().first?.isSign("=") == true else {
        return .nothing
      }
      return element.dropFirst(2).valueExpectation
    case .group:
      if let member = evidenceMember {
        return member.isEmpty
          ? .link(words: []) : evidenceExpectation(member, clauses: [.whereClause])
      }
      if let known = pathOrComparison() { return known }
      let list = opener.keyword(in: [.logic])?.keyword
      if tokens.isEmpty || tokens.last?.isSign(",") == true,
        list == .among || list == .hasAny || list == .hasAll || list == .has,
        let path = opener.dropLast(opener.keyword(in: [.logic])?.length ?? 0).trailingPath?.names
      {
        return .comparison(path: path)
      }
      return tokens.expectsOperand ? .operand : .afterOperand(clauses: [])
    }
  }

  /// Before the first pipe: the words of a statement, then a table.
  private func sourceExpectation() -> Expectation {
    if tokens.isEmpty { return opener.isEmpty ? .statement : .source }
    guard let found = tokens.leadingKeyword(.statement) else { return afterSource(tokens) }
    let rest = tokens.dropFirst(found.length)
    switch found.keyword {
    case .explain: return rest.isEmpty ? .explained : afterSource(rest)
    case .explainTiming: return rest.isEmpty ? .source : afterSource(rest)
    case .explainWhy:
      return rest.isEmpty ? .table : rest.tokens.count == 2 ? .words([.among]) : .nothing
    case .describe: return rest.isEmpty ? .table : .nothing
    case .save: return rest.isEmpty ? .source : .words(rest.tokens.count == 1 ? [.alias] : [])
    case .expect:
      if rest.isEmpty { return .source }
      return expectation(after: rest)
    case .binding:
      guard let sign = rest.tokens.firstIndex(where: { $0.isSign("=") }) else { return .nothing }
      let query = TokenRun(rest.tokens[(sign + 1)...])
      return query.isEmpty ? .source : afterSource(query)
    case .define: return definitionExpectation(rest)
    case .parameter:
      if rest.last?.isSign(":") == true { return .type }
      guard let sign = rest.tokens.firstIndex(where: { $0.isSign("=") }) else { return .nothing }
      return TokenRun(rest.tokens[(sign + 1)...]).valueExpectation
    default:
      // A table may bear the name of a statement.
      return rest.isEmpty ? .nothing : afterSource(tokens)
    }
  }

  /// What is expected of a result: after `has every` an expression.
  private func expectation(after source: TokenRun) -> Expectation {
    guard let found = source.firstExpectation else {
      return .words([.isEmpty, .isNotEmpty, .hasAnyRow, .hasNoRow, .hasEveryRow])
    }
    if [.isEmpty, .isNotEmpty].contains(found.keyword) { return .nothing }
    return source.dropFirst(found.end).valueExpectation
  }

  private func afterSource(_ query: TokenRun) -> Expectation {
    guard query.last?.isSign(",") != true else { return .nothing }
    return .stageWithoutPipe
  }

  private func definitionExpectation(_ rest: TokenRun) -> Expectation {
    if rest.isEmpty { return .table }
    guard let sign = rest.tokens.firstIndex(where: { $0.isSign("=") }) else { return .nothing }
    let body = TokenRun(rest.tokens[(sign + 1)...])
    return body.valueExpectation
  }

  private func pathOrComparison() -> Expectation? { tokens.pathOrComparison() }
}

extension TokenRun {
  /// The first words that tell what is expected, and how many tokens they and those before them are.
  fileprivate var firstExpectation: (keyword: Keyword, start: Int, end: Int)? {
    for end in tokens.indices.map({ $0 - tokens.startIndex + 1 }) {
      let beginning = TokenRun(tokens.prefix(end))
      if let found = beginning.keyword(in: [.expectation]) {
        return (found.keyword, end - found.length, end)
      }
    }
    return nil
  }

  /// The query of an `expect`, once the words after it have been typed.
  var beforeExpectation: TokenRun? {
    firstExpectation.map { TokenRun(tokens.prefix($0.start)) }
  }

  /// After `a.`, and after `a =`, `a in`, `a has`.
  func pathOrComparison() -> Expectation? {
    guard let last else { return nil }
    if last.isSign("."), let path = dropLast(1).trailingPath?.names { return .member(path: path) }
    if last.isSign("=") || last.isSign("!="), let path = dropLast(1).trailingPath?.names {
      return .comparison(path: path)
    }
    if let logic = keyword(in: [.logic]), [.among, .has, .hasAny, .hasAll].contains(logic.keyword),
      let path = dropLast(logic.length).trailingPath?.names
    {
      return .comparison(path: path)
    }
    if isCountedPeriod || dropLast(1).last?.isSign("±") == true
      || keyword(in: [.period]).map({ [.this, .last, .following].contains($0.keyword) }) == true
    {
      return .unit
    }
    return nil
  }

  /// In an expression without clauses of its own.
  var valueExpectation: Expectation {
    pathOrComparison() ?? (expectsOperand ? .operand : .afterOperand(clauses: []))
  }

  /// `last 30`, `最近 3`, `last 3 complete`, `last n`.
  private var isCountedPeriod: Bool {
    var run = self
    if run.keyword(in: [.countedPeriod])?.keyword == .complete { run = run.dropLast(1) }
    guard run.last?.kind == .literal || run.last?.name != nil,
      run.keyword(in: [.unit, .period]) == nil
    else { return false }
    return run.dropLast(1).keyword(in: [.countedPeriod]) != nil
  }

  /// Whether a value must come next: at the beginning, after a sign, after a word that joins.
  var expectsOperand: Bool {
    guard let last else { return true }
    switch last.kind {
    case .sign(let sign): return ![")", "]", "}"].contains(sign)
    case .text, .literal, .quotedWord, .invalid: return false
    case .word:
      if let period = keyword(in: [.period]) {
        // 去年同期 follows its period.
        return [.since, .until].contains(period.keyword)
          || period.keyword == .samePeriodLastYear && period.length > 1
      }
      guard let found = keyword(in: [.logic, .clause, .difference]) else { return false }
      return !Self.closingWords.contains(found.keyword)
    }
  }

  /// The words that may join a value to the next.
  var operators: [Keyword] {
    let isConditional = tokens.contains { token in
      let entry = KeywordTable.entry(.condition)
      return (entry.english + entry.chinese).contains { token.isWord($0) }
    }
    if isBetween { return [] }
    let isCompared = lastOperand.isCompared
    return KeywordTable.entries(of: .logic).map(\.keyword).filter { keyword in
      switch keyword {
      // These begin a value.
      case .not, .condition: false
      case .then, .otherwise: isConditional
      case .and, .or: true
      // Comparisons do not chain.
      default: !isCompared
      }
    }
  }

  /// Words after which a value is over.
  private static let closingWords: Set<Keyword> = [
    .isMissing, .isKnown, .descending, .ascending, .withTotal, .withAll,
  ]
}
