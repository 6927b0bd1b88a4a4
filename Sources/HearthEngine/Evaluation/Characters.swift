import HearthData
import HearthText

// Characters as people see them. ASCII, Han and full-width forms, one character each, are counted
// by their bytes; a text with anything else goes through `String`.

func characterCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  if let scalars = simpleScalarCount(bytes) { return scalars }
  return String(decoding: bytes, as: UTF8.self).count
}

/// The characters from a place (counted from 0), at most `count`; the bytes stay where they are.
func characters(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int
) -> UnsafeBufferPointer<UInt8> {
  guard count > 0 else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
  if simpleScalarCount(bytes) != nil {
    let first = place(after: start, in: bytes, from: 0)
    let end = place(after: count, in: bytes, from: first)
    return UnsafeBufferPointer(rebasing: bytes[first..<end])
  }
  let text = String(decoding: bytes, as: UTF8.self)
  let first = text.index(text.startIndex, offsetBy: start, limitedBy: text.endIndex)
  let from = first ?? text.endIndex
  let end = text.index(from, offsetBy: count, limitedBy: text.endIndex) ?? text.endIndex
  let range =
    text.utf8.distance(
      from: text.startIndex, to: from)..<text.utf8.distance(
      from: text.startIndex, to: end)
  return UnsafeBufferPointer(rebasing: bytes[range])
}

/// How many scalars, when each is surely a character of its own; nil to look closer.
private func simpleScalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var scalars = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    switch byte {
    // A carriage return and a line feed are one character together.
    case 0x0D: return nil
    case 0..<0x80: index += 1
    // U+4000 … U+9FFF, and U+FF01 … U+FF5E.
    case 0xE4...0xE9: index += 3
    case 0xEF where index + 1 < bytes.count && isFullWidth(bytes[index + 1]): index += 3
    default: return nil
    }
    scalars += 1
  }
  return scalars
}

/// The second byte of U+FF00 … U+FF7F.
private func isFullWidth(_ second: UInt8) -> Bool { second == 0xBC || second == 0xBD }

private func place(
  after count: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int {
  var place = start
  var left = count
  while left > 0, place < bytes.count {
    place += bytes[place] < 0x80 ? 1 : 3
    left -= 1
  }
  return min(place, bytes.count)
}

/// Without white space at the ends; the ideographic and the no-break space are white space too.
func trimmed(
  _ bytes: UnsafeBufferPointer<UInt8>, start: Bool, end: Bool
) -> UnsafeBufferPointer<UInt8> {
  var first = 0
  var last = bytes.count
  while start, first < last {
    let length = spaceLength(bytes, at: first)
    if length == 0 { break }
    first += length
  }
  while end, first < last {
    var lead = last - 1
    while lead > first, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    if spaceLength(bytes, at: lead) != last - lead { break }
    last = lead
  }
  return UnsafeBufferPointer(rebasing: bytes[first..<last])
}

/// The bytes of the white space that begins here; 0 if none does.
private func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
  let byte = bytes[place]
  if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
  if byte == 0xC2, place + 1 < bytes.count {
    return bytes[place + 1] == 0xA0 || bytes[place + 1] == 0x85 ? 2 : 0
  }
  guard place + 2 < bytes.count else { return 0 }
  let rest = (bytes[place + 1], bytes[place + 2])
  switch byte {
  case 0xE3: return rest == (0x80, 0x80) ? 3 : 0
  // U+2000 … U+200A, U+2028, U+2029, U+202F, U+205F.
  case 0xE2:
    let isSpace =
      rest.0 == 0x80 && (rest.1 <= 0x8A || [0xA8, 0xA9, 0xAF].contains(rest.1))
      || rest == (0x81, 0x9F)
    return isSpace ? 3 : 0
  default: return 0
  }
}

/// In lower or upper case; anything but ASCII and Han goes through `String`.
func appendCased(
  _ bytes: UnsafeBufferPointer<UInt8>, to builder: inout TextBuilder, isUpper: Bool
) {
  let first: UInt8 = isUpper ? 0x61 : 0x41
  if bytes.allSatisfy({ $0 < 0xC0 || 0xE4...0xE9 ~= $0 }) {
    if !bytes.contains(where: { $0 &- first < 26 }) { return builder.append(bytes) }
    let cased = bytes.map { $0 &- first < 26 ? $0 ^ 0x20 : $0 }
    return cased.withUnsafeBufferPointer { builder.append($0) }
  }
  let text = String(decoding: bytes, as: UTF8.self)
  builder.append(normalized(isUpper ? text.uppercased() : text.lowercased()))
}

extension TextBuilder {
  /// Bytes put together from several texts: the seam may have to be composed.
  mutating func appendNormalized(_ bytes: [UInt8]) {
    // Below U+0300, and Han, nothing composes.
    if bytes.allSatisfy({ $0 < 0xCC || 0xE4...0xE9 ~= $0 }) {
      bytes.withUnsafeBufferPointer { append($0) }
    } else {
      append(normalized(String(decoding: bytes, as: UTF8.self)))
    }
  }
}
