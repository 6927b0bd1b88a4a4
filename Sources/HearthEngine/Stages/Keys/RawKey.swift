/// Order-preserving numbers of single values; `UInt64.max` is missing.
enum RawKey {
  /// The smallest integer is missing and wraps around to the greatest number.
  @inline(__always)
  static func of(_ value: Int64) -> UInt64 { (UInt64(bitPattern: value) ^ 1 << 63) &- 1 }

  /// The bits of a number in the order of numbers; −0 is 0, NaN is missing.
  @inline(__always)
  static func of(_ value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    let ordered = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return value.isNaN ? .max : ordered
  }

  @inline(__always)
  static func of(day: Int32) -> UInt64 {
    UInt64(bitPattern: Int64(day) &- Int64(Int32.min)) &- 1
  }

  @inline(__always)
  static func of(ordinal: Int32) -> UInt64 { UInt64(bitPattern: Int64(ordinal)) }

  /// By the start, then by the end; the unit only says how a period is printed.
  @inline(__always)
  static func of(start: Int32, end: Int32) -> UInt64 {
    let first = UInt64(UInt32(bitPattern: start) ^ 1 << 31)
    let last = UInt64(UInt32(bitPattern: end) ^ 1 << 31)
    return start == Int32.min ? .max : first << 32 | last
  }

  /// Sets in the order of their first tag, then of the next one; a set comes before its extensions.
  ///
  /// The number of sets before it: for each of its tags the set that ends there, and for each tag
  /// passed over the sets that have it instead. The empty set is missing.
  @inline(__always)
  static func of(tags: UInt64, of count: Int) -> UInt64 {
    var rest = tags
    var rank: UInt64 = 0
    var next = 0
    while rest != 0 {
      let tag = rest.trailingZeroBitCount
      // 2^(count − e − 1) sets go on with tag e, summed over e = next ..< tag.
      rank &+= (1 << UInt64(count - next)) &- (1 << UInt64(count - tag)) &+ 1
      next = tag + 1
      rest &= rest &- 1
    }
    return rank &- 1
  }
}
