import HearthData
import HearthSyntax
import HearthText

/// An `expect` line after binding: a plan whose rows are counted, and what the count must be.
package struct BoundExpectation: Sendable {
  package enum Rule: Hashable, Sendable { case none, some }

  /// nil when there was an error.
  package var plan: Plan?
  /// With no rows the expectation holds, or with some.
  package var rule: Rule
  /// For `has every`: the rows left out because a value that the condition looks at is missing.
  package var skipped: Plan?
  package var diagnostics: [Diagnostic]
  package var names: ReadBackNames
}

/// Binds an expectation: `is empty` and `has no P` hold when the plan has no rows, `is not empty` and
/// `has any P` when it has some; `has every P` when no row with all its values known fails P.
package func bind(
  _ expectation: Statement.Expectation, catalog: Catalog, options: BinderOptions,
  host: any BinderHost
) -> BoundExpectation {
  var binder = Binder(catalog: catalog, options: options, host: host)
  return binder.bind(expectation)
}

extension Binder {
  mutating func bind(_ expectation: Statement.Expectation) -> BoundExpectation {
    var pipeline = bind(expectation.subject)
    var rule = BoundExpectation.Rule.none
    var skipped: Pipeline?
    switch expectation.condition {
    case .isEmpty: break
    case .isNotEmpty: rule = .some
    case .hasAny(let condition):
      rule = .some
      keep(condition, in: &pipeline)
    case .hasNo(let condition): keep(condition, in: &pipeline)
    case .hasEvery(let condition): skipped = keepFailures(condition, in: &pipeline)
    }
    let failed = diagnostics.contains { $0.severity == .error }
    return BoundExpectation(
      plan: failed ? nil : makePlan(pipeline, isRoot: true), rule: rule,
      skipped: failed ? nil : skipped.map { makePlan($0, isRoot: true) },
      diagnostics: diagnostics, names: ReadBackNames(spellings: spellings, dates: dates))
  }

  private mutating func keep(_ condition: Expression, in pipeline: inout Pipeline) {
    guard let bound = bindCondition(condition, in: pipeline.scope) else { return }
    refusePrivate(bound, condition.span)
    pipeline.add(.filter(bound), condition.span)
  }

  /// Leaves the rows that fail the condition; answers with those it could not judge.
  private mutating func keepFailures(
    _ condition: Expression, in pipeline: inout Pipeline
  ) -> Pipeline? {
    guard let bound = bindCondition(condition, in: pipeline.scope) else { return nil }
    refusePrivate(bound, condition.span)
    let values = bound.judgedValues
    var skipped: Pipeline?
    if let missing = bound.lacksJudgedValue {
      skipped = pipeline
      skipped?.add(.filter(missing), condition.span)
    }
    let known = values.map { TypedExpression(.isKnown($0), .bool) }
    let fails = TypedExpression(.not(bound), .bool)
    pipeline.add(.filter(.conjunction(known + [fails])), condition.span)
    return skipped
  }
}
