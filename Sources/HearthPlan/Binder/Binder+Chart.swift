import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `chart bar of M by K`: says how the shown columns are drawn; the rows stay as they are.
  mutating func bindChart(_ chart: Stage.Chart, _ pipeline: inout Pipeline) {
    let columns = Array(pipeline.scope.columns)
    if pipeline.scope.isUncertain { return }
    let keys = chart.keys.map { position(of: $0, in: columns) }
    guard keys.allSatisfy({ $0 != nil }), let measures = measures(chart, columns) else {
      pipeline.scope.isUncertain = true
      return
    }
    var chosen = keys.compactMap { $0 }
    if chosen.isEmpty { chosen = usualKeys(columns, besides: measures) }
    if chart.kind == .line || chart.kind == .spark { chosen = chosen.timeLast(columns) }
    let isTable = chart.kind == .heat && chosen.count == 1 && chart.measure == nil
    if chart.kind == .heat, chosen.count < 2, !isTable || measures.count < 2 {
      reportTooFewKeys(chart)
      pipeline.scope.isUncertain = true
      return
    }
    pipeline.chart = Chart(
      kind: chart.kind.drawn, measures: isTable ? measures : Array(measures.prefix(1)),
      keys: chosen)
  }

  /// The column that is named; nil after an error.
  private mutating func position(of name: Name, in columns: [Scope.Column]) -> Int? {
    if let index = columns.firstIndex(where: { $0.isNamed(name.text) }) {
      spell(name.span, columns[index].label)
      return index
    }
    let names = columns.flatMap { [$0.name, $0.label.chinese] }
    report(
      .unknownName, name.span,
      Bilingual(
        "the result has no column called `\(name.text)`", "结果中没有名为“\(name.text)”的列"),
      word: name.text, candidates: names)
    return nil
  }

  /// The measure that is named, else all there are, rates first; nil after an error.
  private mutating func measures(_ chart: Stage.Chart, _ columns: [Scope.Column]) -> [Int]? {
    if let name = chart.measure {
      guard let index = position(of: name, in: columns) else { return nil }
      guard columns[index].isDrawable else {
        report(
          .badArgument, name.span,
          Bilingual("`\(name.text)` is not a number", "“\(name.text)”不是数值"),
          hint: Bilingual("a chart draws the numbers of one column", "图表画的是一列数值"))
        return nil
      }
      return [index]
    }
    let numbers = columns.indices.filter { columns[$0].isDrawable && columns[$0].role != .key }
    guard !numbers.isEmpty else {
      report(
        .badArgument, chart.span,
        Bilingual("there is no number to draw", "没有可画的数值"),
        hint: Bilingual("count or summarize before it: `| count by street`", "请先计数或汇总：“| 计数 按 街道”"))
      return nil
    }
    let rates = numbers.filter { columns[$0].role == .rate }
    return rates + numbers.filter { !rates.contains($0) }
  }

  private func usualKeys(_ columns: [Scope.Column], besides measures: [Int]) -> [Int] {
    let others = columns.indices.filter { !measures.contains($0) && columns[$0].role != .running }
    let keys = others.filter { columns[$0].role == .key }
    if !keys.isEmpty { return keys }
    return Array(others.filter { !columns[$0].isDrawable }.prefix(1))
  }

  private mutating func reportTooFewKeys(_ chart: Stage.Chart) {
    report(
      .badArgument, chart.span,
      Bilingual("`heat` needs two keys", "“热力”需要两个分组键"),
      hint: Bilingual("as in `count by street, kind | chart heat`", "例如“计数 按 街道, 类型 | 图表 热力”"))
  }

  /// After a chart nothing can be done with the rows.
  mutating func refuseStageAfterChart(_ stage: Stage) {
    report(
      .badArgument, stage.span,
      Bilingual("a chart is the last stage", "图表只能是最后一步"),
      hint: Bilingual("move `chart` to the end", "请把“图表”移到末尾"))
  }
}

extension Scope.Column {
  fileprivate var isDrawable: Bool {
    guard let type = expression?.type else { return false }
    switch type {
    case .int, .number, .decimal: return role != .target && role != .short && role != .running
    case .text, .category, .tags, .bool, .date, .dateTime, .period, .link, .list, .missing:
      return false
    }
  }

  fileprivate var isTime: Bool {
    switch expression?.type {
    case .date, .dateTime, .period: true
    case .text, .category, .tags, .int, .number, .decimal, .bool, .link, .list, .missing, nil: false
    }
  }
}

extension [Int] {
  /// What goes across last: the time, where there is one.
  fileprivate func timeLast(_ columns: [Scope.Column]) -> [Int] {
    guard let time = last(where: { columns[$0].isTime }) else { return self }
    return filter { $0 != time } + [time]
  }
}

extension ChartKind {
  fileprivate var drawn: Chart.Kind {
    switch self {
    case .bar: .bar
    case .line: .line
    case .heat: .heat
    case .spark: .spark
    }
  }
}
