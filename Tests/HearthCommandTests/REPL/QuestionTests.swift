import Foundation
import Testing

/// Questions to the sample data, typed at the REPL.
@Suite(.serialized)
struct QuestionTests {
  let household: Household

  init() throws { household = try Household() }

  /// The texts that the session has remembered, each on a line.
  private func remembered() throws -> [String] {
    try String(contentsOfFile: household.historyPath, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private func expectPromptAgain(_ terminal: PseudoTerminal) throws {
    try terminal.expect("the next prompt") {
      $0.lines[$0.cursorRow] == "hearth>" && $0.cursorColumn == 8 && $0.cursorRow > 3
    }
  }

  @Test func `a question is answered and the next may be asked`() throws {
    let terminal = try household.repl()
    terminal.type("families | count" + Key.enter)
    try terminal.expect("a number") { screen in
      screen.lines.contains { Int($0.filter { !" ,│|".contains($0) }) != nil }
    }
    try expectPromptAgain(terminal)
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func `a statement that is not finished goes on in the next line`() throws {
    let terminal = try household.repl()
    terminal.type("families |" + Key.enter)
    try terminal.expect(row: "    ...", cursor: 10)
    terminal.type("count" + Key.enter)
    try expectPromptAgain(terminal)
    #expect(try remembered() == ["families |\\n  count"])
  }

  @Test func `Enter on a blank line runs what is there, unfinished or not`() throws {
    let terminal = try household.repl()
    terminal.type("families |" + Key.enter)
    try terminal.expect(row: "    ...", cursor: 10)
    terminal.type(Key.enter)
    try expectPromptAgain(terminal)
  }

  @Test func `twenty pasted lines are one text`() throws {
    let lines =
      ["families"] + Array(repeating: "| where status = active", count: 18) + ["| count"]
    let terminal = try household.repl(height: 40)
    terminal.paste(lines.joined(separator: "\n") + "\n")
    try terminal.expect(row: "    ... | count", cursor: 15)
    terminal.type(Key.enter)
    try expectPromptAgain(terminal)
    #expect(try remembered() == [lines.joined(separator: "\\n")])
  }

  @Test func `a wrong question is explained and the session lives`() throws {
    let terminal = try household.repl(environment: ["NO_COLOR": "1"])
    terminal.type("families | wher status = active" + Key.enter)
    try terminal.expect("a caret below the word") { screen in
      screen.lines.contains { $0.contains("^") }
    }
    try expectPromptAgain(terminal)
    terminal.type(".tables" + Key.enter)
    try terminal.expect("services")
  }

  @Test(arguments: [
    ("famil", "families"), ("家", "家庭"), ("families | whe", "families | where"),
    ("家庭 | 筛", "家庭 | 筛选"), ("families | where stat", "families | where status"),
    ("families | where status = act", "families | where status = active"),
    ("家庭 | 筛选 状态 = 在", "家庭 | 筛选 状态 = 在册"),
  ])
  func `Tab completes what can stand there`(typed: String, completed: String) throws {
    let terminal = try household.repl()
    terminal.type(typed + Key.tab)
    try terminal.expect(row: "hearth> " + completed)
  }

  @Test func `further Tabs walk through the words, Shift-Tab back`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | s" + Key.tab)
    try terminal.expect("the candidates") { $0.text.contains("summarize") }
    terminal.type(Key.tab)
    try terminal.expect(row: "hearth> families | select", cursor: 25)
    try terminal.expect("the chosen one marked") { $0.style(of: "  select") == "7" }
    terminal.type(Key.tab)
    try terminal.expect(row: "hearth> families | sort", cursor: 23)
    terminal.type(Key.backTab)
    try terminal.expect(row: "hearth> families | select", cursor: 25)
    terminal.type(" id")
    try terminal.expect(row: "hearth> families | select id", cursor: 28)
    try terminal.expect("no list") { !$0.text.contains("summarize") }
  }

  @Test(arguments: [
    ("families | where street = lq", "families | where street = 莲前"),
    ("families | where kongc", "families | where 空巢"),
    ("services | where kind = tf", "services | where kind = 探访"),
    ("families | cuont", "families | count"),
  ])
  func `Tab reads pinyin and forgives a slip`(typed: String, completed: String) throws {
    let terminal = try household.repl(columns: 100)
    terminal.type(typed + Key.tab)
    try terminal.expect(row: "hearth> " + completed)
  }

  @Test func `Tab shows the words that could stand there below the line`() throws {
    let terminal = try household.repl()
    terminal.type("families | s" + Key.tab)
    for word in ["select", "sort", "skip"] { try terminal.expect(word) }
    try terminal.expect(row: "hearth> families | s", cursor: 20)
    terminal.type("o")
    try terminal.expect("the words to be gone") { !$0.text.contains("select") }
  }

  @Test func `a line that starts with a stage goes on from the last answer`() throws {
    let terminal = try household.repl()
    terminal.type("families | take 7" + Key.enter)
    try expectPromptAgain(terminal)
    terminal.type("| whe" + Key.tab)
    try terminal.expect(row: "hearth> | where")
    terminal.type(Key.control("u") + "| summarize rows = count" + Key.enter)
    try terminal.expect("rows\n   7\n")
    try expectPromptAgain(terminal)
    terminal.type("｜ 添加 翻倍 = rows * 2" + Key.enter)
    try terminal.expect("  14\n")
  }

  @Test func `the rows that each stage left are said in one line of the window's width`() throws {
    let terminal = try household.repl()
    terminal.type("families | where bereaved | where status = active | count" + Key.enter)
    try terminal.expect("1200 → 699 bereaved → 641 status = active\n")
    terminal.type(
      "families | where registered in 2026-10 or registered in 2025-10 or registered in 2024-10"
        + " | count" + Key.enter)
    try terminal.expect("a shortened label") { screen in
      screen.lines.contains { $0.hasPrefix("1200 → ") && $0.hasSuffix("…") }
    }
  }

  @Test(arguments: [(".trace off", ".trace on"), (".行数 关", ".行数 开")])
  func `the rows of the stages are said or not, as one likes`(off: String, on: String) throws {
    let terminal = try household.repl()
    terminal.type(off + Key.enter)
    try terminal.expect("no longer said")
    terminal.type("families | where bereaved | count" + Key.enter)
    try terminal.expect("  699\nhearth>")
    terminal.type(on + Key.enter + "families | where bereaved | count" + Key.enter)
    try terminal.expect("1200 → 699 bereaved\n")
    terminal.type(".trace" + Key.enter)
    try terminal.expect("On or off?")
  }

  @Test func `a question is said in plain words, the last one without being repeated`() throws {
    let terminal = try household.repl(columns: 120)
    terminal.type(".say families | where bereaved | count by street" + Key.enter)
    try terminal.expect("Of the families that are bereaved: count them for each street.")
    terminal.type("families | where disabled | count" + Key.enter)
    try terminal.expect("hearth>")
    terminal.type(".lang zh" + Key.enter + ".说" + Key.enter)
    try terminal.expect("残疾的家庭中，统计行数。")
    terminal.type(".say families | wher x" + Key.enter)
    try terminal.expect("E003")
  }

  @Test func `Ctrl-C stops a long question and the session lives`() throws {
    let terminal = try household.repl(columns: 120)
    let rows = "families | add k = 1 | select id, k"
    terminal.type("families | count" + Key.enter)
    try expectPromptAgain(terminal)
    terminal.type(
      "\(rows) | join (\(rows)) on k | join (\(rows)) on k | count" + Key.enter)
    // The editor has let go of the terminal when it is no longer in editing mode.
    try terminal.expect("the question to run") { !$0.bracketsPaste }
    terminal.type(Key.control("c"))
    try terminal.expect("^C\nStopped.\nhearth>")
    terminal.type("services | count" + Key.enter)
    try terminal.expect("13560")
  }

  @Test func `cells that were set aside are spoken of once`() throws {
    let data = household.folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try Data("id,name,born\n1,A,2020-01-01\n2,B,soon\n".utf8)
      .write(to: data.appendingPathComponent("people.csv"))
    try Data("entity people \"人\" {\n  id int key\n  born date\n}\n".utf8)
      .write(to: data.appendingPathComponent("schema.hearth"))
    let terminal = try household.repl([data.path])
    for _ in 1...2 { terminal.type("people | where born is known" + Key.enter) }
    try terminal.expect("two answers, one remark") { screen in
      screen.text.components(separatedBy: "2020-01-01").count == 3
        && screen.text.components(separatedBy: "1 cell or row").count == 2
    }
  }

  @Test func `a table is described by either name`() throws {
    for (command, field) in [(".describe families", "status"), (".说明 家庭", "status")] {
      let terminal = try household.repl(height: 60)
      terminal.type(command + Key.enter)
      try terminal.expect(field)
    }
  }

  @Test func `a misspelt table is suggested`() throws {
    let terminal = try household.repl()
    terminal.type(".describe familes" + Key.enter)
    try terminal.expect("did you mean families?")
  }
}
