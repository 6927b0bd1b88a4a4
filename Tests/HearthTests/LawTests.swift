import Testing

@testable import Hearth

/// The laws of the language over generated conditions on the sample data.
@Suite struct LawTests {
  private func count(_ query: String) throws -> Int {
    let transcript = try TestData.workspace(TestData.siming).transcript(query, format: .csv)
    let line = transcript.output.split(separator: "\n").last.map(String.init) ?? ""
    return try #require(Int(line), "\(query)\n\(transcript.messages)")
  }

  @Test(arguments: 0..<6) func `where p and where not p split the rows`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(100 + seed)))
    let all = try count("services | count")
    for _ in 0..<10 {
      let condition = generator.condition()
      let with = try count("services | where \(condition) | count")
      let without = try count("services | where not (\(condition)) | count")
      #expect(with + without == all, "\(condition)")
    }
  }

  @Test(arguments: 0..<6) func `groups add up to their rows`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(200 + seed)))
    for _ in 0..<10 {
      let condition = generator.condition()
      let rows = try count("services | where \(condition) | count")
      let groups = try count(
        "services | where \(condition) | count by kind, mode, family.street | summarize sum(count)")
      #expect(groups == rows, "\(condition)")
    }
  }

  @Test(arguments: 0..<6) func `with and without split the families`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(300 + seed)))
    let all = try count("families | count")
    for _ in 0..<10 {
      let condition = generator.condition()
      let with = try count("families | with services where \(condition) | count")
      let without = try count("families | without services where \(condition) | count")
      #expect(with + without == all, "\(condition)")
    }
  }

  @Test func `the number of threads never changes an answer`() throws {
    let queries = [
      "services | summarize avg(minutes), sum(cost), stddev(minutes) by kind, month(date)",
      "families | add n = count(services where rating >= 4) | top 50 by n | select id, n",
      "services | sort minutes desc, date | take 40 | select id",
    ]
    for query in queries {
      let answers = try [1, 2, 3].map { threads in
        let workspace = TestData.workspace(TestData.siming)
        workspace.options.threads = threads
        return try workspace.transcript(query, format: .csv).output
      }
      #expect(Set(answers).count == 1, "\(query)")
    }
  }
}
