import HearthData

extension PlanDescriber {
  mutating func add(_ stage: CadenceStage, _ count: Int?) {
    var text = describe(stage.evidence) + " "
    switch stage.rhythm {
    case .every(let unit): text += RhythmNames.phrase(unit)[language]
    case .field(let field): text += say("every ", "每 ") + describe(field)
    }
    text += say(" at least ", " 至少 ") + describe(stage.minimum)
    text += say(" in ", " 在 ") + stage.period.description
    if let opens = stage.opens { text += say(" since ", " 自 ") + describe(opens) }
    if let closes = stage.closes { text += say(" until ", " 至 ") + describe(closes) }
    text += say(" adding ", " 加入 ") + stage.columns.map { name($0.slot) }.joined(separator: ", ")
    line(say("cadence", "频次"), text, count: count)
  }

  func describe(_ rows: LinkedRows) -> String {
    var text = rows.steps.map { step in
      (step.prefix.map { describe($0) + "." } ?? "") + describe(step.collection)
    }.joined(separator: ".")
    if let filter = rows.filter { text += say(" where ", " 其中 ") + describe(filter) }
    return text
  }
}
