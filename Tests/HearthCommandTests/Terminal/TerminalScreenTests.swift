import Testing

@Suite("The screen that the tests look at") struct TerminalScreenTests {
  @Test func `bytes that are no text are shown as such and stop nothing`() {
    // A letter in the middle of a character, a continuation alone, one that never ends.
    var screen = TerminalScreen(columns: 20, height: 3)
    screen.feed([0xE5, 0xAE, 0x61, 0xB6, 0x62, 0xF0, 0x9F] + Array("家".utf8) + [0xFF, 0x63])
    #expect(screen.text == "\u{FFFD}a\u{FFFD}b\u{FFFD}家\u{FFFD}c")
  }

  @Test func `any bytes and any sizes leave a screen`() {
    var generator = SmallGenerator(seed: 7)
    let common = Array("a家é👪\r\n\u{8}\u{1B}[3C\u{1B}[J\u{1B}[H\u{1B}[2A\u{1B}[5G\u{301}".utf8)
    for _ in 0..<300 {
      var screen = TerminalScreen(columns: 20, height: 4)
      for _ in 0..<40 {
        let bytes = (0..<12).map { _ in
          Bool.random(using: &generator)
            ? UInt8.random(in: 0...255, using: &generator)
            : common.randomElement(using: &generator)!
        }
        screen.feed(bytes)
        if Int.random(in: 0..<8, using: &generator) == 0 {
          screen.resize(
            columns: Int.random(in: 2...30, using: &generator),
            height: Int.random(in: 1...8, using: &generator))
        }
      }
      #expect(screen.lines.count == screen.height)
    }
  }
}
