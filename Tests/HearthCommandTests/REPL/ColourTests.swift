import Foundation
import Testing

/// Colours of what is typed, and texts that are offered in grey.
@Suite(.serialized)
struct ColourTests {
  let household: Household

  init() throws { household = try Household() }

  private func expect(
    _ terminal: PseudoTerminal, _ text: String, in style: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try terminal.expect("“\(text)” in \(style)", sourceLocation: sourceLocation) {
      $0.style(of: text) == style
    }
  }

  @Test func `words of the language, literals and errors have colours as they are typed`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | where status = \"在册\" and date in last 30 days")
    try expect(terminal, "where", in: "1;36")
    try expect(terminal, "and", in: "36")
    try expect(terminal, "\"在册\"", in: "32")
    try expect(terminal, "last 30", in: "33")
    try expect(terminal, "families", in: "")
    terminal.type(Key.control("c") + "家庭|筛选失独且状态=在册|计数按街道")
    try expect(terminal, "筛选", in: "1;36")
    try expect(terminal, "且", in: "36")
    try expect(terminal, "计数", in: "1;36")
    try expect(terminal, "街道", in: "")
    terminal.type(Key.control("c") + "families | cuont by street | take 5")
    try expect(terminal, "cuont", in: "4;31")
  }

  @Test func `a name that can be nothing is marked once the cursor has left it`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | where statu")
    try terminal.expect(row: "hearth> families | where statu")
    #expect(terminal.screen.style(of: "statu") == "")
    terminal.type(" = active")
    try expect(terminal, "statu", in: "4;31")
    terminal.type(Key.control("c") + "let due = families | add 天数 = 3" + Key.enter)
    terminal.type(Key.control("l") + "due | select 天数, 天树 ")
    try expect(terminal, "天树", in: "4;31")
    try expect(terminal, "天数", in: "")
  }

  @Test func `what is wrong is not marked while it is being typed`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | whe")
    try terminal.expect(row: "hearth> families | whe", cursor: 22)
    #expect(terminal.screen.style(of: "whe") == "")
  }

  @Test func `colours go on in the next row of a broken line`() throws {
    let terminal = try household.repl(columns: 24)
    terminal.type("families | where head = \"一二三四五六七八九十\"")
    try expect(terminal, "九十", in: "32")
    try expect(terminal, "一二", in: "32")
  }

  @Test func `a light terminal has darker colours, and whoever wants none has none`() throws {
    let light = try household.repl(environment: ["COLORFGBG": "0;15"])
    light.type("families | count")
    try expect(light, "count", in: "1;34")
    let plain = try household.repl(environment: ["NO_COLOR": "1"])
    plain.type("families | count")
    try plain.expect(row: "hearth> families | count", cursor: 24)
    #expect(plain.screen.style(of: "count") == "")
  }

  @Test func `a text that can surely be mended is offered and taken with one key`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("familes | cont by stret" + Key.enter)
    try terminal.expect("→ takes the mended text")
    try terminal.expect(row: "hearth> families | count by street", cursor: 8)
    try expect(terminal, "families | count by street", in: "90")
    terminal.type(Key.right)
    try terminal.expect(row: "hearth> families | count by street", cursor: 34)
    terminal.type(Key.enter)
    try terminal.expect("1200 → 10 by street")
  }

  @Test func `what is offered goes when something else is typed`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("familes | count" + Key.enter)
    try terminal.expect("→ takes")
    terminal.type("x")
    try terminal.expect(row: "hearth> x", cursor: 9)
    try terminal.expect("no offer") { !$0.text.contains("→ takes") }
    terminal.type(Key.backspace + Key.control("c") + Key.right)
    try terminal.expect(row: "hearth>", cursor: 8)
  }

  @Test func `a text that cannot surely be mended is not offered`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | where xyzzy | cuont" + Key.enter)
    try terminal.expect("no offer") {
      $0.lines[$0.cursorRow] == "hearth>" && $0.cursorRow > 4 && !$0.text.contains("→")
    }
  }

  @Test func `without colours the mended text is said below the prompt`() throws {
    let terminal = try household.repl(environment: ["NO_COLOR": "1"], columns: 100)
    terminal.type("familes | count" + Key.enter)
    try terminal.expect("→ takes the mended text: families | count")
    terminal.type(Key.right)
    try terminal.expect(row: "hearth> families | count", cursor: 24)
  }

  @Test func `what was asked before is shown in grey behind its beginning`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | where bereaved | count" + Key.enter)
    try terminal.expect("1200 → 699 bereaved")
    terminal.type("fam")
    try terminal.expect(row: "hearth> families | where bereaved | count", cursor: 11)
    try expect(terminal, "ilies | where", in: "90")
    terminal.type(Key.control("e"))
    try terminal.expect(row: "hearth> families | where bereaved | count", cursor: 41)
    terminal.type(Key.control("c") + "fam" + Key.enter)
    try terminal.expect("hearth> fam\nerror")
  }
}
