import HearthData
import HearthSyntax
import HearthText

/// What a share or a coverage is counted among, and what it cannot know.
extension Binder {
  /// Binds a stage; what is to be said of its rows is counted while they are still there.
  mutating func bindWithRemarks(_ stage: Stage, to pipeline: inout Pipeline) {
    let before = pipeline
    (pendingRemarks, hasShare) = ([], false)
    bind(stage, to: &pipeline)
    if case .coverage = stage.kind { hasShare = true }
    if hasShare, let population = population(before) {
      pendingRemarks.insert(population, at: 0)
    }
    let steps = pendingRemarks.map { PlanStep(.remark($0), span: stage.span) }
    pendingRemarks = []
    let own = pipeline.steps.dropFirst(before.steps.count)
    let place = own.firstIndex { $0.kind.makesOtherRows } ?? pipeline.steps.count
    pipeline.steps.insert(contentsOf: steps, at: place)
  }

  /// The rows that are left after what was picked; nil when nothing was.
  private func population(_ pipeline: Pipeline) -> CountedRemark? {
    let last = pipeline.steps.lastIndex { $0.kind.makesOtherRows }
    let picking = pipeline.steps.suffix(from: last.map { $0 + 1 } ?? 0)
      .filter { $0.kind.picksRows }
    var mayBeKept = false
    if last == nil, case .result = pipeline.source { mayBeKept = true }
    guard !picking.isEmpty || mayBeKept else { return nil }
    let rows = pipeline.scope.entity.map { schema[$0].name } ?? Bilingual("rows", "行")
    let words = BilingualDescriber(
      catalog: catalog, plan: makePlan(pipeline, isRoot: true))
    let labels = picking.map { step in words { $0.label(of: step.kind) } }
    let picked =
      labels.isEmpty
      ? nil
      : Bilingual(
        labels.map(\.english).joined(separator: ", "),
        labels.map(\.chinese).joined(separator: "、"))
    return CountedRemark(.population(rows: rows, picked: picked), count: .bool(true))
  }

  // MARK: Values that nobody wrote down

  /// Of a share among the rows of the stage.
  mutating func remarkOnShare(_ made: MadeAggregate, in rows: Scope) {
    hasShare = true
    guard let missing = unrecorded(made), let names = judgedNames(made) else { return }
    guard rows.parent == nil, foreignDepth == 0 else { return }
    pendingRemarks.append(CountedRemark(.unrecorded(values: names), count: missing))
  }

  /// Of a share among the rows of a link.
  mutating func remarkOnShare(
    _ made: MadeAggregate, of reference: CollectionReference, _ span: Span, in scope: Scope
  ) {
    guard scope.parent == nil, foreignDepth == 0, reference.depth == 0,
      let missing = unrecorded(made), let names = judgedNames(made)
    else { return }
    let aggregate = Aggregate(.count, filter: missing, type: .int)
    guard let count = linked(aggregate, reference, span) else { return }
    pendingRemarks.append(
      CountedRemark(
        .unrecordedLinked(rows: reference.names, values: names), count: count))
  }

  /// Rows of which it is not known whether they are excluded.
  func unrecorded(_ exclusion: BoundExclusion) -> CountedRemark? {
    guard let missing = exclusion.condition.lacksJudgedValue,
      let names = names(of: exclusion.condition.judgedValues)
    else { return nil }
    return CountedRemark(.unrecordedExclusion(values: names), count: missing)
  }

  /// Whether a row lacks a value that the share looks at.
  private func unrecorded(_ made: MadeAggregate) -> TypedExpression? {
    let missing = recordable(made).map { TypedExpression(.isMissing($0), .bool) }
    return missing.isEmpty ? nil : .disjunction(missing)
  }

  private func judgedNames(_ made: MadeAggregate) -> Bilingual? {
    names(of: recordable(made))
  }

  /// The values that a share looks at, less tags: a row without any has simply none of them.
  private func recordable(_ made: MadeAggregate) -> [TypedExpression] {
    let values = made.parts.first?.filter?.judgedValues ?? []
    return values.filter { if case .tags = $0.type { false } else { true } }
  }

  private func names(of values: [TypedExpression]) -> Bilingual? {
    guard !values.isEmpty else { return nil }
    var plan = Plan(source: .literal(rowCount: 0, []))
    plan.definitions = definitions
    plan.slotNames = slotNames
    let words = BilingualDescriber(catalog: catalog, plan: plan)
    let names = values.map { value in words { $0.describe(value) } }
    return Bilingual(
      names.map(\.english).joined(separator: " or "), names.map(\.chinese).joined(separator: "或"))
  }

  // MARK: Rows chosen by what is measured

  /// A filter before that looked at the link whose rows are the evidence.
  mutating func warnOfChosenRows(_ evidence: BoundEvidence, _ pipeline: Pipeline) {
    for member in evidence.members {
      let link = member.reference.steps.last?.collection.link
      let conditions = pipeline.steps.flatMap { step -> [TypedExpression] in
        if case .filter(let condition) = step.kind { return condition.conjuncts }
        return []
      }
      let chosen = conditions.first { condition in
        condition.contains { part in
          if case .linked(let linked) = part.kind { return linked.collection.link == link }
          return false
        }
      }
      guard let chosen else { continue }
      let rows = pipeline.scope.entity.map { schema[$0].name } ?? Bilingual("rows", "行")
      reportChosen(rows, member, isWith: chosen.isHaving)
    }
  }

  private mutating func reportChosen(
    _ rows: Bilingual, _ member: BoundMember, isWith: Bool
  ) {
    let linked = member.reference.names
    let message =
      isWith
      ? Bilingual(
        "only \(rows.english) that have \(linked.english) are counted at all",
        "这里只统计有“\(linked.chinese)”的“\(rows.chinese)”，没有的根本不在其中")
      : Bilingual(
        "the \(rows.english) were already chosen by their \(linked.english)",
        "这些“\(rows.chinese)”事先已按“\(linked.chinese)”筛选过")
    report(
      .chosenByEvidence, member.span, message,
      hint: Bilingual(
        "leave that condition out, so that all are asked", "去掉前面的那个条件，才能统计全部"),
      severity: .warning)
  }
}

extension TypedExpression {
  /// A condition that there are such linked rows.
  fileprivate var isHaving: Bool {
    if case .linked(let linked) = kind { return linked.aggregate.function == .any }
    return false
  }
}

extension PlanStep.Kind {
  /// Whether it leaves some of the rows, as they are.
  fileprivate var picksRows: Bool {
    switch self {
    case .filter, .slice, .top, .distinct, .sample, .match: true
    case .compute, .window, .sort, .group, .expand, .expandSlots, .join, .union, .suppress,
      .remark, .cadence, .trend, .stack:
      false
    }
  }

  /// Whether the rows after it are none of those before it, or more of them.
  fileprivate var makesOtherRows: Bool {
    switch self {
    case .group, .expand, .expandSlots, .join, .union, .trend, .stack: true
    case .filter, .slice, .top, .distinct, .sample, .match, .compute, .window, .sort, .suppress,
      .remark, .cadence:
      false
    }
  }
}
