import Testing

/// Editing a line of the REPL, seen on a screen of cells.
@Suite(.serialized)
struct EditingTests {
  let household: Household

  init() throws { household = try Household() }

  @Test func `Chinese can be typed into the middle of a line`() throws {
    let terminal = try household.repl()
    terminal.type("家庭筛选失独")
    try terminal.expect(row: "hearth> 家庭筛选失独", cursor: 20)
    terminal.type(Key.left + Key.left + Key.left + Key.left)
    try terminal.expect(row: "hearth> 家庭筛选失独", cursor: 12)
    terminal.type("，再")
    try terminal.expect(row: "hearth> 家庭，再筛选失独", cursor: 16)
    terminal.type("x")
    try terminal.expect(row: "hearth> 家庭，再x筛选失独", cursor: 17)
  }

  @Test func `backspace takes a wide character with both its columns`() throws {
    let terminal = try household.repl()
    terminal.type("在册ab家庭" + Key.left + Key.backspace)
    try terminal.expect(row: "hearth> 在册ab庭", cursor: 14)
    terminal.type(Key.backspace + Key.backspace + Key.backspace)
    try terminal.expect(row: "hearth> 在庭", cursor: 10)
    terminal.type(Key.delete)
    try terminal.expect(row: "hearth> 在", cursor: 10)
    terminal.type(Key.backspace + Key.backspace + "好")
    try terminal.expect(row: "hearth> 好", cursor: 10)
  }

  @Test func `a letter with its accents is one step and one deletion`() throws {
    let terminal = try household.repl()
    terminal.type("ae\u{301}\u{302}b" + Key.left + Key.left)
    try terminal.expect(row: "hearth> ae\u{301}\u{302}b", cursor: 9)
    terminal.type(Key.right + Key.backspace)
    try terminal.expect(row: "hearth> ab", cursor: 9)
  }

  @Test func `the arrows stop at both ends`() throws {
    let terminal = try household.repl()
    terminal.type("庭" + Key.left + Key.left + Key.left + "家")
    try terminal.expect(row: "hearth> 家庭", cursor: 10)
    terminal.type(Key.right + Key.right + Key.right + "户")
    try terminal.expect(row: "hearth> 家庭户", cursor: 14)
  }

  @Test func `a line wider than the terminal is broken before a wide character`() throws {
    let terminal = try household.repl(columns: 21, height: 8)
    terminal.type("家庭筛选失独且独居")
    try terminal.expect("two rows") {
      $0.lines[$0.cursorRow] == "且独居" && $0.lines[$0.cursorRow - 1] == "hearth> 家庭筛选失独"
    }
    terminal.type(Key.control("a") + "x")
    try terminal.expect(row: "hearth> x家庭筛选失独", cursor: 9)
  }

  @Test func `Ctrl-C clears the line and nothing of it is run`() throws {
    let terminal = try household.repl()
    terminal.type("families | cou" + Key.control("c"))
    try terminal.expect("families | cou^C")
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func `an unknown key leaves nothing in the line`() throws {
    let terminal = try household.repl()
    terminal.type("a\u{1B}[15;2~b\u{1B}[1;2Pc\u{1B}[<0;3;4Md")
    try terminal.expect(row: "hearth> abcd", cursor: 12)
  }

  @Test func `a text taller than the screen keeps the cursor in sight`() throws {
    let terminal = try household.repl(columns: 30, height: 6)
    terminal.paste((1...20).map { "| 第\($0)行" }.joined(separator: "\n"))
    try terminal.expect(row: "    ... | 第20行")
    for _ in 1...19 { terminal.type(Key.up) }
    try terminal.expect(row: "hearth> | 第1行")
    terminal.type(Key.control("e") + "好")
    try terminal.expect(row: "hearth> | 第1行好")
  }

  @Test func `after any keys the screen is what drawing it afresh gives`() throws {
    let keys = [
      "家", "庭", "a", " ", "|", "e\u{301}", Key.left, Key.left, Key.right,
      Key.backspace, Key.delete, Key.control("a"), Key.control("e"), Key.altEnter, Key.up,
      Key.down, Key.control("w"), Key.control("k"), Key.control("y"),
    ]
    var generator = SmallGenerator(seed: 7)
    let terminal = try household.repl(columns: 23, height: 30)
    for round in 1...12 {
      for _ in 1...40 { terminal.type(keys.randomElement(using: &generator)!) }
      // Drawn afresh, it begins in the first row; the mark shows that all keys have been taken.
      let mark = String(UnicodeScalar(0x4E00 + UInt32(round))!)
      terminal.type(Key.control("e") + mark)
      try terminal.expect("the mark \(mark)") { $0.text.contains(mark) }
      let before = terminal.screen
      let start = before.lines.lastIndex { $0.hasPrefix("hearth>") } ?? 0
      terminal.type(Key.control("l"))
      try terminal.expect("the text at the top") { $0.lines[0].hasPrefix("hearth>") }
      try terminal.expect("the same rows\n\(before.text)\n") {
        $0.text == before.lines[start...].joined(separator: "\n").trimmedEnd
          && $0.cursorRow == before.cursorRow - start
          && $0.cursorColumn == before.cursorColumn
      }
      terminal.type(Key.control("c"))
      try terminal.expect(row: "hearth>", cursor: 8)
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == "\n" }.reversed())
  }
}
