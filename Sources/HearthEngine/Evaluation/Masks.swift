import HearthData

// Masks are bytes: 1 for the rows for which something is true, 0 for the others.
extension Buffer where Element == UInt8 {
  var inverted: Buffer { Buffer.filled(count) { self[$0] ^ 1 } }

  func intersection(_ other: Buffer) -> Buffer { Buffer.filled(count) { self[$0] & other[$0] } }

  func union(_ other: Buffer) -> Buffer { Buffer.filled(count) { self[$0] | other[$0] } }

  /// How many rows are set.
  var ones: Int {
    var total = 0
    var start = 0
    // Bytes add up without overflow in short runs, which the compiler can make vectors of.
    while start < count {
      let end = Swift.min(start + 4096, count)
      var sum: UInt32 = 0
      for index in start..<end { sum &+= UInt32(self[index]) }
      total += Int(sum)
      start = end
    }
    return total
  }

  /// Sets what is true of some rows at their places among all rows.
  func scattered(to places: Buffer<Int32>, count: Int) -> Buffer {
    Buffer(count: count) { memory in
      memory.initialize(repeating: 0)
      for index in 0..<places.count { memory[Int(places[index])] = self[index] }
    }
  }
}

extension Buffer {
  /// One buffer after the other.
  static func joined(_ parts: [Buffer]) -> Buffer {
    if parts.count == 1 { return parts[0] }
    return Buffer(count: parts.reduce(0) { $0 + $1.count }) { memory in
      var next = 0
      for part in parts where part.count > 0 {
        _ = memory[next...].initialize(fromContentsOf: part.pointer)
        next += part.count
      }
    }
  }
}

extension Column {
  /// 1 where the value is missing.
  var missingMask: Buffer<UInt8> {
    switch storage {
    case .int64(let buffer): mask(buffer) { $0 == MissingValue.int64 }
    case .double(let buffer): mask(buffer) { $0.isNaN }
    case .days(let buffer): mask(buffer) { $0 == MissingValue.days }
    case .rows(let buffer): mask(buffer) { $0 < 0 }
    case .codes8(let buffer, _): mask(buffer) { $0 == 0 }
    case .codes16(let buffer, _): mask(buffer) { $0 == 0 }
    case .codes32(let buffer, _): mask(buffer) { $0 == 0 }
    case .masks(let buffer, _): mask(buffer) { $0 == 0 }
    case .bytes(let buffer): mask(buffer) { $0 >= MissingValue.bool }
    case .text(let buffer): mask(buffer.lengths) { $0 < 0 }
    case .periods(let buffer): mask(buffer.starts) { $0 == MissingValue.days }
    case .lists(let offsets, _):
      Buffer<UInt8>.filled(count) { offsets[$0] == offsets[$0 + 1] ? 1 : 0 }
    case .missing: Buffer<UInt8>(repeating: 1, count: count)
    }
  }
}

/// 1 where the test holds; the test is part of the loop.
@inline(__always)
func mask<Element>(
  _ values: Buffer<Element>, _ test: (Element) -> Bool
) -> Buffer<UInt8> {
  Buffer<UInt8>.filled(values.count) { test(values[$0]) ? 1 : 0 }
}
