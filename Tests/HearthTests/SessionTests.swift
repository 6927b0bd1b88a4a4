import Foundation
import Testing

@testable import Hearth

@Suite struct SessionTests {
  private func session(_ change: (inout Session.Options) -> Void = { _ in }) throws -> Session {
    var options = Session.Options()
    change(&options)
    let village = CaseFile.testsFolder.appendingPathComponent("Data/village").path
    return try Session(try DataSet.open(village), options: options)
  }

  @Test func `an answer has columns, rows and every format`() throws {
    let answer = try session().answer("families | count by status")
    #expect(answer.columnNames == ["status", "count"])
    #expect(answer.rowCount == 3)
    #expect(answer.csv == "status,count\nactive,8\nmoved,1\nclosed,1\n")
    #expect(answer.json.contains(#""rows":[{"status":"active","count":8}"#))
    #expect(answer.text.contains("active"))
  }

  @Test func `names of results live on in the session`() throws {
    let session = try session()
    #expect(try session.answers("let due = families | where bereaved").isEmpty)
    #expect(try session.answer("due | count").csv == "count\n3\n")
    #expect(try session.answer("_ | select twice = count * 2").csv == "twice\n6\n")
  }

  @Test func `a wrong query says where and what, and changes nothing`() throws {
    let session = try session()
    let error = #expect(throws: HearthError.self) {
      try session.answers("let due = families\ndue | wher bereaved")
    }
    #expect(error?.kind == .query)
    #expect(error?.description.contains("`where`") == true)
    #expect(throws: HearthError.self) { try session.answers("due | count") }
  }

  @Test func `a folder that is not there is an error of the data`() {
    let error = #expect(throws: HearthError.self) { try DataSet.open("/nowhere/at/all") }
    #expect(error?.kind == .data)
  }

  @Test func `today is what the host says`() throws {
    let session = try session { $0.today = "2026-02-28" }
    let csv = try session.answer("services | where date in this month | count").csv
    #expect(csv == "count\n2\n")
    #expect(throws: HearthError.self) { try self.session { $0.today = "2026-02-30" } }
  }

  @Test func `a masked session shows no name and lets nobody guess one`() throws {
    let session = try session { $0.isMasked = true }
    let answer = try session.answer("families | select head | take 1")
    #expect(answer.csv == "head\n张**\n")
    #expect(answer.json.contains("张伟") == false)
    #expect(throws: HearthError.self) { try session.answers(#"families | where head = "张伟""#) }
    #expect(throws: HearthError.self) { try session.answers("families | sort head") }
    #expect(throws: HearthError.self) { try session.answers("families | count by head") }
  }

  @Test func `a data set may ask for masks itself`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hearth-masked-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let schema = folder.appendingPathComponent("schema.hearth")
    try "id,head\nF1,张伟\n".write(
      to: folder.appendingPathComponent("families.csv"), atomically: true, encoding: .utf8)
    try "privacy masked\n".write(to: schema, atomically: true, encoding: .utf8)
    let answer = try Session(try DataSet.open(folder.path)).answer("families | select head")
    #expect(answer.csv == "head\n张**\n")
    try "privacy aggregate\n".write(to: schema, atomically: true, encoding: .utf8)
    #expect(throws: HearthError.self) { try DataSet.open(folder.path) }
  }

  @Test func `many tasks may share a session`() async throws {
    let session = try session()
    let counts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask { try session.answer("services | count by kind | count").csv }
      }
      var counts: Set<String> = []
      for try await count in group { counts.insert(count) }
      return counts
    }
    #expect(counts == ["count\n5\n"])
  }
}
