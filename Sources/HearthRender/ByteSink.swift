/// Where renderers write their bytes: memory, or a file taken in large pieces.
package struct ByteSink {
  private var pending: [UInt8] = []
  private let deliver: ((UnsafeRawBufferPointer) -> Bool)?
  /// The other end takes no more: a closed pipe, a full disk. Renderers stop at the next block.
  package private(set) var isClosed = false

  private static let pieceSize = 1 << 16

  /// Collects everything in `bytes`.
  package init() { deliver = nil }

  /// Hands over pieces of about 64 KiB; `deliver` answers false when it can take no more.
  package init(deliver: @escaping (UnsafeRawBufferPointer) -> Bool) {
    self.deliver = deliver
    pending.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
  }

  /// What has been written and not yet delivered.
  package var bytes: [UInt8] { pending }

  package mutating func write(_ byte: UInt8) {
    pending.append(byte)
    deliverIfFull()
  }

  package mutating func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    deliverIfFull()
  }

  package mutating func write(_ bytes: [UInt8]) {
    pending.append(contentsOf: bytes)
    deliverIfFull()
  }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    pending.append(contentsOf: bytes)
    deliverIfFull()
  }

  mutating func write(_ byte: UInt8, count: Int) {
    if count > 0 { pending.append(contentsOf: repeatElement(byte, count: count)) }
  }

  private mutating func deliverIfFull() {
    if pending.count >= Self.pieceSize { flush() }
  }

  /// Delivers what is left; the last call of whoever made a delivering sink.
  package mutating func flush() {
    guard let deliver, !pending.isEmpty else { return }
    if !isClosed { isClosed = !pending.withUnsafeBytes(deliver) }
    pending.removeAll(keepingCapacity: true)
  }
}
