import HearthData
import HearthSyntax
import HearthText

/// The values of a field of the linked rows that a stage asks for one by one.
struct EvidenceValues {
  /// In the context of the linked rows.
  var field: TypedExpression
  var names: Bilingual
  var values: [Value]
}

extension Binder {
  /// The declared values of a closed category, else those found in the linked table, less those
  /// that the member's own conditions on the field rule out; nil after an error.
  mutating func bindValues(
    of field: Expression, _ member: BoundMember, in scope: Scope
  ) -> EvidenceValues? {
    let rows = rowScope(of: member.reference, outside: scope)
    guard let bound = bind(field, in: rows).flatMap({ groupable($0, field.span) }) else {
      return nil
    }
    refusePrivate(bound, field.span)
    guard !bound.readsOutside, let values = values(of: bound, member.reference.entity, field.span)
    else {
      report(
        .badArgument, field.span,
        Bilingual("a field of the linked rows is needed here", "这里须是关联记录的字段"))
      return nil
    }
    let possible = values.filter { value in
      member.filter?.truth(where: bound, is: value) != false
    }
    guard possible.count <= Self.mostAcross else {
      reportTooMany(possible.count, field.span)
      return nil
    }
    return EvidenceValues(field: bound, names: naming(of: field), values: possible)
  }

  private mutating func values(
    of field: TypedExpression, _ entity: EntityID, _ span: Span
  ) -> [Value]? {
    switch field.type {
    case .category(let domain):
      if let closed = closedValues(domain) { return closed.entries.indices.map { .category($0) } }
    case .bool: return [.bool(false), .bool(true)]
    case .tags, .list: return nil
    case .text, .int, .number, .decimal, .date, .dateTime, .period, .link, .missing: break
    }
    let table = Pipeline(source: .entity(entity), scope: Scope(entity: entity))
    return distinctValues(of: field, in: table, span)?.filter { $0 != .missing }
  }
}

extension TypedExpression {
  /// Whether it looks at the row outside of the linked ones.
  package var readsOutside: Bool {
    contains { part in
      if case .outer = part.kind { true } else { false }
    }
  }

  /// What a condition is where one expression in it has a value; nil where that does not decide it.
  func truth(where field: TypedExpression, is value: Value) -> Bool? {
    switch kind {
    case .literal(.bool(let isTrue)): return isTrue
    case .compare(.equal, let left, let right) where left == field:
      return right.constant.map { $0 == value }
    case .compare(.notEqual, let left, let right) where left == field:
      return right.constant.map { $0 != value }
    case .isOneOf(let part, let values) where part == field: return values.contains(value)
    case .isMissing(let part) where part == field: return value == .missing
    case .isKnown(let part) where part == field: return value != .missing
    case .not(let inner): return inner.truth(where: field, is: value).map { !$0 }
    case .and(let parts):
      let truths = parts.map { $0.truth(where: field, is: value) }
      if truths.contains(false) { return false }
      return truths.contains(nil) ? nil : true
    case .or(let parts):
      let truths = parts.map { $0.truth(where: field, is: value) }
      if truths.contains(true) { return true }
      return truths.contains(nil) ? nil : false
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference,
      .boundary, .makePeriod:
      return nil
    }
  }
}
