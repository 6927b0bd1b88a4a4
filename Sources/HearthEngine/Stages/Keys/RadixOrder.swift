import HearthData

/// The rows in the order of their words, equal words in source order.
func stableOrder(of words: Buffer<UInt64>, bits: Int) -> Buffer<Int32> {
  var sorter = RadixSorter(count: words.count)
  sorter.sort(by: words, bits: bits)
  return sorter.rows
}

/// Sorts row numbers by one word after the other, the least significant first.
///
/// Row and half a word travel together in 64 bits, so that a pass reads and writes one array:
///
///     63 ……… 32   31 ……… 0
///     half key    row
struct RadixSorter {
  private static let digitBits = 11

  private var current: [UInt64]
  private var other: [UInt64] = []

  init(count: Int) {
    current = [UInt64](unsafeUninitializedCapacity: count) { memory, initialized in
      for row in 0..<count { memory.initializeElement(at: row, to: UInt64(row)) }
      initialized = count
    }
  }

  var rows: Buffer<Int32> {
    Buffer(count: current.count) { memory in
      current.withUnsafeBufferPointer { current in
        for index in current.indices {
          memory.initializeElement(at: index, to: Int32(truncatingIfNeeded: current[index]))
        }
      }
    }
  }

  /// Stable: rows with equal words keep the order they have.
  mutating func sort(by words: Buffer<UInt64>, bits: Int) {
    if isSorted(by: words) { return }
    if other.isEmpty { other = Array(repeating: 0, count: current.count) }
    load(words, shift: 0)
    sortDigits(bits: min(bits, 32))
    if bits > 32 {
      load(words, shift: 32)
      sortDigits(bits: bits - 32)
    }
  }

  private func isSorted(by words: Buffer<UInt64>) -> Bool {
    var previous: UInt64 = 0
    for place in current {
      let word = words[Int(place & 0xFFFF_FFFF)]
      if word < previous { return false }
      previous = word
    }
    return true
  }

  private mutating func load(_ words: Buffer<UInt64>, shift: UInt64) {
    current.withUnsafeMutableBufferPointer { current in
      for index in current.indices {
        let row = current[index] & 0xFFFF_FFFF
        current[index] = (words[Int(row)] >> shift) << 32 | row
      }
    }
  }

  private mutating func sortDigits(bits: Int) {
    var done = 0
    while done < bits {
      // Even digits: 13 bits in passes of 7 and 6, not of 11 and 2.
      let passes = (bits - done + Self.digitBits - 1) / Self.digitBits
      let width = (bits - done + passes - 1) / passes
      sortDigit(shift: UInt64(32 + done), width: width)
      done += width
    }
  }

  private mutating func sortDigit(shift: UInt64, width: Int) {
    let mask: UInt64 = 1 << UInt64(width) - 1
    var places = [Int](repeating: 0, count: 1 << width)
    current.withUnsafeBufferPointer { source in
      other.withUnsafeMutableBufferPointer { target in
        places.withUnsafeMutableBufferPointer { places in
          for word in source { places[Int(truncatingIfNeeded: word >> shift & mask)] &+= 1 }
          var sum = 0
          for digit in places.indices { (places[digit], sum) = (sum, sum &+ places[digit]) }
          for word in source {
            let digit = Int(truncatingIfNeeded: word >> shift & mask)
            target[places[digit]] = word
            places[digit] &+= 1
          }
        }
      }
    }
    swap(&current, &other)
  }
}
