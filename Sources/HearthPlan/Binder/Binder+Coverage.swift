import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `coverage`: of the rows of each group how many have what they should.
  ///
  /// Whether a row is covered is computed once for all rows, by scans of the linked table; then rows
  /// are counted, so that covered is a part of eligible by construction.
  mutating func bindCoverage(
    _ coverage: Stage.Coverage, _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    let before = pipeline
    let question = bindQuestion(coverage.evidence, in: before.scope)
    let evidence = question.flatMap { self.evidence($0, in: before.scope) }
    let exclusion = coverage.exclusion.map { bindExclusion($0, in: before.scope) }
    let target = coverage.target.map { bindTarget($0) }
    var groups = Scope()
    groups.isGrouped = true
    groups.isUncertain = before.scope.isUncertain
    var keys: [GroupStage.Key] = []
    for key in coverage.keys { bindKey(key, before.scope, &groups, &keys) }
    guard let question, let evidence, exclusion != .some(nil), target != .some(nil) else {
      pipeline.scope = .uncertain
      return
    }
    warnOfChosenRows(evidence, before)
    var group = GroupStage(
      keys: keys, aggregates: [], measures: [], withTotal: !keys.isEmpty,
      withAll: coverage.withAll)
    let measures = CoverageMeasures(target: target ?? nil)
    var changes: [Assignment] = []
    switch coverage.across {
    case nil:
      let rows = prepare([evidence], exclusion ?? nil, stage.span, &pipeline)
      group.aggregates = rows.aggregates
      let made = measures.made(of: rows, covered: 0) { newSlot($0) }
      group.measures = made.map(\.assignment)
      for measure in made { show(measure, measure.names, group.aggregates, in: &groups) }
    case .key(let column):
      bindAcross(
        column, coverage, evidence, exclusion ?? nil, measures, stage.span, &pipeline, &group,
        &groups)
    case .periods(let periods):
      changes = bindComparison(
        periods, question, exclusion ?? nil, measures, stage.span, &pipeline, &group, &groups)
    }
    pipeline.add(.group(group), stage.span)
    if !changes.isEmpty { pipeline.add(.compute(changes), stage.span) }
    pipeline.scope = groups
  }

  func show(
    _ measure: Measure, _ names: Bilingual, _ aggregates: [Aggregate], in groups: inout Scope
  ) {
    groups.columns.append(
      column(
        measure, measure.assignment.slot, unique(names, besides: groups.columns), aggregates))
  }

  /// `target R`: a fraction of 1, exact; nil after an error.
  private mutating func bindTarget(_ target: Expression) -> Decimal? {
    guard let bound = bind(target, in: Scope()) else { return nil }
    var fraction: Decimal?
    switch bound.constant {
    case .decimal(let decimal): fraction = decimal
    case .int(let number): fraction = Decimal(number)
    case .number(let number): fraction = Decimal(parsing: "\(number)")
    case .missing, .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list, nil:
      break
    }
    if let fraction, (0...1).contains(fraction.approximation) { return fraction }
    var percent: String?
    if case .int(let number)? = bound.constant, (2...100).contains(number) {
      percent = "\(number)%"
    }
    report(
      .notConstant, target.span,
      Bilingual("a target is a fraction from 0% to 100%", "目标应为 0% 到 100% 的比例"),
      hint: percent.map { Diagnostic.didYouMean($0) },
      fix: percent.map { Diagnostic.Fix(span: target.span, replacement: $0) })
    return nil
  }

  // MARK: Rows that are left out

  /// nil after an error.
  mutating func bindExclusion(
    _ exclusion: Stage.Exclusion, in scope: Scope
  ) -> BoundExclusion? {
    guard let condition = bindCondition(exclusion.condition, in: scope) else { return nil }
    refusePrivate(condition, exclusion.condition.span)
    return BoundExclusion(condition: condition, reason: exclusion.reason)
  }

  /// Computes what is counted: whether a row is left out, and whether it has each evidence, which
  /// was looked for among the rows of `members` (else of those of the first evidence).
  mutating func prepare(
    _ evidence: [BoundEvidence], from members: [BoundMember]? = nil,
    _ exclusion: BoundExclusion?, showsExcluded: Bool = true, _ span: Span,
    _ pipeline: inout Pipeline
  ) -> CountedRows {
    let preparations = evidence.flatMap(\.preparations)
    if !preparations.isEmpty { pipeline.add(.compute(preparations), span) }
    var assignments: [Assignment] = []
    var rows = CountedRows()
    if let exclusion {
      let slot = newSlot(ResultNames.excluded)
      assignments.append(Assignment(slot, exclusion.condition))
      rows.isExcluded = TypedExpression(.slot(slot), .bool)
    }
    for one in evidence {
      if one.isCovered.kind.isTagTest {
        rows.isCovered.append(one.isCovered)
        continue
      }
      let slot = newSlot(ResultNames.covered)
      assignments.append(Assignment(slot, one.isCovered))
      rows.isCovered.append(TypedExpression(.slot(slot), .bool))
    }
    if !assignments.isEmpty { pipeline.add(.compute(assignments), span) }
    // Without a reason the column says all there is to say.
    if let exclusion, exclusion.reason != nil || !showsExcluded,
      let isExcluded = rows.isExcluded
    {
      pipeline.add(
        .remark(CountedRemark(.excluded(reason: exclusion.reason), count: isExcluded)), span)
      if let remark = unrecorded(exclusion) { pipeline.add(.remark(remark), span) }
    }
    if let members = members ?? evidence.first?.members { remarkOnFuture(members, span, &pipeline) }
    return rows
  }
}

/// Rows in neither number.
struct BoundExclusion: Equatable {
  var condition: TypedExpression
  var reason: String?
}

/// What a coverage counts, as conditions on the rows of the frame.
struct CountedRows {
  var isExcluded: TypedExpression?
  /// One for each evidence.
  var isCovered: [TypedExpression] = []

  /// Those eligible, those of them covered by each evidence, and last those left out, if any are.
  var aggregates: [Aggregate] {
    let isEligible = isExcluded.map { TypedExpression(.not($0), .bool) }
    let filters =
      [isEligible] + isCovered.map { .conjunction([isEligible, $0].compactMap { $0 }) }
      + (isExcluded.map { [$0] } ?? [])
    return filters.map { Aggregate(.count, filter: $0, type: .int) }
  }
}

extension TypedExpression.Kind {
  /// A bit of a set that has been computed: not worth a column of its own.
  fileprivate var isTagTest: Bool { if case .hasTags = self { true } else { false } }
}

extension Scope {
  /// After an error: any name may be right.
  static var uncertain: Scope {
    var scope = Scope()
    scope.isUncertain = true
    return scope
  }
}
