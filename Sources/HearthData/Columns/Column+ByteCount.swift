extension Column {
  /// The memory of so many of its rows, in bytes; of texts and lists the average.
  package func byteCount(ofRows rows: Int) -> Int {
    switch storage {
    case .int64: rows * MemoryLayout<Int64>.stride
    case .double: rows * MemoryLayout<Double>.stride
    case .days, .rows: rows * MemoryLayout<Int32>.stride
    case .codes8, .bytes: rows
    case .codes16: rows * MemoryLayout<UInt16>.stride
    case .codes32: rows * MemoryLayout<UInt32>.stride
    case .masks: rows * MemoryLayout<UInt64>.stride
    case .text(let texts):
      rows * (MemoryLayout<UInt32>.stride + MemoryLayout<Int32>.stride)
        + share(of: texts.arena.count, rows)
    case .periods: rows * 2 * MemoryLayout<Int32>.stride
    case .lists(_, let elements):
      rows * MemoryLayout<UInt32>.stride
        + elements.byteCount(ofRows: share(of: elements.count, rows))
    case .missing: 0
    }
  }

  private func share(of whole: Int, _ rows: Int) -> Int {
    count == 0 ? 0 : Int(Double(whole) * Double(rows) / Double(count))
  }
}

extension Adjacency {
  package var byteCount: Int { (offsets.count + rows.count) * MemoryLayout<Int32>.stride }
}
