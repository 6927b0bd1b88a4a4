import HearthData
import HearthSyntax
import HearthText

extension Binder.Measure {
  var cell: ResultColumn.Cell? {
    guard let heading, let part else { return nil }
    return ResultColumn.Cell(heading: heading, part: part)
  }
}

extension Binder {
  /// `summarize`: the rows become groups, with the keys and measures as their columns.
  mutating func bindSummary(
    _ summary: Stage.Summary, _ span: Span, _ pipeline: inout Pipeline
  ) {
    let rows = pipeline.scope
    var groups = Scope()
    groups.isGrouped = true
    groups.isUncertain = rows.isUncertain
    var keys: [GroupStage.Key] = []
    for key in summary.keys { bindKey(key, rows, &groups, &keys) }
    collector = AggregateCollector(
      kind: .group, rowScope: rows, order: occurredOrder(rows.entity))
    var measures: [Measure] = []
    for column in summary.measures { bindMeasure(column, &groups, &measures) }
    let aggregates = collector?.aggregates ?? []
    collector = nil
    var stage = GroupStage(
      keys: keys, aggregates: aggregates, measures: measures.map(\.assignment),
      withTotal: summary.extras.withTotal, withAll: summary.extras.withAll)
    for measure in measures { noteMeasure(measure, aggregates) }
    var changes: [Assignment] = []
    if let across = summary.extras.across {
      groups.columns = Scope.Columns(groups.columns.filter { $0.role == .key })
      switch across {
      case .key(let column):
        stage.across = bindAcross(column, measures, aggregates, pipeline, &groups)
      case .periods(let periods):
        changes = bindComparison(periods, measures, &stage, span, &pipeline, &groups)
      }
    } else {
      replaceMeasures(measures, aggregates, in: &groups)
    }
    pipeline.add(.group(stage), span)
    if !changes.isEmpty { pipeline.add(.compute(changes), span) }
    pipeline.scope = groups
  }

  struct Measure {
    var assignment: Assignment
    var names: Bilingual
    /// nil: as its aggregate says.
    var role: ResultColumn.Role?
    var isCount: Bool?
    /// What it is in the cell of a value that went across, and that value.
    var part: ResultColumn.Cell.Part?
    var heading: Bilingual?
  }

  mutating func bindKey(
    _ key: HearthSyntax.Column, _ rows: Scope, _ groups: inout Scope,
    _ keys: inout [GroupStage.Key]
  ) {
    let bound = bind(key.expression, in: rows).flatMap { groupable($0, key.expression.span) }
    if let bound { refusePrivate(bound, key.expression.span) }
    let names = columnName(key, besides: groups.columns)
    guard let bound else {
      groups.columns.append(Scope.Column(names.english, label: names, nil, role: .key))
      return
    }
    let slot = newSlot(names)
    noteSlot(slot, bound)
    var type = bound.type
    var isExploded = false
    if case .tags(let domain) = type {
      type = .category(domain)
      isExploded = true
    }
    let range = bound.slot.flatMap { slotRanges[$0] }
    slotRanges[slot] = range
    keys.append(
      GroupStage.Key(slot: slot, expression: bound, isExploded: isExploded, range: range))
    groups.columns.append(
      Scope.Column(
        names.english, label: names, TypedExpression(.slot(slot), type), role: .key,
        isPrivate: isPrivate(bound)))
  }

  /// A measure may use the keys and the measures before it by their names.
  mutating func bindMeasure(
    _ column: HearthSyntax.Column, _ groups: inout Scope, _ measures: inout [Measure]
  ) {
    let bound = bind(column.expression, in: groups)
    let names = columnName(column, besides: groups.columns)
    if let bound {
      if let aggregates = collector?.aggregates, options.privacy >= .masked,
        !aggregates.allSatisfy(isHarmless)
      {
        reportPrivate(column.expression.span)
      }
      measures.append(Measure(assignment: Assignment(newSlot(names), bound), names: names))
    }
    groups.columns.append(Scope.Column(names.english, label: names, bound))
  }

  mutating func noteMeasure(_ measure: Measure, _ aggregates: [Aggregate]) {
    let (slot, expression) = (measure.assignment.slot, measure.assignment.expression)
    let isPrivate = expression.contains { part in
      guard case .result(let index) = part.kind else { return false }
      return aggregates[index].argument.map { self.isPrivate($0) } ?? false
        && aggregates[index].function != .count
    }
    if isPrivate || self.isPrivate(expression) { privateSlots.insert(slot) }
  }

  /// From now on the measures are read from their slots.
  func replaceMeasures(
    _ measures: [Measure], _ aggregates: [Aggregate], in groups: inout Scope
  ) {
    for measure in measures {
      let slot = measure.assignment.slot
      let index = groups.columns.lastIndex {
        $0.role != .key && $0.label == measure.names
      }
      guard let index else { continue }
      groups.columns[index] = column(measure, slot, measure.names, aggregates)
    }
  }

  func column(
    _ measure: Measure, _ slot: SlotID, _ names: Bilingual, _ aggregates: [Aggregate]
  ) -> Scope.Column {
    let expression = measure.assignment.expression
    var function: AggregateFunction?
    if case .result(let index) = expression.kind { function = aggregates[index].function }
    return Scope.Column(
      names.english, label: names, TypedExpression(.slot(slot), expression.type),
      role: measure.role ?? (function == .share ? .rate : .plain),
      isPrivate: privateSlots.contains(measure.assignment.slot),
      isCount: measure.isCount ?? (function == .count), cell: measure.cell)
  }
}
