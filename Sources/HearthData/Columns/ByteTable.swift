/// Numbers texts in the order in which they are first seen, from their bytes.
///
/// For dictionaries of found values: a cell is looked up without making a `String`.
package struct ByteTable: Sendable {
  private var table: WordTable
  private var capacity: Int
  private var arena: [UInt8] = []
  private var ends: [Int] = []

  package init(capacity: Int = 64) {
    self.capacity = max(capacity, 16)
    table = WordTable(capacity: self.capacity)
  }

  package var count: Int { ends.count }

  package subscript(index: Int) -> String {
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: arena[start..<ends[index]], as: UTF8.self)
  }

  /// The number of a text, -1 when it has none.
  package func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Int(table.row(of: TextHash.hash(bytes)) { isEqual(Int($0), bytes) })
  }

  /// The number of a text, the next free one if it is new.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let known = index(of: bytes)
    if known >= 0 { return known }
    if count == capacity { grow() }
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    _ = table.insert(TextHash.hash(bytes), row: Int32(count - 1)) { _ in false }
    return count - 1
  }

  private func isEqual(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer {
      TextHash.areEqual(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]), bytes)
    }
  }

  private mutating func grow() {
    capacity *= 2
    var larger = WordTable(capacity: capacity)
    arena.withUnsafeBufferPointer { arena in
      var start = 0
      for index in 0..<ends.count {
        let bytes = UnsafeBufferPointer(rebasing: arena[start..<ends[index]])
        _ = larger.insert(TextHash.hash(bytes), row: Int32(index)) { _ in false }
        start = ends[index]
      }
    }
    table = larger
  }
}
