// The normaliser is the standard library's own; it is not public API yet, and Foundation, which
// offers it officially, would cost every start several milliseconds.
@_spi(_Unicode) import Swift

/// Whether a text is surely in Unicode normalization form C; false means "look closer".
///
/// Scalars below U+0300 never change; of the rest, Han ideographs outside the compatibility
/// blocks, kana, and the punctuation of both scripts never do either.
package func isNFCQuick(_ text: String) -> Bool {
  for scalar in text.unicodeScalars where !isStable(scalar.value) { return false }
  return true
}

/// The text in normalization form C; the same text, unchanged, in all but rare cases.
package func normalized(_ text: String) -> String {
  if isNFCQuick(text) { return text }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text._nfc)
  return String(scalars)
}

private func isStable(_ value: UInt32) -> Bool {
  switch value {
  case 0..<0x300: true
  case 0x2010...0x2027, 0x2030...0x205E: true
  case 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x30FF: true
  case 0x3400...0x4DBF, 0x4E00...0x9FFF: true
  case 0xFF00...0xFFEF, 0x20000...0x2F7FF, 0x30000...0x3FFFF: true
  default: false
  }
}
