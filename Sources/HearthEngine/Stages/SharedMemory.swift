import HearthData

/// Memory that several threads fill, each its own places, and that then becomes a buffer.
struct SharedMemory<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let memory: UnsafeMutableBufferPointer<Element>
  let buffer: Buffer<Element>

  /// Every element must be written before the buffer is read.
  init(count: Int) {
    var shared = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
    buffer = Buffer(count: count) { shared = $0 }
    memory = shared
  }

  var count: Int { memory.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { memory[index] }
    nonmutating set { memory[index] = newValue }
  }

  /// The first places.
  func first(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    part(0..<count)
  }

  /// Some places.
  func part(_ places: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(rebasing: memory[places])
  }

  func fill(_ value: Element) { memory.update(repeating: value) }

  func place(_ elements: Buffer<Element>, at start: Int) {
    place(elements.pointer, at: start)
  }

  /// Copies a run into its place.
  func place(_ elements: UnsafeBufferPointer<Element>, at start: Int) {
    guard let source = elements.baseAddress, !elements.isEmpty else { return }
    (memory.baseAddress! + start).update(from: source, count: elements.count)
  }
}
