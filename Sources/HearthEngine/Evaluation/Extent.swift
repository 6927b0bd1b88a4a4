import HearthData

/// How many values of a block are missing, and a bound of the others, found in one pass.
struct Extent {
  let missing: Int
  /// No value is farther from 0; at most twice the farthest.
  let magnitude: UInt64

  @inline(__always)
  init<Values: Lane>(_ values: Values, _ count: Int) where Values.Element == Int64 {
    var bits: UInt64 = 0
    var missing: UInt64 = 0
    for row in 0..<count {
      let value = values[row]
      let isMissing: UInt64 = value == MissingValue.int64 ? 1 : 0
      missing &+= isMissing
      // The bits of the value, or of its complement: together they are below a power of two that
      // is above all of them.
      let pattern = UInt64(bitPattern: value ^ (value >> 63))
      bits |= isMissing == 1 ? 0 : pattern
    }
    self.missing = Int(missing)
    magnitude = bits &+ 1
  }
}
