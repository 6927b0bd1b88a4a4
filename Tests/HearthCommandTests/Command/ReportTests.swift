import Foundation
import Testing

/// The reports among the samples, run as a district would run them.
@Suite struct ReportTests {
  let bench: Workbench
  /// Each report in English and in Chinese.
  static let pairs = [
    ("monthly-coverage", "月度覆盖"), ("overdue-visits", "逾期探访"),
    ("budget-and-reach", "预算与覆盖面"),
  ]

  init() throws { bench = try Workbench() }

  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("samples")

  private func path(_ report: String) -> String {
    Self.samples.appendingPathComponent("reports/\(report).hearth").path
  }

  private var data: String { Self.samples.appendingPathComponent("siming").path }

  /// The tables of a run, as CSV, without the names of their columns: those are of the language.
  private func tables(_ report: String, _ settings: String...) throws -> [[Substring]] {
    let given = settings.flatMap { ["--set", $0] }
    let answer = try bench.start(
      ["run", path(report), "--data", data, "--format", "csv", "--quiet"] + given
    ).end()
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.errors.isEmpty)
    return answer.output.split(separator: "\n\n").map { table in
      Array(table.split(separator: "\n").dropFirst())
    }
  }

  @Test(arguments: pairs)
  func `a report says the same in either language`(english: String, chinese: String) throws {
    let tables = try tables(english)
    #expect(tables.count >= 4)
    #expect(tables.allSatisfy { !$0.isEmpty })
    #expect(try self.tables(chinese) == tables)
  }

  @Test func `a parameter is called as the report calls it`() throws {
    #expect(
      try tables("budget-and-reach", "of=2025", "goal=50%")
        == tables("预算与覆盖面", "年度=2025", "目标值=50%"))
    #expect(
      try tables("monthly-coverage", "month=2026-03", "goal=0%")
        == tables("月度覆盖", "报告月=2026-03", "目标值=0%"))
    #expect(
      try tables("overdue-visits", "patience=180") == tables("逾期探访", "宽限天数=180"))
    #expect(try tables("overdue-visits", "patience=180") != tables("overdue-visits"))
  }

  @Test(arguments: pairs.flatMap { [$0, $1] })
  func `nothing is to be said of a report, and it stands in the canonical form`(
    report: String
  ) throws {
    let check = try bench.hearth("check", path(report), "--data", data, "--strict")
    #expect(check.code == 0)
    #expect(check.output.isEmpty)
    #expect(try bench.hearth("fmt", "--check", path(report)).code == 0)
    let help = try bench.hearth("run", "--help", path(report))
    #expect(help.output.contains("--set"))
  }

  @Test(arguments: ["html", "xlsx", "md", "json"])
  func `a report is a file of any kind`(suffix: String) throws {
    let answer = try bench.hearth(
      "run", path("月度覆盖"), "--data", data, "--lang", "zh", "--output", "a.\(suffix)")
    #expect(answer.code == 0)
    #expect(
      try FileManager.default.attributesOfItem(atPath: bench.path("a.\(suffix)"))[.size] as? Int
        ?? 0 > 2000)
  }

  @Test func `what is not as it should be ends a run with 1 and is said`() throws {
    let answer = try bench.hearth(
      "run", path("逾期探访"), "--data", data, "--lang", "zh", "--quiet", "--set", "容许户数=3")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("期望未满足：从未联系过的重点关怀家庭过多"))
  }
}
