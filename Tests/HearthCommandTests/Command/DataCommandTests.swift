import Foundation
import Testing

/// Data that can be read, cannot be read, and can be read in part.
struct DataCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private let schema = """
    entity people "人" {
      id    text key  "编号"
      name  text      "姓名"
      born  date      "出生"
    }
    """

  @Test func `a folder that is not there exits 3`() throws {
    for arguments in [["nowhere", "-c", "families"], ["check", "nowhere"]] {
      let answer = try bench.start(arguments).end()
      #expect(answer.code == 3)
      #expect(answer.output == "")
      #expect(answer.errors.contains("nowhere"))
    }
    #expect(try bench.hearth("run", "nowhere.hearth").code == 3)
  }

  @Test func `what is wrong in schema.hearth is told with its place and exits 3`() throws {
    try bench.write("id,name\n1,A\n", to: "data/people.csv")
    try bench.write(
      "as of 2026-10-31\nentity people \"人\" {\n  id text kee\n}\n", to: "data/schema.hearth")
    let answer = try bench.hearth("data", "-c", "people | count")
    #expect(answer.code == 3)
    #expect(answer.output == "")
    #expect(answer.errors.contains("data/schema.hearth:3:"))
  }

  @Test func `a workbook is no CSV file, and is told so`() throws {
    try bench.write("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}", to: "data/people.csv")
    let answer = try bench.hearth("data", "-c", "people | count")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("people.csv"))
  }

  @Test func `any folder of CSV files can be joined and summarised`() throws {
    try bench.write("id,name,city\n1,甲,厦门\n2,乙,赤壁\n3,丙,厦门\n", to: "data/shops.csv")
    try bench.write("id,shop_id,amount\n1,1,10.50\n2,1,4.50\n3,2,7\n", to: "data/sales.csv")
    let answer = try bench.hearth(
      "data", "-c", "sales | summarize total = sum(amount) by shop.city", "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.outputLines.dropFirst().sorted() == ["厦门,15.00", "赤壁,7.00"])
  }

  @Test func `check names every cell that was set aside`() throws {
    try bench.write(
      "id,name,born\n1,A,2020-01-01\n2,B,notadate\n3,C,2020-02-30\n", to: "data/people.csv")
    try bench.write(schema, to: "data/schema.hearth")
    let answer = try bench.hearth("check", "data", "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.outputLines.contains("file,line,column,value,reason"))
    #expect(answer.output.contains("people.csv,3,born,notadate,"))
    #expect(answer.output.contains("people.csv,4,born,2020-02-30,"))
    #expect(answer.errors.contains("2 set aside"))
    let asked = try bench.hearth("data", "-c", "people | where born is known | count")
    #expect(asked.output == "count\n    1\n")
    #expect(asked.errors.contains("2 cells or rows of the data set aside"))
  }

  @Test func `check of sound data says that nothing was set aside`() throws {
    try bench.write("id,name,born\n1,A,2020-01-01\n", to: "data/people.csv")
    let answer = try bench.hearth("check", "data")
    #expect(answer.code == 0)
    #expect(answer.output.contains("people"))
    #expect(answer.errors.contains("Nothing was set aside."))
  }

  @Test func `generated data can be asked at once`() throws {
    let made = try bench.hearth(
      "generate", "--model", "chibi", "--families", "65", "--out", "made")
    #expect(made.code == 0)
    let asked = try bench.hearth("made", "-c", "families | count", "--format", "csv")
    #expect(asked.output == "count\n65\n")
    #expect(asked.errors == "")
    let check = try bench.hearth("check", "made")
    #expect(check.errors.contains("Nothing was set aside."))
  }
}
