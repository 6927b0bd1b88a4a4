import HearthData

/// Several keys as one number per row, in the order of the keys: mixed radix, first key highest.
struct KeyWord: Sendable {
  let encoders: [KeyEncoder]

  /// Packs keys into as few words as hold them, in their order.
  static func packed(_ encoders: [KeyEncoder]) -> [KeyWord] {
    var words: [KeyWord] = []
    for encoder in encoders {
      let longer = KeyWord(encoders: (words.last?.encoders ?? []) + [encoder])
      if words.isEmpty || longer.cardinality == nil {
        words.append(KeyWord(encoders: [encoder]))
      } else {
        words[words.count - 1] = longer
      }
    }
    return words
  }

  /// The number of different words; nil when 64 bits do not hold it.
  var cardinality: UInt64? {
    var product: UInt64 = 1
    for encoder in encoders {
      guard let factor = encoder.cardinality else { return nil }
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      product = next
    }
    return product
  }

  /// How many bits a word needs.
  var bits: Int { cardinality.map { 64 - ($0 - 1).leadingZeroBitCount } ?? 64 }

  func write(to words: UnsafeMutableBufferPointer<UInt64>, rows: Range<Int>) {
    for (index, encoder) in encoders.enumerated() {
      encoder.append(to: words, rows: rows, isFirst: index == 0)
    }
  }

  /// The words of all rows.
  func values(count: Int) -> Buffer<UInt64> {
    Buffer(count: count) { memory in
      memory.initialize(repeating: 0)
      var start = 0
      while start < count {
        let rows = start..<min(count, start + blockSize)
        write(to: UnsafeMutableBufferPointer(rebasing: memory[rows]), rows: rows)
        start = rows.upperBound
      }
    }
  }
}

/// Rows encoded at a time: their words stay in the first-level cache.
private let blockSize = 2_048

/// Calls `body` for runs of rows with scratch memory of a word for each.
func forEachBlock(
  of range: Range<Int>, _ body: (Range<Int>, UnsafeMutableBufferPointer<UInt64>) -> Void
) {
  withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blockSize) { scratch in
    scratch.initialize(repeating: 0)
    var start = range.lowerBound
    while start < range.upperBound {
      let rows = start..<min(range.upperBound, start + blockSize)
      body(rows, UnsafeMutableBufferPointer(rebasing: scratch[0..<rows.count]))
      start = rows.upperBound
    }
  }
}
