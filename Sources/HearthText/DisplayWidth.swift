/// The number of terminal cells a text takes: wide characters 2, combining ones 0, the rest 1.
///
/// Nothing is stripped: a control character counts 0 and is the caller's to remove
/// (see `visible(_:)`).
package func displayWidth(of text: String) -> Int {
  var text = text
  if let ascii = text.withUTF8({ asciiWidth($0) }) { return ascii }
  var width = 0
  for character in text { width += displayWidth(of: character) }
  return width
}

/// The cells of one character as seen: its widest scalar, two for an emoji sequence.
package func displayWidth(of character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    // Variation selector 16 asks for the coloured, two-cell form of a symbol.
    if scalar.value == 0xFE0F { return 2 }
    width = max(width, displayWidth(of: scalar))
  }
  // Two regional indicators make one flag.
  if width == 1, let first = character.unicodeScalars.first,
    (0x1F1E6...0x1F1FF).contains(first.value), character.unicodeScalars.count > 1
  {
    return 2
  }
  return width
}

/// The cells of one code point on its own.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
  if WideRanges.contains(value) { return 2 }
  // Vowels and final consonants of conjoining Hangul ride on the leading consonant.
  if (0x1160...0x11FF).contains(value) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}

private func asciiWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var width = 0
  for byte in bytes {
    if byte >= 0x80 { return nil }
    if byte >= 0x20 && byte != 0x7F { width += 1 }
  }
  return width
}
