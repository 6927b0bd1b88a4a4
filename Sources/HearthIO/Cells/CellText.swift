import HearthText

/// The text of a cell, for the rare cells that cannot be read from their bytes directly.
enum CellText {
  /// NFC, full-width letters, digits and signs in ASCII, without white space around.
  static func narrowedAndTrimmed(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let text = UTF8Bytes.repaired(trimmed(cell))
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(narrowed(scalar) ?? scalar) }
    return trimmed(String(scalars))
  }

  /// Without ASCII white space, no-break and ideographic spaces around.
  @inline(__always)
  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = cell.first, let last = cell.last else { return cell }
    // A space is below 0x21, or ends in 0x80 or 0xA0 and begins with 0xC2 or 0xE3.
    if first > 0x20, first != 0xC2, first != 0xE3, last > 0x20, last != 0x80, last != 0xA0 {
      return cell
    }
    return trimmedSlowly(cell)
  }

  private static func trimmedSlowly(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var range = cell.indices
    while !range.isEmpty {
      let width = spaceWidth(cell, range, atEnd: false)
      if width == 0 { break }
      range.removeFirst(width)
    }
    while !range.isEmpty {
      let width = spaceWidth(cell, range, atEnd: true)
      if width == 0 { break }
      range.removeLast(width)
    }
    return UnsafeBufferPointer(rebasing: cell[range])
  }

  private static let spaces: [[UInt8]] = [
    [0x20], [0x09], [0x0A], [0x0B], [0x0C], [0x0D], [0xC2, 0xA0], [0xE3, 0x80, 0x80],
  ]

  private static func spaceWidth(
    _ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, atEnd: Bool
  ) -> Int {
    for space in spaces where space.count <= range.count {
      let part = atEnd ? range.suffix(space.count) : range.prefix(space.count)
      if cell[part].elementsEqual(space) { return space.count }
    }
    return 0
  }

  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: trimmed($0), as: UTF8.self) }
  }
}

/// Words that people write into a cell to say that there is nothing to say.
enum NothingWords {
  /// In cells of text and of open categories: only words that cannot be meant as content. `NA` may
  /// be Namibia and `-` a mark, so they stay.
  static let inText: Set<String> = ["无", "暂无", "空", "—", "——"]

  /// In cells of all other types, where they could be no value; a declared value of a category
  /// comes first, and 无 is *no* in a column of truth values.
  static let inTypedCells: Set<String> = [
    "无", "暂无", "空", "—", "——", "–", "-", "--", "/", "N/A", "n/a", "NA", "#N/A", "NULL", "null",
    "None", "none", "nil", "不详", "未知",
  ]

  static func isNothingText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (3...6).contains(bytes.count), bytes[0] >= 0xE2 else { return false }
    return inText.contains(String(decoding: bytes, as: UTF8.self))
  }

  /// A word of `inTypedCells`, ruled out by its first byte in nearly every case.
  @inline(__always)
  static func isNothingTyped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 6, let first = bytes.first, !(0x30...0x39).contains(first) else {
      return false
    }
    switch first {
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "#"), 0xE2...0xE9:
      return inTypedCells.contains(String(decoding: bytes, as: UTF8.self))
    default: return false
    }
  }
}
