import HearthData

extension Buffer where Element == UInt8 {
  /// Where the ones are, counted from `start`.
  ///
  /// Eight rows at a time: their bits choose a row of a table that holds the places of the ones,
  /// all eight are written, and only as many are kept as there are. No branch depends on the data.
  /// Where fewer than one row in eight has a one, 64 rows become the bits of a word first, and each
  /// of these is gone to.
  func positionsOfOnes(from start: Int = 0) -> Buffer<Int32> {
    let found = ones
    if found == 0 { return Buffer<Int32>([]) }
    let table = PlacesOfBits.shared
    let bytes = UnsafeRawBufferPointer(pointer)
    let places = Buffer<Int32>(count: found + PlacesOfBits.width) { memory in
      let target = UnsafeMutableRawPointer(memory.baseAddress!)
      var next = 0
      var place = 0
      if found < count / PlacesOfBits.width {
        while place + UInt64.bitWidth <= bytes.count {
          var bits = PlacesOfBits.word(bytes, from: place)
          while bits != 0 {
            memory[next] = Int32(
              truncatingIfNeeded: start &+ place &+ bits.trailingZeroBitCount)
            next &+= 1
            bits &= bits &- 1
          }
          place &+= UInt64.bitWidth
        }
      }
      while place + PlacesOfBits.width <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let bits = PlacesOfBits.bits(word)
        let base = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: start &+ place))
        target.storeBytes(
          of: base &+ table.places(bits), toByteOffset: next &* 4, as: SIMD8<Int32>.self)
        next &+= table.count(bits)
        place &+= PlacesOfBits.width
      }
      while place < bytes.count {
        memory[next] = Int32(truncatingIfNeeded: start &+ place)
        next &+= Int(bytes[place])
        place &+= 1
      }
      // Whatever is read must have been written.
      while next < memory.count {
        memory[next] = 0
        next &+= 1
      }
    }
    return places.slice(0..<found)
  }
}

/// For each of the 256 sets of eight bits the places of its ones, from the lowest.
private struct PlacesOfBits: Sendable {
  static let shared = PlacesOfBits()
  static let width = 8

  private let packed: Buffer<UInt64>
  private let counts: Buffer<UInt8>

  private init() {
    packed = Buffer.filled(256) { set in
      var word: UInt64 = 0
      var next: UInt64 = 0
      for bit in 0..<UInt64(8) where set >> Int(bit) & 1 == 1 {
        word |= bit << (8 * next)
        next += 1
      }
      return word
    }
    counts = Buffer.filled(256) { UInt8($0.nonzeroBitCount) }
  }

  /// The lowest bits of eight bytes, side by side.
  @inline(__always)
  static func bits(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x0102_0408_1020_4080) >> 56)
  }

  /// The lowest bits of 64 bytes, side by side.
  @inline(__always)
  static func word(_ bytes: UnsafeRawBufferPointer, from place: Int) -> UInt64 {
    var bits: UInt64 = 0
    for byte in 0..<UInt64.bitWidth / width {
      let eight = UInt64(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: place &+ byte &* width, as: UInt64.self))
      bits |= UInt64(truncatingIfNeeded: Self.bits(eight)) &<< UInt64(byte &* width)
    }
    return bits
  }

  @inline(__always)
  func places(_ bits: Int) -> SIMD8<Int32> {
    SIMD8<Int32>(truncatingIfNeeded: unsafeBitCast(packed[bits], to: SIMD8<UInt8>.self))
  }

  @inline(__always)
  func count(_ bits: Int) -> Int { Int(counts[bits]) }
}
