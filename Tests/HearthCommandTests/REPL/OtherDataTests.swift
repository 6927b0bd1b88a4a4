import Foundation
import Testing

/// Other data, or the same that have changed.
@Suite(.serialized)
struct OtherDataTests {
  let household: Household

  init() throws {
    household = try Household()
    try write("id,name\n1,Ada\n2,Bo\n")
  }

  private func write(_ text: String) throws {
    let folder = household.folder.appendingPathComponent("club")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(
      to: folder.appendingPathComponent("guests.csv"), atomically: true, encoding: .utf8)
  }

  @Test func `other data are opened, and what cannot be opened changes nothing`() throws {
    let terminal = try household.repl(columns: 120)
    terminal.type(".open ~/club" + Key.enter)
    try terminal.expect("club: 1 tables")
    terminal.type("guests | count" + Key.enter)
    try terminal.expect("count\n    2")
    terminal.type(".打开 ~/nowhere" + Key.enter)
    try terminal.expect("cannot read")
    terminal.type("guests | where id = 1 | count" + Key.enter)
    try terminal.expect("2 → 1 id = 1")
  }

  @Test func `data are read again, and names stay`() throws {
    let terminal = try household.repl(["\(household.folder.path)/club"], columns: 120)
    terminal.type("let some = guests | where id > 1" + Key.enter + "some | count" + Key.enter)
    try terminal.expect("count\n    1")
    try write("id,name\n1,Ada\n2,Bo\n3,Cy\n4,Di\n")
    terminal.type(".reload" + Key.enter)
    try terminal.expect("club: 1 tables")
    terminal.type("some | count" + Key.enter)
    try terminal.expect("count\n    3")
  }

  @Test func `a question is asked again when the data change, until Ctrl-C`() throws {
    let terminal = try household.repl(["\(household.folder.path)/club"], columns: 120)
    terminal.type("guests | count" + Key.enter)
    try terminal.expect("count\n    2")
    terminal.type(".watch" + Key.enter)
    try terminal.expect("Ctrl-C ends it.\ncount\n    2")
    try write("id,name\n1,Ada\n2,Bo\n3,Cy\n")
    try terminal.expect("count\n    3")
    terminal.type(Key.control("c"))
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("guests | take 1 | select name" + Key.enter)
    try terminal.expect("Ada")
  }

  @Test func `another day counts as today`() throws {
    let terminal = try household.repl(columns: 120)
    terminal.type(".today" + Key.enter)
    try terminal.expect("Today is 2026-10-31.")
    terminal.type(".今天 2026-03-08" + Key.enter)
    try terminal.expect("Today is 2026-03-08.")
    terminal.type("families | take 1 | select day = today" + Key.enter)
    try terminal.expect("2026-03-08\n")
    terminal.type(".today soon" + Key.enter)
    try terminal.expect("A date is needed")
  }
}
