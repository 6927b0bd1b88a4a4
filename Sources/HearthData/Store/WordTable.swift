/// A hash table from 64-bit words to row numbers, filled once.
///
/// Open addressing with linear probing, at most half full. One slot is one word and its row, so
/// that a hit touches one line of the cache:
///
///     slots  [word, row] [—, -1] [word, row] …
struct WordTable: Sendable {
  struct Slot: BitwiseCopyable, Sendable {
    var word: UInt64
    /// -1 marks an empty slot.
    var row: Int32
  }

  private var slots: [Slot]
  private let shift: UInt64
  private let mask: Int

  init(capacity: Int) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: Slot(word: 0, row: -1), count: 1 << bits)
    shift = UInt64(64 - bits)
    mask = 1 << bits - 1
  }

  /// Fibonacci hashing: the upper bits of the product depend on all bits of the word.
  private func home(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word ^ (word >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The row of a word, -1 for none; `matches` decides when equal words may be different keys.
  @inline(__always)
  func row(of word: UInt64, matches: (Int32) -> Bool) -> Int32 {
    slots.withUnsafeBufferPointer { slots in
      var index = home(word)
      while true {
        let slot = slots[index]
        if slot.row < 0 { return -1 }
        if slot.word == word, matches(slot.row) { return slot.row }
        index = (index + 1) & mask
      }
    }
  }

  /// The row that already has the key, else -1 after adding the new one.
  ///
  /// The caller adds at most as many words as the capacity says.
  @inline(__always)
  mutating func insert(_ word: UInt64, row: Int32, matches: (Int32) -> Bool) -> Int32 {
    var index = home(word)
    return slots.withUnsafeMutableBufferPointer { slots in
      while true {
        let slot = slots[index]
        if slot.row < 0 {
          slots[index] = Slot(word: word, row: row)
          return -1
        }
        if slot.word == word, matches(slot.row) { return slot.row }
        index = (index + 1) & mask
      }
    }
  }
}
