import HearthData
import HearthSyntax
import HearthText

extension Binder {
  // MARK: Evidence

  /// The rows of a link with the date on which each occurred.
  mutating func bindDated(
    _ evidence: Evidence, _ stage: Stage, in scope: Scope
  ) -> LinkedRows? {
    guard case .link(let link) = evidence.subject,
      let member = bindMember(link, [evidence.filter], in: scope)
    else { return nil }
    let entity = member.reference.entity
    guard let date = occurredDate(of: entity) else {
      let name = schema[entity].name
      report(
        .badArgument, link.span,
        Bilingual(
          "nothing says when a row of `\(name.english)` occurred",
          "“\(name.chinese)”没有标明发生日期的字段"),
        hint: Bilingual(
          "mark one of its dates as `occurred` in the schema", "请在 schema 中把它的一个日期标为 occurred"))
      return nil
    }
    refusePrivate(date, link.span)
    return LinkedRows(
      steps: member.reference.steps.map {
        LinkedRows.Step(prefix: $0.prefix, collection: $0.collection)
      }, filter: member.filter, date: date)
  }

  // MARK: Rhythm

  mutating func bindRhythm(
    _ rhythm: Stage.Rhythm, in scope: Scope
  ) -> CadenceStage.Rhythm? {
    switch rhythm {
    case .unit(let unit): return ShiftUnit(unit).map { .every($0.unit) }
    case .field(let field):
      guard let bound = bind(field, in: scope) else { return nil }
      refusePrivate(bound, field.span)
      guard case .category(let domain) = bound.type else {
        reportNoRhythm(field.span, Message.type(bound.type, schema))
        return nil
      }
      guard let values = dictionary(domain, field.span) else { return nil }
      guard values.entries.contains(where: { RhythmNames.unit(of: $0) != nil }) else {
        reportNoRhythm(field.span, Message.type(bound.type, schema))
        return nil
      }
      return .field(bound)
    }
  }

  private mutating func reportNoRhythm(_ span: Span, _ what: Bilingual) {
    report(
      .badArgument, span,
      Bilingual("this is \(what.english), not a rhythm", "这是\(what.chinese)，不是频次"),
      hint: Bilingual(
        "a rhythm is day, week, month, quarter, half or year, or a category with such values",
        "频次是天、周、月、季度、半年或年，或取这些值的类别字段"))
  }

  /// How many rows meet a slot: a literal, a parameter, or a field of the row.
  mutating func bindMinimum(
    _ evidence: Evidence, in scope: Scope
  ) -> TypedExpression? {
    if let distinct = evidence.distinct {
      report(
        .badArgument, distinct.span,
        Bilingual(
          "a rhythm counts rows; different values are counted by `coverage`",
          "频次只数记录；不同取值请用“覆盖”"))
      return nil
    }
    guard let minimum = evidence.minimum else { return TypedExpression(.literal(.int(1)), .int) }
    guard let bound = bind(minimum, in: scope) else { return nil }
    refusePrivate(bound, minimum.span)
    if case .int(let number)? = bound.constant, number >= 1 { return bound }
    if bound.type == .int, bound.constant == nil { return bound }
    report(
      .badArgument, minimum.span,
      Bilingual("a whole number from 1 is needed here", "这里须是从 1 起的整数"))
    return nil
  }

  // MARK: Period

  /// The period of the slots: the year to date when none is written.
  mutating func bindSlotPeriod(
    _ expression: Expression?, _ stage: Stage, in scope: Scope
  ) -> Period? {
    guard let expression else {
      let year = bindPhrase(.toDate(.year), stage.keyword, in: scope)
      guard case .period(let period)? = year?.constant else { return nil }
      return period
    }
    guard var period = bindConstantPeriod(expression, in: scope) else { return nil }
    guard period.start > .first else {
      report(
        .badArgument, expression.span,
        Bilingual("this period has no beginning", "这个时段没有起点"),
        hint: Bilingual("write `2026-01-01 .. 2026-03-31`", "请写“2026-01-01 .. 2026-03-31”"))
      return nil
    }
    // Without an end, the running slot is the last.
    if period.end > .last { period.end = max(period.start, Day(options.today.number + 1)) }
    return period
  }
}
