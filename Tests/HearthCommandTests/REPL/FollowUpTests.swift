import Foundation
import Testing

/// Commands that speak of the question before.
@Suite(.serialized)
struct FollowUpTests {
  let household: Household

  init() throws { household = try Household() }

  private func asked(_ text: String, columns: Int = 120) throws -> PseudoTerminal {
    let terminal = try household.repl(columns: columns, height: 40)
    terminal.type(text + Key.enter)
    try ready(terminal)
    return terminal
  }

  /// Waits until the next text may be typed, with an answer above.
  private func ready(_ terminal: PseudoTerminal) throws {
    try terminal.expect("the next prompt") {
      $0.lines[$0.cursorRow] == "hearth>" && $0.cursorColumn == 8 && $0.cursorRow > 3
    }
  }

  @Test func `a kept question is asked again in another session, with its continuation`() throws {
    let first = try asked("families | where bereaved | count by street")
    first.type("| where count > 100" + Key.enter)
    try first.expect("10 → 2 count > 100")
    first.type(".save 失独-多" + Key.enter)
    try first.expect("Kept; .run 失独-多 asks it again.")
    try first.expect(row: "hearth>", cursor: 8)
    first.type(Key.control("d"))
    #expect(try first.end() == 0)
    let second = try household.repl(columns: 120)
    second.type(".run" + Key.enter)
    try second.expect("失独-多  Of the families that are bereaved: count them for each street;")
    second.type(".运行 失独-多" + Key.enter)
    try second.expect("→ 10 by street → 2 count > 100")
    second.type(".run 失独多" + Key.enter)
    try second.expect("No question is kept as “失独多”; did you mean “失独-多”?")
  }

  @Test func `a kept question brings what it builds on`() throws {
    let first = try household.repl(columns: 120)
    first.type(
      "let lonely = families | where living_alone" + Key.enter + "lonely | count" + Key.enter
        + ".save lonely-ones" + Key.enter)
    try first.expect("Kept")
    try first.expect(row: "hearth>", cursor: 8)
    first.type(Key.control("d"))
    _ = try first.end()
    let second = try household.repl(columns: 120)
    second.type(".run lonely-ones" + Key.enter)
    try second.expect("count\n")
    let file = household.folder.appendingPathComponent(
      ".local/share/hearth/queries/siming/lonely-ones.hearth")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasSuffix("let lonely = families | where living_alone\nlonely | count\n"))
  }

  @Test func `a name for keeping must be a name, and something must have been asked`() throws {
    let terminal = try household.repl(columns: 120)
    terminal.type(".save ../x" + Key.enter)
    try terminal.expect("A name is needed")
    terminal.type(".save x" + Key.enter)
    try terminal.expect("Nothing has been asked yet.")
    terminal.type("familes | count" + Key.enter + ".save x" + Key.enter)
    try terminal.expect("did you mean")
    try terminal.expect("yet.\nhearth>")
  }

  @Test func `why says what became of one row in the last answer`() throws {
    let terminal = try asked("families | where bereaved | count by street")
    terminal.type(".why F0001" + Key.enter)
    try terminal.expect("F0001 is not in the answer: “bereaved” dropped it")
    terminal.type(".lang zh" + Key.enter + ".为何 F0001" + Key.enter)
    try terminal.expect("F0001 不在结果中：“失独”这一步去掉了它")
    terminal.type(".为何 X9" + Key.enter)
    try terminal.expect("上一个提问的各步都没有名为“X9”的行。")
  }

  @Test func `explain works out the last question with its continuation`() throws {
    let terminal = try asked("families | count by street")
    terminal.type("| where count > 100" + Key.enter)
    try terminal.expect("10 → 5 count > 100")
    terminal.type(".explain" + Key.enter)
    try terminal.expect("summarize count = count() by")
    try terminal.expect("where count > 100")
    terminal.type(".explain timing" + Key.enter)
    try terminal.expect("bytes read")
  }

  @Test func `changing the language writes the last question in it`() throws {
    let terminal = try asked("families | where bereaved | count by street")
    terminal.type(".lang zh" + Key.enter)
    try terminal.expect("家庭 | 筛选 失独 | 计数 按 街道\nhearth>")
  }

  @Test func `what was asked before is listed, or only where a word occurs`() throws {
    let terminal = try asked("families | count")
    terminal.type("services | where cost > 100 | count" + Key.enter)
    try ready(terminal)
    terminal.type(Key.control("l") + ".history cost" + Key.enter)
    try terminal.expect("services | where cost > 100 | count\n.history cost\nhearth>")
    terminal.type(".历史 没有的" + Key.enter)
    try terminal.expect("hearth>")
  }

  @Test func `a script is loaded with the names that it makes`() throws {
    let script = household.folder.appendingPathComponent("names.hearth")
    try
      "param least: int \"how many\"\nlet big = families | count by street | where count > least\nbig"
      .write(to: script, atomically: true, encoding: .utf8)
    let terminal = try household.repl(columns: 120)
    terminal.type(".load ~/names.hearth" + Key.enter)
    try terminal.expect("how many – least (int):")
    terminal.type("200" + Key.enter)
    try terminal.expect("莲前      227")
    terminal.type("big | count" + Key.enter)
    try terminal.expect("count\n    1")
    terminal.type(".load nothing.hearth" + Key.enter)
    try terminal.expect("cannot read `nothing.hearth`")
  }

  @Test func `an answer to a parameter is not kept in the history`() throws {
    let terminal = try household.repl(columns: 120)
    terminal.type("param n: int" + Key.enter)
    try terminal.expect("n (int):")
    terminal.type("4711" + Key.enter)
    try terminal.expect("hearth>")
    terminal.type("families | take 1 | select x = n" + Key.enter)
    try terminal.expect("4711\n")
    let history = try String(contentsOfFile: household.historyPath, encoding: .utf8)
    #expect(!history.contains("4711"))
  }

  @Test func `answers come in another form, and go to a file until told otherwise`() throws {
    let file = household.folder.appendingPathComponent("answers.csv")
    let terminal = try household.repl(columns: 120)
    terminal.type(".format json" + Key.enter + "families | count" + Key.enter)
    try terminal.expect("\"rows\":[{\"count\":1200}]")
    terminal.type(".output ~/answers.csv" + Key.enter)
    try terminal.expect("Answers go to ~/answers.csv")
    terminal.type("families | count" + Key.enter + ".output" + Key.enter)
    try terminal.expect("Answers are shown here.")
    #expect(try String(contentsOf: file, encoding: .utf8) == "count\n1200\n")
    terminal.type(".格式 图" + Key.enter)
    try terminal.expect("Which format? One of table, markdown, csv, tsv, json")
    terminal.type(".output /nowhere/x.csv" + Key.enter)
    try terminal.expect("cannot write `/nowhere/x.csv`: No such file or directory")
  }
}
