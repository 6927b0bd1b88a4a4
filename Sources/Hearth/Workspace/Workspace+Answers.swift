import HearthData
import HearthEngine
import HearthPlan
import HearthText

extension Workspace {
  /// Makes the answer to a query and says it, with what helps to read it.
  func answer(
    _ reference: ResultReference, saying say: (WorkspaceEvent) throws -> Void
  ) throws {
    guard case .planned(let plan) = results[reference].content,
      var outcome = try make(reference)
    else {
      let table = try table(of: reference)
      try checkRowLimit(table)
      return try say(.table(table))
    }
    try checkRowLimit(outcome.table)
    outcome.table.question = results[reference].question
    if outcome.isEmptied(by: plan) { outcome.table.notes += try emptyNotes(reference) }
    if plan.endsInGroups, let coverage = outcome.table.coverage, coverage.coversNobody {
      outcome.table.notes += try unmetNotes(reference)
    }
    try say(.table(outcome.table))
    guard options.isTracing else { return }
    let strip = rowStrip(of: outcome, plan)
    if !strip.isEmpty { try say(.rowStrip(strip)) }
  }

  /// A coverage at the end is said by its two counts, in place of its groups.
  private func rowStrip(of outcome: RunOutcome, _ plan: Plan) -> RowStrip {
    var labels = stepLabels(plan, catalog: catalog)
    let coverage = plan.endsInGroups ? outcome.table.coverage : nil
    if coverage != nil { labels[labels.count - 1] = nil }
    var strip = RowStrip(counts: outcome.trace.map(\.rowsOut), labels: labels)
    if let coverage {
      strip.append(coverage.eligible, ResultNames.eligible)
      strip.append(coverage.covered, ResultNames.covered)
    }
    return strip
  }

  /// Why nobody is covered: no silent zero.
  private func unmetNotes(_ reference: ResultReference) throws(RunError) -> [Note] {
    guard let plan = results[reference].written else { return [] }
    return HearthPlan.notes(
      onUnmet: try engine.unmetEvidence(of: plan), of: plan, catalog: catalog,
      showsValues: privacy < .aggregate)
  }

  /// Why an answer is empty, from the plan as it was written.
  private func emptyNotes(_ reference: ResultReference) throws(RunError) -> [Note] {
    guard let plan = results[reference].written,
      let stage = try engine.emptyStage(of: plan)
    else { return [] }
    // Nothing was asked for that is not there: a table or a result that is empty itself.
    if stage.step == nil, case .result(let source, _, _) = plan.source,
      results[source].written != nil
    {
      for inner in results[source].written!.references { try make(inner) }
      return try emptyNotes(source)
    }
    return HearthPlan.notes(
      on: stage, of: plan, catalog: catalog, showsValues: privacy < .aggregate)
  }
}

extension RunOutcome {
  /// Whether all rows were lost on the way, be it to a group that then counts nothing.
  fileprivate func isEmptied(by plan: Plan) -> Bool {
    guard table.rowCount > 0 else { return true }
    let counts = trace.map(\.rowsOut)
    return zip(counts, plan.steps).contains { count, step in
      if case .group = step.kind { count == 0 } else { false }
    }
  }
}

extension Plan {
  fileprivate var endsInGroups: Bool {
    if case .group? = steps.last?.kind { true } else { false }
  }
}

private struct CoverageCounts {
  var eligible: Int64
  var covered: Int64

  var coversNobody: Bool { covered == 0 && eligible > 0 }
}

extension ResultTable {
  /// Of all rows together how many are eligible and how many covered; nil if this is no coverage.
  fileprivate var coverage: CoverageCounts? {
    guard let eligible = whole(ResultNames.eligible), let covered = whole(ResultNames.covered)
    else { return nil }
    return CoverageCounts(eligible: eligible, covered: covered)
  }

  /// The count of all rows: that of the total, or of the only row there is.
  private func whole(_ label: Bilingual) -> Int64? {
    guard let index = columns.firstIndex(where: { $0.label == label }) else { return nil }
    let value = total?[index] ?? (rowCount == 1 ? columns[index].values.value(at: 0) : .missing)
    if case .int(let count) = value { return count }
    return nil
  }
}
