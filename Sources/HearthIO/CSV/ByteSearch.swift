/// Finding single bytes eight at a time within a 64-bit word.
///
/// The marks of a word have 0x80 in each byte that was found, lowest address first.
enum ByteSearch {
  @inline(__always)
  static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Exact in every byte: no borrow runs from one byte to the next.
  @inline(__always)
  static func marks(_ word: UInt64, equalTo pattern: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ pattern
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The index of the next such byte, `end` if there is none.
  static func next(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return end }
    let wanted = pattern(byte)
    var index = start
    while index + 8 <= end {
      let found = marks(base.loadUnaligned(fromByteOffset: index, as: UInt64.self), equalTo: wanted)
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < end {
      if bytes[index] == byte { return index }
      index += 1
    }
    return end
  }

  /// How many line breaks there are: LF, CR, or both together counted once.
  static func lineBreaks(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    for index in start..<max(start, end) {
      if bytes[index] == newline || bytes[index] == carriageReturn && !isPair(bytes, index, end) {
        count += 1
      }
    }
    return count
  }

  private static func isPair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool
  {
    index + 1 < end && bytes[index + 1] == newline
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let quote = UInt8(ascii: "\"")
