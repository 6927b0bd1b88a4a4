import Foundation
import Testing

/// `hearth [DATA] -c 'QUERY'`, and a text piped in.
struct QueryCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `a question to the embedded sample is answered on standard output`() throws {
    let answer = try bench.hearth("-c", "families | count")
    #expect(answer.output == "count\n 1200\n")
    #expect(answer.errors == "")
    #expect(answer.code == 0)
  }

  @Test func `--trace says on standard error how many rows each stage left`() throws {
    let question = "families | where bereaved | take 3 | select id"
    let traced = try bench.hearth("-c", question, "--trace")
    let plain = try bench.hearth("-c", question)
    #expect(traced.errors == "1200 → 699 bereaved → 3 first 3\n")
    #expect(plain.errors == "")
    #expect(traced.output == plain.output)
  }

  @Test func `hearth say puts a text or a script into plain words`() throws {
    let english = try bench.hearth("say", "-c", "families | where bereaved | take 3")
    #expect(english.output == "Of the families that are bereaved: take the first 3.\n")
    let chinese = try bench.hearth(
      "say", "-", "--lang", "zh", input: "families | where bereaved | take 3")
    #expect(chinese.output == "失独的家庭中，取前3行。\n")
    let wrong = try bench.hearth("say", "-c", "families | wher bereaved")
    #expect(wrong.output == "" && wrong.errors.contains("E003") && wrong.code == 2)
    #expect(try bench.hearth("say").code == 64)
  }

  @Test func `a question gets the same rows in either language`() throws {
    let english = try bench.hearth(
      "-c", "services | summarize n = count, total = sum(cost) by kind", "--format", "csv")
    let chinese = try bench.hearth(
      "-c", "服务 | 汇总 n = 计数, total = 合计(费用) 按 类型", "--format", "csv")
    let unspaced = try bench.hearth(
      "-c", "服务｜汇总 n＝计数，total＝合计（费用）按类型", "--format", "csv", "--lang", "zh")
    #expect(english.outputLines.count > 10)
    #expect(english.outputLines.first == "kind,n,total")
    #expect(english.output == chinese.output)
    #expect(english.output == unspaced.output)
    #expect(english.code == 0 && chinese.code == 0 && unspaced.code == 0)
  }

  @Test func `a misspelt stage piped in is explained and exits 2`() throws {
    let answer = try bench.hearth(input: "families | wher x\n")
    #expect(answer.code == 2)
    #expect(answer.output == "")
    #expect(answer.errors.contains("did you mean `where`?"))
    #expect(answer.errors.contains("<stdin>:1:12"))
  }

  @Test func `no half of an answer stands before what is wrong in the last statement`() throws {
    for last in ["families | wher x", "families | where status = actve", "nobody | count"] {
      let answer = try bench.hearth("-c", "families | count\n" + last)
      #expect(answer.code == 2)
      #expect(answer.output == "")
      #expect(answer.errors.contains("-c:2:"))
    }
  }

  @Test(arguments: ["", "\n", "  \n\n# a comment\n"])
  func `a text without a statement says nothing and is fine`(text: String) throws {
    let piped = try bench.hearth(input: text)
    #expect(piped.output + piped.errors == "")
    #expect(piped.code == 0)
    let given = try bench.hearth("-c", text)
    #expect(given.output + given.errors == "")
    #expect(given.code == 0)
  }

  @Test func `--today decides what relative periods mean, and the answer says so`() throws {
    let answer = try bench.hearth(
      "-c", "[{day = today}]", "--today", "2020-02-29", "--format", "csv")
    #expect(answer.output == "day\n2020-02-29\n")
    let wrong = try bench.hearth("-c", "families", "--today", "2020-02-30")
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("2020-02-30"))
  }

  @Test func `a parameter is set from outside`() throws {
    let text = """
      param month: period "the month to report"
      param most: int
      services | where date in month | count
      """
    let answer = try bench.hearth(
      "-c", text, "--set", "month=2026-09", "--set", "most=3", "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.outputLines.count == 2)
    let missing = try bench.hearth("-c", text)
    #expect(missing.code == 2)
    #expect(missing.output == "")
    #expect(missing.errors.contains("--set month="))
    #expect(missing.errors.contains("the month to report"))
    #expect(missing.errors.contains("--set most="))
    let wrong = try bench.hearth("-c", text, "--set", "month=soon", "--set", "most=3")
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("soon"))
  }

  @Test func `a value for a parameter that nobody declares is refused`() throws {
    let answer = try bench.hearth("-c", "families | count", "--set", "mnth=2026-09")
    #expect(answer.code == 64)
    #expect(answer.output == "")
    #expect(answer.errors.contains("mnth"))
    #expect(answer.errors.contains("It takes no parameters."))
  }

  @Test(
    arguments: [
      ["--lagn", "zh"], ["--lang", "fr"], ["--format", "xml"], ["--set", "month"],
      ["--set", "=3"], ["one", "two"], ["-c"],
    ])
  func `a wrong command line exits 64 and runs nothing`(arguments: [String]) throws {
    let answer = try bench.start(["-c", "families | count"] + arguments).end()
    #expect(answer.code == 64)
    #expect(answer.output == "")
    #expect(answer.errors.contains("Usage: hearth"))
  }

  @Test func `Ctrl-C stops a long question with exit code 4`() throws {
    let rows = "families | add k = 1 | select id, k"
    let text = """
      families | count
      \(rows) | join (\(rows)) on k | join (\(rows)) on k | count
      """
    let process = try bench.start(["-c", text])
    try process.waitForOutput()
    process.signal(SIGINT)
    let answer = try process.end()
    #expect(answer.code == 4)
    #expect(answer.output == "count\n 1200\n")
    #expect(answer.errors.contains("Stopped."))
  }
}
