import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `across (last month, this month)`: whether a row is covered is asked once per period, of the
  /// evidence that occurred in it; who is eligible is the same in all of them.
  ///
  /// What stands behind the group step: the change of the rate.
  mutating func bindComparison(
    _ written: [Expression], _ question: EvidenceQuestion, _ exclusion: BoundExclusion?,
    _ measures: CoverageMeasures, _ span: Span, _ pipeline: inout Pipeline,
    _ group: inout GroupStage, _ groups: inout Scope
  ) -> [Assignment] {
    let scope = pipeline.scope
    let periods = bindPeriods(written, in: scope)
    guard let dates = unlimitedDates(of: question), let periods else {
      groups.isUncertain = true
      return []
    }
    var each: [BoundEvidence] = []
    for period in periods {
      guard let one = evidence(question.limited(to: [period], dates), in: scope) else { return [] }
      each.append(one)
    }
    let asked = question.limited(to: periods, dates)
    let rows = prepare(each, from: asked.members, exclusion, span, &pipeline)
    group.aggregates = rows.aggregates
    var rates: [Scope.Column] = []
    for (index, period) in periods.enumerated() {
      let made = measures.made(of: rows, covered: index) { newSlot(joined(period.names, $0)) }
      for var measure in made {
        measure.heading = period.names
        group.measures.append(measure.assignment)
        show(measure, joined(period.names, measure.names), group.aggregates, in: &groups)
        if measure.part == .rate { rates += groups.columns.suffix(1) }
      }
    }
    let names = joined(ResultNames.rate, ResultNames.change)
    let change = addChange(names, to: rates[rates.count - 1], from: rates[rates.count - 2], &groups)
    return change.map { [$0] } ?? []
  }

  /// The dates of the members' rows, which no condition of theirs may limit: the periods do.
  private mutating func unlimitedDates(of question: EvidenceQuestion) -> [TypedExpression]? {
    var dates: [TypedExpression] = []
    for member in question.members {
      let entity = member.reference.entity
      guard let date = dateOfRows(of: entity, member.span) else { return nil }
      if let occurred = occurredDate(of: entity),
        member.filter?.contains(where: { $0 == occurred }) == true
      {
        report(
          .badArgument, member.filterSpan,
          Bilingual(
            "the periods that are compared limit the date already", "日期已由所比较的时段限定"),
          hint: Bilingual("leave the date out of `where`", "请去掉“其中”里的日期条件"))
        return nil
      }
      dates.append(date)
    }
    return dates
  }
}

extension EvidenceQuestion {
  /// Of the linked rows that occurred in one of some periods.
  fileprivate func limited(
    to periods: [Period], _ dates: [TypedExpression]
  ) -> EvidenceQuestion {
    var limited = self
    for (index, date) in dates.enumerated() {
      let isInside = TypedExpression.disjunction(periods.map { $0.condition(on: date) })
      limited.members[index].filter = .conjunction(
        [members[index].filter, isInside].compactMap { $0 })
    }
    return limited
  }
}
