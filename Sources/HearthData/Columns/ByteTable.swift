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
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of a text, -1 when it has none.
  package func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    index(of: bytes, Self.word(bytes))
  }

  @inline(__always)
  private func index(of bytes: UnsafeBufferPointer<UInt8>, _ word: UInt64) -> Int {
    if word >> 56 != Self.hashed { return Int(table.row(of: word) { _ in true }) }
    return Int(table.row(of: word) { isEqual(Int($0), bytes) })
  }

  /// The number of a text, the next free one if it is new.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let word = Self.word(bytes)
    let known = index(of: bytes, word)
    if known >= 0 { return known }
    if count == capacity { grow() }
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    _ = table.insert(word, row: Int32(truncatingIfNeeded: count - 1)) { _ in false }
    return count - 1
  }

  /// The upper byte of a word that is only a hash.
  private static let hashed: UInt64 = 0xFF

  /// Up to seven bytes and their number, which say everything; else a hash, marked as such.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.count <= 7
      ? TextHash.tail(bytes, from: 0) | UInt64(bytes.count) << 56
      : TextHash.hash(bytes) | hashed << 56
  }

  private func withBytes<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    return arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]))
    }
  }

  private func isEqual(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(index) { TextHash.areEqual($0, bytes) }
  }

  private mutating func grow() {
    capacity *= 2
    var larger = WordTable(capacity: capacity)
    for index in 0..<count {
      let word = withBytes(index) { Self.word($0) }
      _ = larger.insert(word, row: Int32(truncatingIfNeeded: index)) { _ in false }
    }
    table = larger
  }
}
