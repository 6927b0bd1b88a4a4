import Foundation
import HearthRender
import Testing

@testable import Hearth

/// Generated questions, asked of Hearth and of SQLite over the same files.
@Suite struct OracleTests {
  @Test(arguments: 0..<12) func `Hearth and SQLite agree on generated questions`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(seed)))
    try agree(on: (0..<25).map { _ in generator.next() })
  }

  @Test(arguments: 0..<12)
  func `Hearth and SQLite agree on coverage, gaps and rhythms`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(1_000 + seed)))
    try agree(on: (0..<25).map { _ in generator.nextAboutCoverage() })
  }

  @Test(arguments: 0..<12)
  func `Hearth and SQLite agree on trends, funnels and compared periods`(seed: Int) throws {
    var generator = QueryGenerator(random: TestRandom(seed: UInt64(2_000 + seed)))
    try agree(on: (0..<25).map { _ in generator.nextAboutTime() })
  }

  private func agree(on queries: [GeneratedQuery]) throws {
    var rowCount = 0
    for query in queries {
      let transcript = try TestData.workspace(TestData.siming).transcript(
        query.hearth, format: .csv)
      #expect(transcript.outcome == .fine, "\(query.hearth)\n\(transcript.messages)")
      let ours = transcript.output.split(separator: "\n").dropFirst().map(String.init)
      let theirs = try SampleDatabase.siming.rows(query.sql).map(Self.line)
      #expect(
        ours.map(Self.rounded).sorted() == theirs.map(Self.rounded).sorted(),
        "\(query.hearth)\n\(query.sql)")
      rowCount += ours.count
    }
    // Questions that all have empty answers would agree on nothing.
    #expect(rowCount > 25)
  }

  private static func line(_ row: [String?]) -> String {
    row.map { $0 ?? "" }.joined(separator: ",")
  }

  /// Averages are compared to nine digits; everything else is exact.
  private static func rounded(_ line: String) -> String {
    line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      let places = cell.split(separator: ".").dropFirst().first?.count ?? 0
      guard places > 2 || cell.hasSuffix(".0"), let number = Double(cell) else {
        return String(cell)
      }
      return String(format: "%.9g", number)
    }.joined(separator: ",")
  }
}
