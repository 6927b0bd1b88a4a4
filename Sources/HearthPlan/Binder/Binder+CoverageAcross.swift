import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `across K`: of the row, whose values divide the rows; or of the linked rows, each value of which
  /// is asked for once of all rows.
  mutating func bindAcross(
    _ column: HearthSyntax.Column, _ coverage: Stage.Coverage, _ evidence: BoundEvidence,
    _ exclusion: BoundExclusion?, _ measures: CoverageMeasures, _ span: Span,
    _ pipeline: inout Pipeline, _ group: inout GroupStage, _ groups: inout Scope
  ) {
    let before = pipeline
    guard let member = linkedMember(column.expression, coverage, evidence, in: before.scope) else {
      let rows = prepare([evidence], exclusion, span, &pipeline)
      group.aggregates = rows.aggregates
      let made = measures.made(of: rows, covered: 0) { newSlot($0) }
      group.measures = made.map(\.assignment)
      group.across = bindAcross(column, made, group.aggregates, before, &groups)
      group.across?.asksOfNothing = true
      return
    }
    let minimum = coverage.evidence.minimum.flatMap { bindAmount($0, from: 1) } ?? 1
    guard let values = bindValues(of: column.expression, member, in: before.scope),
      let tests = tests(
        of: values, member, minimum, coverage.evidence.distinct, in: before.scope)
    else {
      groups.isUncertain = true
      return
    }
    var each = tests.conditions.map {
      BoundEvidence(members: [member], isCovered: $0, done: .number(of: [$0]))
    }
    if !each.isEmpty { each[0].preparations = tests.preparations }
    let rows = prepare(each, exclusion, span, &pipeline)
    group.aggregates = rows.aggregates
    for (index, value) in values.values.enumerated() {
      let heading = valueName(value, values.field.type)
      let made = measures.made(of: rows, covered: index) { newSlot(joined(heading, $0)) }
      for var measure in made {
        measure.heading = heading
        group.measures.append(measure.assignment)
        show(measure, joined(heading, measure.names), group.aggregates, in: &groups)
      }
    }
  }

  /// The one link of the evidence, where the key is a path that begins with it: `services.kind`.
  private mutating func linkedMember(
    _ key: Expression, _ coverage: Stage.Coverage, _ evidence: BoundEvidence, in scope: Scope
  ) -> BoundMember? {
    guard case .link = coverage.evidence.subject, let member = evidence.members.first,
      let reference = collection(in: key, scope), reference.path == member.reference.path
    else { return nil }
    return member
  }
}
