import HearthData
import HearthText

extension PlanDescriber {
  mutating func add(_ step: PlanStep, count: Int?) {
    switch step.kind {
    case .filter(let condition): line(say("where", "筛选"), describe(condition), count: count)
    case .compute(let columns): line(say("compute", "计算"), assignments(columns), count: count)
    case .window(let stage): add(stage, count)
    case .sort(let order): line(say("sort", "排序"), keys(order), count: count)
    case .slice(let first, let last, let per, let order):
      let range = last == .max ? say("from row \(first)", "第 \(first) 行起") : "\(first)..\(last)"
      line(say("take", "取"), range + grouping(per) + ordering(order), count: count)
    case .top(let number, let key, let per):
      line(
        say("top", "前"), "\(number) " + say("by ", "按 ") + keys([key]) + grouping(per),
        count: count)
    case .distinct(let expressions): line(say("distinct", "去重"), list(expressions), count: count)
    case .sample(let number, let seed):
      line(say("sample", "抽样"), "\(number) " + say("seed ", "种子 ") + "\(seed)", count: count)
    case .group(let stage): add(stage, count)
    case .trend(let stage): add(stage, count)
    case .stack(let stage): add(stage, count)
    case .expand(let collection, let filter, let carried): add(collection, filter, carried, count)
    case .expandSlots(let stage): add(stage, count)
    case .join(let stage): add(stage, count)
    case .cadence(let stage): add(stage, count)
    case .union(let plan, let columns):
      line(
        say("union", "合并"), columns.map { name($0.slot) }.joined(separator: ", "), count: count)
      nest(plan)
    case .match(let plan, let isKept, let columns):
      line(
        isKept ? say("intersect", "交集") : say("except", "除去"), list(columns.map(\.left)),
        count: count)
      nest(plan)
    case .suppress(let stage):
      line(
        say("suppress below", "隐去 低于"),
        "\(stage.below): " + stage.measures.map(name).joined(separator: ", "), count: count)
    case .remark(let remark): line(words(remark.subject), describe(remark.count), count: count)
    }
  }

  private func words(_ subject: CountedRemark.Subject) -> String {
    switch subject {
    case .evidenceAfterToday: say("say how many are after today:", "说明今天之后的有多少：")
    case .population: say("say how many are counted:", "说明统计范围：")
    case .unrecorded, .unrecordedLinked, .unrecordedExclusion:
      say("say how many lack a value:", "说明缺少取值的有多少：")
    case .excluded: say("say how many are excluded:", "说明排除了多少：")
    case .early(let step, let before):
      say(
        "say how many have \(step.english) before \(before.english):",
        "说明\(step.chinese)早于\(before.chinese)的有多少：")
    }
  }

  private func grouping(_ per: [TypedExpression]) -> String {
    per.isEmpty ? "" : say(" per ", " 每组 ") + list(per)
  }

  private func ordering(_ order: [PlannedSortKey]) -> String {
    order.isEmpty ? "" : say(" sort ", " 排序 ") + keys(order)
  }

  private mutating func add(_ stage: WindowStage, _ count: Int?) {
    let windows = stage.windows.map { window -> String in
      switch window {
      case .rowNumber: say("row_number", "行号")
      case .whole(let aggregate): describe(aggregate)
      case .running(let aggregate): say("running ", "累计 ") + describe(aggregate)
      case .neighbour(let expression, let distance):
        (distance < 0 ? say("lead", "下一行") : say("lag", "上一行"))
          + "(\(describe(expression)), \(distance.magnitude))"
      }
    }
    let columns = stage.assignments.map {
      "\(name($0.slot)) = \(describe($0.expression, results: windows))"
    }
    line(
      say("window", "逐行"),
      columns.joined(separator: ", ") + grouping(stage.per) + ordering(stage.order), count: count)
  }

  private mutating func add(_ stage: GroupStage, _ count: Int?) {
    // What a measure has given a name is called by it in the measures after it.
    var aggregates = stage.aggregates.map { describe($0) }
    var measures: [String] = []
    for measure in stage.measures {
      measures.append(
        "\(name(measure.slot)) = \(describe(measure.expression, results: aggregates))")
      if case .result(let index) = measure.expression.kind {
        aggregates[index] = name(measure.slot)
      }
    }
    var text = measures.joined(separator: ", ")
    text += grouping(by: stage.keys)
    if let across = stage.across {
      text += say(" across ", " 分列 ") + describe(across.expression)
      text += say(" (\(across.values.count) values)", "（\(across.values.count) 个取值）")
    }
    if stage.withTotal { text += say(" with total", " 带合计") }
    if stage.withAll { text += say(" with all", " 带全部") }
    line(say("summarize", "汇总"), text, count: count)
  }

  func grouping(by keys: [GroupStage.Key]) -> String {
    if keys.isEmpty { return "" }
    let texts = keys.map { key -> String in
      let each = key.isExploded ? say("each of ", "逐个 ") : ""
      let (name, value) = (name(key.slot), describe(key.expression))
      return each + (name == value ? name : "\(name) = \(value)")
    }
    return say(" by ", " 按 ") + texts.joined(separator: ", ")
  }

  private mutating func add(
    _ collection: Collection, _ filter: TypedExpression?, _ carried: [Assignment], _ count: Int?
  ) {
    var text = describe(collection)
    if let filter { text += say(" where ", " 其中 ") + describe(filter) }
    if !carried.isEmpty { text += say(" keeping ", " 保留 ") + assignments(carried) }
    line(say("expand", "展开"), text, count: count)
  }

  private mutating func add(_ stage: JoinStage, _ count: Int?) {
    let word: String
    switch stage.kind {
    case .inner: word = say("join", "连接")
    case .left: word = say("left join", "左连接")
    case .full: word = say("full join", "全连接")
    }
    let conditions = stage.conditions.map { condition in
      describe(condition.left) + " = " + describe(condition.right)
    }
    var text = say("on ", "依据 ") + conditions.joined(separator: ", ")
    let carried = stage.carried.map { name($0.slot) }
    if !carried.isEmpty { text += say(" adding ", " 加入 ") + carried.joined(separator: ", ") }
    line(word, text, count: count)
    nest(stage.right)
  }
}
