import HearthData
import HearthText

/// What each step of a plan is called in a line of row counts; nil for those that keep every row.
///
/// A filter is called by its condition alone: `bereaved, status = active`.
package func stepLabels(_ plan: Plan, catalog: Catalog) -> [Bilingual?] {
  let words = BilingualDescriber(catalog: catalog, plan: plan)
  return plan.steps.map { step in
    step.kind.changesRows ? words { $0.label(of: step.kind) } : nil
  }
}

/// The words for one plan in both languages.
struct BilingualDescriber {
  let english: PlanDescriber
  let chinese: PlanDescriber

  init(catalog: Catalog, plan: Plan) {
    func describer(_ language: Language) -> PlanDescriber {
      PlanDescriber(catalog: catalog, language: language, plan: plan, isBrief: true)
    }
    english = describer(.english)
    chinese = describer(.chinese)
  }

  func callAsFunction(_ say: (PlanDescriber) -> String) -> Bilingual {
    Bilingual(say(english), say(chinese))
  }
}

extension PlanStep.Kind {
  /// Whether the rows after the step may be others than those before it.
  fileprivate var changesRows: Bool {
    switch self {
    case .compute, .window, .sort, .suppress, .remark, .cadence: false
    // The one row of a summary says nothing about how many there were.
    case .group(let stage): !stage.keys.isEmpty
    case .filter, .slice, .top, .distinct, .sample, .expand, .join, .union, .match, .trend, .stack,
      .expandSlots:
      true
    }
  }
}

extension PlanDescriber {
  /// A condition in the fewest words.
  func label(_ condition: TypedExpression) -> String {
    switch condition.kind {
    case .and(let parts): return parts.map(label).joined(separator: say(", ", "、"))
    case .hasTags(_, .any, let mask) where mask.nonzeroBitCount == 1:
      return tagNames(condition) ?? describe(condition)
    case .not(let part):
      if let slot = part.slot, slotName(slot) == ResultNames.covered {
        return ResultNames.uncovered[language]
      }
      return part.isSingle ? say("not ", "非 ") + label(part) : describe(condition)
    case .isOneOf(let part, let values) where values.isEmpty:
      return describe(part) + say(" = an unknown value", " = 没有的取值")
    case .linked(let linked) where linked.aggregate.function == .any:
      return say("with ", "有 ") + rows(linked)
    case .linked(let linked) where linked.aggregate.function == .no:
      return say("without ", "没有 ") + rows(linked)
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .or, .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference,
      .boundary, .makePeriod:
      return describe(condition)
    }
  }

  /// The linked rows that an aggregate looks at.
  private func rows(_ linked: LinkedAggregate) -> String {
    let name = describe(linked.collection)
    guard let filter = linked.aggregate.filter else { return name }
    return name + say(" where ", " 其中 ") + label(filter)
  }

  /// The name of the one tag that is asked for.
  private func tagNames(_ condition: TypedExpression) -> String? {
    guard case .hasTags(let part, _, let mask) = condition.kind, case .tags(let domain) = part.type
    else { return nil }
    return dictionary(domain)?.entries[mask.trailingZeroBitCount][language]
  }

  func label(of step: PlanStep.Kind) -> String {
    switch step {
    case .filter(let condition): return label(condition)
    case .slice(let first, let last, let per, _):
      let range = last == .max ? say("from row \(first)", "第 \(first) 行起") : rows(first, last)
      return range + grouped(" per ", " 每组 ", per)
    case .top(let count, let key, let per):
      return say("top \(count) by ", "前 \(count) 按 ") + keys([key]) + grouped(" per ", " 每组 ", per)
    case .distinct(let expressions):
      return say("distinct ", "去重 ") + list(expressions)
    case .sample(let count, _): return say("sample of \(count)", "抽样 \(count)")
    case .group(let stage):
      return by(stage.keys)
    case .trend(let stage):
      let unit = say("every ", "每") + word(stage.unit)
      return stage.keys.isEmpty ? unit : unit + " " + by(stage.keys)
    case .stack: return say("each step", "每个步骤")
    case .expand(let collection, let filter, _):
      let all = describe(collection)
      return filter.map { all + say(" where ", " 其中 ") + label($0) } ?? all
    case .expandSlots(let stage): return every(stage.range.unit)
    case .join: return say("joined", "连接后")
    case .union: return say("united", "合并后")
    case .match(_, let isKept, _):
      return isKept ? say("in both", "两者都有") : say("not in the other", "除去后")
    case .compute, .window, .sort, .suppress, .remark, .cadence: return ""
    }
  }

  private func by(_ keys: [GroupStage.Key]) -> String {
    say("by ", "按 ") + keys.map { name($0.slot) }.joined(separator: say(", ", "、"))
  }

  private func rows(_ first: Int64, _ last: Int64) -> String {
    if first == 1 { return say("first \(last)", "前 \(last) 行") }
    return say("rows \(first)..\(last)", "第 \(first)..\(last) 行")
  }

  private func grouped(
    _ english: String, _ chinese: String, _ per: [TypedExpression]
  ) -> String {
    per.isEmpty ? "" : say(english, chinese) + list(per)
  }
}

extension TypedExpression {
  /// Whether its label is one word or so, which `not` may stand before.
  fileprivate var isSingle: Bool {
    switch kind {
    case .hasTags, .field, .slot, .definition, .follow: true
    case .literal, .row, .outer, .linked, .result, .negate, .not, .and, .or, .compare,
      .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .listHas,
      .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      false
    }
  }
}
