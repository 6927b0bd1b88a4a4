import HearthData
import HearthText

/// What a reader of an empty answer is told: the stage that emptied it, and what there is instead.
///
/// Without `showsValues` no value of a single row is named.
package func notes(
  on empty: EmptyStage, of plan: Plan, catalog: Catalog, showsValues: Bool
) -> [Note] {
  let words = EmptyStageWords(
    say: BilingualDescriber(catalog: catalog, plan: plan), showsValues: showsValues)
  return words.notes(on: empty).map { Note($0) }
}

/// What is said under a coverage that covers nobody.
package func notes(
  onUnmet evidence: [ConditionCount], of plan: Plan, catalog: Catalog, showsValues: Bool
) -> [Note] {
  let words = EmptyStageWords(
    say: BilingualDescriber(catalog: catalog, plan: plan), showsValues: showsValues)
  return words.notes(on: evidence).map { Note($0) }
}

private struct EmptyStageWords {
  let say: BilingualDescriber
  let showsValues: Bool

  func notes(on empty: EmptyStage) -> [Bilingual] {
    guard let step = empty.step else {
      return [Bilingual("there was no row to begin with", "一开始就没有任何行")]
    }
    let label = say { $0.label(of: step) }
    let rows = empty.rowsBefore
    let first = Bilingual(
      "nothing is left after “\(label.english)”; there \(were(rows)) before it",
      "“\(label.chinese)”之后一行也不剩，此前有 \(rows) 行")
    return [first] + notes(on: empty.conditions)
  }

  private func were(_ rows: Int) -> String { rows == 1 ? "was 1 row" : "were \(rows) rows" }

  /// What is said of the conditions on some rows: those of a table, or those behind a link, which
  /// `linked` names with their number.
  func notes(
    on conditions: [ConditionCount], of linked: Bilingual? = nil
  ) -> [Bilingual] {
    let unmet = conditions.filter { $0.rows == 0 }
    if !unmet.isEmpty { return unmet.flatMap { notes(on: $0, of: linked) } }
    guard conditions.count > 1 else { return [] }
    let counts = counts(conditions)
    guard let linked else {
      return [
        Bilingual(
          "each condition alone keeps some rows, but no row meets all of them: \(counts.english)",
          "每个条件单独都有行满足，但没有一行同时满足：\(counts.chinese)")
      ]
    }
    return [
      Bilingual(
        "of \(linked.english) none meets all conditions: \(counts.english)",
        "\(linked.chinese)中没有一条满足全部条件：\(counts.chinese)")
    ]
  }

  private func notes(on unmet: ConditionCount, of linked: Bilingual?) -> [Bilingual] {
    let label = say { $0.label(unmet.condition) }
    var first = Bilingual(
      "“\(label.english)” holds for no row", "没有一行满足“\(label.chinese)”")
    if let linked {
      first = Bilingual(
        "of \(linked.english) “\(label.english)” holds for none",
        "\(linked.chinese)中没有一条满足“\(label.chinese)”")
    }
    let found = unmet.instead.flatMap(words)
    guard let instead = found.first else { return [first] }
    let joined = Bilingual(
      first.english + "; " + instead.english, first.chinese + "；" + instead.chinese)
    return [joined] + found.dropFirst()
  }

  private func counts(_ conditions: [ConditionCount]) -> Bilingual {
    let parts = conditions.map { part in
      let label = say { $0.label(part.condition) }
      return Bilingual("\(label.english) \(part.rows)", "\(label.chinese) \(part.rows) 行")
    }
    return Bilingual(
      parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "、"))
  }

  // MARK: What there is instead

  private func words(_ found: WhatThereIs) -> [Bilingual] {
    switch found {
    case .linkedRows(let collection, let count, let conditions):
      return words(collection, count, conditions)
    case .nothing(let expression):
      let name = say { $0.describe(expression) }
      return [Bilingual("\(name.english) is never known", "\(name.chinese)全部缺失")]
    case .values(let expression, let values, let others):
      return showsValues ? [words(expression, values, others)] : []
    case .alike(let expression, let value):
      return showsValues ? [words(expression, value)] : []
    case .range(let expression, let from, let to, let nearest):
      return showsValues ? [words(expression, from, to, nearest)] : []
    }
  }

  private func words(
    _ expression: TypedExpression, _ values: [(value: Value, count: Int)], _ others: Int
  ) -> Bilingual {
    let name = say { $0.describe(expression) }
    let list = say { words in
      values.map { "\(words.valueText($0.value, expression.type)) \($0.count)" }
        .joined(separator: words.say(", ", "、"))
    }
    var result = Bilingual(
      "\(name.english): \(list.english)", "\(name.chinese)有：\(list.chinese)")
    if others > 0 {
      result.english += " and \(others) more"
      result.chinese += "，另有 \(others) 个值"
    }
    return result
  }

  private func words(_ expression: TypedExpression, _ alike: Value) -> Bilingual {
    let name = say { $0.describe(expression) }
    let text = text(alike, expression)
    return Bilingual(
      "the nearest \(name.english) is \(text.english)", "最接近的\(name.chinese)是 \(text.chinese)")
  }

  private func words(
    _ expression: TypedExpression, _ from: Value, _ to: Value, _ nearest: Value?
  ) -> Bilingual {
    let name = say { $0.describe(expression) }
    let (first, last) = (text(from, expression), text(to, expression))
    if from == to {
      return Bilingual(
        "every known \(name.english) is \(first.english)",
        "已知的\(name.chinese)都是 \(first.chinese)")
    }
    var result = Bilingual(
      "\(name.english) goes from \(first.english) to \(last.english)",
      "\(name.chinese)从 \(first.chinese) 到 \(last.chinese)")
    if let near = nearest.map({ text($0, expression) }) {
      result.english += "; the nearest is \(near.english)"
      result.chinese += "，最近的是 \(near.chinese)"
    }
    return result
  }

  private func text(_ value: Value, _ expression: TypedExpression) -> Bilingual {
    say { $0.valueText(value, expression.type) }
  }

  private func words(
    _ collection: Collection, _ count: Int, _ conditions: [ConditionCount]
  ) -> [Bilingual] {
    let name = say { $0.describe(collection) }
    guard count > 0 else {
      return [Bilingual("they have no \(name.english) at all", "它们完全没有\(name.chinese)")]
    }
    return notes(
      on: conditions,
      of: Bilingual("their \(count) \(name.english)", "它们的 \(count) 条\(name.chinese)"))
  }
}

extension PlanDescriber {
  /// A value as a reader sees it: texts without quotation marks, tags by their names.
  func valueText(_ value: Value, _ type: ValueType) -> String {
    switch value {
    case .text(let text): text
    case .bool(let isYes): isYes ? say("yes", "是") : say("no", "否")
    case .tags(let mask): tagsText(mask, type)
    case .list(let values):
      values.map { valueText($0, type.element) }.joined(separator: say(", ", "、"))
    case .missing, .int, .number, .decimal, .date, .dateTime, .period, .category, .row:
      text(value, type)
    }
  }

  private func tagsText(_ mask: UInt64, _ type: ValueType) -> String {
    guard case .tags(let domain) = type, let values = dictionary(domain) else { return "" }
    return values.entries.indices.filter { mask & (1 << UInt64($0)) != 0 }
      .map { values.entries[$0][language] }.joined(separator: say(", ", "、"))
  }
}
