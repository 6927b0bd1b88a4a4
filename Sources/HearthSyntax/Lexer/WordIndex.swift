/// How long the words are that begin with a scalar: what spares the splitter nearly all of its
/// look-ups, which are slow for text outside of ASCII.
struct WordIndex: Sendable {
  /// Bit n stands for words of n scalars; the last one for all longer words.
  private var lengths: [UInt32: UInt64] = [:]

  init(_ words: some Sequence<String> = []) {
    for word in words { insert(word) }
  }

  /// Words of ASCII alone are found as segments of a run and need no entry.
  mutating func insert(_ word: String) {
    guard word.utf8.contains(where: { $0 >= 0x80 }), let first = word.unicodeScalars.first else {
      return
    }
    lengths[first.value, default: 0] |= 1 << UInt64(min(word.unicodeScalars.count, 63))
  }

  func lengths(startingWith scalar: Unicode.Scalar) -> UInt64 { lengths[scalar.value] ?? 0 }

  static func contains(_ length: Int, in mask: UInt64) -> Bool {
    mask & (1 << UInt64(min(length, 63))) != 0
  }

  /// The greatest length that a mask allows, of at most so many.
  static func longest(in mask: UInt64, of most: Int) -> Int {
    mask >> 63 == 1 ? most : min(most, 63 - mask.leadingZeroBitCount)
  }
}
