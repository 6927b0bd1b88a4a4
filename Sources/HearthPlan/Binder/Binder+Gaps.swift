import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `gaps`: the rows that a coverage would count as uncovered, with what they have and when they
  /// last had it; never comes first, then the longest time, ties in source order.
  mutating func bindGaps(
    _ tree: Evidence, _ exclusion: Stage.Exclusion?, _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    let scope = pipeline.scope
    let excluded = exclusion.map { bindExclusion($0, in: scope) }
    guard let evidence = bindEvidence(tree, in: scope), excluded != .some(nil) else {
      pipeline.scope.isUncertain = true
      return
    }
    warnOfChosenRows(evidence, pipeline)
    let rows = prepare(
      [evidence], excluded ?? nil, showsExcluded: false, stage.span, &pipeline)
    let isGap = (rows.isCovered + [rows.isExcluded].compactMap { $0 }).map {
      TypedExpression(.not($0), .bool)
    }
    pipeline.add(.filter(.conjunction(isGap)), stage.span)
    var assignments: [Assignment] = []
    addColumn(ResultNames.done, evidence.done, &assignments, &pipeline.scope)
    guard let last = lastDate(evidence) else {
      pipeline.add(.compute(assignments), stage.span)
      return
    }
    let date = addColumn(ResultNames.last, last, &assignments, &pipeline.scope)
    let today = TypedExpression(.literal(.date(options.today)), .date)
    let days = TypedExpression(.difference(.day, from: date, to: today), .int)
    addColumn(ResultNames.days, days, &assignments, &pipeline.scope)
    pipeline.add(.compute(assignments), stage.span)
    let isKnown = TypedExpression(.isKnown(date), .bool)
    pipeline.add(.sort([PlannedSortKey(isKnown), PlannedSortKey(date)]), stage.span)
  }

  @discardableResult
  private mutating func addColumn(
    _ names: Bilingual, _ expression: TypedExpression, _ assignments: inout [Assignment],
    _ scope: inout Scope
  ) -> TypedExpression {
    let names = unique(names, besides: scope.columns)
    let slot = newSlot(names)
    let reference = TypedExpression(.slot(slot), expression.type)
    assignments.append(Assignment(slot, expression))
    scope.columns.append(Scope.Column(names.english, label: names, reference))
    return reference
  }

  /// The latest of the members' dates; nil when no member's table has one, or after an error.
  private mutating func lastDate(_ evidence: BoundEvidence) -> TypedExpression? {
    let dates = evidence.members.compactMap { lastDate($0) }
    return dates.reduce(nil) { latest, date in
      guard let latest else { return date }
      return TypedExpression(.later(latest, date), .date)
    }
  }
}

extension TypedExpression.Kind {
  /// The later of two dates, the known one where only one is.
  fileprivate static func later(_ a: TypedExpression, _ b: TypedExpression) -> Self {
    .coalesce(
      TypedExpression(.call(.max, [a, b]), .date), TypedExpression(.coalesce(a, b), .date))
  }
}
