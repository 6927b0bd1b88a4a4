import Foundation
import Testing

/// `hearth run FILE.hearth`, and what scripts may do to files.
struct ScriptCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `a script includes from its folder and saves where it is run`() throws {
    try bench.write(
      "define families.early = registered < 2014-01-01\n", to: "scripts/parts/d.hearth")
    try bench.write(
      """
      #!/usr/bin/env -S hearth run
      include "parts/d.hearth"
      let due = families | where early | take 2 | select id, status
      save due as "due.csv"
      """, to: "scripts/main.hearth")
    let answer = try bench.hearth("run", "scripts/main.hearth")
    #expect(answer.code == 0)
    #expect(answer.output == "")
    #expect(answer.errors.contains("saved 2 rows as due.csv"))
    #expect(try bench.read("due.csv") == "id,status\nF0001,active\nF0002,closed\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
    #expect(Set(names) == ["due.csv", "scripts"])
  }

  @Test func `a script is a program of its own with a first line that says so`() throws {
    try bench.write("#!/usr/bin/env -S hearth run\nfamilies | count\n", to: "ask.hearth")
    // A copy by the shell: a file that this process wrote may still be open in another test's child.
    let answer = try bench.shell(
      #"cat ask.hearth >it; chmod +x it; PATH="$(dirname "$hearth"):$PATH" ./it"#)
    #expect(answer.output == "count\n 1200\n")
    #expect(answer.code == 0)
  }

  @Test func `an include from outside the folder is refused`() throws {
    try bench.write("families | count\n", to: "outside.hearth")
    try bench.write("include \"../outside.hearth\"\nfamilies | count\n", to: "in/main.hearth")
    let answer = try bench.hearth("run", "in/main.hearth")
    #expect(answer.code == 2)
    #expect(answer.output == "")
    #expect(answer.errors.contains("outside"))
    #expect(answer.errors.contains("in/main.hearth:1:"))
  }

  @Test func `a failed expectation exits 1 with its words and the first rows`() throws {
    let answer = try bench.hearth(
      "-c",
      """
      expect (families | where status = active | select id) is empty "none may be active"
      families | count
      """)
    #expect(answer.code == 1)
    #expect(answer.output == "count\n 1200\n")
    #expect(answer.errors.contains("-c:1: expectation failed: none may be active"))
    #expect(answer.errors.contains("F0001"))
    #expect(answer.errors.contains("more rows"))
    let met = try bench.hearth("-c", "expect families is not empty")
    #expect(met.code == 0)
    #expect(met.output + met.errors == "")
  }

  @Test func `save is refused in safe mode and where there is no folder`() throws {
    let safe = try bench.hearth("-c", "save families as \"x.csv\"", "--safe")
    #expect(safe.code == 2)
    #expect(safe.errors.contains("safe mode"))
    let nowhere = try bench.hearth("-c", "save families as \"no/x.csv\"")
    #expect(nowhere.code == 3)
    #expect(nowhere.errors.contains("no/x.csv"))
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
    #expect(left.isEmpty)
  }

  @Test func `a script on standard input is run as well`() throws {
    let answer = try bench.hearth("run", "-", input: "families | count")
    #expect(answer.output == "count\n 1200\n")
    let data = try bench.hearth("run", "-", "--data", "nowhere", input: "families | count")
    #expect(data.code == 3)
  }
}
