import HearthData
import HearthPlan

extension PlanRunner {
  /// Rows worked on at a time: between two morsels a run can be stopped.
  static var morselSize: Int { 65_536 }

  /// Calls `body` for every morsel of `count` rows on all threads; the answers come in row order.
  @discardableResult
  func forEachMorsel<Part: Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>) throws(RunError) -> Part
  ) throws(RunError) -> [Part] {
    let size = Self.morselSize
    let morsels = (count + size - 1) / size
    return try parallelMap(morsels, run) { (index) throws(RunError) in
      try body(index * size..<min(count, (index + 1) * size))
    }
  }

  /// The rows in as many runs as there are threads, for work that keeps a big state of its own.
  func forEachStrip<Part: Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>) throws(RunError) -> Part
  ) throws(RunError) -> [Part] {
    let strips = max(1, min(run.threadCount, (count + Self.morselSize - 1) / Self.morselSize))
    return try parallelMap(strips, run) { (index) throws(RunError) in
      try body(count * index / strips..<count * (index + 1) / strips)
    }
  }

  /// The rows of a frame at some positions; between two columns a run can be stopped.
  func gathered(_ frame: Frame, _ positions: Buffer<Int32>) throws(RunError) -> Frame {
    var rows = frame
    rows.slots = [:]
    rows = rows.gathered(positions)
    for (slot, column) in frame.slots {
      try run.checkLimits()
      rows.slots[slot] = column.gather(rows: positions)
    }
    return rows
  }
}
