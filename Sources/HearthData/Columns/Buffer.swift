/// An immutable run of plain values: an array's memory, or later a part of a mapped file.
///
/// Copying a buffer shares its memory. `owner` keeps the memory alive.
///
/// Read through `pointer` only what a variable or a parameter holds: the memory of a temporary,
/// as in `store.targets(of: link).pointer`, may be gone before the first element is read.
///
/// `@usableFromInline` on the type and on what its `@inlinable` members touch is what makes them
/// inline in other modules: without it every element costs a call, thirty times the time.
@usableFromInline
package struct Buffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let owner: AnyObject?
  @usableFromInline package let pointer: UnsafeBufferPointer<Element>

  /// Takes over memory that `owner` keeps alive and nobody writes any more.
  @inlinable
  package init(pointer: UnsafeBufferPointer<Element>, owner: AnyObject?) {
    self.pointer = pointer
    self.owner = owner
  }

  /// Allocates `count` elements and lets `fill` write every one of them.
  @inlinable
  package init(count: Int, fill: (UnsafeMutableBufferPointer<Element>) throws -> Void) rethrows {
    let owner = Allocation(bytes: count * MemoryLayout<Element>.stride)
    let memory = UnsafeMutableBufferPointer(
      start: owner.base.assumingMemoryBound(to: Element.self), count: count)
    self.init(pointer: UnsafeBufferPointer(memory), owner: owner)
    try fill(memory)
  }

  @inlinable
  package init(repeating value: Element, count: Int) {
    self.init(count: count) { $0.initialize(repeating: value) }
  }

  @inlinable
  package init(_ elements: [Element]) {
    self.init(count: elements.count) { memory in
      _ = memory.initialize(from: elements)
    }
  }

  @inlinable package var count: Int { pointer.count }

  /// The elements in an array of their own; safe for temporaries, for tests and small runs.
  package var elements: [Element] { withExtendedLifetime(self) { Array(pointer) } }

  @inlinable package subscript(index: Int) -> Element { pointer[index] }
}

/// Memory whose content lies elsewhere too, so that parts of it can be given back while it is used.
package protocol ReleasableMemory: AnyObject {
  /// Bytes from the beginning; what is read again is there again.
  func release(_ part: Range<Int>)
}

extension Buffer {
  /// Says that some elements will hardly be read again.
  package func release(_ range: Range<Int>) {
    let stride = MemoryLayout<Element>.stride
    (owner as? any ReleasableMemory)?.release(
      range.lowerBound * stride..<range.upperBound * stride)
  }
}

/// Going through the elements keeps the memory alive, which `pointer` of a passing value does not.
extension Buffer: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { pointer.count }
}

/// Memory that goes back to the pool with its last buffer.
@usableFromInline
package final class Allocation {
  @usableFromInline let base: UnsafeMutableRawPointer
  private let size: Int

  @usableFromInline
  init(bytes: Int) {
    size = MemoryPool.size(for: bytes)
    base = MemoryPool.take(size)
  }

  deinit { MemoryPool.give(base, size: size) }
}
