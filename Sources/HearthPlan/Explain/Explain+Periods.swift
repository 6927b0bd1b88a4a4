import HearthData
import HearthText

// The steps of trend and funnel.

extension PlanDescriber {
  mutating func add(_ stage: TrendStage, _ count: Int?) {
    let aggregates = stage.aggregates.map { describe($0) }
    var text = [stage.measure, stage.change].map { column in
      "\(name(column.slot)) = \(describe(column.expression, results: aggregates))"
    }.joined(separator: ", ")
    text += say(" every ", " 每") + word(stage.unit) + say(" of ", "，依据 ") + describe(stage.date)
    if let range = stage.writtenPeriod { text += say(" in ", "，在 ") + range }
    line(say("trend", "趋势"), text + grouping(by: stage.keys), count: count)
  }

  mutating func add(_ stage: StackStage, _ count: Int?) {
    let labels = stage.labels.entries.map { $0[language] }.joined(separator: " > ")
    let columns = stage.columns.map { name($0.slot) }.joined(separator: ", ")
    line(
      say("stack", "逐行列出"), labels + say(" with ", "，列出 ") + columns, count: count)
  }

  func word(_ unit: Period.Unit) -> String {
    switch unit {
    case .day: say("day", "天")
    case .week: say("week", "周")
    case .month: say("month", "月")
    case .quarter: say("quarter", "季度")
    case .half: say("half", "半年")
    case .year: say("year", "年")
    }
  }
}

extension TrendStage {
  /// nil when no period was written.
  fileprivate var writtenPeriod: String? {
    period == .always ? nil : period.description
  }
}
