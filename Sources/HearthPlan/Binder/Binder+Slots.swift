import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `expand every day in PERIOD`: a row for each slot in which the row exists.
  mutating func bindExpandSlots(
    _ unit: CalendarUnit, _ period: Expression?, _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    let scope = pipeline.scope
    let life = bindLife(of: scope, stage)
    let period = bindSlotPeriod(period, stage, in: scope)
    let names = unique(ResultNames.slot, besides: scope.columns)
    let slot = newSlot(names)
    guard let life, let period, let unit = ShiftUnit(unit)?.unit else {
      pipeline.scope.columns.append(Scope.Column(names.english, label: names, nil))
      return
    }
    let range = SlotRange(unit, period)
    slotRanges[slot] = range
    pipeline.add(.expandSlots(SlotStage(range: range, life: life, slot: slot)), stage.span)
    pipeline.scope.columns.append(
      Scope.Column(names.english, label: names, TypedExpression(.slot(slot), range.type)))
  }

  /// From the day that opens a row to the day that closes it, else the day on which it occurred;
  /// nil after an error.
  private mutating func bindLife(of scope: Scope, _ stage: Stage) -> SlotStage.Life? {
    let opens = lifeDay(\.opens, of: scope.entity)
    let closes = lifeDay(\.closes, of: scope.entity)
    let occurred = lifeDay(\.occurred, of: scope.entity)
    for day in [opens, closes, occurred] {
      if let day { refusePrivate(day, stage.keyword) }
    }
    if opens != nil || closes != nil { return .between(opens: opens, closes: closes) }
    if let occurred { return .on(occurred) }
    if !scope.isUncertain { reportWithoutLife(scope, stage.keyword) }
    return nil
  }

  private func lifeDay(
    _ mark: KeyPath<Entity, Int?>, of entity: EntityID?
  ) -> TypedExpression? { lifeDate(mark, of: entity).map(dayOf) }

  private mutating func reportWithoutLife(_ scope: Scope, _ span: Span) {
    guard let entity = scope.entity else {
      report(
        .badArgument, span,
        Bilingual("these rows are groups, which have no dates of their own", "这些行是分组，没有自己的起止日期"),
        hint: Bilingual("put this stage before `summarize`", "请放在“汇总”之前"))
      return
    }
    let name = schema[entity].name
    report(
      .badArgument, span,
      Bilingual(
        "nothing says from when to when a row of `\(name.english)` exists",
        "“\(name.chinese)”没有标明起止日期的字段"),
      hint: Bilingual(
        "mark its dates as `opens` and `closes`, or one as `occurred`, in the schema",
        "请在 schema 中把它的日期标为 opens 和 closes，或标为 occurred"))
  }
}
