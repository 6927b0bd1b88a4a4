import HearthSyntax
import HearthText

extension ReadBack {
  func text(_ coverage: Stage.Coverage) -> String {
    let has = evidenceText(coverage.evidence)
    var result = say("how many had \(has)", "有过\(has)的有多少")
    result += text(coverage.exclusion)
    // What was left out, or asked of every value, ends before the groups begin.
    let isLong = coverage.exclusion != nil || coverage.evidence.isOfEachValue
    result += (isLong && !coverage.keys.isEmpty ? say(",", "") : "") + grouped(coverage.keys)
    result += coverage.across.map(text) ?? ""
    if let target = coverage.target {
      result += say(", against a target of \(value(target))", "，目标\(value(target))")
    }
    return result + (coverage.withAll ? say(", also groups without rows", "，没有行的组也列出") : "")
  }

  func text(_ cadence: Stage.Cadence) -> String {
    let rhythm: String =
      switch cadence.rhythm {
      case .unit(let unit): say("every \(word(unit, isPlural: false))", "每\(counted(unit))")
      case .field(let field):
        say("as often as \(value(field)) says", "按\(value(field))所定的周期")
      }
    let period =
      cadence.period.map { say(" in \(self.period($0))", "在\(self.period($0))内") }
      ?? say(" in the year to date", "今年以来")
    let has = evidenceText(cadence.evidence)
    return say(
      "how regularly they had \(has) \(rhythm)\(period)", "\(period)是否\(rhythm)都有\(has)")
      + grouped(cadence.keys)
  }

  func text(_ trend: Stage.Trend) -> String {
    let measure = column(trend.measure)
    let unit = trend.unit
    let period = within(trend.period)
    return say(
      "\(measure) \(period.isEmpty ? "" : period.dropFirst() + " ")for every \(word(unit, isPlural: false)), with the change",
      "\(period)每\(counted(unit))的\(measure)及其变化") + grouped(trend.keys)
  }

  func text(_ exclusion: Stage.Exclusion?) -> String {
    guard let exclusion else { return "" }
    let relative = clause(exclusion.condition).relative
    let reason = exclusion.reason.map { say(" (\($0))", "（\($0)）") } ?? ""
    return say(
      ", leaving out those \(relative)\(reason)", "，不计\(relative)的\(reason)")
  }

  // MARK: Evidence

  /// What a row must have had: `at least 2 services whose kind is visit`.
  func evidenceText(_ evidence: Evidence) -> String {
    switch evidence.subject {
    case .link(let link):
      return amount(evidence) + words(value(link), evidence.filter)
    case .members(let quantifier, let members):
      let parts = members.map { member in
        let filters = [member.filter, evidence.filter].compactMap { $0 }.map(clause)
        return amount(evidence)
          + words(Rows(noun: value(member.link), conditions: filters), article: "")
      }
      return several(quantifier, parts)
    case .eachValue(let quantifier, let link, let field):
      let rows = amount(evidence) + words(value(link), evidence.filter)
      return eachValue(quantifier, value(field), rows)
    }
  }

  private func eachValue(
    _ quantifier: Evidence.Quantifier, _ field: String, _ rows: String
  ) -> String {
    switch quantifier {
    case .all: return say("\(rows), of every \(field)", "每个\(field)的\(rows)")
    case .any: return say("\(rows), of any \(field)", "任一\(field)的\(rows)")
    case .exactly(let count):
      let count = value(count)
      return say(
        "\(rows), of exactly \(count) values of \(field)", "恰好\(count)个\(field)的\(rows)")
    }
  }

  private func amount(_ evidence: Evidence) -> String {
    let count = evidence.minimum.map(value) ?? "1"
    if let distinct = evidence.distinct {
      let different = value(distinct)
      return say(
        "at least \(count) different values of \(different) among the ",
        "至少\(count)种不同\(different)的")
    }
    guard evidence.minimum != nil else { return say("at least one of the ", "至少一次") }
    return say("at least \(count) of the ", "至少\(count)次")
  }

  private func several(_ quantifier: Evidence.Quantifier, _ members: [String]) -> String {
    switch quantifier {
    case .all: say("\(list(members)) (all of them)", "\(list(members))（全部都要）")
    case .any:
      list(members, last: Bilingual(" or ", "或")) + say(" (any of them)", "（有其一即可）")
    case .exactly(let count):
      say(
        "exactly \(value(count)) of these: \(list(members))",
        "\(list(members))（恰好其中\(value(count))项）")
    }
  }
}

extension Evidence {
  fileprivate var isOfEachValue: Bool {
    if case .eachValue = subject { true } else { false }
  }
}
