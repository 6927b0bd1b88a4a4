import Foundation
import Testing

/// `hearth check` of scripts: what is wrong with them, told and corrected.
struct CheckCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private let wrong = "famlies | where bereaved\nfamilies | wher bereaved\nfamilies | count\n"
  private let doubtful = "families | where bereaved and illness or new | count\n"
  private let fine = "families | count by street\n"

  @Test func `every error is told, with its place, and nothing is run`() throws {
    try bench.write(wrong + "save families as \"f.csv\"\n", to: "a.hearth")
    let answer = try bench.hearth("check", "a.hearth")
    #expect(answer.code == 2)
    #expect(answer.output.contains("a.hearth:1:1: error B002"))
    #expect(answer.output.contains("a.hearth:2:12: error E003"))
    #expect(!answer.output.contains("count\n"))
    #expect(answer.errors.contains("1 script against the sample data: 2 errors, 0 warnings."))
    #expect(!FileManager.default.fileExists(atPath: bench.path("f.csv")))
    let chinese = try bench.hearth("check", "a.hearth", "--lang", "zh")
    #expect(chinese.output.contains("a.hearth:1:1: 错误 B002：没有名为“famlies”的表"))
    #expect(chinese.errors.contains("2 个错误，0 个警告。"))
  }

  @Test func `warnings alone are no failure unless --strict`() throws {
    try bench.write(doubtful, to: "a.hearth")
    let answer = try bench.hearth("check", "a.hearth")
    #expect(answer.code == 0)
    #expect(answer.output.contains("warning L001"))
    #expect(try bench.hearth("check", "--strict", "a.hearth").code == 1)
    try bench.write(fine, to: "b.hearth")
    let none = try bench.hearth("check", "--strict", "b.hearth")
    #expect(none.code == 0)
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("nothing to say"))
  }

  @Test func `what is included is looked over, and a parameter is known by its type`() throws {
    try bench.write("define families.frail = illness and statu = active\n", to: "common.hearth")
    try bench.write(
      "include \"common.hearth\"\nparam n: int\nparam m: period\n"
        + "services | where date in m and date in last n days | count\n", to: "a.hearth")
    let answer = try bench.hearth("check", "a.hearth")
    #expect(answer.code == 2)
    #expect(answer.output.contains("common.hearth:1:37: error B001"))
    #expect(answer.output.contains("a.hearth") == false)
  }

  @Test func `several scripts are each on their own, and one that is not there is said`() throws {
    try bench.write("let due = families\ndue | count\n", to: "a.hearth")
    try bench.write("due | count\n", to: "b.hearth")
    let answer = try bench.hearth("check", "a.hearth", "none.hearth", "b.hearth")
    #expect(answer.code == 3)
    #expect(answer.output.contains("b.hearth:1:1: error B002"))
    #expect(answer.errors.contains("none.hearth"))
    #expect(try bench.hearth("check", "-", input: fine).code == 0)
    #expect(try bench.hearth("check", "-c", "due | count").code == 2)
  }

  @Test func `JSON is an object for each file, with places and fixes`() throws {
    try bench.write("# 谁\n家庭 | 筛选 状态 = 在侧\n", to: "a.hearth")
    let answer = try bench.hearth("check", "a.hearth", "--format", "json")
    #expect(answer.code == 2)
    #expect(answer.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    let file = try #require(object as? [String: Any])
    #expect(file["file"] as? String == "a.hearth")
    let found = try #require((file["diagnostics"] as? [[String: Any]])?.first)
    #expect(found["code"] as? String == "B004")
    #expect(found["severity"] as? String == "error")
    let message = try #require(found["message"] as? [String: String])
    #expect(message == ["en": "`status` has no value `在侧`", "zh": "“状态”没有取值“在侧”"])
    let span = try #require(found["span"] as? [String: Int])
    #expect(
      span == [
        "start": 31, "end": 37, "line": 2, "column": 14, "end_line": 2, "end_column": 16,
      ])
    #expect((found["notes"] as? [Any])?.count == 1)
    let fix = try #require((found["fixes"] as? [[String: Any]])?.first)
    #expect(fix["replacement"] as? String == "在册")
    #expect(fix["safe"] as? Bool == true)
    try bench.write(fine, to: "b.hearth")
    let none = try bench.hearth("check", "b.hearth", "a.hearth", "--format", "json")
    #expect(none.outputLines.count == 2)
    #expect(none.outputLines[0] == #"{"file":"b.hearth","diagnostics":[]}"#)
  }

  @Test func `--fix makes what is sure until nothing is left, and says what`() throws {
    try bench.write(wrong + doubtful, to: "a.hearth")
    let answer = try bench.hearth("check", "--fix", "a.hearth")
    #expect(answer.code == 0)
    #expect(answer.output.contains("a.hearth:1:1: corrected B002: `famlies` is now `families`"))
    #expect(
      try bench.read("a.hearth") == """
        families | where bereaved
        families | where bereaved
        families | count
        families | where (bereaved and illness) or new | count

        """)
    let again = try bench.hearth("check", "--fix", "a.hearth")
    #expect(again.output.isEmpty)
  }

  @Test func `--fix leaves what would ask something else, and what it cannot mend`() throws {
    let text = "families | gaps of services | where days > 60\nfamilies | where zzzzzz = 3\n"
    try bench.write(text, to: "a.hearth")
    let answer = try bench.hearth("check", "--fix", "a.hearth")
    #expect(answer.code == 2)
    #expect(answer.output.contains("warning L007"))
    #expect(try bench.read("a.hearth") == text)
  }

  @Test func `a value that only the sample lacks is left, and made with --data`() throws {
    let text = "families | where street = 连前 | count\n"
    try bench.write(text, to: "a.hearth")
    #expect(try bench.hearth("check", "--fix", "a.hearth").output.contains("warning B004"))
    #expect(try bench.read("a.hearth") == text)
    try bench.write("code,name,level,parent\nA,莲前,street,\n", to: "data/areas.csv")
    try bench.write("id,area\nF1,A\n", to: "data/families.csv")
    let answer = try bench.hearth("check", "--fix", "a.hearth", "--data", "data")
    #expect(answer.code == 0)
    #expect(try bench.read("a.hearth") == "families | where street = 莲前 | count\n")
  }

  @Test func `a schema is checked with its data`() throws {
    try bench.write("entity houses \"房屋\" {\n  id text kee\n}\n", to: "data/schema.hearth")
    try bench.write("id\nH1\n", to: "data/houses.csv")
    let answer = try bench.hearth("check", "data/schema.hearth")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("error E025"))
  }

  @Test func `wrong uses are refused`() throws {
    try bench.write(fine, to: "a.hearth")
    let wrong = [
      ["check"], ["check", "a.hearth", "data"], ["check", "--fix", "-"],
      ["check", "--fix", "data"],
      ["check", "a.hearth", "-c", "families"], ["check", "a.hearth", "--format", "csv"],
      ["check", "one", "two"], ["check", "data", "--data", "other"],
    ]
    for arguments in wrong {
      #expect(try bench.start(arguments, input: "", environment: [:]).end().code == 64)
    }
  }
}

/// `hearth explain`: what the code of a message means.
struct ExplainCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `a code is explained in either language, in any case`() throws {
    let answer = try bench.hearth("explain", "e012")
    #expect(answer.code == 0)
    #expect(answer.output.hasPrefix("E012  comparisons do not chain\n"))
    #expect(answer.output.contains("Wrong:\n  services | where 10 < minutes < 60\n"))
    let chinese = try bench.hearth("explain", "E012", "L006", "--lang", "zh")
    #expect(chinese.output.hasPrefix("E012  比较不能连写\n"))
    #expect(chinese.output.contains("\nL006  名称被同名的内容遮住\n"))
  }

  @Test func `without a code all are listed`() throws {
    let answer = try bench.hearth("explain")
    #expect(answer.code == 0)
    #expect(answer.outputLines.contains("  B004  there is no such value"))
  }

  @Test func `an unknown code is refused with the nearest`() throws {
    let answer = try bench.hearth("explain", "L0006")
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors == "There is no code L0006; did you mean L006?\n")
  }
}
