import Foundation
import Testing

@testable import HearthLineEditor

struct HistoryFileTests {
  private let household: Household
  private var path: String { household.historyPath }

  init() throws { household = try Household() }

  @Test func `any text comes back as it was`() throws {
    let texts = ["a", "a\nb", "a\\nb", "\\", "\\\\n\n", "家庭\r\n| 筛选", "\t x", "\\x"]
    for text in texts {
      #expect(HistoryFile.decode(HistoryFile.encode(text)) == text)
      #expect(!HistoryFile.encode(text).contains("\n"))
    }
    let history = History(path: path)
    texts.forEach { history.add($0) }
    #expect(history.problem == nil)
    #expect(History(path: path).entries == texts)
  }

  @Test func `blank texts and repetitions are not kept`() {
    let history = History(path: path)
    ["a", "a", "", " \n", "b", "a"].forEach { history.add($0) }
    #expect(History(path: path).entries == ["a", "b", "a"])
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128, 129, 200])
  func `a file that has grown too long keeps its newest entries`(count: Int) {
    let history = History(path: path, limit: 64)
    for number in 0..<count { history.add("entry \(number)") }
    let expected = (max(count - 64, 0)..<count).map { "entry \($0)" }
    #expect(History(path: path, limit: 64).entries == expected)
    #expect(History(path: path, limit: 64).entries == expected)
  }

  @Test func `a line torn by a killed session harms no other`() throws {
    History(path: path).add("whole")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("torn \\".utf8))
    try file.close()
    History(path: path).add("next")
    #expect(History(path: path).entries == ["whole", "torn \\", "next"])
  }

  @Test func `a file that others could read is closed to them`() throws {
    History(path: path).add("one")
    chmod(path, 0o644)
    _ = History(path: path)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `writers at the same time lose nothing, even while the file is shortened`() async {
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 {
            // Opening afresh shortens the file as soon as it holds more than 400.
            History(path: path, limit: 200).add("\(writer) \(number)")
          }
        }
      }
    }
    let entries = History(path: path, limit: 200).entries
    #expect(entries.count == 200)
    for writer in 0..<4 {
      let own = entries.filter { $0.hasPrefix("\(writer) ") }
      #expect(own == (0..<50).map { "\(writer) \($0)" })
    }
  }

  @Test func `a place that cannot be written is a problem and not an end`() {
    let history = History(path: "/dev/null/history")
    history.add("a")
    #expect(history.entries == ["a"])
    #expect(history.problem?.path == "/dev/null/history")
  }
}
