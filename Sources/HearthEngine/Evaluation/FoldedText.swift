import HearthData
import HearthText

/// UTF-8 in the form in which case and width make no difference, made into one array again and
/// again so that no row allocates.
///
/// ASCII, Han and full-width forms are folded byte by byte; a text with anything else that might
/// have a case goes through `foldedForSearch`.
struct FoldedText: ~Copyable {
  private var bytes: [UInt8] = []
  private var count = 0

  init() { bytes = Array(repeating: 0, count: 64) }

  init(_ text: String) {
    self.init()
    var text = text
    text.withUTF8 { fold($0) }
  }

  /// What was folded last, as an array of its own.
  var copy: [UInt8] { Array(bytes[0..<count]) }

  mutating func fold(_ source: UnsafeBufferPointer<UInt8>) {
    if bytes.count < source.count {
      bytes = Array(repeating: 0, count: max(source.count, bytes.count * 2))
    }
    let written = bytes.withUnsafeMutableBufferPointer { foldSimple(source, into: $0) }
    if let written {
      count = written
    } else {
      bytes = Array(foldedForSearch(String(decoding: source, as: UTF8.self)).utf8)
      count = bytes.count
      if bytes.isEmpty { bytes = [0] }
    }
  }

  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[0..<count])) }
  }
}

/// Nil when a character needs more than the tables of this function.
private func foldSimple(
  _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
) -> Int? {
  var read = 0
  var written = 0
  while read < source.count {
    let byte = source[read]
    if byte < 0x80 {
      target[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      read += 1
      written += 1
      continue
    }
    // Three bytes: Han and its punctuation as they are, the full-width forms as ASCII.
    guard byte >= 0xE3, byte <= 0xE9 || byte == 0xEF, read + 2 < source.count else { return nil }
    let (second, third) = (source[read + 1], source[read + 2])
    if byte == 0xEF {
      guard let narrow = narrowForm(second, third) else { return nil }
      target[written] = narrow &- 0x41 < 26 ? narrow | 0x20 : narrow
      written += 1
    } else if byte == 0xE3, second == 0x80, third == 0x80 {
      target[written] = 0x20
      written += 1
    } else {
      target[written] = byte
      target[written + 1] = second
      target[written + 2] = third
      written += 3
    }
    read += 3
  }
  return written
}

/// U+FF01 … U+FF5E stand for ! … ~.
private func narrowForm(_ second: UInt8, _ third: UInt8) -> UInt8? {
  if second == 0xBC, third >= 0x81 { return third - 0x60 }
  if second == 0xBD, third <= 0x9E { return third - 0x20 }
  return nil
}

/// Whether folding surely changes nothing: ASCII without capitals (or with them, if they do not
/// matter), and Han.
@inline(__always)
func isFolded(_ bytes: UnsafeBufferPointer<UInt8>, withCapitals: Bool) -> Bool {
  if withCapitals, isASCII(bytes) { return true }
  var changes: UInt8 = 0
  for byte in bytes {
    let isCapital: UInt8 = byte &- 0x41 < 26 && !withCapitals ? 1 : 0
    // Every other lead byte begins something that may have a case or a width.
    let isOther: UInt8 = byte >= 0xC0 && byte &- 0xE4 > 5 ? 1 : 0
    changes |= isCapital | isOther
  }
  return changes == 0
}

/// Eight bytes at a time.
@inline(__always)
func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
  var bits: UInt64 = 0
  var offset = 0
  while offset + 8 <= bytes.count {
    bits |= base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    offset += 8
  }
  while offset < bytes.count {
    bits |= UInt64(bytes[offset])
    offset += 1
  }
  return bits & 0x8080_8080_8080_8080 == 0
}
