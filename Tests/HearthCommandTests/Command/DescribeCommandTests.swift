import Testing

/// `hearth describe`, and data that are one file.
struct DescribeCommandTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.write(
      """
      as of 2026-10-31
      entity people "人" {
        id    text key              "编号"
        name  text private          "姓名"
        born  date                  "出生"
        mood  (good "好", bad "坏")  "心情"
      }
      entity visits "走访" {
        id      text key       "编号"
        person  -> people      "谁"
        date    date occurred  "日期"
        cost    decimal(2)     "费用"
      }
      """, to: "data/schema.hearth")
    try bench.write(
      "id,name,born,mood\nA,张三,1950-02-03,good\nB,李四,never,bad\nC,王五,1990-01-01,\n",
      to: "data/people.csv")
    try bench.write(
      "id,person,date,cost\n1,A,2026-03-04,5.00\n2,B,2025-01-02,7.50\n3,Z,2026-09-09,\n",
      to: "data/visits.csv")
  }

  @Test func `each table is told with its rows, its days, its links and what was set aside`() throws
  {
    let answer = try bench.hearth("describe", "data", "--format", "csv", "--lang", "en")
    #expect(answer.code == 0)
    #expect(
      answer.output == """
        table,label,rows,first,last,set_aside,links
        people,人,3,,,1,
        visits,走访,3,2025-01-02,2026-09-09,1,people

        """)
    #expect(answer.errors.contains("note: data: 2 tables, 6 rows, as of 2026-10-31"))
    #expect(answer.errors.contains("hearth check"))
  }

  @Test func `the fields of tables are told as the statement tells them`() throws {
    let answer = try bench.hearth("describe", "data", "走访", "people", "--format", "csv")
    let statements = try bench.hearth(
      "data", "-c", "describe visits\ndescribe people", "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.output == statements.output)
    #expect(answer.output.contains("date,日期,date,1,2025-01-02 … 2026-09-09\n"))
    #expect(answer.output.contains("cost,费用,decimal(2),0.6666666666666666,5.00 … 7.50\n"))
    #expect(answer.output.contains("mood,心情,category,0.6666666666666666,\"good, bad\"\n"))
  }

  @Test func `what identifies a person is not told while it is hidden`() throws {
    try bench.write("id,rank\nA,3\nB,9\n", to: "data/ranks.csv")
    try bench.write(
      try bench.read("data/schema.hearth") + "\nentity ranks \"级别\" {\n  id text key \"编号\"\n"
        + "  rank int private \"等级\"\n}\n", to: "data/schema.hearth")
    let open = try bench.hearth("describe", "data", "ranks")
    #expect(open.output.contains("3 … 9"))
    let masked = try bench.hearth("describe", "data", "ranks", "--privacy", "masked")
    #expect(masked.code == 0)
    #expect(!masked.output.contains("3 … 9"))
  }

  @Test func `a table that is not there is named, with what was meant`() throws {
    let answer = try bench.hearth("describe", "data", "visists", "people")
    #expect(answer.code == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("There is no table visists; did you mean visits?"))
    let chinese = try bench.hearth("describe", "data", "走仿", "--lang", "zh")
    #expect(chinese.code == 2)
    #expect(chinese.errors.contains("没有“走仿”这个表；是不是“走访”？"))
    #expect(try bench.hearth("describe", "nowhere").code == 3)
  }

  @Test func `a description is a file of any kind`() throws {
    #expect(try bench.hearth("describe", "data", "--output", "a.html", "--lang", "zh").code == 0)
    #expect(try bench.read("a.html").contains("走访"))
    #expect(try bench.hearth("describe", "data", "people", "--output", "a.json").code == 0)
    #expect(try bench.read("a.json").contains("\"name\":\"field\""))
  }

  @Test func `one file is a data set, without what lies beside it`() throws {
    for path in ["data/visits.csv", "./data/visits.csv", bench.path("data/visits.csv")] {
      let answer = try bench.hearth(path, "-c", "visits | summarize sum(cost)", "--format", "csv")
      #expect(answer.output == "sum\n12.50\n", "\(path)")
      #expect(answer.code == 0)
    }
    try bench.write("a\n1\n2\n", to: "alone.csv")
    #expect(try bench.hearth("alone.csv", "-c", "alone | count").output == "count\n    2\n")
    #expect(try bench.hearth("describe", "alone.csv").output.contains("alone"))
    try bench.write("\"name\"\t\"n\"\n\"甲\"\t3\n", to: "2026 名册.tsv")
    let chinese = try bench.hearth("2026 名册.tsv", "-c", "`2026 名册` | summarize sum(n)")
    #expect(chinese.output == "sum\n  3\n")
    let hint = try bench.hearth("2026 名册.tsv", "-c", "how many")
    #expect(hint.errors.contains("`2026 名册` | count"))
    #expect(try bench.hearth("check", "alone.csv").code == 0)
  }

  @Test func `what is no table is refused with a reason`() throws {
    try bench.write("a\n1\n", to: "a.txt")
    let text = try bench.hearth("a.txt", "-c", "a | count")
    #expect(text.code == 3)
    #expect(text.errors.contains("a.txt is no table"))
    let missing = try bench.hearth("b.csv", "-c", "b | count")
    #expect(missing.code == 3)
    #expect(missing.errors.contains("cannot read b.csv: No such file or directory"))
  }
}
