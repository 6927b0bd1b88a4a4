import HearthText
import Testing

@testable import HearthSyntax

/// Whatever is typed, pasted or cut off: something is said about it, and nothing breaks.
struct RobustnessTests {
  static let corpus: [String] =
    ParserTests.scripts + ParserTests.chinese.keys.sorted() + RecoveryTests.cases.map(\.source)
    + KeywordTable.entries.flatMap { [$0.example.english, $0.example.chinese] }

  /// Reads, renders and prints a text, and checks what must hold of any text.
  private func check(_ source: String) {
    let script = parse(source, vocabulary: ParserTests.vocabulary)
    let count = Int32(source.utf8.count)
    for diagnostic in script.diagnostics {
      let span = diagnostic.span
      #expect(span.start >= 0 && span.start <= span.end && span.end <= count, "\(source)")
    }
    let errors = script.diagnostics.filter { $0.severity == .error }
    #expect((script.completeness == .complete) == errors.isEmpty, "\(source)")
    for language in Language.allCases {
      let text = render(script.diagnostics, source: source, fileName: "q", language: language)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(source)")
      _ = Printer(language: language).print(script, source: source)
    }
  }

  @Test(arguments: corpus) func `a text cut at any byte is survived`(source: String) {
    let bytes = Array(source.utf8)
    for end in bytes.indices { check(String(decoding: bytes[..<end], as: UTF8.self)) }
    for start in stride(from: 0, to: bytes.count, by: 5) {
      check(String(decoding: bytes[start...], as: UTF8.self))
    }
  }

  @Test(arguments: 0..<8) func `random bytes are survived`(block: Int) {
    var random = SeededGenerator(UInt64(block))
    for _ in 0..<150 {
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<8) func `random words and signs are survived`(block: Int) {
    var random = SeededGenerator(UInt64(1_000 + block))
    let words =
      KeywordTable.entries.flatMap { $0.english + $0.chinese }
      + [
        "|", "(", ")", "[", "]", "{", "}", ",", "=", "!=", "-", "->", "..", "??", "%", "^", ".",
        ";",
        "\n", "\n ", "\"a\"", "\"", "`", "`b`", "#", "1", "2026-10", "2026年", "90%", "x", "家庭",
        "\t", "名",
      ]
    for _ in 0..<150 {
      let count = Int.random(in: 1..<14, using: &random)
      let separator = Bool.random(using: &random) ? " " : ""
      let chosen = (0..<count).map { _ in words.randomElement(using: &random)! }
      check(chosen.joined(separator: separator))
    }
  }

  @Test func `a very long run of Chinese is one name, quickly`() {
    let run = String(repeating: "筛选失独且状态", count: 5_000)
    #expect(parse("家庭 | 筛选 \(run)").completeness == .complete)
    let split = String(repeating: "失独且", count: 100) + "独居"
    let script = parse("家庭 | 筛选" + split, vocabulary: ParserTests.vocabulary)
    #expect(script.completeness == .complete)
  }

  @Test func `a text that is too long is refused at once`() {
    let source = String(repeating: "x", count: Parser.longestSource + 1)
    #expect(parse(source).diagnostics.map(\.code) == [.textTooLong])
    #expect(parseExpression(source).diagnostics.map(\.code) == [.textTooLong])
  }

  @Test func `the data is asked only when nothing else explains a word`() {
    let asked = Asked()
    let vocabulary = Vocabulary(words: ["家庭", "失独", "状态", "街道"]) {
      asked.note($0)
      return $0 == "莲前"
    }
    _ = parse("家庭|筛选失独且状态=1|计数按街道", vocabulary: vocabulary)
    #expect(asked.words.isEmpty)
    let script = parse("家庭|筛选街道=莲前且失独", vocabulary: vocabulary)
    #expect(script.completeness == .complete)
    #expect(asked.words.contains("莲前"))
  }
}

/// What a vocabulary was asked for; used by one test on one thread.
private final class Asked: @unchecked Sendable {
  private(set) var words: [String] = []
  func note(_ word: String) { words.append(word) }
}
