import HearthData

extension PlanDescriber {
  /// `expand every day in 2026-10: from opened to closed`.
  mutating func add(_ stage: SlotStage, _ count: Int?) {
    let word = say("expand ", "展开 ") + every(stage.range.unit)
    let days: String
    switch stage.life {
    case .between(let opens, let closes):
      let first = opens.map { say("from ", "自 ") + describe($0) }
      let last = closes.map { say("to ", "至 ") + describe($0) }
      days = [first, last].compactMap { $0 }.joined(separator: " ")
    case .on(let day): days = say("on ", "在 ") + describe(day)
    }
    line(word, say("in ", "在 ") + "\(stage.range.period): " + days, count: count)
  }

  func every(_ unit: Period.Unit) -> String {
    switch unit {
    case .day: say("every day", "每天")
    case .week: say("every week", "每周")
    case .month: say("every month", "每月")
    case .quarter: say("every quarter", "每季度")
    case .half: say("every half", "每半年")
    case .year: say("every year", "每年")
    }
  }
}
