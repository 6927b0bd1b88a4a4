import HearthData
import HearthPlan

/// Whose names they are: they hold for all queries.
private struct UniqueNamesKey: Hashable, Sendable {
  let entity: EntityID
}

extension PlanRunner {
  /// The shown columns of a frame; the total row if it has one.
  func table(_ plan: Plan, _ frame: Frame) throws(RunError) -> ResultTable {
    let context = context(frame)
    var columns: [ResultColumn] = []
    for output in plan.output {
      let values = try evaluate(output.expression, in: context)
      columns.append(
        ResultColumn(
          name: output.name, label: output.label, values: values, role: output.role,
          isPrivate: output.isPrivate, linkTexts: try linkTexts(values.type), cell: output.cell))
    }
    var table = ResultTable(columns: columns, rowCount: frame.count)
    table.chart = plan.chart
    if let total = frame.total {
      var values: [Value] = []
      for output in plan.output {
        let column = try evaluate(output.expression, in: totalContext(total))
        values.append(column.value(at: 0))
      }
      table.total = values
    }
    return table
  }

  /// For a link the key or the name of every row of its target.
  private func linkTexts(_ type: ValueType) throws(RunError) -> Column? {
    let (entity, display): (EntityID, ValueType.LinkDisplay)
    switch type {
    case .link(let target, let how): (entity, display) = (target, how)
    case .list(let element): return try linkTexts(element)
    case .text, .category, .tags, .int, .number, .decimal, .bool, .date, .dateTime, .period,
      .missing:
      return nil
    }
    switch display {
    case .key:
      guard let key = store.schema[entity].key else { return try rowNumbers(entity) }
      let field = FieldID(entity, key)
      // A key that is a link shows the key at its end.
      guard case .link = store.schema[field].type else { return try column(field) }
      return try rowNumbers(entity)
    case .name:
      guard let field = store.schema[entity].nameField else { return try rowNumbers(entity) }
      return try store.derived.value(for: UniqueNamesKey(entity: entity)) {
        () throws(RunError) in try uniqueNames(entity, try column(FieldID(entity, field)))
      }
    }
  }

  private func column(_ field: FieldID) throws(RunError) -> Column {
    try reading { () throws(DataError) in try store.column(field) }
  }

  /// For an entity without a key: its rows, counted from 1.
  private func rowNumbers(_ entity: EntityID) throws(RunError) -> Column {
    let count = try reading { () throws(DataError) in try store.rowCount(of: entity) }
    return Column(ints: (0..<count).map { Int64($0) + 1 })
  }

  /// Names that several areas of one level share get the name of the area above in brackets.
  private func uniqueNames(_ entity: EntityID, _ names: Column) throws(RunError) -> Column {
    guard let parent = store.schema[entity].parentLink, case .text(let texts) = names.storage
    else { return names }
    var keys = [names]
    if let level = store.schema[entity].levelField {
      keys.append(try column(FieldID(entity, level)))
    }
    let grouping = try group(by: keys, count: names.count, isOrdered: false)
    if grouping.count == names.count { return names }
    var sizes = [Int](repeating: 0, count: grouping.count)
    for group in grouping.map.groups { sizes[Int(group)] += 1 }
    let parents = try reading { () throws(DataError) in try store.targets(of: parent) }
    return Column(
      texts: (0..<names.count).map { row in
        guard let name = texts[row] else { return nil }
        let isShared = sizes[Int(grouping.map.groups[row])] > 1
        guard isShared, parents[row] >= 0, let above = texts[Int(parents[row])] else { return name }
        return above.utf8.allSatisfy { $0 < 128 } ? "\(name) (\(above))" : "\(name)（\(above)）"
      })
  }
}
