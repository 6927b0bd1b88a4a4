import HearthText

extension Parser {
  /// `per K` and `sort S`, each once, in any order.
  private mutating func grouping() throws(Failure) -> (per: [Expression], sort: [SortKey]) {
    var per: [Expression] = []
    var sort: [SortKey] = []
    while true {
      let place = token.span
      if take(.per) {
        try refuseDuplicate(!per.isEmpty, .per, place)
        per = try parseExpressions()
      } else if let end = end(of: .sortClause) {
        try refuseDuplicate(!sort.isEmpty, .sortClause, place)
        consume(to: end)
        if let by = self.end(of: .by), startsClause(by) { consume(to: by) }
        sort = try parseSortKeys()
      } else {
        return (per, sort)
      }
    }
  }

  mutating func refuseDuplicate(
    _ isDuplicate: Bool, _ keyword: Keyword, _ place: Span
  ) throws(Failure) {
    guard isDuplicate else { return }
    let entry = KeywordTable.entry(keyword)
    throw fail(
      .duplicateClause, place,
      .init(
        "`\(entry.spelling(in: .english))` is written twice",
        "“\(entry.spelling(in: .chinese))”写了两次"),
      hint: keyword == .whereClause
        ? .init("join the conditions with `and`", "多个条件之间用“且”连接")
        : .init("separate several with commas", "多项之间用逗号分隔"))
  }

  mutating func addStage() throws(Failure) -> Stage.Kind {
    let columns = try parseColumns()
    let (per, sort) = try grouping()
    return .add(columns, per: per, sort: sort)
  }

  mutating func takeStage() throws(Failure) -> Stage.Kind {
    let count = try requireCount()
    let last = take(.range) ? try requireCount() : nil
    if case .integer(let first) = count.kind, case .integer(let last)? = last?.kind,
      !Stage.isRange(first, last)
    {
      throw fail(
        .badRange, Span(count.span.start, consumedEnd), Stage.badRange.message,
        hint: Stage.badRange.hint)
    }
    let (per, sort) = try grouping()
    return .take(first: last.map { _ in count }, last: last ?? count, per: per, sort: sort)
  }

  /// `top 5 by E`, `前5 按 E`.
  mutating func topStage() throws(Failure) -> Stage.Kind {
    let count = try requireCount()
    try require(.by)
    let key = try parseSortKey()
    return .top(count, by: key, per: take(.per) ? try parseExpressions() : [])
  }

  mutating func sampleStage() throws(Failure) -> Stage.Kind {
    let count = try requireCount()
    return .sample(count, seed: take(.seed) ? try requireCount() : nil)
  }

  mutating func summarizeStage() throws(Failure) -> Stage.Kind {
    if let end = end(of: .by), startsOperand(end) {
      throw unexpected(
        .init("a measure such as `count`", "指标，例如“计数”"),
        hint: .init(
          "as in `summarize n = count by street`", "例如“汇总 户数 = 计数 按 街道”"))
    }
    let measures = try parseColumns()
    let (keys, extras) = try keysAndExtras()
    return .summarize(Stage.Summary(measures: measures, keys: keys, extras: extras))
  }

  mutating func countStage() throws(Failure) -> Stage.Kind {
    let (keys, extras) = try keysAndExtras()
    return .count(by: keys, extras)
  }

  /// `by K`, `across K`, `with total`, `with all`, each once, in any order.
  private mutating func keysAndExtras() throws(Failure) -> ([Column], Stage.Summary.Extras) {
    var keys: [Column] = []
    var extras = Stage.Summary.Extras()
    while true {
      let place = token.span
      if take(.by) {
        try refuseDuplicate(!keys.isEmpty, .by, place)
        keys = try parseColumns()
      } else if take(.across) {
        try refuseDuplicate(extras.across != nil, .across, place)
        extras.across = try across()
      } else if take(.withTotal) {
        try refuseDuplicate(extras.withTotal, .withTotal, place)
        extras.withTotal = true
      } else if take(.withAll) {
        try refuseDuplicate(extras.withAll, .withAll, place)
        extras.withAll = true
      } else {
        return (keys, extras)
      }
    }
  }

  mutating func join(_ kind: Stage.Join.Kind) throws(Failure) -> Stage.Join {
    let table = try parseSource()
    var alias: Name?
    if take(.alias) { alias = try requireName(.init("a name for the table", "表的名称")) }
    try require(.on)
    var conditions: [Stage.Join.Condition] = []
    repeat { conditions.append(try joinCondition()) } while take(.comma) || take(.and)
    return Stage.Join(kind: kind, table: table, alias: alias, conditions: conditions)
  }

  /// `a = b`, or `a` for a column of the same name on both sides.
  private mutating func joinCondition() throws(Failure) -> Stage.Join.Condition {
    let left = try parseExpression(.range)
    return Stage.Join.Condition(
      left: left, right: take(.equal) ? try parseExpression(.range) : nil)
  }
}
