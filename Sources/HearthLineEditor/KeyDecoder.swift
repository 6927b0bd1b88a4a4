/// Turns the bytes of a terminal into the characters that key bindings are made of.
///
/// A key that sends an escape sequence arrives whole or not at all: one that nothing is bound to
/// would otherwise leave its tail in the text. Pasted text comes out as one item.
struct KeyDecoder {
  enum Item: Equatable {
    case character(Unicode.Scalar)
    case paste(String)
  }

  /// Characters that no keyboard can send, because they are dropped from what arrives; commands
  /// are bound to them.
  enum Private {
    static let escape: Unicode.Scalar = "\u{80}"
    static let paste: Unicode.Scalar = "\u{81}"
  }

  private static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var isPasting = false
  /// Whether ESC alone is a key (vi) and not the beginning of another.
  var escapeIsKey = false
  /// The sequences that something is bound to; `nil` lets every sequence through.
  var known: Set<String>?

  /// Whether bytes are waiting for those that belong to them.
  var isWaiting: Bool { !bytes.isEmpty }
  /// Whether what is waiting may be a key of its own once enough time has passed.
  var mayBeEscapeAlone: Bool { !isPasting && bytes.first == 0x1B }

  mutating func feed(_ more: some Sequence<UInt8>) -> [Item] {
    bytes += more
    var items: [Item] = []
    while let item = next() { items += item }
    return items
  }

  /// Gives up waiting: what is there is all that comes.
  mutating func flush() -> [Item] {
    guard mayBeEscapeAlone else { return [] }
    let rest = bytes.dropFirst()
    bytes = []
    let first = Item.character(escapeIsKey ? Private.escape : "\u{1B}")
    return [first] + feed(Array(rest))
  }

  /// The items of the next whole key, `nil` when more bytes are needed.
  private mutating func next() -> [Item]? {
    if isPasting { return nextPaste() }
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return nextEscape() }
    if first < 0x80 { return take(1).map { .character(Unicode.Scalar($0)) } }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let tail = bytes.dropFirst().prefix(length - 1)
    let valid = tail.prefix { $0 & 0xC0 == 0x80 }
    if valid.count < tail.count || first < 0xC2 || first > 0xF4 {
      _ = take(1 + (first < 0xC2 ? 0 : valid.count))
      return []
    }
    if tail.count < length - 1 { return nil }
    let text = String(decoding: take(length), as: UTF8.self)
    return text.unicodeScalars.filter { $0.value >= 0xA0 && $0 != "\u{FFFD}" }
      .map { .character($0) }
  }

  private mutating func nextEscape() -> [Item]? {
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return nextControlSequence()
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return nil }
      return sequence(take(3))
    case 0x0A, 0x0D: return take(2).map { .character(Unicode.Scalar($0)) }
    default:
      _ = take(1)
      return [.character(escapeIsKey ? Private.escape : "\u{1B}")]
    }
  }

  private mutating func nextControlSequence() -> [Item]? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      // No key is as long as this.
      return bytes.count > 64
        ? {
          _ = take(bytes.count); return []
        }() : nil
    }
    let whole = take(end + 1)
    if whole == KeyDecoder.pasteStart {
      isPasting = true
      return []
    }
    return sequence(whole)
  }

  private func sequence(_ bytes: [UInt8]) -> [Item] {
    let text = String(decoding: bytes, as: UTF8.self)
    if let known, !known.contains(text) { return [] }
    return text.unicodeScalars.map { .character($0) }
  }

  private mutating func nextPaste() -> [Item]? {
    guard let end = bytes.firstRange(of: KeyDecoder.pasteEnd) else { return nil }
    let text = String(decoding: take(end.lowerBound), as: UTF8.self)
    _ = take(KeyDecoder.pasteEnd.count)
    isPasting = false
    return [.paste(KeyDecoder.cleaned(text))]
  }

  /// Pasted text with one kind of line break and without what a terminal would obey.
  static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if previous != "\r" { result.append("\n") }
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF: continue
      default: result.append(scalar)
      }
    }
    if result.last == "\n" { result.removeLast() }
    return String(result)
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    defer { bytes.removeFirst(count) }
    return Array(bytes.prefix(count))
  }
}
