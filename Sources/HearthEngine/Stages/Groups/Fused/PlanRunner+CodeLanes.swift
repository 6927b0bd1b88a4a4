import HearthData
import HearthPlan

/// Whose lane it is: what is reckoned of stored columns alone holds for all queries.
private struct LaneKey: Hashable, Sendable {
  let entity: EntityID
  let expression: TypedExpression
}

extension PlanRunner {
  /// A code takes 16 bits.
  static var mostCodes: Int { 1 << 16 }

  /// Nil unless every key can be read so, and all together have few enough values.
  func codeLanes(
    for keys: [TypedExpression], of entity: EntityID, rowCount: Int
  ) throws(RunError) -> [CodeLane]? {
    var lanes: [CodeLane] = []
    var product = 1
    for key in keys {
      guard let lane = try codeLane(for: key, of: entity, rowCount: rowCount) else { return nil }
      product *= lane.count
      guard product < min(Self.mostCodes, max(4_096, 2 * rowCount)) else { return nil }
      lanes.append(lane)
    }
    return lanes
  }

  private func codeLane(
    for key: TypedExpression, of entity: EntityID, rowCount: Int
  ) throws(RunError) -> CodeLane? {
    guard isWorthATable(key, of: entity, rowCount: rowCount) else { return nil }
    let made = try store.derived.value(for: LaneKey(entity: entity, expression: key)) {
      () throws(RunError) -> CodeLane? in try makeLane(for: key, of: entity)
    }
    return made
  }

  /// Whether the table is not much longer than the rows, and says the same whenever it is made.
  private func isWorthATable(
    _ key: TypedExpression, of entity: EntityID, rowCount: Int
  ) -> Bool {
    guard Compiler(Scope(run: run, entity: entity, rowCount: rowCount)).isTotal(key),
      !key.contains(where: \.needsMoreThanItsRow)
    else { return false }
    guard case .follow(.link(let link), _) = key.kind,
      let targets = try? store.rowCount(of: store.schema[link].target)
    else { return true }
    return targets <= 4 * rowCount
  }

  private func makeLane(
    for key: TypedExpression, of entity: EntityID
  ) throws(RunError) -> CodeLane? {
    let scope = Scope(run: run, entity: entity, rowCount: 0)
    switch key.kind {
    case .field(let field) where field.entity == entity:
      return try lane(of: try scope.column(field), field, key)
    case .follow(.link(let link), let inner)
    where store.schema[link].isToOne && store.schema[link].source == entity:
      let target = store.schema[link].target
      let (sources, count) = try reading { () throws(DataError) in
        (try store.targets(of: link), try store.rowCount(of: target))
      }
      let context = EvaluationContext(run: run, entity: target, rows: .range(0..<count))
      let values = try evaluate(inner, in: context)
      return try lane(.ordinals(sources), values.gather(rows: .placesAfterNone(count)))
    default:
      guard let field = key.onlyField, field.entity == entity else { return nil }
      return try dayLane(field) { (days) throws(RunError) in
        let slot = SlotID(0)
        let expression = key.mapped { part in
          part.kind == .field(field) ? TypedExpression(.slot(slot), part.type) : nil
        }
        return try evaluate(
          expression,
          in: EvaluationContext(
            run: run, entity: nil, rows: .range(0..<days.count), slots: [slot: days]))
      }
    }
  }

  private func lane(
    of column: Column, _ field: FieldID, _ key: TypedExpression
  ) throws(RunError) -> CodeLane? {
    switch column.storage {
    case .codes8(let codes, let dictionary):
      let all = Buffer<UInt8>.filled(dictionary.count + 1) { UInt8(truncatingIfNeeded: $0) }
      return try lane(
        .codes8(codes),
        Column(type: key.type, count: all.count, storage: .codes8(all, dictionary)))
    case .codes16(let codes, let dictionary):
      let all = Buffer<UInt16>.filled(dictionary.count + 1) { UInt16(truncatingIfNeeded: $0) }
      return try lane(
        .codes16(codes),
        Column(type: key.type, count: all.count, storage: .codes16(all, dictionary)))
    case .rows(let rows):
      guard case .link(let target, _) = key.type else { return nil }
      let count = try reading { () throws(DataError) in try store.rowCount(of: target) }
      guard count < Self.mostCodes else { return nil }
      let all = Buffer<Int32>.placesAfterNone(count)
      return try lane(
        .ordinals(rows), Column(type: key.type, count: all.count, storage: .rows(all)))
    case .days: return try dayLane(field) { (days) in days }
    case .int64, .double, .codes32, .masks, .bytes, .text, .periods, .lists, .missing: return nil
    }
  }

  /// The values of all days that there are, and first of a missing one.
  private func dayLane(
    _ field: FieldID, _ values: (Column) throws(RunError) -> Column
  ) throws(RunError) -> CodeLane? {
    let (blocks, column) = try reading { () throws(DataError) in
      (try store.dayBlocks(of: field), try store.column(field))
    }
    guard let blocks, case .days(let days) = column.storage else { return nil }
    let range = blocks.range ?? 0...0
    guard range.count < Self.mostCodes else { return nil }
    let all = Buffer<Int32>.filled(range.count + 1) {
      $0 == 0 ? MissingValue.days : range.lowerBound &+ Int32($0) &- 1
    }
    let source = CodeLane.Source.days(
      days, first: range.lowerBound, isAscending: blocks.isAscending)
    return try lane(source, try values(.days(all)))
  }

  /// The values at all places, put in the order of keys.
  private func lane(
    _ source: CodeLane.Source, _ places: Column
  ) throws(RunError) -> CodeLane? {
    let grouping = try group(by: [places], count: places.count)
    guard grouping.count < Self.mostCodes else { return nil }
    let numbers = grouping.map.groups
    return CodeLane(
      source: source,
      table: Buffer.filled(places.count) { UInt16(truncatingIfNeeded: numbers[$0]) },
      values: places.gather(rows: grouping.firstRows))
  }
}

extension Buffer<Int32> {
  /// -1, and then the places of so many rows.
  fileprivate static func placesAfterNone(_ count: Int) -> Buffer<Int32> {
    filled(count + 1) { Int32(truncatingIfNeeded: $0 &- 1) }
  }
}

extension TypedExpression {
  /// Whether it may differ between two runs, or reads other rows than those that it leads to.
  fileprivate var needsMoreThanItsRow: Bool {
    switch kind {
    case .slot, .result, .definition, .outer, .linked, .follow(.value, _): true
    case .literal, .field, .row, .follow(.link, _), .follow(.level, _), .negate, .not, .and, .or,
      .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference,
      .boundary, .makePeriod:
      false
    }
  }

  /// The stored field that it is reckoned from, if it is but one and nothing else of the row.
  fileprivate var onlyField: FieldID? {
    var fields: Set<FieldID> = []
    let readsMore = contains { part in
      if case .field(let field) = part.kind { fields.insert(field) }
      if case .follow = part.kind { return true }
      if case .row = part.kind { return true }
      return false
    }
    return readsMore || fields.count != 1 ? nil : fields.first
  }
}
