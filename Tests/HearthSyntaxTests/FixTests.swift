import HearthSyntax
import Testing

/// Replacements made in a text.
struct FixTests {
  private func fix(_ start: Int32, _ end: Int32, _ text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(span: Span(start, end), replacement: text)
  }

  @Test func `replacements are made whatever their order and length`() {
    let (text, made) = Diagnostic.Fix.apply(
      [fix(6, 7, "三三"), fix(0, 3, ""), fix(7, 7, "!")], to: "家 bc d")
    #expect(text == " bc三三!d")
    #expect(made.count == 3)
  }

  @Test func `of two that overlap the first in the text is made`() {
    let (text, made) = Diagnostic.Fix.apply([fix(1, 3, "x"), fix(0, 2, "y")], to: "abcd")
    #expect(text == "ycd")
    #expect(made == [fix(0, 2, "y")])
  }

  @Test func `the same replacement is made once, and one beyond the end never`() {
    let (text, made) = Diagnostic.Fix.apply(
      [fix(0, 0, "| "), fix(0, 0, "| "), fix(3, 9, "z")], to: "ab")
    #expect(text == "| ab")
    #expect(made.count == 1)
  }
}
