import HearthData
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// What documents call an answer: the comment right above its query.
@Suite struct AnswerTitleTests {
  /// The titles of the answers to a text, in order.
  private func titles(_ text: String) throws -> [String?] {
    let workspace = TestData.workspace(TestData.siming)
    var titles: [String?] = []
    _ = try workspace.run(SourceText(name: "text", text: text)) { event in
      if case .table(let table) = event { titles.append(table.question?.title) }
    }
    return titles
  }

  @Test func `the comment right above a query is the title of its answer`() throws {
    let text = """
      #!/usr/bin/env hearth run
      # The report.

      # Families by street.
      families | count by street

      families | count   # how many there are
      services | count
      # 各街道家庭，
      # 按街道分列。
      家庭 | 计数 按 街道
      # Far above.

      families | count
      ## Two lines
      #  of English …
      families | where bereaved
      # inside
      | count
      """
    #expect(
      try titles(text) == [
        "Families by street", nil, nil, "各街道家庭，按街道分列", nil, "Two lines of English …",
      ])
  }

  @Test func `a result that is named is called as its naming says, if nothing else is said`() throws
  {
    let text = """
      # Due families
      let due = families | where status = active
      due
      # Once more
      due
      due | count
      """
    #expect(try titles(text) == ["Due families", "Once more", nil])
  }

  @Test func `the first line of a program is no title`() throws {
    #expect(try titles("#!/usr/bin/env hearth run\nfamilies | count") == [nil])
    #expect(try titles("#\nfamilies | count") == [nil])
  }
}
