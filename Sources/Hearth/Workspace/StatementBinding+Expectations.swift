import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// An `expect`, bound: the rows that decide it.
struct PreparedExpectation {
  /// With no rows the expectation holds, or with some.
  var rows: ResultReference
  var rule: BoundExpectation.Rule
  /// Rows that could not be judged because something in the condition is missing.
  var skipped: ResultReference?
  var message: String?
  var place: SourcePlace
}

extension StatementBinding {
  mutating func bindExpectation(_ expectation: Statement.Expectation, span: Span) {
    let bound = HearthPlan.bind(
      expectation, catalog: workspace.state.catalog, options: workspace.binderOptions,
      host: workspace)
    diagnostics += bound.diagnostics
    names.merge(bound.names)
    guard let plan = bound.plan else { return }
    prepared.append(
      .expect(
        PreparedExpectation(
          rows: workspace.keep(plan), rule: bound.rule,
          skipped: bound.skipped.map { workspace.keep($0) },
          message: expectation.message, place: SourcePlace(source: source, span: span))))
  }
}
