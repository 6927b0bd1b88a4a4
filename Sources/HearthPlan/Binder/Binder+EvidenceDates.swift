import HearthData
import HearthSyntax
import HearthText

/// A condition on linked rows, taken apart by the date on which they occurred.
struct DatedFilter {
  /// What does not look at the date; nil when nothing is left.
  var undated: TypedExpression?
  /// The parts, joined by `and` at the top, that limit the date.
  var dated: [TypedExpression]
}

extension Binder {
  /// The date on which the linked rows occurred, in their context.
  func occurredDate(of entity: EntityID) -> TypedExpression? {
    guard let field = schema[entity].occurred else { return nil }
    let id = FieldID(entity, field)
    return TypedExpression(.field(id), schema[id].type)
  }

  /// The condition of a member, less what happens after today: that is no evidence yet.
  ///
  /// A row without a date counts, as no condition of its own excludes it.
  func filterUpToToday(_ member: BoundMember) -> TypedExpression? {
    guard let isLater = isAfterToday(member) else { return member.filter }
    return .conjunction([member.filter, TypedExpression(.not(isLater), .bool)].compactMap { $0 })
  }

  /// Whether a linked row occurred after today; nil when none in the data did.
  func isAfterToday(_ member: BoundMember) -> TypedExpression? {
    let entity = member.reference.entity
    guard let date = occurredDate(of: entity) else { return nil }
    if case .field(let id) = date.kind, let last = try? catalog.store.lastDay(of: id),
      last <= options.today
    {
      return nil
    }
    let today = TypedExpression(.literal(.date(options.today)), .date)
    return TypedExpression(.compare(.greater, dayOf(date), today), .bool)
  }

  /// Says how many linked rows are after today, where there may be any.
  mutating func remarkOnFuture(
    _ members: [BoundMember], _ span: Span, _ pipeline: inout Pipeline
  ) {
    var counts: [TypedExpression] = []
    for member in members {
      guard let isLater = isAfterToday(member) else { continue }
      let filter = TypedExpression.conjunction([member.filter, isLater].compactMap { $0 })
      let aggregate = Aggregate(.count, filter: filter, type: .int)
      if let count = linked(aggregate, member.reference, member.span) { counts.append(count) }
    }
    guard !counts.isEmpty else { return }
    pipeline.add(.remark(CountedRemark(.evidenceAfterToday, count: .sum(of: counts))), span)
  }

  /// The condition without its limits of the date, for a date that is to be looked for beyond them;
  /// nil after an error: one stands inside an `or`, where it cannot be taken away.
  mutating func withoutDates(_ member: BoundMember) -> DatedFilter? {
    guard let filter = member.filter, let date = occurredDate(of: member.reference.entity) else {
      return DatedFilter(undated: member.filter, dated: [])
    }
    let parts: [TypedExpression]
    if case .and(let joined) = filter.kind { parts = joined } else { parts = [filter] }
    let dated = parts.filter { $0.contains { $0 == date } }
    if dated.contains(where: \.isAlternative) {
      report(
        .badArgument, member.filterSpan,
        Bilingual(
          "a limit of the date stands inside an `or`; the last time cannot be looked for beyond it",
          "日期条件写在“或”里面，无法撇开它去找最近一次"),
        hint: Bilingual(
          "join it with `and`, outside of the brackets", "请用“且”连接，写在括号外面"))
      return nil
    }
    let rest = parts.filter { !dated.contains($0) }
    return DatedFilter(undated: rest.isEmpty ? nil : .conjunction(rest), dated: dated)
  }

  /// The latest date up to today of the linked rows that fulfil the undated conditions of a member;
  /// nil when their table has no such date, or after an error.
  mutating func lastDate(_ member: BoundMember) -> TypedExpression? {
    guard let date = occurredDate(of: member.reference.entity),
      let filter = withoutDates(member)
    else { return nil }
    var unlimited = member
    unlimited.filter = filter.undated
    let aggregate = Aggregate(
      .max, argument: dayOf(date), filter: filterUpToToday(unlimited), type: .date)
    return linked(aggregate, member.reference, member.span)
  }
}

extension TypedExpression {
  /// A choice between conditions, or the negation of several.
  fileprivate var isAlternative: Bool {
    switch kind {
    case .or, .conditional: return true
    case .not(let inner):
      if case .and = inner.kind { return true }
      return inner.isAlternative
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .and, .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      return false
    }
  }
}
