import HearthData
import HearthPlan

// The stages that bring in another table, except `join`.

extension PlanRunner {
  /// The rows of the right plan after those of the frame; what is a row of the same entity stays
  /// one, for other rows the frame's entity has no row.
  func union(
    _ plan: Plan, columns: [UnionColumn], _ frame: Frame
  ) throws(RunError) -> Frame {
    let right = try inner(plan, outputs: columns.compactMap(\.rightColumn))
    let count = frame.count + right.frame.count
    guard count <= Int(Int32.max) else { throw .stopped(.rows) }
    let context = context(frame)
    var united = Frame(entity: frame.entity, rows: .range(0..<count))
    for column in columns {
      var parts: [Column] = []
      if let left = column.left {
        parts.append(try convert(try evaluate(left, in: context), to: column.type))
      } else {
        parts.append(.missing(count: frame.count, type: column.type))
      }
      if let values = column.rightColumn.flatMap({ right.columns[$0] }) {
        parts.append(try convert(values, to: column.type))
      } else {
        parts.append(.missing(count: right.frame.count, type: column.type))
      }
      united.slots[column.slot] = try concatenated(parts)
    }
    if frame.entity != nil {
      let isSame = right.frame.entity == frame.entity
      let others =
        isSame
        ? right.frame.rows.ordinals
        : Buffer(repeating: MissingValue.row, count: right.frame.count)
      let own = frame.rows.ordinals
      let rows = SharedMemory<Int32>(count: count)
      rows.place(own, at: 0)
      rows.place(others, at: own.count)
      united.rows = .ordinals(rows.buffer)
    }
    return united
  }

  /// Rows that are (not) among those of the right plan; missing equals missing here.
  func match(
    _ plan: Plan, isKept: Bool, columns: [MatchColumn], _ frame: Frame
  ) throws(RunError) -> Frame {
    let right = try inner(plan, outputs: columns.map(\.rightColumn))
    let context = context(frame)
    var both: [Column] = []
    for column in columns {
      guard let values = right.columns[column.rightColumn] else { throw .misbuiltPlan("match") }
      let left = try evaluate(column.left, in: context)
      both.append(try concatenated([left, try convert(values, to: left.type)]))
    }
    let count = frame.count
    let groups = try group(by: both, count: count + right.frame.count, isOrdered: false).map
    var isThere = [Bool](repeating: false, count: groups.groupCount)
    for row in count..<count + right.frame.count { isThere[Int(groups.groups[row])] = true }
    let chosen = Buffer<Bool>(count: count) { memory in
      for row in 0..<count {
        memory.initializeElement(at: row, to: isThere[Int(groups.groups[row])] == isKept)
      }
    }
    let positions = chosen.positions
    return positions.count == count ? frame : try gathered(frame, positions)
  }

  func concatenated(_ parts: [Column]) throws(RunError) -> Column {
    try reading { () throws(DataError) in try Column.concatenated(parts) }
  }

  /// The values as those of another type; categories keep their own dictionary.
  func convert(_ column: Column, to type: ValueType) throws(RunError) -> Column {
    switch (column.type, type) {
    case (.category, .category), (.tags, .tags), (.link, .link), (.list, .list), (.missing, _),
      (_, .missing):
      return column
    case (.text, _), (.category, _), (.tags, _), (.int, _), (.number, _), (.decimal, _),
      (.bool, _), (.date, _), (.dateTime, _), (.period, _), (.link, _), (.list, _):
      if column.type == type { return column }
      let slot = SlotID(0)
      let frame = Frame(count: column.count, slots: [slot: column])
      let value = TypedExpression(.slot(slot), column.type)
      return try evaluate(TypedExpression(.convert(value), type), in: context(frame))
    }
  }
}
