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
    let script = """
      expect (families | where status = active | select id) is empty "none may be active"
      families | count
      """
    let answer = try bench.hearth("-c", script)
    #expect(answer.code == 1)
    #expect(answer.output == "")
    #expect(answer.errors.contains("-c:1: expectation failed: none may be active"))
    #expect(answer.errors.contains("F0001"))
    #expect(answer.errors.contains("more rows"))
    let whole = try bench.hearth("-c", script, "--on-error", "continue")
    #expect(whole.code == 1)
    #expect(whole.output == "count\n 1200\n")
    #expect(whole.errors == answer.errors)
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

  @Test func `several scripts run each on its own, and the worst end is that of all`() throws {
    try bench.write("let n = families | count\nn\n", to: "a.hearth")
    try bench.write("expect n is not empty\n", to: "b.hearth")
    try bench.write("expect families is empty\nfamilies | count\n", to: "c.hearth")
    let stopped = try bench.hearth("run", "a.hearth", "c.hearth", "a.hearth")
    #expect(stopped.code == 1)
    #expect(stopped.output == "count\n 1200\n")
    let all = try bench.hearth("run", "c.hearth", "b.hearth", "a.hearth", "--on-error", "continue")
    #expect(all.code == 2)
    #expect(all.output == "count\n 1200\n\ncount\n 1200\n")
    #expect(all.errors.contains("b.hearth:1:8"))
  }

  @Test func `the parameters of a script are told with their types and meaning`() throws {
    try bench.write("param level: int = 3 \"how many\"\n", to: "common.hearth")
    try bench.write(
      """
      #!/usr/bin/env -S hearth run
      # Families by street.
      include "common.hearth"
      param since: date "from which day"
      families | where registered >= since | add n = row_number | where n <= level | select id
      """, to: "a.hearth")
    let list = """
      Parameters (--set name=value):
        level  int   default 3      how many
        since  date  must be given  from which day

      """
    let help = try bench.hearth("run", "--help", "a.hearth")
    #expect(help.code == 0)
    #expect(help.output == "a.hearth\nFamilies by street.\n\n" + list)
    let missing = try bench.hearth("run", "a.hearth")
    #expect(missing.code == 2)
    #expect(missing.errors.hasSuffix(list))
    let wrong = try bench.hearth("run", "a.hearth", "--set", "since=soon")
    #expect(wrong.code == 2)
    #expect(wrong.errors.hasSuffix(list))
    let unknown = try bench.hearth("run", "a.hearth", "--set", "sinse=2020-01-01")
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("did you mean since?"))
    let right = try bench.hearth("run", "a.hearth", "--set", "since=2014-01-01", "--set", "level=1")
    #expect(right.output == "id\nF0274\n")
    let own = try bench.hearth("run", "--help")
    #expect(own.output.contains("--on-error"))
  }

  @Test func `a limit stops a script with code 4 and says which it was`() throws {
    let rows = try bench.hearth("-c", "families | count\nfamilies", "--max-rows", "100")
    #expect(rows.code == 4)
    #expect(rows.output == "count\n 1200\n")
    #expect(rows.errors.contains("the answer has 1200 rows"))
    #expect(rows.errors.contains("the limit is --max-rows 100"))
    let many = "families | add k = 1 | select id, k"
    let long = "\(many) | join (\(many)) on k | join (\(many)) on k | count"
    let time = try bench.hearth("-c", long, "--timeout", "200ms", "--on-error", "continue")
    #expect(time.code == 4)
    #expect(time.errors.contains("the limit is --timeout 200ms"))
    let memory = try bench.hearth("-c", long, "--max-memory", "1MB")
    #expect(memory.code == 4)
    #expect(memory.errors.contains("the limit is --max-memory 1MB"))
    for wrong in [["--timeout", "soon"], ["--max-memory", "much"], ["--max-rows", "-1"]] {
      #expect(try bench.hearth("-c", "families | count", wrong[0], wrong[1]).code == 64)
    }
  }

  @Test func `what was saved before a limit is whole, and what comes after is not begun`() throws {
    try bench.write("old\n", to: "late.csv")
    let script = """
      let few = families | take 2 | select id
      save few as "early.csv"
      save families as "late.csv"
      """
    let answer = try bench.hearth("-c", script, "--max-rows", "10", "--quiet")
    #expect(answer.code == 4)
    #expect(try bench.read("early.csv") == "id\nF0001\nF0002\n")
    #expect(try bench.read("late.csv") == "old\n")
    #expect(!answer.errors.contains("saved"))
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
    #expect(Set(names) == ["early.csv", "late.csv"])
  }

  @Test func `what follows from a failed statement is not said again`() throws {
    let script = """
      let broken = families | summarize s = sum(9223372036854775807)
      broken | take 1
      families | count
      """
    let answer = try bench.hearth("-c", script, "--on-error", "continue")
    #expect(answer.code == 2)
    #expect(answer.output == "count\n 1200\n")
    #expect(answer.errors.split(separator: "\n").count == 1)
  }

  @Test func `quiet says nothing but what is wrong`() throws {
    let script = "services | where date in last month | count"
    #expect(try bench.hearth("-c", script).errors.contains("last month ="))
    #expect(try bench.hearth("-c", script, "--quiet").errors == "")
    #expect(try bench.hearth("-c", "expect families is empty", "-q").errors.contains("expectation"))
  }

  @Test func `a script on standard input is run as well`() throws {
    let answer = try bench.hearth("run", "-", input: "families | count")
    #expect(answer.output == "count\n 1200\n")
    let data = try bench.hearth("run", "-", "--data", "nowhere", input: "families | count")
    #expect(data.code == 3)
  }
}
