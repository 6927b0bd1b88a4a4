import HearthText

extension Printer {
  func inline(_ query: Query) -> String {
    ([text(query.source)] + query.stages.map(text)).joined(separator: mark(.stage) + " | ")
  }

  private func bracketed(_ query: Query) -> String {
    "(" + mark(.opening) + inline(query) + mark(.closing) + ")"
  }

  func text(_ source: Source) -> String {
    switch source.kind {
    case .name(let name): text(name)
    case .file(let file): word(.from) + " " + Self.literal(file)
    case .query(let query): bracketed(query)
    case .literal(let rows):
      "[" + items(rows) { row in "{" + list(row, text) + "}" } + "]"
    case .invalid: "`?`"
    }
  }

  func text(_ column: Column) -> String { text(column, in: .lowest) }

  private func text(_ column: Column, in place: Precedence) -> String {
    let value = text(column.expression, place)
    return column.name.map { text($0) + " = " + value } ?? value
  }

  func text(_ key: SortKey) -> String {
    let value = text(key.expression, .lowest)
    guard let isDescending = key.isDescending else { return value }
    return value + " " + word(isDescending ? .descending : .ascending)
  }

  func text(_ stage: Stage) -> String {
    switch stage.kind {
    case .filter(let condition): word(.filter) + " " + text(condition, .lowest)
    case .select(let columns): word(.select) + " " + items(columns, text)
    case .add(let columns, let per, let sort):
      word(.add) + " " + items(columns, text) + grouping(per, sort)
    case .drop(let names): word(.drop) + " " + items(names, text)
    case .rename(let renamings):
      word(.rename) + " " + items(renamings) { text($0.new) + " = " + text($0.old) }
    case .sort(let keys): word(.sort) + " " + items(keys, text)
    case .take(let first, let last, let per, let sort):
      word(.take) + " " + (first.map { text($0, .primary) + ".." } ?? "") + text(last, .primary)
        + grouping(per, sort)
    case .skip(let count): word(.skip) + " " + text(count, .primary)
    case .top(let count, let key, let per):
      word(.top) + " " + text(count, .primary) + clause(.by) + " " + text(key)
        + grouping(per, [])
    case .distinct(let keys):
      word(.distinctRows) + (keys.isEmpty ? "" : " " + items(keys) { text($0, .lowest) })
    case .sample(let count, let seed):
      word(.sample) + " " + text(count, .primary)
        + (seed.map { " " + word(.seed) + " " + text($0, .primary) } ?? "")
    case .summarize(let summary):
      word(.summarize) + " " + items(summary.measures, text) + by(summary.keys)
        + text(summary.extras)
    case .count(let keys, let extras): word(.countRows) + by(keys) + text(extras)
    case .having(let isWith, let link, let filter):
      word(isWith ? .with : .without) + " " + text(link) + text(filter: filter)
    case .expand(let link, let filter): word(.expand) + " " + text(link) + text(filter: filter)
    case .expandSlots(let unit, let period):
      word(.expand) + every(.unit(unit)) + within(period)
    case .join(let join): text(join)
    case .combine(let operation, let source): word(operation.keyword) + " " + text(source)
    case .suppress(let limit): word(.suppress) + " " + word(.below) + " " + text(limit, .primary)
    case .coverage(let coverage): text(coverage)
    case .gaps(let evidence, let exclusion):
      word(.gaps) + text(evidence) + text(exclusion)
    case .cadence(let cadence): text(cadence)
    case .trend(let trend):
      word(.trend) + " " + text(trend.measure, in: .coalesce) + every(.unit(trend.unit))
        + within(trend.period) + by(trend.keys)
    case .funnel(let steps, let keys):
      word(.funnel) + " "
        + steps.map { text($0, .coalesce) }.joined(separator: mark(.item) + " > ") + by(keys)
    case .chart(let chart): text(chart)
    case .invalid: "`?`"
    }
  }

  private func grouping(_ per: [Expression], _ sort: [SortKey]) -> String {
    var result = ""
    if !per.isEmpty { result += clause(.per) + " " + items(per) { text($0, .lowest) } }
    if !sort.isEmpty { result += clause(.sortClause) + " " + items(sort, text) }
    return result
  }

  func by(_ keys: [Column]) -> String {
    keys.isEmpty ? "" : clause(.by) + " " + items(keys, text)
  }

  private func text(_ extras: Stage.Summary.Extras) -> String {
    var result = ""
    if let across = extras.across { result += text(across) }
    if extras.withTotal { result += rider(.withTotal) }
    if extras.withAll { result += rider(.withAll) }
    return result
  }

  func text(filter: Expression?) -> String {
    filter.map { clause(.whereClause) + " " + text($0, .lowest) } ?? ""
  }

  private func text(_ join: Stage.Join) -> String {
    let keyword: Keyword =
      switch join.kind {
      case .inner: .join
      case .left: .leftJoin
      case .full: .fullJoin
      }
    let alias = join.alias.map { " " + word(.alias) + " " + text($0) } ?? ""
    let conditions = list(join.conditions) { condition in
      let left = text(condition.left, .range)
      return condition.right.map { left + " = " + text($0, .range) } ?? left
    }
    return word(keyword) + " " + text(join.table) + alias + clause(.on) + " " + conditions
  }
}

extension Stage.SetOperation {
  fileprivate var keyword: Keyword {
    switch self {
    case .union: .union
    case .except: .except
    case .intersect: .intersect
    }
  }
}
