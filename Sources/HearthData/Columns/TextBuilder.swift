/// Collects texts into one arena; the bytes must be UTF-8 in NFC.
package struct TextBuilder: ~Copyable {
  private var arena: BufferBuilder<UInt8>
  private var starts: BufferBuilder<UInt32>
  private var lengths: BufferBuilder<Int32>
  /// Set when the arena would exceed what a 32-bit start can address.
  package private(set) var isFull = false

  package init(rows: Int = 0, bytes: Int = 0) {
    arena = BufferBuilder(capacity: bytes)
    starts = BufferBuilder(capacity: rows)
    lengths = BufferBuilder(capacity: rows)
  }

  package var count: Int { starts.count }

  package mutating func appendMissing() {
    starts.append(0)
    lengths.append(-1)
  }

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard arena.count + bytes.count <= Int(UInt32.max), bytes.count <= Int(Int32.max) else {
      isFull = true
      appendMissing()
      return
    }
    starts.append(UInt32(truncatingIfNeeded: arena.count))
    lengths.append(Int32(truncatingIfNeeded: bytes.count))
    arena.append(bytes)
  }

  package mutating func append(_ text: String?) {
    guard var text else { return appendMissing() }
    text.withUTF8 { append($0) }
  }

  /// Appends all texts of a buffer that uses its whole arena, as one block.
  package mutating func append(_ texts: TextBuffer) {
    guard arena.count + texts.arena.count <= Int(UInt32.max) else {
      isFull = true
      for _ in 0..<texts.count { appendMissing() }
      return
    }
    let offset = UInt32(truncatingIfNeeded: arena.count)
    arena.append(texts.arena.pointer)
    lengths.append(texts.lengths.pointer)
    starts.reserve(starts.count + texts.count, growing: false)
    for start in texts.starts.pointer { starts.append(start &+ offset) }
  }

  /// Hands the texts over; the builder is empty again.
  package mutating func finish() -> TextBuffer {
    TextBuffer(arena: arena.finish(), starts: starts.finish(), lengths: lengths.finish())
  }
}
