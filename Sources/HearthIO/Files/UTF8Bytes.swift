import HearthText

/// What the bytes of a cell are, found in one pass.
enum UTF8Bytes {
  enum Form {
    case ascii
    /// Valid, and made of characters that NFC never changes.
    case normal
    case toNormalize
    case invalid
  }

  @inline(__always)
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
    var index = 0
    var seen: UInt64 = 0
    while index + 8 <= bytes.count {
      seen |= base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < bytes.count {
      seen |= UInt64(bytes[index])
      index += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  static func form(_ bytes: UnsafeBufferPointer<UInt8>) -> Form {
    if isASCII(bytes) { return .ascii }
    var form = Form.normal
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return .invalid }
      if !isStable(bytes, at: index, length) { form = .toNormalize }
      index += length
    }
    return form
  }

  /// The length of the valid sequence that begins at a byte above ASCII, or 0.
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch lead {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xE1...0xEC, 0xEE...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Han outside the compatibility blocks, and Latin below U+0300: the common cases.
  @inline(__always)
  private static func isStable(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int
  ) -> Bool {
    let lead = bytes[index]
    // U+4000…U+9FFF begin with E4…E9, U+0080…U+02FF with C2…CB.
    if length == 3, (0xE4...0xE9).contains(lead) { return true }
    if length == 2 { return lead <= 0xCB }
    let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
    return isNFCQuick(text)
  }

  /// NFC, with U+FFFD in place of bytes that are no UTF-8.
  static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    normalized(String(decoding: bytes, as: UTF8.self))
  }
}
