import HearthText
import Testing

@testable import HearthSyntax

/// One text, and what is said about it: codes with the text they point at, in order.
struct ErrorCase: CustomTestStringConvertible, Sendable {
  var source: String
  var expected: [String]
  var completeness: Completeness = .wrong
  var testDescription: String { source }

  init(_ source: String, _ expected: String..., completeness: Completeness = .wrong) {
    self.source = source
    self.expected = expected
    self.completeness = completeness
  }
}

struct RecoveryTests {
  static let cases: [ErrorCase] = [
    .init("families | wher x", "E003 wher"),
    .init("families | wher x | srt y | take 5", "E003 wher", "E003 srt"),
    .init("families | where x | ", "E002 ", completeness: .incomplete),
    .init("families | where x and", "E002 ", completeness: .incomplete),
    .init("families | where (x and", "E002 ", completeness: .incomplete),
    .init("families | where (x and y", "E013 (", completeness: .incomplete),
    .init("families | count by", "E002 ", completeness: .incomplete),
    .init("let due", "E002 ", completeness: .incomplete),
    .init("expect (families | count)", "E002 ", completeness: .incomplete),
    .init("entity families {\n id text key", "E013 {", completeness: .incomplete),
    .init("families | where x and;", "E002 "),
    .init("families | where x and\nservices | count", "E002 "),
    .init("families | where a b | sort c d", "E001 b", "E001 d"),
    .init("families | where (a b) and c | wher z", "E001 b", "E003 wher"),
    .init(
      "families | union (services | where (a b) | tke 5) | srt x", "E001 b", "E003 tke", "E003 srt"),
    .init("families | where (a | take 5", "E013 ("),
    .init("families | where a) | take 5", "E014 )"),
    .init("families | take 5)", "E014 )"),
    .init("families where x | take 5", "E001 where"),
    .init("families | where x sort y", "E001 sort"),
    .init("| where x | srt y", "E018 |", "E003 srt"),
    .init("where x = 1", "E018 where"),
    .init("families\n| where x\nand y", "E024 and"),
    .init("families | where name = \"abc", "E005 \"abc"),
    .init("families | where `abc", "E006 `abc"),
    .init("families | where x = \"a\\q\" | srt y", "E007 \\q", "E003 srt"),
    .init("families | where x = 30days", "E008 30days"),
    .init("families | where x = 99999999999999999999", "E009 99999999999999999999"),
    .init("families | where x = 2026-02-30", "E010 2026-02-30"),
    .init("families | where x = 2026-3-5", "E010 2026-3-5"),
    .init("families | where x in 2026-13", "E011 2026-13"),
    .init("families | where x in 2026-Q5", "E011 2026-Q5"),
    .init("families | where x in 2026年13月", "E011 2026年13月"),
    .init("families | where x = 2026年2月30日", "E010 2026年2月30日"),
    .init("families | where 1 < x < 3", "E012 <"),
    .init("families | where x == 3 && y", "E017 ==", "E017 &&"),
    .init("families | where x $ 3", "E004 $"),
    .init("families | where x = not y", "E020 not"),
    .init("families | take 5..3", "E023 5..3"),
    .init("families | count by a by b", "E019 by"),
    .init("param x: txt = 3", "E021 txt"),
    .init("hearth 2", "E022 2"),
    .init("entity a {\n b text kye\n c txt\n d int\n}", "E025 kye", "E021 txt"),
    .init("家庭 | 筛选失蜀且街道", "E003 筛选失蜀且街道"),
    .init("家庭 | 筛先 状态", "E003 筛先"),
    .init("", completeness: .complete),
    .init("# only a comment", completeness: .complete),
  ]

  @Test(arguments: cases) func `each error is told once, where it is`(example: ErrorCase) {
    let script = parse(example.source)
    let bytes = Array(example.source.utf8)
    let found = script.diagnostics.filter { $0.severity == .error }.map {
      $0.code.rawValue + " "
        + String(decoding: bytes[Int($0.span.start)..<Int($0.span.end)], as: UTF8.self)
    }
    #expect(found == example.expected)
    #expect(script.completeness == example.completeness)
  }

  @Test func `every code of the parser has a case`() {
    let shown = Set(Self.cases.flatMap(\.expected).map { String($0.prefix(4)) })
    let elsewhere: Set<DiagnosticCode> = [.nestedTooDeep, .textTooLong]
    for code in DiagnosticCode.allCases where code.rawValue.hasPrefix("E") {
      #expect(shown.contains(code.rawValue) || elsewhere.contains(code), "\(code)")
    }
  }

  @Test func `every code has a title in both languages`() {
    for code in DiagnosticCode.allCases {
      #expect(!code.title.english.isEmpty && !code.title.chinese.isEmpty)
      #expect(code.title.chinese.unicodeScalars.contains(where: isHan))
    }
  }

  @Test func `a misspelt stage is suggested, with a fix`() throws {
    let script = parse("families | wher x")
    let diagnostic = try #require(script.diagnostics.first)
    #expect(diagnostic.hint?.english == "did you mean `where`?")
    #expect(diagnostic.fix == .init(span: Span(11, 15), replacement: "where"))
  }

  @Test(arguments: [
    ("lett due = families", "did you mean `let`?"),
    ("families wher x", "did you mean `| where`?"),
    ("families | where a nad b", "did you mean `and`?"),
    ("families | group by street", "did you mean `summarize … by …`?"),
    ("entity a {\n b text kye\n}", "did you mean `key`?"),
  ])
  func `what was nearly right is suggested`(source: String, hint: String) {
    #expect(parse(source).diagnostics.map(\.hint?.english) == [hint])
  }

  @Test func `a run that cannot be split suggests its known beginning`() {
    let words = Vocabulary(words: ["家庭", "状态"])
    #expect(longestKnownBeginning(of: "筛选状态很好", vocabulary: words) == "筛选状态")
    let script = parse("家庭 | 筛选状太", vocabulary: words)
    #expect(script.diagnostics.first?.hint?.chinese == "开头的“筛选”可以识别，其余部分不认识")
  }

  @Test func `deep nesting is refused, not survived by luck`() {
    let deep = String(repeating: "(", count: 5_000) + "x" + String(repeating: ")", count: 5_000)
    #expect(parse("a | where " + deep).diagnostics.map(\.code) == [.nestedTooDeep])
    let signs = String(repeating: "-", count: 5_000) + "1"
    #expect(parse("a | where " + signs).diagnostics.map(\.code) == [.nestedTooDeep])
    let queries = String(repeating: "(", count: 5_000)
    #expect(parse(queries).diagnostics.first?.code == .nestedTooDeep)
  }

  @Test func `a long chain is refused before the tree grows too tall`() {
    let terms = Array(repeating: "x", count: 200_000).joined(separator: " or ")
    #expect(parse("a | where " + terms).diagnostics.map(\.code) == [.nestedTooDeep])
    let fine = Array(repeating: "x", count: 900).joined(separator: " or ")
    #expect(parse("a | where " + fine).diagnostics.isEmpty)
    let paths = "x" + String(repeating: ".y", count: 50_000)
    #expect(parse("a | where " + paths).diagnostics.map(\.code) == [.nestedTooDeep])
    let list = Array(repeating: "1", count: 50_000).joined(separator: ", ")
    #expect(parse("a | where x in (\(list))").diagnostics.isEmpty)
  }
}
