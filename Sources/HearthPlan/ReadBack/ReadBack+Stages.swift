import HearthSyntax
import HearthText

extension ReadBack {
  /// A stage as what is done with the rows.
  func clause(_ stage: Stage.Kind) -> String {
    switch stage {
    case .filter, .having:
      let relative = condition(stage).relative
      return say("keep those \(relative)", "只留\(relative)的")
    case .select(let columns):
      return say("show \(list(columns.map(column)))", "显示\(list(columns.map(column)))")
    case .add(let columns, let per, let sort):
      return say("add \(list(columns.map(column)))", "添加\(list(columns.map(column)))")
        + each(per) + ordered(sort)
    case .drop(let names):
      return say("do not show \(list(names.map(name)))", "不显示\(list(names.map(name)))")
    case .rename(let renamings):
      return list(
        renamings.map {
          say("call \(name($0.old)) \(name($0.new))", "把\(name($0.old))改称\(name($0.new))")
        })
    case .sort(let keys): return say("sort by \(keysText(keys))", "按\(keysText(keys))排序")
    case .take(let first, let last, let per, let sort):
      let last = value(last)
      let range =
        first.map(value).map { say("take rows \($0) to \(last)", "取第\($0)至\(last)行") }
        ?? say("take the first \(last)", "取前\(last)行")
      return range + each(per) + ordered(sort)
    case .skip(let count):
      return say("leave out the first \(value(count))", "跳过前\(value(count))行")
    case .top(let count, let key, let per): return top(count, key, per)
    case .distinct(let keys):
      if keys.isEmpty { return say("keep every row only once", "相同的行只留一行") }
      let values = list(keys.map(value))
      return say("keep the first row for each \(values)", "\(values)相同的只留第一行")
    case .sample(let count, let seed):
      let seed = seed.map(value).map { say(" with the seed \($0)", "（种子\($0)）") } ?? ""
      return say("draw a sample of \(value(count))", "随机抽取\(value(count))行") + seed
    case .summarize(let summary): return summarize(summary)
    case .count(let keys, let extras):
      return say("count them", "统计行数") + grouped(keys) + text(extras)
    case .expand(let link, let filter):
      let rows = words(name(link), filter)
      return say("go on to their \(rows), a row each", "展开为各自的\(rows)，每条一行")
    case .expandSlots(let unit, let period):
      return say(
        "make a row for every \(word(unit, isPlural: false))\(within(period)) in which each exists",
        "按\(within(period))存续的每\(counted(unit))各成一行")
    case .join(let join): return text(join)
    case .combine(let operation, let source): return text(operation, words(source))
    case .suppress(let below):
      return say("hide counts below \(value(below))", "隐去小于\(value(below))的计数")
    case .coverage(let coverage): return text(coverage)
    case .gaps(let evidence, let exclusion):
      let has = evidenceText(evidence)
      return say("list those that did not have \(has)", "列出没有过\(has)的") + text(exclusion)
        + say(
          ", with how many they had, when last and how long ago, longest first",
          "，附已有次数、最近一次和相隔天数，最久的在前")
    case .cadence(let cadence): return text(cadence)
    case .trend(let trend): return text(trend)
    case .funnel(let steps, let keys):
      let steps = steps.map(value).joined(separator: say(", then ", "，再到"))
      return say("count how many reached \(steps)", "统计有多少到达\(steps)") + grouped(keys)
    case .chart(let chart): return text(chart)
    case .invalid: return say("do nothing", "不做任何事")
    }
  }

  // MARK: Parts of stages

  /// `n, which is the sum of cost`, n（费用的合计）.
  func column(_ column: HearthSyntax.Column) -> String {
    guard let own = column.name else { return value(column.expression) }
    let value = value(column.expression)
    let name = name(own)
    return name == value ? name : say("\(name) (\(value))", "\(name)（\(value)）")
  }

  func grouped(_ keys: [HearthSyntax.Column]) -> String {
    if keys.isEmpty { return "" }
    return say(" for each \(list(keys.map(key)))", "，按\(list(keys.map(column)))分列")
  }

  /// A key as it follows `each`, without its article.
  private func key(_ key: HearthSyntax.Column) -> String {
    let text = column(key)
    return text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
  }

  private func each(_ per: [Expression]) -> String {
    per.isEmpty ? "" : say(" for each \(list(per.map(value)))", "（每个\(list(per.map(value)))分别）")
  }

  private func ordered(_ sort: [SortKey]) -> String {
    sort.isEmpty ? "" : say(" in the order of \(keysText(sort))", "（按\(keysText(sort))的次序）")
  }

  private func keysText(_ keys: [SortKey]) -> String {
    keys.map { key in
      ofRows.value(key.expression)
        + (key.isDescending == true ? say(" from the greatest down", "从大到小") : "")
    }.joined(separator: say(", then by ", "、再按"))
  }

  private func top(_ count: Expression, _ key: SortKey, _ per: [Expression]) -> String {
    let (count, what) = (value(count), ofRows.value(key.expression))
    return key.isDescending == false
      ? say("take the \(count) with the smallest \(what)", "取\(what)最小的\(count)行") + each(per)
      : say("take the \(count) with the greatest \(what)", "取\(what)最大的\(count)行") + each(per)
  }

  private func summarize(_ summary: Stage.Summary) -> String {
    let measures = list(summary.measures.map(column))
    return say("give \(measures)", "给出\(measures)") + grouped(summary.keys)
      + text(summary.extras)
  }

  private func text(_ extras: Stage.Summary.Extras) -> String {
    (extras.across.map(text) ?? "")
      + (extras.withTotal ? say(", with a total", "，并给出总计") : "")
      + (extras.withAll ? say(", also groups without rows", "，没有行的组也列出") : "")
  }

  func text(_ across: Stage.Across) -> String {
    switch across {
    case .key(let key):
      return say(", with a column for each \(self.key(key))", "，\(column(key))的每个取值各成一列")
    case .periods(let periods):
      let list = list(periods.map(value))
      return say(", compared over \(list)", "，并比较\(list)")
    }
  }

  func within(_ period: Expression?) -> String {
    period.map { say(" in \(self.period($0))", "\(self.period($0))内") } ?? ""
  }

  /// A bare year is a number but where a period is expected.
  func period(_ expression: Expression) -> String {
    let text = value(expression)
    if case .integer = expression.unwrapped.kind { return text + say("", "年") }
    return text
  }

  private func text(_ join: Stage.Join) -> String {
    let table = words(join.table)
    let alias = join.alias.map { say(" (as \(name($0)))", "（称为\(name($0))）") } ?? ""
    let conditions = join.conditions.map { condition -> String in
      let left = value(condition.left)
      let right = condition.right.map(value) ?? left
      return say("\(left) equals its \(right)", "\(left)等于其\(right)")
    }
    let kept: String =
      switch join.kind {
      case .inner: say("", "")
      case .left: say(", keeping those without a match", "，没有对应的行也保留")
      case .full: say(", keeping the rows of both without a match", "，两边没有对应的行都保留")
      }
    return say("join \(table)\(alias) where ", "连接\(table)\(alias)，条件是") + list(conditions)
      + kept
  }

  private func text(_ operation: Stage.SetOperation, _ source: String) -> String {
    switch operation {
    case .union: say("add \(source)", "加上\(source)")
    case .except: say("leave out those that are among \(source)", "除去同时在\(source)中的")
    case .intersect: say("keep those that are also among \(source)", "只留同时在\(source)中的")
    }
  }
}
