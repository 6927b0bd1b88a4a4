import Foundation
import Testing

/// `hearth pack`: a data set as one file, and what becomes of it when the data change.
struct PackCommandTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.write(
      """
      entity people "人" { id text key; name text private "姓名"; mood (good "好", bad "坏") "心情" }
      define people.glad = mood = good "高兴"
      """, to: "data/schema.hearth")
    try bench.write("id,name,mood\nA,张三,good\nB,李四,bad\nC,王五,odd\n", to: "data/people.csv")
  }

  private func count(_ data: String) throws -> Outcome {
    try bench.hearth(data, "-c", "people | count by mood", "--format", "csv", "--lang", "en")
  }

  private let counts = "mood,count\ngood,1\nbad,1\n,1\n"

  @Test func `beside the data it is used while they are unchanged`() throws {
    let packed = try bench.hearth("pack", "data/", "--lang", "en")
    #expect(packed.code == 0)
    #expect(packed.errors.contains("data.hearthdb: 0.1 MB, opens at once."))
    #expect(packed.errors.contains("1 cell or row of the data set aside"))
    #expect(try count("data").output == counts)
    #expect(try !count("data").errors.contains("hearth pack"))
    // Where the tables are gone, the file still answers by its own name.
    let place = bench.folder.appendingPathComponent("data/people.csv")
    let table = try String(contentsOf: place, encoding: .utf8)
    try FileManager.default.removeItem(at: place)
    #expect(try count("data.hearthdb").output == counts)
    try bench.write(table.replacingOccurrences(of: "bad", with: "good"), to: "data/people.csv")
    let changed = try count("data")
    #expect(changed.output == "mood,count\ngood,2\n,1\n")
    #expect(
      changed.errors.contains(
        "data.hearthdb is not of the data as they are now, so the tables are read; `hearth pack data` "
          + "renews it."))
    #expect(try bench.hearth("pack", "data").code == 0)
    #expect(try !count("data").errors.contains("not of the data"))
    // A new table, a changed schema: other data too.
    try bench.write("x,y\n1,2\n", to: "data/more.csv")
    #expect(try count("data").errors.contains("not of the data"))
  }

  @Test func `it goes where it is told, and knows definitions, labels and what is private`() throws
  {
    #expect(try bench.hearth("pack", "data", "-o", "all.hearthdb").code == 0)
    let english = try bench.hearth(
      "all.hearthdb", "-c", "people | where glad | select name, mood", "--privacy", "masked",
      "--lang", "en")
    #expect(english.output.contains("张**"))
    let chinese = try bench.hearth("all.hearthdb", "-c", "人 | 筛选 高兴 | 显示 心情", "--lang", "zh")
    #expect(chinese.output == "心情\n好\n")
    let check = try bench.hearth("check", "all.hearthdb", "--lang", "en")
    #expect(check.output.contains("odd"))
    #expect(try bench.hearth("describe", "all.hearthdb", "people").code == 0)
    try bench.write("people | count\n", to: "a.hearth")
    #expect(
      try bench.hearth("run", "a.hearth", "--data", "all.hearthdb").output == "count\n    3\n")
  }

  @Test func `what is wrong with the file is said`() throws {
    #expect(try bench.hearth("pack", "data").code == 0)
    let place = bench.folder.appendingPathComponent("data.hearthdb")
    let bytes = try Data(contentsOf: place)
    try bytes.prefix(bytes.count / 2).write(to: place)
    let direct = try count("data.hearthdb")
    #expect(direct.code == 3)
    #expect(direct.errors.contains("data.hearthdb is damaged"))
    let beside = try count("data")
    #expect(beside.code == 0)
    #expect(beside.output == counts)
    #expect(beside.errors.contains("data.hearthdb is damaged, so the tables are read"))
    try bench.write("id,name\n", to: "no.hearthdb")
    #expect(try count("no.hearthdb").errors.contains("no.hearthdb is no snapshot"))
    #expect(try count("gone.hearthdb").code == 3)
  }

  @Test func `wrong uses are refused before anything is written`() throws {
    #expect(try bench.hearth("pack").code == 64)
    #expect(try bench.hearth("pack", "data", "-o", "x.csv").code == 64)
    let gone = try bench.hearth("pack", "nowhere", "-o", "x.hearthdb")
    #expect(gone.code == 3)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/x.hearthdb"))
    let unwritable = try bench.hearth("pack", "data", "-o", "no/such/x.hearthdb", "--lang", "en")
    #expect(unwritable.code == 3)
    #expect(unwritable.errors.contains("cannot write"))
  }
}
