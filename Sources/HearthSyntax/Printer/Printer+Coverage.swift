extension Printer {
  func text(_ coverage: Stage.Coverage) -> String {
    var result = word(.coverage) + text(coverage.evidence) + text(coverage.exclusion)
    result += by(coverage.keys)
    if let across = coverage.across { result += text(across) }
    if let target = coverage.target {
      result += rider(.target) + " " + text(target, .additive)
    }
    return coverage.withAll ? result + rider(.withAll) : result
  }

  func text(_ cadence: Stage.Cadence) -> String {
    word(.cadence) + subject(cadence.evidence) + text(filter: cadence.evidence.filter)
      + every(cadence.rhythm) + minimum(cadence.evidence) + within(cadence.period)
      + by(cadence.keys)
  }

  func text(_ evidence: Evidence) -> String {
    subject(evidence) + text(filter: evidence.filter) + minimum(evidence)
  }

  func text(_ exclusion: Stage.Exclusion?) -> String {
    guard let exclusion else { return "" }
    let reason = exclusion.reason.map { " " + Self.literal($0) } ?? ""
    return clause(.excluding) + " " + text(exclusion.condition, .lowest) + reason
  }

  func text(_ across: Stage.Across) -> String {
    let start = clause(.across) + " "
    switch across {
    case .key(let column): return start + text(column)
    case .periods(let periods): return start + "(" + list(periods) { text($0, .lowest) } + ")"
    }
  }

  /// `every month`, 每月; ` every rhythm`, 每 周期.
  func every(_ rhythm: Stage.Rhythm) -> String {
    switch rhythm {
    case .unit(let unit):
      clause(.every) + (language == .english ? " " : "") + name(unit)
    case .field(let field): clause(.every) + " " + text(field, .primary)
    }
  }

  func within(_ period: Expression?) -> String {
    period.map { clause(.among) + " " + text($0, .range) } ?? ""
  }

  private func minimum(_ evidence: Evidence) -> String {
    guard let minimum = evidence.minimum else { return "" }
    let distinct = evidence.distinct.map {
      " " + word(.distinctValues) + " " + text($0, .coalesce)
    }
    return clause(.atLeast) + " " + text(minimum, .primary) + (distinct ?? "")
  }

  /// Chinese has no word for `of`: 覆盖 服务.
  private var of: String { language == .english ? " of" : "" }

  private func subject(_ evidence: Evidence) -> String {
    switch evidence.subject {
    case .link(let link): of + " " + text(link, .primary)
    case .members(let quantifier, let members):
      of + text(quantifier) + " ("
        + mark(.opening)
        + members.map { text($0.link, .primary) + text(filter: $0.filter) }
        .joined(separator: "," + mark(.stage) + " ")
        + mark(.closing) + ")"
    case .eachValue(let quantifier, let link, let field):
      of + text(quantifier) + " " + text(link, .primary) + " " + word(.by) + " "
        + text(field, .primary)
    }
  }

  private func text(_ quantifier: Evidence.Quantifier) -> String {
    switch quantifier {
    case .all: " " + word(.allOf)
    case .any: " " + word(.anyOf)
    case .exactly(let count): " " + word(.exactly) + " " + text(count, .primary) + of
    }
  }
}
