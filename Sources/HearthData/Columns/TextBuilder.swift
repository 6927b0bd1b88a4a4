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
    guard let source = UnsafeRawPointer(bytes.baseAddress) else { return }
    let target = UnsafeMutableRawBufferPointer(arena.extend(by: bytes.count))
    if let target = target.baseAddress { Self.copy(source, bytes.count, to: target) }
  }

  /// Short texts by two loads that may overlap, which is far cheaper than a call.
  @inline(__always)
  private static func copy(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) {
    if count > 16 || count < 4 {
      target.copyMemory(from: source, byteCount: count)
    } else if count >= 8 {
      let first = source.loadUnaligned(as: UInt64.self)
      let last = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      target.storeBytes(of: first, as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
    } else {
      let first = source.loadUnaligned(as: UInt32.self)
      let last = source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      target.storeBytes(of: first, as: UInt32.self)
      target.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    }
  }

  /// Makes room for so many times as many texts of the same length.
  package mutating func expect(growth: Double) {
    arena.reserve(Int(Double(arena.count) * growth), growing: false)
    starts.reserve(Int(Double(starts.count) * growth), growing: false)
    lengths.reserve(Int(Double(lengths.count) * growth), growing: false)
  }

  /// Makes room for so many more texts.
  package mutating func reserve(rows: Int) {
    starts.reserve(starts.count + rows, growing: true)
    lengths.reserve(lengths.count + rows, growing: true)
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
    arena.append(texts.arena)
    lengths.append(texts.lengths)
    starts.reserve(starts.count + texts.count, growing: false)
    for start in texts.starts.pointer { starts.append(start &+ offset) }
  }

  /// Hands the texts over; the builder is empty again.
  package mutating func finish() -> TextBuffer {
    TextBuffer(arena: arena.finish(), starts: starts.finish(), lengths: lengths.finish())
  }
}
