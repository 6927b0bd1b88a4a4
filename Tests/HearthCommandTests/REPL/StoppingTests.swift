import Foundation
import Testing

/// Answers that are given up while they are written.
@Suite(.serialized)
struct StoppingTests {
  let household: Household
  /// Some 345,000 rows, found much sooner than written.
  let pairs = "services | join services as other on date = date"

  init() throws { household = try Household() }

  @Test func `ctrl-C stops a large table while it is printed, and the session lives`() throws {
    let terminal = try household.repl()
    terminal.type(".rows all" + Key.enter)
    try terminal.expect("hearth> .rows all\nhearth>")
    terminal.type("\(pairs) | select date, kind, other.date" + Key.enter)
    // Long enough for rows to be written, and far too short for all of them.
    Thread.sleep(forTimeInterval: 1)
    terminal.type(Key.control("c"))
    try terminal.expect("Stopped.\n")
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200")
  }

  @Test(arguments: ["csv", "xlsx", "html", "json", "md"])
  func `ctrl-C stops a file while it is written, and the old one stays`(suffix: String) throws {
    let file = household.folder.appendingPathComponent("big.\(suffix)")
    try "old\n".write(to: file, atomically: true, encoding: .utf8)
    let terminal = try household.repl(columns: 120)
    terminal.type("let big = \(pairs)" + Key.enter)
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("save big as \"\(file.path)\"" + Key.enter)
    Thread.sleep(forTimeInterval: 1)
    terminal.type(Key.control("c"))
    try terminal.expect("Stopped.\n")
    try terminal.expect(row: "hearth>", cursor: 8)
    #expect(!terminal.screen.text.contains("saved"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "old\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: household.folder.path)
    #expect(names.filter { $0.contains("big") } == ["big.\(suffix)"])
    terminal.type("families | count" + Key.enter)
    try terminal.expect("count\n 1200")
  }

  @Test func `a time limit stops a script while its output is written, and there is no file`()
    throws
  {
    let bench = try Workbench()
    let answer = try bench.hearth("-c", pairs, "--timeout", "1.5s", "--output", "big.xlsx")
    #expect(answer.code == 4)
    #expect(answer.errors.contains("the limit is --timeout 1.5s"))
    #expect(answer.errors.contains("big.xlsx is not written."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).isEmpty)
  }
}
