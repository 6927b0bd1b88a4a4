import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// One row for each slot in which a row exists: row after row, the slots of each in order.
  func expandSlots(_ stage: SlotStage, _ frame: Frame) throws(RunError) -> Frame {
    let lives = try SlotLives(stage, count: frame.count) { (day) throws(RunError) in
      try evaluate(day, in: context(frame)).days()
    }
    let sizes = try forEachMorsel(of: frame.count) { (range) in lives.place(range) }
    let total = sizes.reduce(0, +)
    guard total <= Int(Int32.max) else { throw .stopped(.rows) }
    let starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    let rows = SharedMemory<Int32>(count: total)
    let slots = SharedMemory<Int32>(count: total)
    try forEachMorsel(of: frame.count) { (range) in
      var place = starts[range.lowerBound / Self.morselSize]
      for row in range {
        for slot in lives[row] {
          rows[place] = Int32(truncatingIfNeeded: row)
          slots[place] = slot
          place &+= 1
        }
      }
    }
    var expanded = try gathered(frame, rows.buffer)
    expanded.total = nil
    expanded.slots[stage.slot] = stage.range.slots.gather(rows: slots.buffer)
    remarks.add(.expanded(frame.count, total))
    return expanded
  }
}

/// The slots of a period in which each row exists, as runs of slot numbers.
private struct SlotLives: Sendable {
  private let slots: Slots
  private let period: Period
  /// nil is without end for all rows.
  private let opens: Buffer<Int32>?
  private let closes: Buffer<Int32>?
  /// Whether a missing day is no day, rather than without end.
  private let isOneDay: Bool
  private let firsts: SharedMemory<Int32>
  private let ends: SharedMemory<Int32>

  init(
    _ stage: SlotStage, count: Int,
    _ evaluate: (TypedExpression) throws(RunError) -> Buffer<Int32>
  ) throws(RunError) {
    slots = Slots(stage.range.unit, touching: stage.range.period)
    period = stage.range.period
    firsts = SharedMemory(count: count)
    ends = SharedMemory(count: count)
    switch stage.life {
    case .between(let first, let last):
      opens = try first.map(evaluate)
      closes = try last.map(evaluate)
      isOneDay = false
    case .on(let day):
      opens = try evaluate(day)
      closes = opens
      isOneDay = true
    }
  }

  /// Finds the slots of some rows; answers with their number.
  func place(_ rows: Range<Int>) -> Int {
    var total = 0
    for row in rows {
      let slots = slots(of: row)
      firsts[row] = slots.lowerBound
      ends[row] = slots.upperBound
      total &+= slots.count
    }
    return total
  }

  subscript(row: Int) -> Range<Int32> { firsts[row]..<ends[row] }

  private func slots(of row: Int) -> Range<Int32> {
    var first = period.start.number
    var last = period.lastDay.number
    if let day = opens?[row], day != MissingValue.days { first = max(first, day) }
    if let day = closes?[row], day != MissingValue.days {
      last = min(last, day)
    } else if isOneDay {
      return 0..<0
    }
    guard first <= last else { return 0..<0 }
    let start = slots.starts[0]
    return slots.places[Int(first &- start)]..<slots.places[Int(last &- start)] &+ 1
  }
}

extension SlotRange {
  /// All slots: days as dates, longer ones as the calendar units that they are.
  var slots: Column {
    let slots = Slots(unit, touching: period)
    let starts = slots.starts
    guard unit != .day else {
      return Column(type: .date, count: slots.count, storage: .days(starts.slice(0..<slots.count)))
    }
    let periods = PeriodBuffer(
      starts: starts.slice(0..<slots.count), ends: starts.slice(1..<slots.count + 1),
      units: Buffer([unit.rawValue]))
    return Column(type: .period, count: slots.count, storage: .periods(periods))
  }
}

extension Note {
  fileprivate static func expanded(_ before: Int, _ after: Int) -> Note {
    Note(
      Bilingual(
        "expand every: \(before) row\(before == 1 ? "" : "s") became \(after)",
        "展开：\(before) 行变为 \(after) 行"))
  }
}
