import HearthText

/// Values as RFC 8259 writes them.
struct JSONFormat: CellFormat {
  var labelLanguage: Language? { nil }
  var listForm: ListForm { .array }

  func appendMissing(to bytes: inout [UInt8]) { bytes.append(contentsOf: "null".utf8) }

  func appendQuote(to bytes: inout [UInt8]) { bytes.append(UInt8(ascii: "\"")) }

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.isHarmless && !text.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      bytes.append(contentsOf: text)
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        append(scalar, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Beyond what the RFC asks for, everything a terminal or a browser would act on is escaped.
  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      let digits = String(scalar.value, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }
}

extension [UInt8] {
  /// A text with its quotes.
  mutating func appendJSON(_ text: String) { JSONFormat().appendText(text, to: &self) }
}
