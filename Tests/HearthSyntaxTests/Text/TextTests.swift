import HearthText
import Testing

struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("街道", 4), ("a街b", 4), ("e\u{301}", 1), ("，。", 4), ("Ａ", 2), ("…", 1),
    ("●○◌·", 4),
    ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("☀\u{FE0F}", 2), ("\u{200B}x", 1), ("한", 2), ("㮾", 2), ("𠮷", 2), ("—", 1),
    ("\t", 0),
  ])
  func `display width counts terminal cells`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test func `shortening never exceeds the width`() {
    #expect(shortened("abcdef", toWidth: 6) == "abcdef")
    #expect(shortened("abcdef", toWidth: 4) == "abc…")
    #expect(shortened("莲前街道", toWidth: 5) == "莲前…")
    #expect(shortened("莲前街道", toWidth: 6) == "莲前…")
    #expect(shortened("莲前", toWidth: 1) == "…")
    #expect(shortened("莲前", toWidth: 0) == "")
    #expect(padded("莲前", toWidth: 6) == "莲前  ")
  }

  @Test func `lines break between words, and between Han characters`() {
    #expect(wrapped("one two three", toWidth: 8) == "one two\nthree")
    #expect(wrapped("  one two three", toWidth: 9) == "  one two\n  three")
    #expect(wrapped("没有满足的服务，共三条。", toWidth: 14) == "没有满足的服\n务，共三条。")
    #expect(wrapped("unbreakable", toWidth: 4) == "unbreakable")
    #expect(wrapped("    a\n", toWidth: 2) == "    a\n")
    #expect(wrapped("      ", toWidth: 3).allSatisfy { $0 == " " || $0 == "\n" })
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("where", "wher", 1), ("where", "wehre", 1),
    ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("莲前", "莲钱", 1),
  ])
  func `distance counts edits and swaps`(a: String, b: String, distance: Int) {
    #expect(editDistance(a, b) == distance)
    #expect(editDistance(b, a) == distance)
    #expect(editDistance(a, b, limit: distance) == distance)
    if distance > 0 { #expect(editDistance(a, b, limit: distance - 1) == nil) }
  }

  @Test(
    arguments: [
      ("wher", "where"), ("Where", "where"), ("srot", "sort"), ("summarise", "summarize"),
      ("ｗｈｅｒｅ", "where"),
      ("筛先", "筛选"), ("莲前街", "莲前街道"), ("x", nil), ("zzzzz", nil), ("天地", nil),
    ] as [(String, String?)])
  func `the nearest word is suggested, or none`(typed: String, expected: String?) {
    let words = ["where", "sort", "summarize", "take", "筛选", "莲前街道", "y"]
    #expect(nearest(to: typed, in: words) == expected)
  }

  @Test func `search ignores case and width`() {
    #expect(foldedForSearch("ＡＢＣ　ｄ１２") == "abc d12")
    #expect(foldedForSearch("ÀÉ") == "àé")
    #expect(foldedForSearch("plain") == "plain")
  }

  @Test func `normal form is kept or made`() {
    #expect(normalized("e\u{301}").unicodeScalars.count == 1)
    #expect(isNFCQuick("莲前 abc，é") && !isNFCQuick("e\u{301}"))
    #expect(normalized("\u{F900}").unicodeScalars.first == "豈".unicodeScalars.first)
  }

  @Test func `nothing that drives a terminal stays visible`() {
    #expect(visible("a\u{1B}[0m\u{202E}b\u{7F}") == "a␛[0m\u{FFFD}b␡")
    #expect(visible("家庭") == "家庭")
  }
}
