import Foundation
import HearthData
import HearthIO
import Testing

@testable import Hearth

/// `explain timing`: where the time of a query went, and what it read.
@Suite struct TimingTests {
  private let village = CaseFile.testsFolder.appendingPathComponent("Data/village").path

  private func timings(_ query: String, _ data: DataSet, _ language: String = "en") throws
    -> Hearth.Answer
  {
    var options = Session.Options()
    options.language = language
    options.today = "2026-10-31"
    return try Session(data, options: options).answer(query)
  }

  private func cells(_ answer: Hearth.Answer) -> [[String]] {
    answer.csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `each step says its rows in and out, its milliseconds and its bytes`() throws {
    let answer = try timings(
      "explain timing families | where bereaved | count by status", DataSet.open(village))
    #expect(answer.columnNames == ["step", "rows_in", "rows_out", "milliseconds", "bytes_read"])
    let rows = cells(answer).dropFirst().map { $0 }
    #expect(
      rows.map { Array($0[0...2]) } == [
        ["(finding the steps)", "", ""], ["families", "", "10"],
        ["where tags has bereaved", "10", "3"], ["summarize count = count() by status", "3", "1"],
        ["(the answer's columns)", "1", "1"],
      ])
    #expect(rows.allSatisfy { Double($0[3]) ?? -1 >= 0 })
    // A tag set is a word of 8 bytes a row.
    #expect(rows[2][4] == "80")
    #expect(try #require(Int(rows[3][4])) > 0)
  }

  @Test func `what a total or a second look reads counts too`() throws {
    let answer = try timings(
      "explain timing families | coverage of services where kind = visit and date in last 30 days "
        + "by street", DataSet.open(village))
    let summary = try #require(cells(answer).first { $0[0].hasPrefix("\"summarize") })
    #expect(try #require(Int(summary[summary.count - 1])) > 0)
  }

  @Test func `the Chinese form is the same`() throws {
    let answer = try timings("解释 耗时 家庭 | 计数", DataSet.open(village), "zh")
    #expect(answer.text.contains("读取字节"))
    #expect(answer.text.contains("汇总 计数 = 计数()"))
  }

  /// A register with a visit a day for so many years, each of the same number of families.
  private func register(years: Int) throws -> DataSet {
    let people = 50
    var visits = "person,kind,date\n"
    for day in (0..<years * 365).reversed() {
      let date = try #require(Day(year: 2026, month: 10, day: 31)?.adding(days: -day))
      for visit in 0..<4 { visits += "\((day * 4 + visit) % people),visit,\(date)\n" }
    }
    let source = MemorySource(texts: [
      "schema.hearth": """
      entity people { id int key }
      entity visits { person -> people; kind (visit, call); date date occurred }
      """,
      "people.csv": "id\n" + (0..<people).map { "\($0)\n" }.joined(),
      "visits.csv": visits,
    ])
    return try DataSet(source: source, name: "register")
  }

  private func bytes(_ query: String, _ data: DataSet) throws -> Int {
    let rows = cells(try timings("explain timing " + query, data)).dropFirst()
    return rows.reduce(0) { $0 + (Int($1[4]) ?? 0) }
  }

  @Test func `a month's coverage reads a month of visits, however many years there are`() throws {
    let month = "people | coverage of visits where kind = visit and date in last month"
    let all = "visits | count by kind"
    let (one, four) = (try register(years: 1), try register(years: 4))
    #expect(try bytes(month, four) == bytes(month, one))
    #expect(try bytes(all, four) == 4 * bytes(all, one))
  }
}
