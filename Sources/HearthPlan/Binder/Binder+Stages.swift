import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bind(_ stage: Stage, to pipeline: inout Pipeline) {
    switch stage.kind {
    case .filter(let condition): bindFilter(condition, stage.span, &pipeline)
    case .select(let columns): bindSelect(columns, stage.span, &pipeline)
    case .add(let columns, let per, let sort):
      bindAdd(columns, per: per, sort: sort, stage.span, &pipeline)
    case .drop(let names): bindDrop(names, stage.keyword, &pipeline)
    case .rename(let renamings): bindRename(renamings, &pipeline)
    case .sort(let keys):
      let order = bindSort(keys, in: pipeline.scope)
      pipeline.add(.sort(order), stage.span)
    case .take(let first, let last, let per, let sort):
      let groups = bindGroups(per, in: pipeline.scope)
      let order = bindSort(sort, in: pipeline.scope)
      guard let rows = bindRange(first: first, last: last) else { return }
      pipeline.add(
        .slice(first: rows.first, last: rows.last, per: groups, order: order), stage.span)
    case .skip(let count):
      guard let first = bindStart(after: count) else { return }
      pipeline.add(.slice(first: first, last: .max, per: [], order: []), stage.span)
    case .top(let count, let key, let per):
      guard let count = bindAmount(count, from: 0) else { return }
      let groups = bindGroups(per, in: pipeline.scope)
      guard var order = bindSort([key], in: pipeline.scope).first else { return }
      order.isDescending = key.isDescending ?? true
      pipeline.add(.top(count, by: order, per: groups), stage.span)
    case .distinct(let expressions): bindDistinct(expressions, stage, &pipeline)
    case .sample(let count, let seed):
      guard let count = bindAmount(count, from: 0) else { return }
      let chosen = seed.map { bindAmount($0, from: 0) } ?? 1
      guard let chosen else { return }
      pipeline.add(.sample(count, seed: chosen), stage.span)
    case .summarize(let summary): bindSummary(summary, stage.span, &pipeline)
    case .count(let keys, let extras):
      let name = Name("count", stage.keyword)
      let measure = HearthSyntax.Column(nil, Expression(.name(name), stage.keyword))
      let summary = Stage.Summary(measures: [measure], keys: keys, extras: extras)
      bindSummary(summary, stage.span, &pipeline)
    case .having(let isWith, let link, let filter):
      bindHaving(isWith, link, filter, stage.span, &pipeline)
    case .expand(let link, let filter): bindExpand(link, filter, stage.span, &pipeline)
    case .join(let join): bindJoin(join, stage.span, &pipeline)
    case .combine(let operation, let table):
      bindCombination(operation, table, stage.span, &pipeline)
    case .suppress(let below): bindSuppress(below, stage, &pipeline)
    case .coverage(let coverage): bindCoverage(coverage, stage, &pipeline)
    case .gaps(let evidence, let exclusion): bindGaps(evidence, exclusion, stage, &pipeline)
    case .cadence(let cadence): bindCadence(cadence, stage, &pipeline)
    case .trend(let trend): bindTrend(trend, stage, &pipeline)
    case .funnel(let steps, let keys): bindFunnel(steps, by: keys, stage, &pipeline)
    case .expandSlots(let unit, let period): bindExpandSlots(unit, period, stage, &pipeline)
    case .chart(let chart): bindChart(chart, &pipeline)
    case .invalid: pipeline.scope.isUncertain = true
    }
  }

  private mutating func bindFilter(
    _ condition: Expression, _ span: Span, _ pipeline: inout Pipeline
  ) {
    guard let bound = bindCondition(condition, in: pipeline.scope) else { return }
    refusePrivate(bound, condition.span)
    lintNeverLeftOut(condition, in: pipeline.scope)
    pipeline.add(.filter(bound), span)
  }

  mutating func bindSort(_ keys: [SortKey], in scope: Scope) -> [PlannedSortKey] {
    keys.compactMap { key in
      guard let bound = bind(key.expression, in: scope) else { return nil }
      if case .list = bound.type {
        report(
          .notSortable, key.expression.span,
          Bilingual("a list has no order", "列表没有先后"))
        return nil
      }
      refusePrivate(bound, key.expression.span)
      return PlannedSortKey(bound, isDescending: key.isDescending ?? false)
    }
  }

  /// The expressions of `per`, `distinct` and the like.
  mutating func bindGroups(_ keys: [Expression], in scope: Scope) -> [TypedExpression] {
    keys.compactMap { key in
      guard let bound = bind(key, in: scope) else { return nil }
      refusePrivate(bound, key.span)
      return groupable(bound, key.span)
    }
  }

  mutating func groupable(_ bound: TypedExpression, _ span: Span) -> TypedExpression? {
    guard case .list = bound.type else { return bound }
    report(
      .notSortable, span,
      Bilingual("a list cannot be a group; take one value of it", "列表不能用来分组，请取其中一个值"))
    return nil
  }

  private mutating func bindDistinct(
    _ expressions: [Expression], _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    if !expressions.isEmpty {
      let keys = bindGroups(expressions, in: pipeline.scope)
      pipeline.add(.distinct(keys), stage.span)
      return
    }
    let shown = pipeline.scope.columns.compactMap(\.expression)
    for expression in shown { refusePrivate(expression, stage.keyword) }
    pipeline.add(.distinct(shown), stage.span)
  }

  private mutating func bindSuppress(
    _ below: Expression, _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    guard let below = bindAmount(below, from: 0) else { return }
    let scope = pipeline.scope
    let counts = scope.columns.filter(\.isCount).compactMap(\.expression?.slot)
    guard !counts.isEmpty else {
      if scope.isUncertain || scope.columns.contains(where: { $0.expression == nil }) { return }
      report(
        .notSuppressible, stage.span,
        Bilingual(
          "`suppress` hides small counts; there is none here", "“隐去”用于过小的计数，这里没有计数"),
        hint: Bilingual("put it after `count by …`", "请放在“计数 按 …”之后"))
      return
    }
    let keys = scope.columns.filter { $0.role == .key }.compactMap(\.expression?.slot)
    pipeline.add(
      .suppress(
        SuppressStage(
          below: below, measures: counts, keys: keys, dependents: dependents(in: scope))),
      stage.span)
  }

  /// A rate or a shortfall tells the counts it was made of: those of its own cell.
  private func dependents(in scope: Scope) -> [SuppressStage.Dependent] {
    scope.columns.compactMap { column in
      guard column.role == .rate || column.role == .short, let slot = column.expression?.slot else {
        return nil
      }
      let counts = scope.columns.filter { $0.isCount && $0.cell?.heading == column.cell?.heading }
      return SuppressStage.Dependent(slot, on: counts.compactMap(\.expression?.slot))
    }
  }

  // MARK: Privacy

  /// Whether it would show something that identifies a person.
  func isPrivate(_ expression: TypedExpression) -> Bool {
    expression.contains { part in
      if case .field(let id) = part.kind { return schema[id].isPrivate }
      if case .slot(let slot) = part.kind { return privateSlots.contains(slot) }
      if case .definition(let id) = part.kind { return isPrivate(definitions[id.index].body) }
      return false
    }
  }

  /// Where data are masked, private fields may not be filtered, sorted, grouped or joined on.
  mutating func refusePrivate(_ expression: TypedExpression, _ span: Span) {
    guard options.privacy >= .masked, isPrivate(expression) else { return }
    reportPrivate(span)
  }

  /// Where data are masked, a private field may be shown, counted or masked, and nothing else.
  mutating func refusePrivateComputation(_ expression: TypedExpression, _ span: Span) {
    guard options.privacy >= .masked, !isHarmless(expression) else { return }
    reportPrivate(span)
  }

  private func isHarmless(_ expression: TypedExpression) -> Bool {
    if expression.isReference || !isPrivate(expression) { return true }
    if case .call(.mask, _) = expression.kind { return true }
    if case .linked(let linked) = expression.kind { return isHarmless(linked.aggregate) }
    if case .follow(_, let inner) = expression.kind { return isHarmless(inner) }
    return false
  }

  func isHarmless(_ aggregate: Aggregate) -> Bool {
    let rest = [aggregate.filter].compactMap { $0 } + aggregate.order.map(\.expression)
    guard !rest.contains(where: isPrivate) else { return false }
    guard let argument = aggregate.argument, isPrivate(argument) else { return true }
    switch aggregate.function {
    case .count, .first, .last, .list: return argument.isReference
    case .sum, .avg, .min, .max, .median, .percentile, .stddev, .any, .all, .no, .share,
      .longestRun, .concat:
      return false
    }
  }

  mutating func reportPrivate(_ span: Span) {
    report(
      .privateField, span,
      Bilingual(
        "this uses a private field, which may only be shown here",
        "这里用到了保密字段；在当前隐私级别下它只能显示"))
  }
}

extension Pipeline {
  mutating func add(_ kind: PlanStep.Kind, _ span: Span) {
    steps.append(PlanStep(kind, span: span))
  }
}

extension TypedExpression {
  var slot: SlotID? {
    if case .slot(let slot) = kind { return slot }
    return nil
  }
}
