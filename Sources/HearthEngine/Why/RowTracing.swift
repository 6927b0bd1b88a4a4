import HearthData
import HearthPlan

extension Engine {
  /// Follows one row of an entity through a plan as it was written.
  package func story(
    of row: Int32, _ entity: EntityID, in plan: Plan
  ) throws(RunError) -> RowStory {
    try running(plan) { (runner) throws(RunError) in
      var tracing = RowTracing(runner: runner, entity: entity, row: row)
      try tracing.follow(plan)
      return tracing.story
    }
  }
}

/// Marks the row in a column of its own, which every step carries along.
struct RowTracing {
  let runner: PlanRunner
  let entity: EntityID
  let row: Int32
  var story = RowStory()
  /// What the computed columns were computed from.
  private(set) var computed: [SlotID: TypedExpression] = [:]

  /// A number that no plan gives to its own columns.
  private static let marker = SlotID(-1)
  private static let mark = TypedExpression(.slot(marker), .bool)

  init(runner: PlanRunner, entity: EntityID, row: Int32) {
    self.runner = runner
    self.entity = entity
    self.row = row
  }

  mutating func follow(_ plan: Plan) throws(RunError) {
    let live = plan.steps.liveSlots(needed: plan.output.map(\.expression).slots)
    var frame = try runner.source(plan.source, needed: live[0])
    try begin(in: &frame, kind: nil)
    for (index, step) in plan.steps.enumerated() {
      let before = frame
      let isMarked = before.slots[Self.marker] != nil
      frame = try runner.frameAfter(isMarked ? marked(step.kind) : step.kind, before)
      frame.keep(live[index + 1].union([Self.marker]))
      if isMarked {
        try tell(step.kind, before, frame)
      } else {
        try begin(in: &frame, kind: step.kind)
      }
      if !story.steps.isEmpty, !story.isAlive { return }
      remember(step.kind)
    }
  }

  private mutating func remember(_ step: PlanStep.Kind) {
    switch step {
    case .compute(let assignments):
      for assignment in assignments { computed[assignment.slot] = assignment.expression }
    case .cadence(let stage):
      guard let counted = stage.counted else { return }
      for column in stage.columns { computed[column.slot] = counted }
    case .filter, .window, .sort, .slice, .top, .distinct, .sample, .group, .expand, .expandSlots,
      .join, .union, .match, .suppress, .remark, .trend, .stack:
      return
    }
  }

  /// The first frame whose rows are rows of the entity.
  private mutating func begin(in frame: inout Frame, kind: PlanStep.Kind?) throws(RunError) {
    guard frame.entity == entity else { return }
    let ordinals = frame.rows.ordinals
    frame.slots[Self.marker] = Column(bools: (0..<ordinals.count).map { ordinals[$0] == row })
    let count = places(frame).count
    let outcome: RowStory.Outcome = count == 0 ? .absent : count == 1 ? .kept : .became(count)
    story.steps.append(RowStory.Step(kind: kind, outcome: outcome))
  }

  /// The step, carrying the mark.
  private func marked(_ step: PlanStep.Kind) -> PlanStep.Kind {
    switch step {
    case .expand(let collection, let filter, let carried):
      let mark = Assignment(Self.marker, Self.mark)
      return .expand(collection, filter: filter, carried: carried + [mark])
    case .union(let plan, let columns):
      let mark = UnionColumn(
        slot: Self.marker, left: Self.mark, rightColumn: nil, type: .bool)
      return .union(plan, columns: columns + [mark])
    case .stack(var stage):
      stage.kept.append(Self.marker)
      return .stack(stage)
    case .filter, .compute, .window, .sort, .slice, .top, .distinct, .sample, .group,
      .expandSlots, .join, .match, .suppress, .remark, .cadence, .trend:
      return step
    }
  }

  private func places(_ frame: Frame) -> [Int] {
    guard case .bytes(let marks)? = frame.slots[Self.marker]?.storage else { return [] }
    return (0..<marks.count).filter { marks[$0] == 1 }
  }

  // MARK: Telling a step

  private mutating func tell(
    _ kind: PlanStep.Kind, _ before: Frame, _ after: Frame
  ) throws(RunError) {
    let were = places(before)
    guard let place = were.first else { return }
    let one = before.gathered(Buffer([Int32(place)]))
    let left = places(after)
    let plain: RowStory.Outcome = left.isEmpty ? .dropped : .kept
    var step = RowStory.Step(kind: kind, outcome: plain)
    switch kind {
    case .compute, .window, .suppress, .remark, .cadence: return
    case .filter, .slice, .top, .distinct, .sample, .match, .sort:
      guard were.count > 1 else { break }
      // Several rows have several reasons.
      if !left.isEmpty { step.outcome = .left(left.count, of: were.count) }
      return story.steps.append(step)
    case .group, .expand, .expandSlots, .join, .union, .trend, .stack: break
    }
    switch kind {
    case .compute, .window, .suppress, .remark, .cadence: break
    case .filter(let condition):
      let parts = condition.conjuncts
      step.conditions = try judged(parts, one)
      step.evidence = try evidence(parts, one)
    case .sort:
      step.outcome = .placed((left.first ?? 0) + 1, of: after.count, isKept: true)
    case .slice(_, _, let per, let order):
      if per.isEmpty && order.isEmpty {
        step.outcome = .placed(place + 1, of: before.count, isKept: !left.isEmpty)
      }
    case .top(_, let key, let per):
      if per.isEmpty {
        let sorted = try runner.sort([key], before)
        step.outcome = .placed(
          (places(sorted).first ?? 0) + 1, of: before.count, isKept: !left.isEmpty)
      }
    case .group(let stage):
      let rows = before.gathered(Buffer(were.map(Int32.init)))
      try count(rows, stage.keys, stage.aggregates, &step)
    case .trend(let stage): try count(one, stage, &step)
    case .expand, .expandSlots, .join, .union, .stack:
      if left.count > 1 { step.outcome = .became(left.count) }
    case .distinct, .sample, .match: break
    }
    story.steps.append(step)
  }

  /// The groups that the row, or the rows that it became, are counted in; of one row also the
  /// conditions under which it is.
  private func count(
    _ rows: Frame, _ keys: [GroupStage.Key], _ aggregates: [Aggregate],
    _ step: inout RowStory.Step
  ) throws(RunError) {
    var groups: [RowStory.Group] = []
    for place in 0..<rows.count {
      var group = RowStory.Group()
      let one = rows.gathered(Buffer([Int32(place)]))
      for key in keys {
        group.values.append(
          RowStory.KeyValue(
            slot: key.slot, expression: key.expression, value: try value(key.expression, one)))
      }
      if !groups.contains(group) { groups.append(group) }
    }
    step.outcome = .grouped(groups)
    guard rows.count == 1 else { return }
    let conditions = aggregates.compactMap(\.filter).flatMap(\.conjuncts).unique
    step.conditions = try judged(conditions, rows)
    step.evidence = try evidence(conditions, rows)
  }

  /// The slot of a trend that the row is counted in, or why it is in none.
  private func count(
    _ one: Frame, _ stage: TrendStage, _ step: inout RowStory.Step
  ) throws(RunError) {
    let limits = try judged(stage.limits, one)
    guard limits.allSatisfy(\.isMet), case .date(let day) = try value(stage.date, one) else {
      step.outcome = .dropped
      step.conditions = limits.filter { !$0.isMet }
      return
    }
    try count(one, stage.keys, stage.aggregates, &step)
    guard case .grouped(var groups) = step.outcome else { return }
    let slot = Value.period(Period(stage.unit, containing: day))
    groups[0].values.append(
      RowStory.KeyValue(
        slot: stage.slot, expression: TypedExpression(.literal(slot), .period), value: slot))
    step.outcome = .grouped(groups)
  }

  func value(_ expression: TypedExpression, _ one: Frame) throws(RunError) -> Value {
    try evaluate(expression, in: runner.context(one)).value(at: 0)
  }

  private func judged(
    _ conditions: [TypedExpression], _ one: Frame
  ) throws(RunError) -> [JudgedCondition] {
    var result: [JudgedCondition] = []
    for condition in conditions {
      var values: [(expression: TypedExpression, value: Value)] = []
      for part in condition.judgedValues where part.type != .bool {
        values.append((part, try value(part, one)))
      }
      let isMet = try value(condition, one) == .bool(true)
      result.append(JudgedCondition(condition, isMet: isMet, values: values))
    }
    return result
  }
}

extension CadenceStage {
  /// How many rows of evidence its slots look at, so that they can be shown; nil where they are
  /// reached over several links.
  fileprivate var counted: TypedExpression? {
    guard evidence.steps.count == 1, evidence.steps[0].prefix == nil else { return nil }
    let inPeriod = TypedExpression(
      .inPeriod(
        evidence.date, period: TypedExpression(.literal(.period(period)), .period)), .bool)
    let conditions = (evidence.filter?.conjuncts ?? []) + [inPeriod]
    let aggregate = Aggregate(.count, filter: .conjunction(conditions), type: .int)
    return TypedExpression(
      .linked(LinkedAggregate(collection: evidence.steps[0].collection, aggregate: aggregate)),
      .int)
  }
}

extension TrendStage {
  /// What its rows must be dated: within the period that was written, and not after today.
  fileprivate var limits: [TypedExpression] {
    var limits: [TypedExpression] = []
    if period.start > .first || period.end <= .last {
      let written = TypedExpression(.literal(.period(period)), .period)
      limits.append(TypedExpression(.inPeriod(date, period: written), .bool))
    }
    if period.end > Day(today.number + 1) {
      let last = TypedExpression(.literal(.date(today)), .date)
      limits.append(TypedExpression(.compare(.lessOrEqual, date, last), .bool))
    }
    return limits
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of their first places.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
