import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `across (last month, this month)`: every measure is asked once per period of the rows that
  /// occurred in it, so that all periods together take as many scans as they have aggregates.
  ///
  /// What stands behind the group step: the changes from the last period but one to the last.
  mutating func bindComparison(
    _ expressions: [Expression], _ measures: [Measure], _ stage: inout GroupStage,
    _ span: Span, _ pipeline: inout Pipeline, _ groups: inout Scope
  ) -> [Assignment] {
    let periods = bindPeriods(expressions, in: pipeline.scope)
    guard let date = dateOfRows(pipeline.scope, expressions[0].span), let periods else {
      groups.isUncertain = true
      return []
    }
    let aggregates = stage.aggregates
    (stage.aggregates, stage.measures) = ([], [])
    let conditions = periods.map { $0.condition(on: date) }
    pipeline.add(.filter(.disjunction(conditions)), span)
    var asked: [[Scope.Column]] = []
    for (period, condition) in zip(periods, conditions) {
      let results = stage.add(aggregates.map { $0.limited(to: condition) })
      asked.append(
        measures.map { measure in
          let names = measures.count == 1 ? period.names : joined(period.names, measure.names)
          let slot = newSlot(names)
          if privateSlots.contains(measure.assignment.slot) { privateSlots.insert(slot) }
          stage.measures.append(
            Assignment(slot, measure.assignment.expression.replacing(results: results)))
          return column(measure, slot, unique(names, besides: groups.columns), aggregates)
        })
      groups.columns.append(contentsOf: asked[asked.count - 1])
    }
    return measures.indices.compactMap { index in
      let change =
        measures.count == 1
        ? ResultNames.change : joined(measures[index].names, ResultNames.change)
      return addChange(
        change, to: asked[asked.count - 1][index], from: asked[asked.count - 2][index], &groups)
    }
  }

  /// Periods written out to be compared, in the order written; nil after an error.
  mutating func bindPeriods(_ expressions: [Expression], in scope: Scope) -> [Period]? {
    var periods: [Period] = []
    for expression in expressions {
      guard let period = bindConstantPeriod(expression, in: scope) else { continue }
      guard !periods.contains(where: { $0.start == period.start && $0.end == period.end }) else {
        report(
          .duplicateColumn, expression.span,
          Bilingual(
            "the period \(period) stands here twice", "时段 \(period) 出现了两次"))
        continue
      }
      periods.append(period)
    }
    return periods.count == expressions.count ? periods : nil
  }

  /// The difference of two columns in a column of its own; nil when they are no numbers.
  mutating func addChange(
    _ names: Bilingual, to last: Scope.Column, from before: Scope.Column, _ groups: inout Scope
  ) -> Assignment? {
    guard let last = last.expression, let before = before.expression, last.type.isNumeric else {
      return nil
    }
    let role = groups.columns.last { $0.expression == last }?.role ?? .plain
    let slot = addColumn(names, last.type, role: role, to: &groups)
    if isPrivate(last) { privateSlots.insert(slot) }
    return Assignment(slot, TypedExpression(.arithmetic(.subtract, last, before), last.type))
  }
}

extension Period {
  /// As the head of a column.
  var names: Bilingual { Bilingual(same: description) }

  func condition(on date: TypedExpression) -> TypedExpression {
    TypedExpression(
      .inPeriod(date, period: TypedExpression(.literal(.period(self)), .period)), .bool)
  }
}

extension Aggregate {
  /// The same asked of only some of the rows.
  fileprivate func limited(to condition: TypedExpression) -> MadeAggregate {
    let both = TypedExpression.conjunction([condition] + [filter].compactMap { $0 })
    switch function {
    case .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .any, .no,
      .longestRun, .list, .concat:
      var limited = self
      limited.filter = both
      return MadeAggregate(limited)
    case .all:
      // All of them: none of the rows asked is another.
      let other = filter.map { TypedExpression(.not($0), .bool) } ?? .bool(false)
      return MadeAggregate(
        Aggregate(.no, filter: .conjunction([condition, other]), type: .bool))
    case .share:
      return MadeAggregate(
        share: Aggregate(.count, filter: both, type: .int),
        of: Aggregate(.count, filter: condition, type: .int))
    }
  }
}

extension GroupStage {
  /// The results of more aggregates, in their order.
  fileprivate mutating func add(_ made: [MadeAggregate]) -> [TypedExpression] {
    made.map { aggregate in
      let parts = aggregate.parts.map { part in
        aggregates.append(part)
        return TypedExpression(.result(aggregates.count - 1), part.type)
      }
      return aggregate.combined(parts)
    }
  }
}

extension TypedExpression {
  fileprivate func replacing(results: [TypedExpression]) -> TypedExpression {
    mapped { part in
      if case .result(let index) = part.kind { return results[index] }
      return nil
    }
  }
}
