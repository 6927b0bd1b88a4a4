import Synchronization

/// Memory of columns that nobody has any more, kept for those to come.
///
/// The system clears fresh pages one by one when they are first touched, which takes longer than
/// most kernels that fill them. Blocks of 16 KB and more are kept, up to a fixed sum.
enum MemoryPool {
  /// Smaller blocks are left to the system's allocator, which has them at hand.
  private static let least = 16 << 10
  /// All that is kept, in bytes.
  private static let limit = 96 << 20
  /// As wide as the widest vector.
  private static let alignment = 64

  private struct Shelf {
    /// By the size of the blocks in bytes.
    var blocks: [Int: [UnsafeMutableRawPointer]] = [:]
    var total = 0
  }

  private struct SharedShelf: @unchecked Sendable { var shelf = Shelf() }

  private static let shared = Mutex(SharedShelf())

  /// The size of the block that is given for so many bytes: one of four steps up to each doubling,
  /// so that a block fits more than one need.
  static func size(for bytes: Int) -> Int {
    guard bytes > least else { return bytes }
    let step = 1 << (Int.bitWidth - (bytes - 1).leadingZeroBitCount - 3)
    return (bytes + step - 1) & ~(step - 1)
  }

  /// Memory of that size, with whatever was in it before.
  static func take(_ size: Int) -> UnsafeMutableRawPointer {
    if size >= least {
      let kept = shared.withLock { shared -> UnsafeMutableRawPointer? in
        guard let block = shared.shelf.blocks[size]?.popLast() else { return nil }
        shared.shelf.total -= size
        return block
      }
      if let kept { return kept }
    }
    return .allocate(byteCount: size, alignment: alignment)
  }

  /// Takes memory of that size back.
  static func give(_ block: UnsafeMutableRawPointer, size: Int) {
    if size >= least {
      let isKept = shared.withLock { shared in
        guard shared.shelf.total + size <= limit else { return false }
        shared.shelf.total += size
        shared.shelf.blocks[size, default: []].append(block)
        return true
      }
      if isKept { return }
    }
    block.deallocate()
  }
}
