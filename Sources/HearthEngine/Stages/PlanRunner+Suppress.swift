import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// Hides counts from 1 to `below` − 1, and as many others as keep them from being found by
  /// subtraction; see `CountTable`.
  func suppress(
    below: Int64, measures: [SlotID], keys: [SlotID], _ frame: Frame
  ) throws(RunError) -> Frame {
    let columns = measures.compactMap { slot in frame.slots[slot]?.counts.map { (slot, $0) } }
    var table = CountTable(columns.map(\.1), rowCount: frame.count, below: below)
    for rows in try sums(along: keys, frame) { table.addSums(over: rows) }
    if columns.count > 1 { table.addSumsOfRows() }
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
    var hidden = table.hiddenCount
    for slot in measures {
      guard let total = frame.total?[slot], let count = total.counts?.first else { continue }
      guard count >= 1, count < below else { continue }
      frame.total?[slot] = .missing(count: 1, type: total.type)
      hidden += 1
    }
    if hidden > 0 { remarks.add(.suppressed(hidden, below: below)) }
    return frame
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
