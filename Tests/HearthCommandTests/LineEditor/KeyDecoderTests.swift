import Testing

@testable import HearthLineEditor

struct KeyDecoderTests {
  private static let stream =
    "a家\u{1B}[A\u{1B}OB\u{1B}[200~x\r\ny\u{1B}[31m\tz\n\u{1B}[201~\u{1B}b\u{1B}\r𠮷e\u{301}\u{7F}"

  private func items(_ bytes: [UInt8], cutAt cut: Int) -> [KeyDecoder.Item] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
  }

  private func characters(_ text: String) -> [KeyDecoder.Item] {
    text.unicodeScalars.map { .character($0) }
  }

  @Test func `bytes mean the same wherever they are cut`() {
    let bytes = Array(KeyDecoderTests.stream.utf8)
    let expected =
      characters("a家\u{1B}[A\u{1B}OB") + [.paste("x\ny[31m\tz")]
      + characters("\u{1B}b\u{1B}\r𠮷e\u{301}\u{7F}")
    for cut in 0...bytes.count { #expect(items(bytes, cutAt: cut) == expected, "cut at \(cut)") }
  }

  @Test func `bytes that are no text are dropped, and what follows is not`() {
    let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x62, 0xE5, 0xAE, 0x63, 0x80, 0xC2, 0x81, 0x64]
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) == characters("abcd"))
  }

  @Test func `sequences that nothing is bound to are swallowed whole`() {
    var decoder = KeyDecoder()
    decoder.known = ["\u{1B}[A"]
    let found = decoder.feed(Array("a\u{1B}[1;5Pb\u{1B}[Ac\u{1B}OQd".utf8))
    #expect(found == characters("ab\u{1B}[Acd"))
  }

  @Test func `ESC alone is a key once nothing follows it`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.mayBeEscapeAlone)
    #expect(decoder.flush() == characters("\u{1B}"))
    decoder.escapeIsKey = true
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.flush() == [.character(KeyDecoder.Private.escape)])
    #expect(decoder.flush() == [])
  }

  @Test func `any bytes at all are read to their end`() {
    var generator = SmallGenerator(seed: 11)
    for _ in 0..<200 {
      let count = Int.random(in: 0...65, using: &generator)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x32].randomElement(using: &generator)!
      }
      var decoder = KeyDecoder()
      _ = decoder.feed(bytes)
      _ = decoder.flush()
    }
  }
}
