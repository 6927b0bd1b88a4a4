/// Where renderers write their bytes: memory, or a file taken in large pieces.
package struct ByteSink {
  private var pending: [UInt8] = []
  private let deliver: ((UnsafeRawBufferPointer) -> Bool)?
  private let askWhetherToStop: () -> Bool
  /// The other end takes no more: a closed pipe, a full disk.
  private var isBroken = false
  /// The answer was given up before its end.
  package private(set) var isStopped = false
  /// Nothing more is wanted: renderers come to an end after the row that they are in.
  package var isClosed: Bool { isBroken || isStopped }
  /// The number of pending bytes at which a piece is full.
  private var pieceEnd = Self.pieceSize

  private static let pieceSize = 1 << 16

  /// Collects everything in `bytes`. `isStopped` is asked after every 64 KiB or so.
  package init(isStopped: @escaping () -> Bool = { false }) {
    deliver = nil
    askWhetherToStop = isStopped
  }

  /// Hands over pieces of about 64 KiB; `deliver` answers false when it can take no more.
  package init(
    isStopped: @escaping () -> Bool = { false },
    deliver: @escaping (UnsafeRawBufferPointer) -> Bool
  ) {
    self.deliver = deliver
    askWhetherToStop = isStopped
    pending.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
  }

  /// The renderer has been told to stop, and what it was to write is not whole.
  mutating func stop() { isStopped = true }

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
    guard pending.count >= pieceEnd else { return }
    if deliver == nil { pieceEnd = pending.count + Self.pieceSize } else { flush() }
    if !isClosed, askWhetherToStop() { isStopped = true }
  }

  /// Delivers what is left; the last call of whoever made a delivering sink.
  package mutating func flush() {
    guard let deliver, !pending.isEmpty else { return }
    if !isBroken { isBroken = !pending.withUnsafeBytes(deliver) }
    pending.removeAll(keepingCapacity: true)
  }
}
