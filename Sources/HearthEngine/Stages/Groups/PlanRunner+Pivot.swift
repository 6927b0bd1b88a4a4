import HearthData
import HearthPlan

extension PlanRunner {
  /// The measures of every value of the key that became columns.
  ///
  /// All cells are groups of one table, value by value, so that each aggregate is one scan:
  ///
  ///     cell    0 … G−1      G … 2G−1     …
  ///     value   first        second       …
  func pivot(
    _ stage: GroupStage, _ across: GroupStage.Across, _ values: Column, _ frame: Frame,
    _ groups: KeyedGroups, _ keys: [SlotID: Column]
  ) throws(RunError) -> [SlotID: Column] {
    let groupCount = groups.grouping.count
    let cellCount = groupCount * across.values.count
    guard cellCount <= Int(Int32.max) else { throw .stopped(.rows) }
    let map = try cells(across, values, groups.grouping.map)
    var isFilled = [Bool](repeating: false, count: cellCount)
    for cell in map.groups where cell >= 0 { isFilled[Int(cell)] = true }
    let filled = Buffer.filled(cellCount) { isFilled[$0] ? Int32(truncatingIfNeeded: $0) : -1 }

    let repeated = Buffer.filled(cellCount) { Int32(truncatingIfNeeded: $0 % groupCount) }
    var table = Frame(count: cellCount, slots: keys.mapValues { $0.gather(rows: repeated) })
    let results = try aggregates(stage.aggregates, over: map, frame)
    var slots = keys
    for (index, measure) in stage.measures.enumerated() {
      var column = try evaluate(measure.expression, in: context(table, results: results))
      table.slots[measure.slot] = column
      if !across.asksOfNothing, !stage.isCount(measure.expression) {
        column = column.gather(rows: filled)
      }
      for (value, targets) in across.slots.enumerated() where targets.indices.contains(index) {
        slots[targets[index]] = column.slice(value * groupCount..<(value + 1) * groupCount)
      }
    }
    return slots
  }

  /// For every row its cell, -1 for a value that has no columns.
  private func cells(
    _ across: GroupStage.Across, _ values: Column, _ map: GroupMap
  ) throws(RunError) -> GroupMap {
    var places: [Value: Int] = [:]
    for (place, value) in across.values.enumerated() { places[value.asKey] = place }
    let grouping = try group(by: [values], count: values.count, isOrdered: false)
    let starts = grouping.firstRows.map { row in
      places[values.value(at: Int(row)).asKey].map { $0 * map.groupCount } ?? -1
    }
    let cells = Buffer.filled(values.count) { row in
      let start = starts[Int(grouping.map.groups[row])]
      return start < 0 ? -1 : Int32(truncatingIfNeeded: start) &+ map.groups[row]
    }
    return GroupMap(groupCount: map.groupCount * across.values.count, groups: cells)
  }
}

extension GroupStage {
  /// Whether a measure is a count and nothing else.
  fileprivate func isCount(_ expression: TypedExpression) -> Bool {
    guard case .result(let index) = expression.kind, aggregates.indices.contains(index) else {
      return false
    }
    return aggregates[index].function == .count
  }
}

extension Value {
  /// The value as keys are told apart: the unit only says how a period is printed.
  var asKey: Value {
    guard case .period(var period) = self else { return self }
    period.unit = nil
    return .period(period)
  }
}
