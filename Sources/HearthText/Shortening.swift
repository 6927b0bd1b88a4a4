/// The text if it fits, else its longest beginning that fits together with `…`, never cutting a
/// character as seen; nothing at all for a width below 1.
package func shortened(_ text: String, toWidth width: Int) -> String {
  if displayWidth(of: text) <= width { return text }
  if width < 1 { return "" }
  var used = 0
  var end = text.startIndex
  for index in text.indices {
    let cells = displayWidth(of: text[index])
    if used + cells > width - 1 { break }
    used += cells
    end = text.index(after: index)
  }
  return text[..<end] + "…"
}

/// The text with blanks after it up to a width; unchanged when it is wider.
package func padded(_ text: String, toWidth width: Int) -> String {
  let missing = width - displayWidth(of: text)
  return missing > 0 ? text + String(repeating: " ", count: missing) : text
}

/// The text with every control character shown by its picture (`␉`, `␛`) or `�`, so that data and
/// source text can never drive a terminal; direction overrides are shown as `�` too.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHostile) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if !isHostile(scalar) {
      result.append(scalar)
    } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      result.append(picture)
    } else {
      result.append(scalar.value == 0x7F ? "␡" : "\u{FFFD}")
    }
  }
  return String(result)
}

private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

/// The cells of what a message repeats of a text.
package let longestQuotation = 60
