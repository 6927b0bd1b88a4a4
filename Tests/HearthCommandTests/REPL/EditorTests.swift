import Foundation
import Testing

/// Texts in the editor that a person has chosen, and what is not remembered.
@Suite(.serialized)
struct EditorTests {
  let household: Household

  init() throws { household = try Household() }

  private func editor(_ script: String) throws -> String {
    let file = household.folder.appendingPathComponent("editor.sh")
    try script.write(to: file, atomically: true, encoding: .utf8)
    return "sh " + file.path
  }

  @Test func `the last text is changed in an editor and stands at the next prompt`() throws {
    let program = try editor("sed -i 's/count/count by street/' \"$1\"\n")
    let terminal = try household.repl(environment: ["EDITOR": program], columns: 100)
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200")
    terminal.type(".edit" + Key.enter)
    try terminal.expect(row: "hearth> families | count by street", cursor: 34)
    terminal.type(Key.enter)
    try terminal.expect("1200 → 10 by street")
  }

  @Test func `a kept question is changed in an editor`() throws {
    let program = try editor("echo '# all\nfamilies | count' > \"$1\"\n")
    let terminal = try household.repl(environment: ["VISUAL": program], columns: 100)
    terminal.type(".编辑 all" + Key.enter)
    try terminal.expect("Kept; .run all asks it again.")
    terminal.type(".run" + Key.enter)
    try terminal.expect("all  all")
    terminal.type(".run all" + Key.enter)
    try terminal.expect("count\n 1200")
  }

  @Test func `an editor that fails changes nothing`() throws {
    let program = try editor("echo changed > \"$1\"; exit 3\n")
    let terminal = try household.repl(environment: ["EDITOR": program], columns: 100)
    terminal.type("families | count" + Key.enter + ".edit" + Key.enter)
    try terminal.expect("The editor did not end well; nothing is changed.\nhearth>")
    try terminal.expect(row: "hearth>", cursor: 8)
  }

  @Test func `each data set has a history of its own`() throws {
    let folder = household.folder.appendingPathComponent("club")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "id\n1\n".write(
      to: folder.appendingPathComponent("guests.csv"), atomically: true, encoding: .utf8)
    let state = household.folder.appendingPathComponent("kept").path
    let surroundings = ["XDG_STATE_HOME": state]
    let arguments = ["-u", "HEARTH_HISTORY", Household.binary]
    let terminal = try PseudoTerminal(
      "/usr/bin/env", arguments,
      environment: surroundings.merging([
        "HOME": household.folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
      ]) { $1 }, columns: 100, height: 24)
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200")
    terminal.type(".open ~/club" + Key.enter)
    try terminal.expect("club: 1 tables")
    terminal.type("guests | count" + Key.enter)
    try terminal.expect("count\n    1")
    terminal.type(Key.up + Key.up)
    try terminal.expect("the oldest of this data set") { $0.bells > 0 }
    try terminal.expect(row: "hearth> guests | count")
    terminal.type(Key.control("c"))
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(Key.control("d"))
    _ = try terminal.end()
    let files = try FileManager.default.contentsOfDirectory(atPath: state + "/hearth/history")
    #expect(files.count == 2 && files.contains("siming"))
    #expect(
      try String(contentsOfFile: state + "/hearth/history/siming", encoding: .utf8)
        == "families | count\n.open ~/club\n")
    for name in files {
      let path = state + "/hearth/history/" + name
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `a space in front, or a private value while they are hidden, is not kept`() throws {
    let terminal = try household.repl(["--privacy", "masked"], columns: 100)
    terminal.type(" families | count" + Key.enter)
    try terminal.expect("count\n 1200")
    terminal.type("families | where head = \"张三\"" + Key.enter)
    try terminal.expect("B018")
    terminal.type("families | wher head = \"李四\"" + Key.enter)
    try terminal.expect("did you mean `where`?\nhearth>")
    terminal.type(".say families | where head = \"王五\"" + Key.enter)
    // The prompt that comes after the second refusal, and not the one before it.
    try terminal.expect("a second refusal") {
      $0.text.components(separatedBy: "B018").count == 3 && $0.text.hasSuffix("\nhearth>")
    }
    // What may hold a private value can be mended as long as the session lasts.
    terminal.type(Key.up)
    try terminal.expect(row: "hearth> .say families | where head = \"王五\"")
    terminal.type(Key.control("c"))
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("families | where bereaved | count" + Key.enter)
    try terminal.expect("1200 → 699 bereaved")
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(Key.control("d"))
    _ = try terminal.end()
    #expect(
      try String(contentsOfFile: household.historyPath, encoding: .utf8)
        == "families | where bereaved | count\n")
  }

  @Test func `codes and carets of an error are coloured, unless nobody wants colours`() throws {
    let terminal = try household.repl(columns: 100)
    terminal.type("families | whr x" + Key.enter)
    try terminal.expect("a coloured code") { $0.style(of: "error E003") == "1;31" }
    #expect(terminal.screen.style(of: "^^^") == "1;31")
    #expect(terminal.screen.style(of: "there is no stage") == "")
    let plain = try household.repl(environment: ["NO_COLOR": "1"], columns: 100)
    plain.type("families | whr x" + Key.enter)
    try plain.expect("error E003")
    #expect(plain.screen.style(of: "error E003") == "")
  }
}
