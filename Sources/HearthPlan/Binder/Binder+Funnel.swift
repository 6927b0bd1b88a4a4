import HearthData
import HearthSyntax
import HearthText

/// A funnel while it is bound: what is computed of every row, and asked of every group.
private struct Funnel {
  /// The date of each step, in slots where it is not stored.
  var dates: [TypedExpression] = []
  /// Whether a row has come to each step.
  var reached: [TypedExpression] = []
  var computed: [Assignment] = []
  var aggregates: [Aggregate] = []
  var measures: [Assignment] = []
}

extension Binder {
  /// `funnel raised > designed > delivered by kind`: how many rows have come how far.
  ///
  /// What a step asks is computed once per row and once per group, side by side; the last step of
  /// the plan puts the steps one below the other.
  mutating func bindFunnel(
    _ steps: [Expression], by keys: [HearthSyntax.Column], _ stage: Stage,
    _ pipeline: inout Pipeline
  ) {
    let rows = pipeline.scope
    let dated = bindSteps(steps, in: rows)
    var groups = Scope()
    groups.isGrouped = true
    groups.isUncertain = rows.isUncertain
    var groupKeys: [GroupStage.Key] = []
    for key in keys { bindKey(key, rows, &groups, &groupKeys) }
    guard let dated else {
      groups.isUncertain = true
      pipeline.scope = groups
      return
    }
    let funnel = funnel(dated)
    pipeline.add(.compute(funnel.computed), stage.span)
    for remark in earlyDates(dated, funnel) { pipeline.add(.remark(remark), stage.span) }
    pipeline.add(
      .group(
        GroupStage(keys: groupKeys, aggregates: funnel.aggregates, measures: funnel.measures)),
      stage.span)
    let labels = CategoryDictionary(dated.map(\.label), isClosed: true)
    let label = addColumn(
      ResultNames.step, .category(.fixed(labels)), role: .key, to: &groups)
    pipeline.add(
      .stack(
        StackStage(
          kept: groupKeys.map(\.slot), label: label, labels: labels,
          columns: stacked(funnel, in: &groups))), stage.span)
    pipeline.scope = groups
  }

  /// The steps as named dates; nil after an error.
  private mutating func bindSteps(_ steps: [Expression], in rows: Scope) -> [Scope.Column]? {
    var dated: Scope.Columns = []
    for step in steps {
      guard let bound = bind(step, in: rows) else { continue }
      refusePrivate(bound, step.span)
      guard bound.type.isMoment else {
        let what = Message.type(bound.type, schema)
        report(
          .badArgument, step.span,
          Bilingual("a step is a date; this is \(what.english)", "步骤须是日期；这里是\(what.chinese)"),
          hint: Bilingual(
            "name the dates on which the steps were taken, the first one first",
            "请依次写出各步骤的日期"))
        continue
      }
      let date = dayOf(bound)
      guard !dated.contains(where: { $0.expression == date }) else {
        report(
          .badArgument, step.span,
          Bilingual("this step is there already", "这个步骤已经有了"))
        continue
      }
      let names = unique(naming(of: step), besides: dated)
      dated.append(Scope.Column(names.english, label: names, date))
    }
    return dated.count == steps.count ? Array(dated) : nil
  }

  private mutating func funnel(_ steps: [Scope.Column]) -> Funnel {
    var funnel = Funnel()
    for step in steps {
      guard let expression = step.expression else { continue }
      let date = materialized(expression, step.label, &funnel.computed)
      var conditions = [TypedExpression(.isKnown(date), .bool)]
      if let before = funnel.reached.last { conditions.insert(before, at: 0) }
      let reached = compute(
        .conjunction(conditions), named("reached", "到达", step), &funnel)
      let count = Aggregate(.count, filter: reached, type: .int)
      ask(count, named("reached", "到达", step), &funnel)
      if let before = funnel.dates.last {
        let difference = TypedExpression(.difference(.day, from: before, to: date), .int)
        let days = compute(difference, named("days to", "用时", step), &funnel)
        let median = Aggregate(.median, argument: days, filter: reached, type: .number)
        ask(median, named("median days to", "中位天数", step), &funnel)
      }
      funnel.dates.append(date)
      funnel.reached.append(reached)
    }
    return funnel
  }

  /// A date before that of the step before counts, and is said.
  private func earlyDates(_ steps: [Scope.Column], _ funnel: Funnel) -> [CountedRemark] {
    steps.indices.dropFirst().map { index in
      let isEarly = TypedExpression(
        .compare(.less, funnel.dates[index], funnel.dates[index - 1]), .bool)
      return CountedRemark(
        .early(step: steps[index].label, before: steps[index - 1].label),
        count: .conjunction([funnel.reached[index], isEarly]))
    }
  }

  private func named(_ english: String, _ chinese: String, _ step: Scope.Column) -> Bilingual {
    Bilingual("\(english) \(step.label.english)", "\(chinese) \(step.label.chinese)")
  }

  private mutating func compute(
    _ expression: TypedExpression, _ names: Bilingual, _ funnel: inout Funnel
  ) -> TypedExpression {
    let slot = newSlot(names)
    funnel.computed.append(Assignment(slot, expression))
    return TypedExpression(.slot(slot), expression.type)
  }

  private mutating func ask(_ aggregate: Aggregate, _ names: Bilingual, _ funnel: inout Funnel) {
    let result = TypedExpression(.result(funnel.aggregates.count), aggregate.type)
    funnel.aggregates.append(aggregate)
    funnel.measures.append(Assignment(newSlot(names), result))
  }

  /// What stands below each other in the answer.
  private mutating func stacked(
    _ funnel: Funnel, in groups: inout Scope
  ) -> [StackStage.Column] {
    let values = funnel.measures.map { TypedExpression(.slot($0.slot), $0.expression.type) }
    let counts = values.filter { $0.type == .int }
    let medians = values.filter { $0.type == .number }
    let none = TypedExpression(.literal(.missing), .number)
    let waiting = zip(counts, counts.dropFirst()).map { count, next in
      TypedExpression(.arithmetic(.subtract, count, next), .int)
    }
    let shares = counts.map { TypedExpression.fraction($0, of: counts[0]) }
    let stepShares = zip(counts.dropFirst(), counts).map { TypedExpression.fraction($0, of: $1) }
    let nobody = TypedExpression(.literal(.int(0)), .int)
    let reached = addColumn(ResultNames.reached, .int, isCount: true, to: &groups)
    let share = addColumn(ResultNames.share, .number, role: .rate, to: &groups)
    let stepShare = addColumn(ResultNames.stepShare, .number, role: .rate, to: &groups)
    let medianDays = addColumn(ResultNames.medianDays, .number, to: &groups)
    let waits = addColumn(ResultNames.waiting, .int, isCount: true, to: &groups)
    return [
      StackStage.Column(slot: reached, values: counts),
      StackStage.Column(slot: share, values: shares),
      StackStage.Column(slot: stepShare, values: [none] + stepShares),
      StackStage.Column(slot: medianDays, values: [none] + medians),
      StackStage.Column(slot: waits, values: waiting + [nobody]),
    ]
  }
}
