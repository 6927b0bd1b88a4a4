import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// Hides counts from 1 to `below` − 1, as many others as keep them from being found by
  /// subtraction (see `CountTable`), and what was reckoned from hidden counts.
  func suppress(_ stage: SuppressStage, _ frame: Frame) throws(RunError) -> Frame {
    let (below, measures) = (stage.below, stage.measures)
    let columns = measures.compactMap { slot in frame.slots[slot]?.counts.map { (slot, $0) } }
    var table = CountTable(columns.map(\.1), rowCount: frame.count, below: below)
    for rows in try sums(along: stage.keys, frame) { table.addSums(over: rows) }
    for together in stage.columnsTogether(columns.map(\.0)) {
      table.addSumsOfRows(in: together)
    }
    table.hide()

    var frame = frame
    for (index, (slot, counts)) in columns.enumerated() {
      frame.slots[slot] = Column(
        type: frame.slots[slot]?.type ?? .int, count: frame.count,
        storage: .int64(
          Buffer.filled(frame.count) { row in
            table.isHidden(column: index, row: row) ? MissingValue.int64 : counts[row]
          }))
    }
    let hidden = table.hiddenCount + hideTotal(stage, &frame)
    for dependent in stage.dependents { hide(dependent, &frame) }
    if hidden > 0 { remarks.add(.suppressed(hidden, below: below)) }
    return frame
  }

  /// The total row by itself: what is hidden in the rows it does not tell, as sums of rows are
  /// published only with enough of them hidden. The answer is how many cells were hidden.
  private func hideTotal(_ stage: SuppressStage, _ frame: inout Frame) -> Int {
    let columns = stage.measures.compactMap { slot in
      frame.total?[slot]?.counts.map { (slot, $0) }
    }
    var table = CountTable(columns.map(\.1), rowCount: 1, below: stage.below)
    for together in stage.columnsTogether(columns.map(\.0)) {
      table.addSumsOfRows(in: together)
    }
    table.hide()
    for (index, (slot, _)) in columns.enumerated() where table.isHidden(column: index, row: 0) {
      frame.total?[slot] = .missing(count: 1, type: .int)
    }
    return table.hiddenCount
  }

  private func hide(_ dependent: SuppressStage.Dependent, _ frame: inout Frame) {
    let counts = dependent.counts.compactMap { frame.slots[$0]?.counts }
    if let column = frame.slots[dependent.slot] {
      frame.slots[dependent.slot] = column.gather(
        rows: Buffer.filled(frame.count) { row in
          counts.contains { $0[row] == MissingValue.int64 } ? -1 : Int32(truncatingIfNeeded: row)
        })
    }
    let totals = dependent.counts.compactMap { frame.total?[$0] }
    if let total = frame.total?[dependent.slot],
      totals.contains(where: { $0.value(at: 0) == .missing })
    {
      frame.total?[dependent.slot] = .missing(count: 1, type: total.type)
    }
  }

  /// The rows that a question with fewer keys would add up, for every set of fewer keys.
  private func sums(along keys: [SlotID], _ frame: Frame) throws(RunError) -> [GroupMap] {
    // More keys than these would make more sets than there is time for: their totals, and the sums
    // along one key each.
    let all = 1 << min(keys.count, 6)
    var maps = [Grouping.whole(count: frame.count).map]
    for set in 1..<max(all, 1) where set != all - 1 || keys.count > 6 {
      let kept = keys.indices.filter { set >> $0 & 1 == 1 }.compactMap { frame.slots[keys[$0]] }
      maps.append(try group(by: kept, count: frame.count, isOrdered: false).map)
    }
    return maps
  }
}

extension SuppressStage {
  /// Columns of which one row's counts may add up, by position: those of one cell, and all.
  fileprivate func columnsTogether(_ slots: [SlotID]) -> [[Int]] {
    guard slots.count > 1 else { return [] }
    let cells = dependents.map { dependent in
      slots.indices.filter { dependent.counts.contains(slots[$0]) }
    }
    return cells.filter { $0.count > 1 } + [Array(slots.indices)]
  }
}

extension Column {
  fileprivate var counts: Buffer<Int64>? {
    if case .int64(let counts) = storage { counts } else { nil }
  }
}

extension Note {
  fileprivate static func suppressed(_ count: Int, below: Int64) -> Note {
    Note(
      Bilingual(
        "\(count) cell\(count == 1 ? " is" : "s are") hidden: counts below \(below), and those "
          + "that would give them away",
        "隐去 \(count) 个单元格：小于 \(below) 的计数，以及会泄露它们的计数"))
  }
}
