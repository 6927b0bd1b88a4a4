import Foundation
import Testing

/// Texts entered before, within a session and between sessions.
@Suite(.serialized)
struct HistoryTests {
  let household: Household

  init() throws { household = try Household() }

  /// Runs a text that the REPL itself answers, and waits for the next prompt.
  private func run(_ text: String, on terminal: PseudoTerminal) throws {
    terminal.type(text + Key.enter)
    try terminal.expect("an answer to \(text)") {
      $0.lines[..<$0.cursorRow].contains("hearth> " + text)
        && $0.lines[$0.cursorRow] == "hearth>" && $0.cursorColumn == 8
    }
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func `the next session begins where the last one ended`() throws {
    let first = try household.repl()
    try run(".describe 家庭户甲", on: first)
    try run(".unknown 北上市一", on: first)
    try leave(first)
    let second = try household.repl()
    second.type(Key.up)
    try second.expect(row: "hearth> .unknown 北上市一")
    second.type(Key.up)
    try second.expect(row: "hearth> .describe 家庭户甲")
    second.type(Key.down + Key.down)
    try second.expect(row: "hearth>", cursor: 8)
  }

  @Test func `the file is its owner's alone`() throws {
    let terminal = try household.repl()
    try run(".nothing", on: terminal)
    try leave(terminal)
    let attributes = try FileManager.default.attributesOfItem(atPath: household.historyPath)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try String(contentsOfFile: household.historyPath, encoding: .utf8) == ".nothing\n")
  }

  @Test func `two sessions at once both keep what they were told`() throws {
    let left = try household.repl()
    let right = try household.repl()
    for number in 1...5 {
      try run(".left \(number)", on: left)
      try run(".right \(number)", on: right)
    }
    try leave(left)
    try leave(right)
    let lines = try String(contentsOfFile: household.historyPath, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(lines == (1...5).flatMap { [".left \($0)", ".right \($0)"] })
  }

  @Test func `the arrows find what begins with what has been typed`() throws {
    let terminal = try household.repl(environment: ["NO_COLOR": "1"])
    for text in [".甲 一", ".乙 二", ".甲 三", ".乙 四"] { try run(text, on: terminal) }
    terminal.type(".甲" + Key.up)
    try terminal.expect(row: "hearth> .甲 三")
    terminal.type(Key.up)
    try terminal.expect(row: "hearth> .甲 一")
    terminal.type(Key.down + Key.down)
    try terminal.expect(row: "hearth> .甲", cursor: 11)
  }

  @Test func `Ctrl-R finds a text anywhere in an entry, in any script`() throws {
    let terminal = try household.repl()
    for text in [".find 北上市一街", ".find 思明区", ".other"] { try run(text, on: terminal) }
    terminal.type("草稿" + Key.control("r") + "市一")
    try terminal.expect("the entry found, and the pattern below it") {
      $0.text.contains("hearth> .find 北上市一街\n") && $0.text.contains("› 市一")
        && $0.style(of: "市一街") == "7" && $0.style(of: "北上") == ""
    }
    terminal.type(Key.backspace + Key.backspace + "find")
    try terminal.expect("the newest entry") { $0.text.contains("hearth> .find 思明区\nsearch") }
    terminal.type(Key.control("r"))
    try terminal.expect("the one before") { $0.text.contains("hearth> .find 北上市一街\nsearch") }
    terminal.type(Key.control("g"))
    try terminal.expect(row: "hearth> 草稿", cursor: 12)
    try terminal.expect("the search to be gone") { !$0.text.contains("search history") }
    terminal.type(Key.control("r") + "oth" + Key.enter)
    try terminal.expect("the entry to have been run") {
      $0.text.components(separatedBy: "no command .other").count == 3
    }
  }

  @Test func `an entry of several lines comes back as it was`() throws {
    let first = try household.repl()
    first.paste("# 第一行\n  # 第二行\\n 不是换行\n# 第三行")
    try first.expect(row: "    ... # 第三行")
    first.type(Key.enter)
    try first.expect(row: "hearth>", cursor: 8)
    try leave(first)
    let second = try household.repl()
    second.type(Key.up)
    try second.expect(row: "    ... # 第三行", cursor: 16)
    try second.expect("hearth> # 第一行\n    ...   # 第二行\\n 不是换行\n    ... # 第三行")
  }
}
