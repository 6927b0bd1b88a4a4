import Foundation
import Testing

/// How answers fit the screen.
@Suite(.serialized)
struct ShowingAnswersTests {
  let household: Household

  init() throws { household = try Household() }

  @Test func `rows that are left out are counted, and shown on request`() throws {
    let terminal = try household.repl(columns: 80, height: 80)
    terminal.type("families | select id" + Key.enter)
    try terminal.expect("… 1140 more rows; .rows all shows them")
    terminal.type(Key.control("l") + ".rows 3" + Key.enter)
    try terminal.expect("F0003\n… 1197 more rows; .rows all shows them\nhearth>")
    terminal.type(".行限 很多" + Key.enter)
    try terminal.expect("How many? .rows 200 or .rows all")
    terminal.type("families | take 70 | select id" + Key.enter + ".rows all" + Key.enter)
    try terminal.expect("F0070\nhearth>")
  }

  @Test func `no line of an answer is wider than the window`() throws {
    let terminal = try household.repl(columns: 60, height: 40)
    terminal.type("服务 | 取 5" + Key.enter)
    try terminal.expect(".wide on shows them")
    terminal.type(".wide on" + Key.enter)
    try terminal.expect("── 5 of 5 ──")
    terminal.type(".lang zh" + Key.enter + ".宽 自动" + Key.enter)
    try terminal.expect("── 第 5 行，共 5 行 ──")
    terminal.type("家庭 | 计数" + Key.enter)
    try terminal.expect("计数\n1200")
    terminal.type(".宽 也许" + Key.enter)
    try terminal.expect("开、关还是自动？")
  }

  @Test func `what is said beside an answer breaks between words`() throws {
    let terminal = try household.repl(columns: 44, height: 40)
    let rest = "kind = visit and date in this month and minuts > 30"
    terminal.type("services | where \(rest) | count" + Key.enter)
    try terminal.expect(
      """
      error B001: there is no column or field
      called `minuts` here
        …te in this month and minuts > 30 | count
                              ^^^^^^
        did you mean `minutes`?
      hearth>
      """)
    terminal.type(Key.control("l") + "families | where bereaved | count" + Key.enter)
    terminal.type(".say" + Key.enter)
    try terminal.expect("Of the families that are bereaved: count\nthem.")
    terminal.type(Key.control("l") + "families | with services where kind = x" + Key.enter)
    try terminal.expect("error B004: `kind` has no value `x`")
  }

  @Test func `counts are written as one likes`() throws {
    let terminal = try household.repl(columns: 80, height: 40)
    terminal.type("services | summarize n = count * 1000, money = sum(cost)" + Key.enter)
    try terminal.expect("13560000")
    terminal.type(".numbers 万" + Key.enter)
    try terminal.expect("1356万  587.7万")
    terminal.type(".数字 分节" + Key.enter)
    try terminal.expect("13,560,000  5,877,470.00")
    terminal.type(".numbers plain" + Key.enter)
    try terminal.expect("13560000  5877470.00\nnote: sum skipped 2633 missing values\nhearth>")
    terminal.type(".numbers roman" + Key.enter)
    try terminal.expect("Which form?")
  }

  @Test func `what is taller than the screen opens in the pager`() throws {
    let program = household.folder.appendingPathComponent("pager.sh")
    try "head -2\necho PAGED\n".write(to: program, atomically: true, encoding: .utf8)
    let pager = "sh " + program.path
    let terminal = try household.repl(environment: ["PAGER": pager], columns: 80)
    terminal.type("families | select id" + Key.enter)
    try terminal.expect("id\nF0001\nPAGED\nhearth>")
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200\nhearth>")
    terminal.type(".pager off" + Key.enter + "families | select id" + Key.enter)
    try terminal.expect("… 1140 more rows")
  }

  @Test func `a pager that is not there is done without`() throws {
    let terminal = try household.repl(environment: ["PAGER": "no-such-pager -x"], columns: 80)
    terminal.type("families | select id" + Key.enter)
    try terminal.expect("… 1140 more rows")
  }

  @Test func `how long an answer took is said on request`() throws {
    let terminal = try household.repl(columns: 80)
    terminal.type(".timer on" + Key.enter + "families | count" + Key.enter)
    try terminal.expect("a time") { screen in
      screen.lines.contains { $0.hasSuffix(" ms") || $0.hasSuffix(" s") }
    }
  }

  @Test func `heads of columns and what is said below stand out`() throws {
    let terminal = try household.repl(columns: 80)
    terminal.type("families | where bereaved | count by status" + Key.enter)
    try terminal.expect("1200 → 699 bereaved")
    #expect(terminal.screen.style(of: "1200 → 699") == "90")
    #expect(terminal.screen.style(of: "status  count") == "1")
    #expect(terminal.screen.style(of: "active ") == "")
  }
}
