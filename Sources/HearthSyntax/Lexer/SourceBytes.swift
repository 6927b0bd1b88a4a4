import HearthText

/// A source text as bytes, read scalar by scalar with full-width forms folded.
struct SourceBytes: Sendable {
  let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ source: String) { bytes = Array(source.utf8) }

  /// One scalar as the language reads it, and where the next one begins.
  struct Glyph: Equatable {
    var scalar: Unicode.Scalar
    var start: Int
    var end: Int

    var isEnd: Bool { start == end }
    /// The ASCII code, or 0 for all other characters and the end of the text.
    var ascii: UInt8 { scalar.value < 0x80 ? UInt8(scalar.value) : 0 }
    var isDigit: Bool { ascii >= 0x30 && ascii <= 0x39 }
    var isLatin: Bool { (ascii | 0x20) >= 0x61 && (ascii | 0x20) <= 0x7A }
    var isHan: Bool { scalar.value >= 0x2E80 && HearthText.isHan(scalar) }
    var isSpace: Bool { ascii == 0x20 || ascii == 0x09 || scalar.value == 0xA0 }
    var isLineBreak: Bool {
      ascii == 0x0A || ascii == 0x0D || scalar.value == 0x2028 || scalar.value == 0x2029
        || scalar.value == 0x85
    }

    var startsIdentifier: Bool {
      if scalar.value < 0x80 { return isLatin || ascii == 0x5F }
      return isHan || scalar.properties.isAlphabetic
    }

    var continuesIdentifier: Bool {
      if scalar.value < 0x80 { return isLatin || ascii == 0x5F || isDigit }
      if startsIdentifier { return true }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .decimalNumber: return true
      default: return false
      }
    }
  }

  /// The scalar at an offset, folded: full-width forms, the ideographic space and `、` read as
  /// ASCII.
  func glyph(at offset: Int) -> Glyph {
    guard offset < bytes.count else {
      return Glyph(scalar: "\0", start: offset, end: offset)
    }
    let first = bytes[offset]
    if first < 0x80 {
      return Glyph(scalar: Unicode.Scalar(first), start: offset, end: offset + 1)
    }
    let raw = decode(offset, first)
    if raw.scalar.value == 0x3001 { return Glyph(scalar: ",", start: offset, end: raw.end) }
    guard let narrow = narrowed(raw.scalar) else { return raw }
    return Glyph(scalar: narrow, start: offset, end: raw.end)
  }

  /// The scalar at an offset as it was written; the bytes of a `String` are always valid UTF-8.
  func rawGlyph(at offset: Int) -> Glyph {
    guard offset < bytes.count else {
      return Glyph(scalar: "\0", start: offset, end: offset)
    }
    return decode(offset, bytes[offset])
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a name: folded, and in normal form.
  func folded(_ start: Int, _ end: Int) -> String {
    if bytes[start..<end].allSatisfy({ $0 < 0x80 }) { return text(start, end) }
    var scalars = String.UnicodeScalarView()
    var offset = start
    while offset < end {
      let next = glyph(at: offset)
      scalars.append(next.scalar)
      offset = next.end
    }
    return normalized(String(scalars))
  }

  private func decode(_ offset: Int, _ first: UInt8) -> Glyph {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first < 0x80 ? UInt32(first) : UInt32(first) & (0xFF >> (UInt32(length) + 1))
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Glyph(
      scalar: Unicode.Scalar(value) ?? "\u{FFFD}", start: offset, end: offset + length)
  }
}
