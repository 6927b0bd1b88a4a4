import HearthText

/// The clauses of the stages about coverage, in any order, each once.
private struct CoverageClauses {
  var filter: Expression?
  var minimum: Expression?
  var distinct: Expression?
  var exclusion: Stage.Exclusion?
  var rhythm: Stage.Rhythm?
  var period: Expression?
  var keys: [Column] = []
  var across: Stage.Across?
  var target: Expression?
  var withAll = false
}

extension Parser {
  mutating func coverage() throws(Failure) -> Stage.Coverage {
    let subject = try subject()
    let clauses = try clauses([.whereClause, .atLeast, .excluding, .by, .across, .target, .withAll])
    try refuseForeignClause()
    return Stage.Coverage(
      evidence: clauses.evidence(subject), exclusion: clauses.exclusion, keys: clauses.keys,
      across: clauses.across, target: clauses.target, withAll: clauses.withAll)
  }

  mutating func gaps() throws(Failure) -> Stage.Kind {
    let subject = try subject()
    let clauses = try clauses([.whereClause, .atLeast, .excluding])
    if at(.by) || at(.across) || at(.target) {
      throw unexpected(
        .init("`|` or the end", "“|”或结尾"),
        hint: .init(
          "gaps are rows; count them after it: `| count by street`",
          "缺口列出的是行；请在后面再数：“| 计数 按 街道”"))
    }
    return .gaps(clauses.evidence(subject), clauses.exclusion)
  }

  mutating func cadence() throws(Failure) -> Stage.Cadence {
    takeOf()
    let link = try linkPath()
    let clauses = try clauses([.whereClause, .every, .atLeast, .among, .by])
    guard let rhythm = clauses.rhythm else {
      throw unexpected(
        .init("`every` and a rhythm", "“每”和频次"),
        hint: .init("as in `cadence of services every month`", "例如“频次 服务 每月”"))
    }
    return Stage.Cadence(
      evidence: clauses.evidence(.link(link)), rhythm: rhythm, period: clauses.period,
      keys: clauses.keys)
  }

  /// `count every month in 2026 by kind`.
  mutating func trend() throws(Failure) -> Stage.Trend {
    let name = nameBefore(.equal)
    if name != nil { advance() }
    let measure = Column(name, try parseExpression(.coalesce))
    guard take(.every) else {
      throw unexpected(
        .init("`every` and a unit", "“每”和单位"),
        hint: .init("as in `trend count every month`", "例如“趋势 计数 每月”"))
    }
    let unit = try requireUnit()
    let clauses = try clauses([.among, .by])
    return Stage.Trend(measure: measure, unit: unit, period: clauses.period, keys: clauses.keys)
  }

  /// `raised > designed > delivered by kind`.
  mutating func funnel() throws(Failure) -> Stage.Kind {
    if token.kind == .end || at(.pipe) {
      throw unexpected(.init("the date of a first step", "第一步的日期"), hint: Self.funnelExample)
    }
    var steps = [try parseExpression(.coalesce)]
    guard take(.greater) else {
      throw unexpected(.init("`>` and the next step", "“>”和下一步"), hint: Self.funnelExample)
    }
    repeat { steps.append(try parseExpression(.coalesce)) } while take(.greater)
    return .funnel(steps: steps, keys: try clauses([.by]).keys)
  }

  private static let funnelExample = Bilingual(
    "a funnel has two steps or more, as in `funnel raised > claimed > delivered`",
    "漏斗至少有两步，例如“漏斗 提出日期 > 承接日期 > 落实日期”")

  /// `expand every day in PERIOD`; nil when a link follows.
  mutating func expandSlots() throws(Failure) -> Stage.Kind? {
    guard let end = end(of: .every), unit(at: end) != nil else { return nil }
    consume(to: end)
    let unit = try requireUnit()
    return .expandSlots(unit, period: try clauses([.among]).period)
  }

  /// A column per value of a key, or per period: `across (last month, this month)`.
  mutating func across() throws(Failure) -> Stage.Across {
    if let name = nameBefore(.equal) {
      advance()
      return .key(Column(name, try parseExpression()))
    }
    guard at(.leftParenthesis) else { return .key(Column(nil, try parseExpression())) }
    let start = token.span.start
    let elements = try bracketedList()
    if elements.count > 1 { return .periods(elements) }
    return .key(Column(nil, try operand(inBrackets: elements[0], from: start, .lowest)))
  }
}

extension Parser {
  /// What a coordinator may try after a coverage: a rhythm, or the total that it has anyway.
  private mutating func refuseForeignClause() throws(Failure) {
    let expected = Bilingual("`|` or the end", "“|”或结尾")
    if at(.every) {
      throw unexpected(
        expected,
        hint: .init(
          "a rhythm is asked for with `cadence`, as in `cadence of services every month`",
          "频次用“频次”来问，例如“频次 服务 每月”"))
    }
    if at(.withTotal) {
      throw unexpected(
        expected,
        hint: .init("with `by` a coverage has its total anyway", "带“按”的覆盖本来就有总计"))
    }
  }

  private mutating func requireUnit() throws(Failure) -> CalendarUnit {
    guard let (unit, end) = unitHere(), unit != .term else {
      throw unexpected(
        .init(
          "day, week, month, quarter, half or year", "天、周、月、季度、半年或年"))
    }
    consume(to: end)
    return unit
  }

  /// English has a word that Chinese does without: 覆盖 服务.
  mutating func takeOf() {
    guard token.kind == .word("of") else { return }
    switch read(at: following).0.kind {
    case .word, .quotedWord, .run, .symbol(.leftParenthesis), .end: advance()
    case .integer, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid: break
    }
  }

  private mutating func subject() throws(Failure) -> Evidence.Subject {
    takeOf()
    guard let quantifier = try quantifier() else { return .link(try linkPath()) }
    if at(.leftParenthesis) { return .members(quantifier, try members()) }
    let link = try linkPath()
    try require(.by)
    return .eachValue(quantifier, link: link, by: try parseExpression(.primary))
  }

  private mutating func quantifier() throws(Failure) -> Evidence.Quantifier? {
    for (keyword, quantifier) in [(Keyword.allOf, Evidence.Quantifier.all), (.anyOf, .any)] {
      guard let end = end(of: keyword), startsOperand(end) else { continue }
      consume(to: end)
      return quantifier
    }
    guard let end = end(of: .exactly), startsOperand(end) else { return nil }
    consume(to: end)
    let count = try amount()
    takeOf()
    return .exactly(count)
  }

  /// `(services where P, pairings)`.
  private mutating func members() throws(Failure) -> [Evidence.Member] {
    let opener = token
    advance()
    var members: [Evidence.Member] = []
    repeat {
      let link = try linkPath()
      var filter: Expression?
      if let end = filterWord() {
        consume(to: end)
        filter = try parseExpression()
      }
      members.append(Evidence.Member(link: link, filter: filter))
    } while take(.comma)
    try requireClosing(opener)
    return members
  }

  /// The name of a link, or a path to one.
  private mutating func linkPath() throws(Failure) -> Expression {
    let expected = Bilingual("a link", "关联")
    let first = try requireName(expected)
    var path = Expression(.name(first), first.span)
    while take(.dot) {
      let name = try requireName(expected)
      path = Expression(.path(base: path, name), path.span.joined(name.span))
    }
    return path
  }

  /// A whole number, or the name of one.
  private mutating func amount() throws(Failure) -> Expression {
    let start = token.span
    if case .integer(let value) = token.kind {
      advance()
      return Expression(.integer(value), start)
    }
    let name = try requireName(.init("a whole number or a parameter", "整数或参数"))
    return Expression(.name(name), name.span)
  }

  private mutating func clauses(_ allowed: Set<Keyword>) throws(Failure) -> CoverageClauses {
    var clauses = CoverageClauses()
    var seen: Set<Keyword> = []
    while let (keyword, end) = clauseHere(allowed) {
      try refuseDuplicate(!seen.insert(keyword).inserted, keyword, token.span)
      consume(to: end)
      try clause(keyword, &clauses)
      if keyword == .by, allowed.contains(.among), !seen.contains(.among) {
        if clauses.takePeriodFromKey() { seen.insert(.among) }
      }
    }
    return clauses
  }

  private mutating func clauseHere(_ allowed: Set<Keyword>) -> (Keyword, Cursor)? {
    if allowed.contains(.whereClause), let end = filterWord() { return (.whereClause, end) }
    for meaning in meanings where allowed.contains(meaning.keyword) {
      if let end = end(of: meaning.keyword) { return (meaning.keyword, end) }
    }
    return nil
  }

  private mutating func clause(
    _ keyword: Keyword, _ clauses: inout CoverageClauses
  ) throws(Failure) {
    switch keyword {
    case .whereClause: clauses.filter = try parseExpression()
    case .atLeast:
      clauses.minimum = try amount()
      if take(.distinctValues) { clauses.distinct = try parseExpression(.coalesce) }
    case .excluding:
      let condition = try parseExpression()
      clauses.exclusion = Stage.Exclusion(condition: condition, reason: takeText())
    case .every:
      if let (unit, end) = unitHere(), unit != .term {
        consume(to: end)
        clauses.rhythm = .unit(unit)
      } else if case .integer = token.kind {
        throw unexpected(
          .init("day, week, month, quarter, half or year", "天、周、月、季度、半年或年"),
          hint: .init(
            "a rhythm is one unit; `at least` says how often in it: `every month at least 2`",
            "频次是一个单位，其中几次由“至少”说明：“每月 至少 2”"))
      } else {
        clauses.rhythm = .field(try parseExpression(.primary))
      }
    case .among: clauses.period = try parseExpression(.range)
    case .by: clauses.keys = try parseColumns()
    case .across: clauses.across = try across()
    case .target: clauses.target = try parseExpression(.additive)
    case .withAll: clauses.withAll = true
    default: preconditionFailure("\(keyword) is no clause of the stages about coverage")
    }
  }
}

extension CoverageClauses {
  /// `by street in 2026`: the period belongs to the stage, not to the key. A list of values in
  /// brackets is a condition on the key as ever.
  mutating func takePeriodFromKey() -> Bool {
    guard let last = keys.last, case .membership(let key, let list) = last.expression.kind,
      !list.isBracketed
    else { return false }
    keys[keys.count - 1].expression = key
    period = list.elements[0]
    return true
  }

  func evidence(_ subject: Evidence.Subject) -> Evidence {
    Evidence(subject: subject, filter: filter, minimum: minimum, distinct: distinct)
  }
}
