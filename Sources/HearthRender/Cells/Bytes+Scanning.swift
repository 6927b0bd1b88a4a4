import HearthText

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text surely holds nothing that `visible(_:)` would change.
  ///
  /// Looks at bytes only: control characters are below 0x20, 0x7F, or `C2 80…9F`; line separators
  /// and direction overrides lie in `E2 80 A8…AE` and `E2 81 A6…A9`; the byte-order mark is
  /// `EF BB BF`.
  var isHarmless: Bool {
    for index in indices {
      let byte = self[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return false }
      } else if byte == 0xC2 {
        if self.byte(index + 1) < 0xA0 { return false }
      } else if byte == 0xE2 {
        let (second, third) = (self.byte(index + 1), self.byte(index + 2))
        if second == 0x80 && (0xA8...0xAE).contains(third) { return false }
        if second == 0x81 && (0xA6...0xA9).contains(third) { return false }
      } else if byte == 0xEF {
        if self.byte(index + 1) == 0xBB && self.byte(index + 2) == 0xBF { return false }
      }
    }
    return true
  }

  /// The terminal cells of a text; see `displayWidth(of:)`.
  var displayWidth: Int {
    var width = 0
    var index = 0
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        width += 1
        index += 1
      } else if isCommonHan(index) {
        width += 2
        index += 3
      } else {
        return HearthText.displayWidth(of: String(decoding: self, as: UTF8.self))
      }
    }
    return width
  }

  /// Whether one of U+5000…9FFF or a Chinese comma or full stop begins here.
  private func isCommonHan(_ index: Int) -> Bool {
    guard index + 2 < count else { return false }
    let first = self[index]
    if first >= 0xE5 && first <= 0xE9 { return true }
    return first == 0xE3 && self[index + 1] == 0x80 && self[index + 2] <= 0x82
  }

  private func byte(_ index: Int) -> UInt8 { index < count ? self[index] : 0 }
}
