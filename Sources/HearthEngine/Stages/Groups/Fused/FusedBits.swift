import HearthData

/// Values that are counted once each: places from 0, of which the first is that of missing.
struct FusedValues: Sendable {
  enum Source: Sendable {
    case codes8(Buffer<UInt8>)
    /// The place of a row is one higher.
    case ordinals(Buffer<Int32>)

    /// Bytes of a row.
    var stride: Int {
      switch self {
      case .codes8: MemoryLayout<UInt8>.stride
      case .ordinals: MemoryLayout<Int32>.stride
      }
    }
  }

  let source: Source
  let placeCount: Int

  /// Words of the bits of one code.
  var words: Int { (placeCount + 63) / 64 }
}

/// A bit for each code and value that occur together.
struct FusedBits: Sendable {
  private let values: FusedValues
  private let bits: SharedMemory<UInt64>

  init(_ values: FusedValues, codes: Int) {
    self.values = values
    bits = SharedMemory(count: codes * values.words)
    bits.fill(0)
  }

  func add(_ codes: UnsafeMutableBufferPointer<UInt16>, _ rows: RowSet, from first: Int) {
    switch rows {
    case .range(let range):
      let start = range.lowerBound &+ first
      add(codes) { start &+ $0 }
    case .ordinals(let ordinals): add(codes) { Int(ordinals[first &+ $0]) }
    }
  }

  @inline(__always)
  private func add(_ codes: UnsafeMutableBufferPointer<UInt16>, _ row: (Int) -> Int) {
    switch values.source {
    case .codes8(let codes8): set(codes) { Int(codes8[row($0)]) }
    case .ordinals(let ordinals): set(codes) { Int(ordinals[row($0)]) &+ 1 }
    }
  }

  @inline(__always)
  private func set(_ codes: UnsafeMutableBufferPointer<UInt16>, _ place: (Int) -> Int) {
    let words = values.words
    for index in codes.indices {
      let place = place(index)
      bits[Int(codes[index]) &* words &+ place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// How many known values occur with a code in one of the parts.
  static func count(_ parts: [FusedBits], code: Int) -> Int64 {
    let words = parts[0].values.words
    var total = 0
    for word in code * words..<(code + 1) * words {
      var union: UInt64 = 0
      for part in parts { union |= part.bits[word] }
      total += union.nonzeroBitCount
    }
    let hasMissing = parts.contains { $0.bits[code * words] & 1 == 1 }
    return Int64(total - (hasMissing ? 1 : 0))
  }
}
