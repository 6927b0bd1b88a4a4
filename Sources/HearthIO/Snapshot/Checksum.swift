import CXxhash
import HearthData

/// What tells some bytes from the same bytes damaged: XXH3 of 64 bits (Collet, "xxHash", 2019) of
/// the sums of each portion, which threads can share.
enum Checksum {
  private static let portion = 16 << 20

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let portions = max(1, (bytes.count + portion - 1) / portion)
    let base = Address(bytes.baseAddress)
    let sums = Sums(portions)
    let total = bytes.count
    Parallel.forEach(portions, threads: portions == 1 ? 1 : Parallel.processors) { index in
      let start = index * portion
      let part = base.pointer.map { $0 + start }
      sums.values[index] = hearth_xxh3(part, min(portion, total - start))
    }
    return sums.sum
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  private struct Address: @unchecked Sendable {
    let pointer: UnsafeRawPointer?
    init(_ pointer: UnsafeRawPointer?) { self.pointer = pointer }
  }

  /// A sum for each portion; each is written by one thread only.
  private final class Sums: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<UInt64>

    init(_ count: Int) {
      values = .allocate(capacity: count)
      values.initialize(repeating: 0)
    }

    deinit { values.deallocate() }

    var sum: UInt64 { hearth_xxh3(values.baseAddress, values.count * MemoryLayout<UInt64>.stride) }
  }
}
