import Testing

@testable import HearthLineEditor

struct CompletionTests {
  private func completion(_ words: [String]) -> Completion {
    Completion(range: 0..<0, candidates: words.map { CompletionCandidate(text: $0) })
  }

  @Test func `the common beginning is what all candidates share`() {
    #expect(completion(["家庭", "家庭户", "家庭成员"]).commonPrefix == "家庭")
    #expect(completion(["where", "with"]).commonPrefix == "w")
    #expect(completion(["a", "b"]).commonPrefix == "")
    #expect(completion([]).commonPrefix == "")
  }

  @Test func `words are set in columns that line up by width`() {
    let rows = CandidateList.inColumns(["家庭", "a", "bb", "服务", "c"], columns: 14)
    #expect(rows == ["家庭  服务  ", "a     c     ", "bb    "])
  }

  @Test func `descriptions begin in one column`() {
    let rows = CandidateList.described([
      .init(text: "家庭", description: "families"), .init(text: "a", description: "b"),
      .init(text: "alone"),
    ])
    #expect(rows == ["  家庭   families", "  a      b", "  alone"])
  }

  @Test func `a search minds capitals only if it has some`() {
    #expect(LineEditor.contains("Families | count", "families"))
    #expect(!LineEditor.contains("families | count", "Families"))
    #expect(LineEditor.contains("家庭 | 计数", "| 计"))
    #expect(LineEditor.contains("", ""))
    #expect(LineEditor.place(of: "计", in: "家庭 | 计数") == 9..<12)
    #expect(LineEditor.place(of: "count", in: "İ | COUNT") == 5..<10)
    #expect(LineEditor.place(of: "Count", in: "COUNT") == nil)
    #expect(LineEditor.place(of: "", in: "a") == nil)
  }
}
