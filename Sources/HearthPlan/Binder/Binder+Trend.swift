import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `trend count every month in 2026 by kind`: a measure slot by slot, with its change.
  mutating func bindTrend(_ trend: Stage.Trend, _ stage: Stage, _ pipeline: inout Pipeline) {
    let rows = pipeline.scope
    var groups = Scope()
    groups.isGrouped = true
    groups.isUncertain = rows.isUncertain
    var keys: [GroupStage.Key] = []
    for key in trend.keys { bindKey(key, rows, &groups, &keys) }
    let date = dateOfRows(rows, stage.keyword)
    let period = trend.period.map { bindConstantPeriod($0, in: rows) } ?? .always
    let slot = addColumn(ResultNames.period, .period, role: .key, to: &groups)
    collector = AggregateCollector(
      kind: .group, rowScope: rows, order: occurredOrder(rows.entity))
    var measures: [Measure] = []
    bindMeasure(trend.measure, &groups, &measures)
    let aggregates = collector?.aggregates ?? []
    collector = nil
    pipeline.scope = groups
    guard let measure = measures.first, let date, let period,
      let unit = ShiftUnit(trend.unit)?.unit,
      isNumber(measure, trend.measure.expression.span)
    else {
      pipeline.scope.isUncertain = true
      return
    }
    noteMeasure(measure, aggregates)
    replaceMeasures(measures, aggregates, in: &groups)
    let role = groups.columns.last?.role ?? .plain
    let (change, previous) = change(of: measure, role, in: &groups)
    let running = addColumn(ResultNames.running, .bool, role: .running, to: &groups)
    noteFuture(period, unit)
    pipeline.add(
      .trend(
        TrendStage(
          keys: keys, date: date, unit: unit, period: period, today: options.today,
          aggregates: aggregates, measure: measure.assignment, change: change,
          previous: previous, slot: slot, running: running)), stage.span)
    pipeline.scope = groups
  }

  /// The difference to the slot before.
  private mutating func change(
    of measure: Measure, _ role: ResultColumn.Role, in groups: inout Scope
  ) -> (Assignment, previous: SlotID) {
    let type = measure.assignment.expression.type
    let previous = newSlot(
      Bilingual("\(measure.names.english) before", "上一时段的\(measure.names.chinese)"))
    let slot = addColumn(ResultNames.change, type, role: role, to: &groups)
    if privateSlots.contains(measure.assignment.slot) { privateSlots.insert(slot) }
    let difference = TypedExpression(
      .arithmetic(
        .subtract, TypedExpression(.slot(measure.assignment.slot), type),
        TypedExpression(.slot(previous), type)), type)
    return (Assignment(slot, difference), previous)
  }

  private mutating func isNumber(_ measure: Measure, _ span: Span) -> Bool {
    let type = measure.assignment.expression.type
    if type.isNumeric { return true }
    let what = Message.type(type, schema)
    report(
      .badArgument, span,
      Bilingual(
        "a trend follows a number; this is \(what.english)", "趋势针对数值；这里是\(what.chinese)"),
      hint: Bilingual("write `count` or `sum(…)`", "请写“计数”或“合计(…)”"))
    return false
  }

  private mutating func noteFuture(_ period: Period, _ unit: Period.Unit) {
    guard period.start >= Period(unit, containing: options.today).end else { return }
    note(
      Bilingual("the period begins after today: there is nothing to show yet", "这个时段在今天之后，尚无数据"))
  }
}

extension Binder {
  /// A column that a stage makes without being told a name, in a slot of its own.
  mutating func addColumn(
    _ names: Bilingual, _ type: ValueType, role: ResultColumn.Role = .plain,
    isCount: Bool = false, to scope: inout Scope
  ) -> SlotID {
    let names = unique(names, besides: scope.columns)
    let slot = newSlot(names)
    scope.columns.append(
      Scope.Column(
        names.english, label: names, TypedExpression(.slot(slot), type), role: role,
        isCount: isCount))
    return slot
  }

  /// The day on which each row occurred; nil after an error.
  mutating func dateOfRows(_ scope: Scope, _ span: Span) -> TypedExpression? {
    if let entity = scope.entity { return dateOfRows(of: entity, span) }
    if scope.isUncertain { return nil }
    report(
      .undatedRows, span,
      Bilingual("these rows have no date of their own", "这些行没有自己的日期"),
      hint: Bilingual("put this stage before the rows are grouped", "请把这一步放在分组之前"))
    return nil
  }

  mutating func dateOfRows(of entity: EntityID, _ span: Span) -> TypedExpression? {
    if let date = occurredDate(of: entity) {
      refusePrivate(date, span)
      return dayOf(date)
    }
    let name = schema[entity].name
    report(
      .undatedRows, span,
      Bilingual(
        "nothing says when a row of `\(name.english)` occurred",
        "“\(name.chinese)”没有标明发生日期的字段"),
      hint: Bilingual(
        "mark one of its dates as `occurred` in the schema", "请在 schema 中把它的一个日期标为 occurred"))
    return nil
  }
}

extension Period {
  /// All days there are.
  static let always = Period(start: .first, end: Day(Day.last.number + 1), unit: nil)
}
