import HearthData
import HearthPlan

/// An aggregate over the rows of a link, and how great it must be.
private struct DecidingAggregate: Hashable {
  var rows: LinkedAggregate
  var needed: Int64?
}

extension RowTracing {
  func evidence(
    _ conditions: [TypedExpression], _ one: Frame
  ) throws(RunError) -> [DecidingRows] {
    guard one.entity == entity, one.rows.ordinals.first == row else { return [] }
    var result: [DecidingRows] = []
    for linked in conditions.flatMap(aggregates).unique {
      var rows = try evidence(linked.rows, one)
      rows.needed = linked.needed
      result.append(rows)
    }
    return result
  }

  /// The aggregates over links of the row itself.
  private func aggregates(in expression: TypedExpression) -> [DecidingAggregate] {
    switch expression.kind {
    case .linked(let linked): return [DecidingAggregate(rows: linked)]
    case .compare(.greaterOrEqual, let number, let least):
      guard case .linked(let linked) = number.kind, case .int(let needed)? = least.constant else {
        return [number, least].flatMap(aggregates)
      }
      return [DecidingAggregate(rows: linked, needed: needed)]
    case .follow, .outer: return []
    case .slot(let slot): return computed[slot].map(aggregates) ?? []
    case .definition(let id): return aggregates(in: runner.run.definitions[id.index].body)
    case .literal, .field, .row, .result, .negate, .not, .and, .or, .compare, .arithmetic, .join,
      .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags, .listHas, .conditional,
      .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      return expression.children.flatMap(aggregates)
    }
  }

  private func evidence(
    _ linked: LinkedAggregate, _ one: Frame
  ) throws(RunError) -> DecidingRows {
    let collection = linked.collection
    let adjacency = try reading { () throws(DataError) in
      try runner.store.adjacency(of: collection.link, reversed: collection.isReversed)
    }
    let pairs = LinkedPairs(adjacency, of: one.rows.ordinals)
    let context = EvaluationContext(
      run: runner.run, entity: collection.entity, rows: .ordinals(pairs.rows),
      outer: EvaluationContext.Outer(context: runner.context(one), positions: pairs.owners))
    let conditions = linked.aggregate.filter?.conjuncts ?? []
    var fields = conditions.flatMap(\.judgedValues).unique.filter { !$0.readsOutside }
    if let date = runner.store.schema.occurredDate(of: collection.entity),
      !fields.contains(date)
    {
      fields.insert(date, at: 0)
    }
    var met: [Column] = []
    for condition in conditions { met.append(try evaluate(condition, in: context)) }
    var values: [Column] = []
    for field in fields { values.append(try evaluate(field, in: context)) }
    let rows = (0..<pairs.rows.count).map { place in
      DecidingRows.Row(
        row: pairs.rows[place], values: values.map { $0.value(at: place) },
        isMet: met.map { $0.value(at: place) == .bool(true) })
    }
    let ordered = rows.enumerated().sorted {
      ($0.element.failures, -$0.offset) < ($1.element.failures, -$1.offset)
    }
    return DecidingRows(
      collection: collection, conditions: conditions, fields: fields,
      rows: ordered.prefix(Self.mostRows).map(\.element), count: rows.count,
      countingCount: rows.count { $0.failures == 0 })
  }

  private static let mostRows = 10
}

extension DecidingRows.Row {
  fileprivate var failures: Int { isMet.count { !$0 } }
}

extension Schema {
  /// The date on which rows of an entity occurred, in their own context.
  fileprivate func occurredDate(of entity: EntityID) -> TypedExpression? {
    guard let field = self[entity].occurred else { return nil }
    let id = FieldID(entity, field)
    return TypedExpression(.field(id), self[id].type)
  }
}
