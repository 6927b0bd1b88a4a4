#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A growing run of plain values that becomes a `Buffer` without being copied.
///
/// Growth is `realloc`, which moves large blocks by remapping pages instead of copying them.
@usableFromInline
package struct BufferBuilder<Element: BitwiseCopyable & Sendable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>?
  @usableFromInline var capacity: Int
  @usableFromInline var storedCount: Int

  @inlinable
  package init(capacity: Int = 0) {
    base = nil
    self.capacity = 0
    storedCount = 0
    if capacity > 0 { reserve(capacity) }
  }

  deinit { releaseMemory(base) }

  @inlinable package var count: Int { storedCount }

  @inlinable
  package mutating func append(_ element: Element) {
    if storedCount == capacity { reserve(max(16, capacity * 2)) }
    base.unsafelyUnwrapped[storedCount] = element
    storedCount += 1
  }

  /// Appends a run of values.
  @inlinable
  package mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress, !elements.isEmpty else { return }
    let needed = storedCount + elements.count
    if needed > capacity { reserve(max(needed, capacity * 2)) }
    (base.unsafelyUnwrapped + storedCount).update(from: source, count: elements.count)
    storedCount = needed
  }

  /// Appends a buffer, and keeps it alive while it is read.
  @inlinable
  package mutating func append(_ buffer: Buffer<Element>) {
    withExtendedLifetime(buffer) { append(buffer.pointer) }
  }

  /// Adds `count` values, all of which the caller must write at once.
  @inlinable
  package mutating func extend(by count: Int) -> UnsafeMutableBufferPointer<Element> {
    reserve(storedCount + count, growing: true)
    let start = base.map { $0 + storedCount }
    storedCount += count
    return UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// The value at a place already written.
  @inlinable
  package subscript(index: Int) -> Element {
    get { base.unsafelyUnwrapped[index] }
    set { base.unsafelyUnwrapped[index] = newValue }
  }

  /// Makes room for `total` values; `growing` makes it for as many more, when more will come.
  @inlinable
  package mutating func reserve(_ total: Int, growing: Bool) {
    if total > capacity { reserve(growing ? max(total, capacity * 2) : total) }
  }

  /// Makes room for `total` values.
  @inlinable
  package mutating func reserve(_ total: Int) {
    guard total > capacity else { return }
    base = resizeMemory(base, bytes: total * MemoryLayout<Element>.stride)?
      .assumingMemoryBound(to: Element.self)
    capacity = total
  }

  /// Hands the memory over to an immutable buffer; the builder is empty again.
  @inlinable
  package mutating func finish() -> Buffer<Element> {
    let owner = HeapMemory(base: base)
    let pointer = UnsafeBufferPointer(start: base, count: storedCount)
    base = nil
    capacity = 0
    storedCount = 0
    return Buffer(pointer: pointer, owner: owner)
  }
}

/// Memory from `malloc` that is freed with its last buffer.
@usableFromInline
final class HeapMemory {
  @usableFromInline let base: UnsafeMutableRawPointer?

  @usableFromInline
  init(base: UnsafeMutableRawPointer?) { self.base = base }

  deinit { releaseMemory(base) }
}

@usableFromInline
func resizeMemory(_ base: UnsafeMutableRawPointer?, bytes: Int) -> UnsafeMutableRawPointer? {
  guard let memory = realloc(base, max(bytes, 16)) else {
    preconditionFailure("out of memory: \(bytes) bytes")
  }
  return memory
}

@usableFromInline
func releaseMemory(_ base: UnsafeMutableRawPointer?) { free(base) }
