import HearthText
import Testing

@testable import HearthSyntax

struct RenderingTests {
  private func rendered(_ source: String, _ language: Language, width: Int = 100) -> String {
    render(
      parse(source).diagnostics, source: source, fileName: "q", language: language, width: width)
  }

  @Test func `the caret stands under the word`() {
    #expect(
      rendered("families | wher x", .english) == """
        q:1:12: error E003: there is no stage `wher`
          families | wher x
                     ^^^^
          did you mean `where`?

        """)
  }

  @Test func `carets are aligned under wide characters`() {
    #expect(
      rendered("家庭 | 筛先 状态", .chinese) == """
        q:1:6: 错误 E003：没有“筛先”这个步骤
          家庭 | 筛先 状态
                 ^^^^
          是不是“筛选”？

        """)
  }

  @Test func `the line and column of a later line are told`() {
    #expect(
      rendered("a\n| take 3\n| srt b", .english).hasPrefix("q:3:3: error E003"))
  }

  @Test func `tabs are expanded`() {
    #expect(rendered("a |\twher x", .english).contains("\n  a | wher x\n      ^^^^\n"))
  }

  @Test func `an error at the end points behind the text`() {
    #expect(rendered("a | where", .english).contains("\n  a | where\n           ^\n"))
  }

  @Test func `control characters never reach the terminal`() {
    let text = rendered("a | where \u{1B}[31mx = \"\u{7}", .english)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("␛"))
  }

  @Test func `a long line is shown through a window`() {
    let source =
      "a | where " + String(repeating: "x + ", count: 60) + "$ 3 + "
      + String(repeating: "y + ", count: 60)
    for line in rendered(source, .english, width: 60).split(separator: "\n").dropFirst().prefix(2) {
      #expect(displayWidth(of: String(line)) <= 60)
    }
    #expect(rendered(source, .english, width: 60).contains("…"))
  }
}
