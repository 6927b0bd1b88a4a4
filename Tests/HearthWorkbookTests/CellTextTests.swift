import HearthText
import Testing

@testable import HearthWorkbook

@Suite struct CellTextTests {
  @Test(arguments: [
    ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"), ("\u{1B}[31m\u{0}", "␛[31m␀"),
    ("a\u{FFFE}b", "a\u{FFFD}b"), ("_x0041_", "_x005F_x0041_"), ("a_x00ag_", "a_x00ag_"),
    ("__x00AF_x", "__x005F_x00AF_x"), ("汉字", "汉字"),
  ])
  func `a text makes no damaged file`(text: String, safe: String) {
    #expect(CellText.safe(text) == safe)
  }

  @Test(arguments: ["a", "汉", "👩‍👩‍👧", "e\u{301}"])
  func `a text that does not fit a cell is cut between letters`(letter: String) {
    let short = String(repeating: letter, count: CellText.mostUnits / letter.utf16.count)
    #expect(CellText.safe(short) == short)
    let cut = CellText.safe(short + letter)
    #expect(cut.utf16.count <= CellText.mostUnits)
    #expect(cut.utf16.count > CellText.mostUnits - 1 - letter.utf16.count)
    #expect(cut.last == "…" && cut.dropLast().allSatisfy { String($0) == letter })
  }

  @Test func `sheets have names that spreadsheets take, each once`() {
    var names = SheetNames()
    #expect(names.make(from: "Answer 1") == "Answer 1")
    #expect(names.make(from: "answer 1") == "answer 1 2")
    #expect(names.make(from: "a/b:c[d]*?\\") == "a b c d")
    #expect(names.make(from: "'") == "Sheet")
    #expect(names.make(from: "History") == "Sheet 2")
    let long = String(repeating: "长", count: 40)
    #expect(names.make(from: long).utf16.count == 31)
    let second = names.make(from: long)
    #expect(second.utf16.count == 31 && second.hasSuffix(" 2"))
    #expect(names.make(from: String(repeating: "👩‍👩‍👧", count: 9)).utf16.count <= 31)
  }
}
