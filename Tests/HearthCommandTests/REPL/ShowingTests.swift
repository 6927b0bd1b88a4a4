import Foundation
import Testing

/// Showing the program to people.
@Suite(.serialized)
struct ShowingTests {
  let household: Household

  init() throws { household = try Household() }

  private func script(_ text: String) throws {
    let file = household.folder.appendingPathComponent("show.hearth")
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `a script is typed and answered part by part`() throws {
    try script(
      """
      #!/usr/bin/env hearth run
      # 失独家庭有多少？
      families
      | where bereaved
      | count by street

      | top 1 by count

      .lang zh
      """)
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type(".play ~/show.hearth 100" + Key.enter)
    try terminal.expect("hearth> # 失独家庭有多少？\n    ... families\n    ... | where bereaved")
    try terminal.expect("hearth> | top 1 by count\nstreet  count\n莲前      133")
    try terminal.expect("hearth> .lang zh\n以下用中文回答。")
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(".播放 ~/none.hearth" + Key.enter)
    try terminal.expect("none.hearth")
  }

  @Test func `Ctrl-C ends the playing and leaves the session`() throws {
    try script("families | count\n\nservices | count\n\nmembers | count\n")
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type(".play ~/show.hearth 0.2" + Key.enter)
    try terminal.expect("the first letters") { $0.text.contains("hearth> fam") }
    terminal.type(Key.control("c"))
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("areas | count" + Key.enter)
    try terminal.expect("count\n   71")
  }

  @Test func `a demo hides what is private, and what was asked before`() throws {
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type("families | where head = \"张三\" | count" + Key.enter)
    try terminal.expect("count\n")
    terminal.type(".demo on" + Key.enter)
    try terminal.expect("an empty screen") {
      !$0.text.contains("张三") && $0.text.contains("prints as 张**")
    }
    terminal.type("families | take 1 | select head" + Key.enter)
    try terminal.expect("**\n")
    terminal.type("families | where head = \"李四\"" + Key.enter)
    try terminal.expect("error")
    terminal.type(Key.control("l") + ".history" + Key.enter)
    try terminal.expect("families | take 1 | select head")
    #expect(!terminal.screen.text.contains("张三"))
    terminal.type(".demo off" + Key.enter)
    try terminal.expect("Everything is shown again.")
    terminal.type(Key.up + Key.up)
    try terminal.expect("hearth> families | where head = \"张三\" | count")
    let history = try String(contentsOfFile: household.historyPath, encoding: .utf8)
    #expect(!history.contains("李四"))
  }

  @Test func `data that were opened masked stay masked`() throws {
    let terminal = try household.repl(["--privacy", "masked"], columns: 100)
    terminal.type(".demo off" + Key.enter)
    try terminal.expect("The data were opened masked, and stay so.")
    terminal.type("families | take 1 | select head" + Key.enter)
    try terminal.expect("**\n")
  }
}
