import HearthText

/// Texts that make no damaged file.
enum CellText {
  /// The UTF-16 units that a cell holds.
  static let mostUnits = 32_767

  /// Line breaks and tabs stay; other control characters become pictures, and what does not fit is
  /// cut off with `…`.
  static func safe(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\r": scalars.append("\n")
      case "\n", "\t": scalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": scalars.append("\u{FFFD}")
      default: scalars.append(contentsOf: visible(String(scalar)).unicodeScalars)
      }
      isAfterReturn = scalar == "\r"
    }
    return cut(unescapable(String(scalars)))
  }

  /// In a workbook `_x0041_` stands for the letter A; a text that has it means itself.
  private static func unescapable(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) {
        result += "_x005F".utf8
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 7, bytes.last == UInt8(ascii: "_") else { return false }
    let digits = bytes.dropFirst(2).dropLast()
    return bytes.dropFirst().first == UInt8(ascii: "x")
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func cut(_ text: String) -> String {
    if text.utf8.count <= mostUnits || text.utf16.count <= mostUnits { return text }
    var (units, end) = (0, text.startIndex)
    for index in text.indices {
      units += text[index].utf16.count
      if units > mostUnits - 1 { break }
      end = text.index(after: index)
    }
    return text[..<end] + "…"
  }
}

/// Names that spreadsheets take for sheets: 31 characters at most, each once, some signs never.
struct SheetNames {
  private var used: Set<String> = []
  static let mostUnits = 31

  mutating func make(from wanted: String) -> String {
    let forbidden = "[]:*?/\\'"
    var base = String(visible(wanted).map { forbidden.contains($0) ? " " : $0 })
    base = SheetNames.trimmed(base, to: Self.mostUnits)
    // Excel keeps this name for itself.
    if base.isEmpty || base.lowercased() == "history" { base = "Sheet" }
    var name = base
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = SheetNames.trimmed(base, to: Self.mostUnits - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func trimmed(_ text: String, to units: Int) -> String {
    var result = text[...]
    while result.utf16.count > units { result.removeLast() }
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
