import Foundation
import HearthData
import HearthText
import Testing

@testable import HearthRender

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The page, read as a browser reads it.
@Suite struct PageTests {
  @Test(arguments: UInt64(0)..<60)
  func `a page is well formed and says every cell`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = generator.table(rows: Int(seed % 7))
    for options in [english, chinese] {
      let page = try Markup(OutputFormat.html.text(table, options: options))
      let cells = ReadingCells(table, options.ofPage)
      let expected = (0..<table.rowCount).flatMap { row in
        cells.columns.indices.map { visible(cells.text($0, row)) }
      }
      let shown = page.texts(of: ["td", "th"], in: "tbody")
      #expect(table.rowCount == 0 ? shown.count == 1 : shown == expected)
      #expect(page.texts(of: ["th"], in: "thead") == cells.columns.map { visible($0.header) })
    }
  }

  @Test func `nothing in it is asked of elsewhere or run`() {
    var answer = streets
    answer.question = Question(
      text: "<script>alert(1)</script>", sentence: "\" onload=\"alert(1)")
    let page = OutputFormat.html.text(answer, options: chinese)
    for word in ["<script", "onload=\"", "src=", "@import", "url(", "<link", "href="] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("lang=\"zh-Hans\""))
    #expect(page.contains("@media print"))
    #expect(page.contains("prefers-color-scheme: dark"))
    #expect(page.contains("name=\"viewport\""))
  }

  @Test func `amounts are grouped, counts and years are not`() throws {
    let answer = ResultTable(
      columns: [
        column("cost", Column(decimals: [123_456_789, -1000], scale: 2)),
        column("year", Column(ints: [2026, 12_345])),
      ], rowCount: 2, total: [.decimal(Decimal(unscaled: 123_455_789, scale: 2)), .int(9999)])
    let page = try Markup(OutputFormat.html.text(answer, options: english))
    #expect(page.texts(of: ["td"], in: "tbody") == ["1,234,567.89", "2026", "-10.00", "12345"])
    #expect(page.texts(of: ["td"], in: "tfoot") == ["1,234,557.89", "9999"])
  }

  @Test func `an answer is called what its script calls it`() throws {
    var answer = streets
    answer.question = Question(title: "覆盖 <10 月>", text: "家庭 | 覆盖 服务", sentence: "在册家庭中……")
    let titled = try Markup(OutputFormat.html.text(answer, options: chinese))
    #expect(titled.texts(of: ["h2"], in: "section") == ["覆盖 <10 月>"])
    #expect(titled.texts(of: ["p"], in: "details") == ["在册家庭中……"])
    #expect(titled.texts(of: ["code"], in: "details") == ["家庭 | 覆盖 服务"])
    answer.question?.title = nil
    let plain = try Markup(OutputFormat.html.text(answer, options: chinese))
    #expect(plain.texts(of: ["h2"], in: "section") == ["在册家庭中……"])
    #expect(plain.texts(of: ["p"], in: "details").isEmpty)
  }

  @Test(arguments: Chart.Kind.allCases)
  func `a chart is drawn within the page, its numbers below`(kind: Chart.Kind) throws {
    var answer = streets
    answer.chart = Chart(kind: kind, measures: [2], keys: [0])
    let page = try Markup(OutputFormat.html.text(answer, options: english))
    #expect(page.count(of: "svg") > 0)
    #expect(page.texts(of: ["td", "th"], in: "tbody").count == 9)
  }
}

/// The part of a page between `<main>` and `</main>`, read as XML.
private final class Markup: NSObject, XMLParserDelegate {
  private struct Element {
    var name: String
    var parents: [String]
    var text = ""
  }

  private var open: [Int] = []
  private var elements: [Element] = []

  struct Broken: Error { var reason: String }

  init(_ page: String) throws {
    super.init()
    guard let start = page.range(of: "<main>"), let end = page.range(of: "</main>") else {
      throw Broken(reason: "no main")
    }
    let parser = XMLParser(data: Data(page[start.lowerBound..<end.upperBound].utf8))
    parser.delegate = self
    if !parser.parse() { throw Broken(reason: "\(parser.parserError as Any)") }
  }

  func count(of name: String) -> Int { elements.count { $0.name == name } }

  /// The texts of elements that lie somewhere in another, in order.
  func texts(of names: Set<String>, in outer: String) -> [String] {
    elements.filter { names.contains($0.name) && $0.parents.contains(outer) }.map(\.text)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, parents: open.dropLast().map { elements[$0].name }))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    for index in open { elements[index].text += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
