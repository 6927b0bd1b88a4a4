import Testing

/// Questions that take their time.
@Suite(.serialized)
struct ProgressTests {
  let household: Household

  init() throws { household = try Household() }

  @Test func `after a second it is said how far a question has come, and gone with the answer`()
    throws
  {
    let terminal = try household.repl(columns: 120)
    let rows = "families | add k = 1 | select id, k"
    terminal.type("\(rows) | join (\(rows)) on k | join (\(rows)) on k | count" + Key.enter)
    try terminal.expect("how far it is") { $0.text.contains("%  about") }
    terminal.type(Key.control("c"))
    try terminal.expect("Stopped.\n")
    try terminal.expect(row: "hearth>", cursor: 8)
    #expect(!terminal.screen.text.contains("%  about"))
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200")
  }
}
