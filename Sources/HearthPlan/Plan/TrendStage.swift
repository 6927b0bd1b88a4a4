import HearthData

/// `trend`: a measure for every group and every calendar unit, whether rows fell into it or not.
///
/// One row per group and slot, in the order of the keys and then of time. Without a beginning of its
/// period, the slots begin with that of the first row; none begins after today. A slot that the
/// period cuts counts what lies inside.
package struct TrendStage: Sendable {
  package var keys: [GroupStage.Key]
  /// By what the rows are dated: a date.
  package var date: TypedExpression
  package var unit: Period.Unit
  /// From the first day there is: without a beginning; up to the last one: without an end.
  package var period: Period
  package var today: Day
  package var aggregates: [Aggregate]
  /// Over `.result(n)`, the keys and the slot.
  package var measure: Assignment
  /// Over the measure and `previous`, which is the measure of the slot before in the group.
  package var change: Assignment
  package var previous: SlotID
  /// Where the calendar unit goes, and whether it is still running.
  package var slot: SlotID
  package var running: SlotID

  func mapped(_ map: (TypedExpression) -> TypedExpression) -> TrendStage {
    var result = self
    for index in keys.indices { result.keys[index].expression = map(keys[index].expression) }
    result.date = map(date)
    result.aggregates = aggregates.map { $0.mapped(map) }
    result.measure = measure.mapped(map)
    result.change = change.mapped(map)
    return result
  }

  func forEachExpression(_ body: (TypedExpression) -> Void) {
    read.forEach(body)
    body(measure.expression)
    body(change.expression)
  }

  /// What it reads of the rows; its measure and change are asked of what it makes.
  package var read: [TypedExpression] {
    keys.map(\.expression) + [date] + aggregates.flatMap(\.expressions)
  }
}
