import HearthData

/// Texts numbered so that equal numbers mean equal bytes.
///
/// `codes` count up in the order of first appearance; `ranks` follow the order of code points.
struct TextNumbers: Sendable {
  /// Per row, -1 for missing.
  let codes: Buffer<Int32>
  /// For each code the first row that has it.
  private let firstRows: [Int32]
  private let texts: TextBuffer

  /// How many different texts there are.
  var count: Int { firstRows.count }

  init(_ texts: TextBuffer) {
    self.texts = texts
    var table = TextTable(texts)
    codes = Buffer(count: texts.count) { memory in
      for row in 0..<texts.count {
        let code = texts.lengths[row] < 0 ? -1 : table.insert(row: row)
        memory.initializeElement(at: row, to: code)
      }
    }
    firstRows = table.firstRows
  }

  var ranks: Buffer<Int32> {
    var rankOfCode = [Int32](repeating: 0, count: count)
    for (rank, code) in sortedCodes.enumerated() { rankOfCode[Int(code)] = Int32(rank) }
    return Buffer(count: codes.count) { memory in
      rankOfCode.withUnsafeBufferPointer { rankOfCode in
        for row in 0..<codes.count {
          let code = codes[row]
          memory.initializeElement(at: row, to: code < 0 ? -1 : rankOfCode[Int(code)])
        }
      }
    }
  }

  /// By radix over the first eight bytes, then by comparison within runs that share them.
  private var sortedCodes: [Int32] {
    let prefixes = Buffer(firstRows.map { texts.prefix(Int($0)) })
    var order = Array(stableOrder(of: prefixes, bits: 64))
    var start = 0
    while start < count {
      let prefix = prefixes[Int(order[start])]
      var end = start + 1
      while end < count, prefixes[Int(order[end])] == prefix { end += 1 }
      if end - start > 1 {
        order[start..<end].sort { a, b in
          textOrder(texts.bytes(Int(firstRows[Int(a)])), texts.bytes(Int(firstRows[Int(b)]))) < 0
        }
      }
      start = end
    }
    return order
  }
}

extension TextBuffer {
  /// The first eight bytes, highest first, zeros behind a shorter text.
  fileprivate func prefix(_ row: Int) -> UInt64 {
    var word: UInt64 = 0
    let bytes = bytes(row)
    for index in 0..<min(8, bytes.count) { word |= UInt64(bytes[index]) << UInt64(56 - 8 * index) }
    return word
  }
}
