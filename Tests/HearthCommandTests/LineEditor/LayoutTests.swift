import Testing

@testable import HearthLineEditor

struct LayoutTests {
  private func layout(_ text: String, cursor: Int, columns: Int = 10) -> Layout {
    Layout(prompt: "> ", mark: ". ", text: text, cursor: cursor, columns: columns)
  }

  @Test func `a wide character never straddles the edge`() {
    let layout = layout("abcdefg家", cursor: 8)
    #expect(layout.rows.map(\.text) == ["> abcdefg", "家"])
    #expect((layout.cursorRow, layout.cursorColumn) == (1, 2))
  }

  @Test func `after a full row the cursor stands in the next`() {
    let layout = layout("家庭户家", cursor: 4)
    #expect(layout.rows.map(\.text) == ["> 家庭户家", ""])
    #expect((layout.cursorRow, layout.cursorColumn) == (1, 0))
  }

  @Test func `a line break after a full row makes no empty row`() {
    let layout = layout("家庭户家\nx", cursor: 4)
    #expect(layout.rows.map(\.text) == ["> 家庭户家", ". x"])
    #expect((layout.cursorRow, layout.cursorColumn) == (0, 9))
  }

  @Test func `the cursor before a character that moved to the next row is there too`() {
    let layout = layout("abcdefg家", cursor: 7)
    #expect((layout.cursorRow, layout.cursorColumn) == (1, 0))
  }

  @Test func `what has no shape is shown by a sign`() {
    let layout = layout("a\u{1B}\u{200B}\tb", cursor: 5, columns: 40)
    #expect(layout.rows.map(\.text) == ["> a^[<200B>     b"])
    #expect(layout.cursorColumn == 17)
  }

  @Test func `rows are never wider than the terminal and hold the whole text`() {
    var generator = SmallGenerator(seed: 3)
    let parts = ["a", "家", "e\u{301}", " ", "x", "户"]
    let odd = layout("\t\u{200B}\u{1B}", cursor: 3, columns: 4)
    #expect(odd.rows.allSatisfy { $0.width <= 4 })
    for count in [0, 1, 63, 64, 65] {
      for columns in 4...13 {
        let text = (0..<count).map { _ in parts.randomElement(using: &generator)! }.joined()
        let layout = layout(text, cursor: count / 2, columns: columns)
        #expect(layout.rows.allSatisfy { $0.width <= columns })
        #expect(layout.rows.map(\.text).joined() == "> " + text)
        #expect(layout.cursorColumn < columns && layout.cursorRow < layout.rows.count)
      }
    }
  }
}
