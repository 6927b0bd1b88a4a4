import HearthData
import HearthText

/// The story of a row as tables: its stages, then for each link that decided the rows behind it.
///
/// A chapter is told by each plan that the row went through, the earlier results first. Texts are in
/// one language; `key` is the row's own key as it was written.
package func tables(
  of chapters: [(story: RowStory, plan: Plan)], key: String, catalog: Catalog,
  language: Language, masksPrivate: Bool
) -> [ResultTable] {
  let told = chapters.map { story, plan in
    let words = PlanDescriber(catalog: catalog, language: language, plan: plan, isBrief: true)
    return RowStoryWords(words: words, plan: plan, key: key, masksPrivate: masksPrivate)
  }
  let tableCount = chapters.reduce(0) { $0 + $1.story.steps.flatMap(\.evidence).count }
  var lines: [RowStoryWords.Line] = []
  var evidence: [ResultTable] = []
  for (chapter, words) in zip(chapters, told) {
    lines += chapter.story.steps.map(words.line)
    evidence += chapter.story.steps.flatMap { words.evidence($0, namesStage: tableCount > 1) }
  }
  var stages = ResultTable(columns: columns(lines), rowCount: lines.count)
  if let last = chapters.last, let words = told.last {
    stages.notes = words.ending(last.story).map { [Note($0)] } ?? []
  }
  return [stages] + evidence
}

private func columns(_ lines: [RowStoryWords.Line]) -> [ResultColumn] {
  func column(_ name: String, _ chinese: String, _ texts: [String?]) -> ResultColumn {
    ResultColumn(name: name, label: Bilingual(name, chinese), values: Column(texts: texts))
  }
  return [
    column("stage", "步骤", lines.map(\.stage)), column("result", "结果", lines.map(\.outcome)),
    column("why", "原因", lines.map { $0.reason.isEmpty ? nil : $0.reason }),
  ]
}

private struct RowStoryWords {
  let words: PlanDescriber
  let plan: Plan
  let key: String
  let masksPrivate: Bool

  func say(_ english: String, _ chinese: String) -> String { words.say(english, chinese) }

  // MARK: Stages

  struct Line {
    var stage: String
    var outcome: String
    var reason: String
  }

  func line(_ step: RowStory.Step) -> Line {
    Line(stage: label(step), outcome: outcome(step.outcome), reason: reason(step))
  }

  private func label(_ step: RowStory.Step) -> String {
    guard let kind = step.kind else {
      if case .entity(let entity) = plan.source { return words.schema[entity].name[words.language] }
      return say("source", "来源")
    }
    if case .sort(let keys) = kind { return say("sort by ", "排序 ") + words.keys(keys) }
    if case .group(let stage) = kind, stage.keys.isEmpty { return say("in all", "总计") }
    return words.label(of: kind)
  }

  private func outcome(_ outcome: RowStory.Outcome) -> String {
    switch outcome {
    case .absent: say("not there", "不在其中")
    case .kept, .placed(_, _, isKept: true): say("kept", "保留")
    case .dropped, .placed(_, _, isKept: false): say("dropped", "去掉")
    case .left(let count, let all): say("\(count) of \(all) kept", "\(all) 行中保留 \(count) 行")
    case .became(let count): say("became \(count) rows", "变为 \(count) 行")
    case .grouped: say("counted", "计入")
    }
  }

  private func reason(_ step: RowStory.Step) -> String {
    var parts: [String] = []
    switch step.outcome {
    case .placed(let place, let count, _):
      parts.append(say("place \(place) of \(count)", "第 \(place) 位，共 \(count) 行"))
    case .grouped(let groups) where groups.count == 1:
      parts += groups[0].values.map { "\(words.name($0.slot)) = \(text($0))" }
    case .grouped(let groups) where groups.first?.values.isEmpty == false:
      parts.append(say("\(groups.count) groups", "\(groups.count) 个组"))
    case .absent, .kept, .dropped, .became, .left, .grouped: break
    }
    parts += step.conditions.map(judgement)
    return parts.joined(separator: " · ")
  }

  /// `status = active: no (moved)`.
  private func judgement(_ judged: JudgedCondition) -> String {
    let values = judged.values.map { text($0.value, $0.expression) }
    let answer = judged.isMet ? say("yes", "是") : say("no", "否")
    let own =
      values.isEmpty
      ? "" : say(" (", "（") + values.joined(separator: say(", ", "、")) + say(")", "）")
    return words.label(judged.condition) + say(": ", "：") + answer + own
  }

  private func text(_ value: Value, _ expression: TypedExpression) -> String {
    if masksPrivate, plan.isPrivate(expression, in: words.schema) { return "***" }
    return words.valueText(value, expression.type)
  }

  func ending(_ story: RowStory) -> Bilingual? {
    guard let last = story.steps.last else { return nil }
    switch last.outcome {
    case .absent: return Bilingual("\(key) is not in the source", "\(key) 不在来源中")
    case .kept, .became, .left, .placed(_, _, isKept: true):
      return Bilingual("\(key) is in the answer", "\(key) 在结果中")
    case .dropped, .placed(_, _, isKept: false):
      let label = label(last)
      return Bilingual(
        "\(key) is not in the answer: “\(label)” dropped it", "\(key) 不在结果中：“\(label)”这一步去掉了它")
    case .grouped(let groups) where groups.allSatisfy(\.values.isEmpty):
      return Bilingual("\(key) is counted in the answer", "\(key) 计入了结果")
    case .grouped(let groups):
      let names = groups.prefix(Self.mostGroups)
        .map { $0.values.map(text).joined(separator: say(", ", "、")) }
      let others = groups.count - names.count
      return Bilingual(
        "\(key) is counted under " + names.joined(separator: "; ")
          + (others > 0 ? " and \(others) more" : ""),
        "\(key) 计入" + names.map { "“\($0)”" }.joined()
          + (others > 0 ? "等 \(groups.count) 个" : "") + "组")
    }
  }

  private static let mostGroups = 12

  private func text(_ key: RowStory.KeyValue) -> String { text(key.value, key.expression) }

  // MARK: Evidence

  /// A table for each link that a stage looks at; of several tables each names its stage.
  func evidence(_ step: RowStory.Step, namesStage: Bool) -> [ResultTable] {
    step.evidence.map { table($0, of: namesStage ? label(step) : nil) }
  }

  /// The rows behind a link: their key, the fields that the conditions name, and what they fail.
  private func table(_ evidence: DecidingRows, of stage: String?) -> ResultTable {
    var columns = keyColumn(evidence).map { [$0] } ?? []
    for (index, field) in evidence.fields.enumerated() {
      let name = words.describe(field)
      columns.append(
        ResultColumn(
          name: name, label: Bilingual(same: name),
          values: Column(
            texts: evidence.rows.map { row in
              row.values[index] == .missing ? nil : text(row.values[index], field)
            })))
    }
    columns.append(
      ResultColumn(
        name: "counts", label: Bilingual("counts", "计入"),
        values: Column(bools: evidence.rows.map { !$0.isMet.contains(false) })))
    columns.append(
      ResultColumn(
        name: "fails", label: Bilingual("fails", "不满足"),
        values: Column(texts: evidence.rows.map { failures($0, evidence) })))
    var table = ResultTable(columns: columns, rowCount: evidence.rows.count)
    table.notes = [Note(counts(evidence, of: stage))]
    return table
  }

  private func counts(_ evidence: DecidingRows, of stage: String?) -> Bilingual {
    let link = words.schema[evidence.collection.link]
    let linked = evidence.collection.isReversed ? link.reverseName : link.name
    let place = stage.map { Bilingual(" for “\($0)”", "（“\($0)”）") } ?? Bilingual(same: "")
    var counts = Bilingual(
      "\(linked.english) of \(key)\(place.english): "
        + "\(evidence.countingCount) of \(evidence.count) count",
      "\(key) 的\(linked.chinese)\(place.chinese)："
        + "\(evidence.count) 条中有 \(evidence.countingCount) 条计入")
    if let needed = evidence.needed {
      counts.english += ", \(needed) needed"
      counts.chinese += "，至少须有 \(needed)"
    }
    return Bilingual(
      counts.english + shown(evidence), counts.chinese + shownChinese(evidence))
  }

  private func shown(_ evidence: DecidingRows) -> String {
    evidence.rows.count < evidence.count ? "; the first \(evidence.rows.count) are shown" : ""
  }

  private func shownChinese(_ evidence: DecidingRows) -> String {
    evidence.rows.count < evidence.count ? "，列出前 \(evidence.rows.count) 条" : ""
  }

  private func keyColumn(_ evidence: DecidingRows) -> ResultColumn? {
    let entity = evidence.collection.entity
    guard let key = words.schema[entity].key else { return nil }
    let field = words.schema[entity].fields[key]
    guard let keys = try? words.catalog.store.column(FieldID(entity, key)) else { return nil }
    return ResultColumn(
      name: field.name.english, label: field.name,
      values: Column(texts: evidence.rows.map { keys.cellText(at: Int($0.row)) }),
      isPrivate: field.isPrivate)
  }

  /// The conditions that a row fails; of a date alone, by how much.
  private func failures(_ row: DecidingRows.Row, _ evidence: DecidingRows) -> String? {
    let failed = zip(evidence.conditions, row.isMet).filter { !$0.1 }.map(\.0)
    if failed.isEmpty { return nil }
    let labels = failed.map(words.label).joined(separator: say(", ", "、"))
    guard failed.count == 1, let days = distance(failed[0], row, evidence) else { return labels }
    return labels + say(" (by \(days) \(days == 1 ? "day" : "days"))", "（相差 \(days) 天）")
  }

  /// How many days a date lies outside the period that it should be in.
  private func distance(
    _ condition: TypedExpression, _ row: DecidingRows.Row, _ evidence: DecidingRows
  ) -> Int? {
    guard case .inPeriod(let date, let period) = condition.kind,
      case .period(let wanted)? = period.constant, wanted.start < wanted.end,
      let index = evidence.fields.firstIndex(of: date), case .date(let day) = row.values[index]
    else { return nil }
    return Int(
      day < wanted.start ? wanted.start.number - day.number : day.number - wanted.lastDay.number)
  }
}
