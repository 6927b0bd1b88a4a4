import HearthData
import HearthPlan
import HearthText

extension Engine {
  /// The stage that left no row of a plan; nil when its rows reach the end or a group.
  ///
  /// Runs the plan once more up to there, and then each condition alone: a constant number of
  /// passes, to be asked only when an answer is empty.
  package func emptyStage(of plan: Plan) throws(RunError) -> EmptyStage? {
    try running(plan) { (runner) throws(RunError) in
      try ValueSurvey(runner: runner, plan: plan).emptyStage(of: plan)
    }
  }

  /// For a coverage that covers nobody: what makes a row covered, and what there is instead.
  package func unmetEvidence(of plan: Plan) throws(RunError) -> [ConditionCount] {
    try running(plan) { (runner) throws(RunError) in
      try ValueSurvey(runner: runner, plan: plan).unmetEvidence()
    }
  }
}

/// Looks at the rows before a step that left none.
struct ValueSurvey {
  let runner: PlanRunner
  /// The whole plan, which knows what is private.
  let plan: Plan

  func emptyStage(of plan: Plan) throws(RunError) -> EmptyStage? {
    let needed = plan.output.map(\.expression).slots
    let live = plan.steps.liveSlots(needed: needed)
    var frame = try runner.source(plan.source, needed: live[0])
    if frame.count == 0 {
      if case .query(let inner) = plan.source, let stage = try emptyStage(of: inner) {
        return stage
      }
      return EmptyStage(step: nil, rowsBefore: 0)
    }
    for (index, step) in plan.steps.enumerated() {
      var next = try runner.frameAfter(step.kind, frame)
      if next.count == 0 {
        return EmptyStage(
          step: step.kind, rowsBefore: frame.count, conditions: try conditions(step.kind, frame))
      }
      next.keep(live[index + 1])
      frame = next
    }
    return nil
  }

  func unmetEvidence() throws(RunError) -> [ConditionCount] {
    let live = plan.steps.liveSlots(needed: plan.output.map(\.expression).slots)
    var frame = try runner.source(plan.source, needed: live[0])
    for (index, step) in plan.steps.enumerated() {
      if let covered = covered(by: step.kind) {
        return try conditions(covered, in: runner.context(frame))
      }
      frame = try runner.frameAfter(step.kind, frame)
      frame.keep(live[index + 1])
    }
    return []
  }

  private func covered(by step: PlanStep.Kind) -> TypedExpression? {
    guard case .compute(let assignments) = step else { return nil }
    return assignments.first { plan.slotNames[$0.slot] == ResultNames.covered }?.expression
  }

  private func conditions(
    _ step: PlanStep.Kind, _ frame: Frame
  ) throws(RunError) -> [ConditionCount] {
    guard case .filter(let condition) = step else { return [] }
    return try conditions(condition, in: runner.context(frame))
  }

  /// Each part of a condition alone, with what there is where nothing satisfies it.
  private func conditions(
    _ condition: TypedExpression, in context: EvaluationContext
  ) throws(RunError) -> [ConditionCount] {
    var counts: [ConditionCount] = []
    for part in condition.conjuncts {
      let rows = try select(part, in: context).count
      let instead = rows == 0 ? try instead(of: part, in: context) : []
      counts.append(ConditionCount(part, rows: rows, instead: instead))
    }
    return counts
  }

  // MARK: What there is instead

  private func instead(
    of condition: TypedExpression, in context: EvaluationContext
  ) throws(RunError) -> [WhatThereIs] {
    if case .linked(let linked) = condition.kind, linked.aggregate.function == .any {
      return try linkedRows(linked, in: context)
    }
    guard let (value, wanted) = condition.comparedWithConstants,
      !plan.isPrivate(value, in: runner.store.schema)
    else { return [] }
    let column = try evaluate(value, in: context)
    if let range = column.range(of: value, nearestTo: wanted) { return [range] }
    return [try frequentValues(of: value, column, nearestTo: wanted)]
  }

  /// The rows behind a link, and each condition on them.
  private func linkedRows(
    _ linked: LinkedAggregate, in context: EvaluationContext
  ) throws(RunError) -> [WhatThereIs] {
    let adjacency = try reading { () throws(DataError) in
      try runner.store.adjacency(
        of: linked.collection.link, reversed: linked.collection.isReversed)
    }
    let pairs = LinkedPairs(adjacency, of: context.rows.ordinals)
    let inner = EvaluationContext(
      run: runner.run, entity: linked.collection.entity, rows: .ordinals(pairs.rows),
      outer: EvaluationContext.Outer(context: context, positions: pairs.owners))
    var counts: [ConditionCount] = []
    if let filter = linked.aggregate.filter, pairs.rows.count > 0 {
      counts = try conditions(filter, in: inner)
    }
    return [.linkedRows(linked.collection, pairs.rows.count, counts)]
  }

  private static let mostValues = 4

  /// The most frequent values, the first ones of equal counts in the order of keys; where each
  /// text occurs once, the one that is spelled most alike.
  private func frequentValues(
    of expression: TypedExpression, _ column: Column, nearestTo wanted: [Value]
  ) throws(RunError) -> WhatThereIs {
    var found: [(value: Value, count: Int)]
    if case .masks(let masks, _) = column.storage {
      found = masks.tagCounts.map { (value: .tags(1 << UInt64($0.offset)), count: $0.element) }
    } else {
      let grouping = try runner.group(by: [column], count: column.count)
      var counts = [Int](repeating: 0, count: grouping.count)
      for group in grouping.map.groups { counts[Int(group)] += 1 }
      found = []
      for (row, count) in zip(grouping.firstRows, counts) {
        found.append((value: column.value(at: Int(row)), count: count))
      }
    }
    let known = found.filter { $0.count > 0 && $0.value != .missing }
    if known.isEmpty { return .nothing(of: expression) }
    let byCount = known.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    let shown = byCount.prefix(Self.mostValues).map(\.element)
    if shown[0].count == 1, case .text(let text)? = wanted.first,
      let near = nearest(to: text, in: known.compactMap(\.value.text))
    {
      return .alike(of: expression, .text(near))
    }
    return .values(of: expression, shown, others: known.count - shown.count)
  }
}

extension TypedExpression {
  /// The value that a condition looks at, and the constants that it asks for.
  fileprivate var comparedWithConstants: (TypedExpression, [Value])? {
    switch kind {
    case .compare(_, let value, let other), .textMatch(_, let value, let other):
      if let constant = other.constant, value.constant == nil { return (value, [constant]) }
      if let constant = value.constant, other.constant == nil { return (other, [constant]) }
      return nil
    case .isOneOf(let value, let wanted): return (value, wanted)
    case .inPeriod(let value, let period): return period.constant.map { (value, [$0]) }
    case .hasTags(let value, _, _): return (value, [])
    case .isKnown(let value): return (value, [])
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .not, .and, .or, .arithmetic, .join, .isMissing, .listHas, .conditional, .coalesce, .call,
      .convert, .shift, .difference, .boundary, .makePeriod:
      return nil
    }
  }
}

extension Column {
  /// The ends of numbers and dates, and the value nearest to one of those wanted; nil for others.
  fileprivate func range(
    of expression: TypedExpression, nearestTo wanted: [Value]
  ) -> WhatThereIs? {
    switch type {
    case .int, .number, .decimal, .date, .dateTime: break
    case .text, .category, .tags, .bool, .period, .link, .list, .missing: return nil
    }
    let targets = wanted.compactMap(\.stretch)
    var least: (place: Double, value: Value)?
    var greatest: (place: Double, value: Value)?
    var nearest: (distance: Double, value: Value)?
    for row in 0..<count {
      let value = value(at: row)
      guard let place = value.stretch?.lowerBound else { continue }
      if least.map({ place < $0.place }) ?? true { least = (place, value) }
      if greatest.map({ place > $0.place }) ?? true { greatest = (place, value) }
      for target in targets {
        let distance = max(target.lowerBound - place, place - target.upperBound, 0)
        if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, value) }
      }
    }
    guard let least, let greatest else { return .nothing(of: expression) }
    return .range(of: expression, from: least.value, to: greatest.value, nearest: nearest?.value)
  }
}

extension Value {
  /// Where it lies on a line of numbers or of days; both ends of a period.
  fileprivate var stretch: ClosedRange<Double>? {
    switch self {
    case .int(let value): Double(value)...Double(value)
    case .dateTime(let seconds): Double(seconds) / 86_400...Double(seconds) / 86_400
    case .number(let value): value...value
    case .decimal(let value): value.approximation...value.approximation
    case .date(let day): Double(day.number)...Double(day.number)
    case .period(let period) where period.start < period.end:
      Double(period.start.number)...Double(period.lastDay.number)
    case .missing, .text, .bool, .period, .category, .tags, .row, .list: nil
    }
  }
}

extension Value {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Buffer<UInt64> {
  /// How many tag sets have each tag, the tags in their order.
  fileprivate var tagCounts: EnumeratedSequence<[Int]> {
    var counts = [Int](repeating: 0, count: 64)
    for mask in self {
      var rest = mask
      while rest != 0 {
        counts[rest.trailingZeroBitCount] += 1
        rest &= rest - 1
      }
    }
    return counts.enumerated()
  }
}
