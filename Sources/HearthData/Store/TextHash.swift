/// Hashing and comparing the bytes of texts in place, without making a `String` of any.
enum TextHash {
  /// 64 bits from any number of bytes: eight at a time, each mixed in by a wide multiplication.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return state }
    var offset = 0
    while offset + 8 <= bytes.count {
      state = mix(state, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return offset < bytes.count ? mix(state, tail(bytes, from: offset)) : state
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
  }

  /// Up to eight bytes as one word, the first byte lowest, zeros above.
  @inline(__always)
  static func tail(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let count = bytes.count - start
    if count >= 8 { return base.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    if count >= 4 {
      // Two loads that overlap; what they share is the same bits in the same place.
      let low = base.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      let high = base.loadUnaligned(fromByteOffset: start + count - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << UInt64((count - 4) * 8)
    }
    if count <= 0 { return 0 }
    let middle = count >> 1
    return UInt64(bytes[start]) | UInt64(bytes[start + middle]) << UInt64(middle * 8)
      | UInt64(bytes[start + count - 1]) << UInt64((count - 1) * 8)
  }

  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = UnsafeRawPointer(a.baseAddress), let second = UnsafeRawPointer(b.baseAddress)
    else { return true }
    var offset = 0
    while offset + 8 <= a.count {
      if first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < a.count {
      if a[offset] != b[offset] { return false }
      offset += 1
    }
    return true
  }
}

/// Sixteen digits that tell these bytes from others that were not made to deceive.
package func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  let digits = String(TextHash.hash(bytes), radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
