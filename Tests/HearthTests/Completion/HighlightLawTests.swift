import HearthAssist
import HearthSyntax
import Testing

@testable import Hearth

@Suite struct HighlightLawTests {
  @Test(arguments: CaseFile.all)
  func `nothing of a text that is right is called wrong`(file: CaseFile) throws {
    guard file["diagnostics"] == nil, file["schema"] == nil else { return }
    let workspace = TestData.workspace(file)
    let highlighter = Highlighter(vocabulary: workspace.vocabulary)
    let text = Array(file.query.utf8)
    let wrong = highlighter.highlights(of: file.query, cursor: -1).filter { $0.kind == .error }
      .map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    ("famlies | count", ["famlies"]), ("families | where statu = active | count", ["statu"]),
    ("家庭 | 筛选 状太 = 在册", ["状太"]), ("families | count by stret, 街到", ["stret", "街到"]),
    ("families | where street = nowhere", []), ("families | where status in (actve, mved)", []),
    ("families | add n = 1 | select n, m", ["m"]),
    ("let x = families\nx | count\ny | count", ["y"]),
    ("from \"x.csv\" | where anything > 3", []),
  ])
  func `a name that can be nothing is called wrong`(text: String, names: [String]) {
    let highlighter = Highlighter(
      vocabulary: TestData.workspace(TestData.siming).vocabulary)
    let bytes = Array(text.utf8)
    let wrong = highlighter.highlights(of: text, cursor: -1).filter { $0.kind == .error }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(wrong == names)
  }
}
