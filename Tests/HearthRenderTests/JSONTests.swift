import Foundation
import HearthData
import HearthText
import Testing

@testable import HearthRender

private func parse(_ text: String) throws -> [String: Any] {
  let object = try JSONSerialization.jsonObject(with: Foundation.Data(text.utf8))
  return try #require(object as? [String: Any])
}

@Suite struct JSONTests {
  @Test func `one object on one line`() {
    #expect(
      OutputFormat.json.text(streets, options: chinese) == """
        {"columns":[{"name":"street","label":"街道","type":"text"},\
        {"name":"eligible","label":"应服务","type":"int"},\
        {"name":"rate","label":"覆盖率","type":"number"}],\
        "rows":[{"street":"开元","eligible":41,"rate":0.9512195121951219},\
        {"street":"莲前","eligible":58,"rate":0.81},\
        {"street":null,"eligible":3,"rate":null}],\
        "total":{"eligible":102,"rate":0.879}}

        """)
  }

  @Test func `periods and notes have their members`() {
    var answer = table([column("n", Column(ints: []))])
    answer.periods = [
      ResolvedPeriod(
        phrase: Bilingual("last 30 days", "最近30天"),
        period: Period(from: Day(20728), through: Day(20757)))
    ]
    answer.notes = [Note(Bilingual("odd \"x\"", "怪"))]
    #expect(
      OutputFormat.json.text(answer, options: english) == """
        {"columns":[{"name":"n","label":"n","type":"int"}],"rows":[],\
        "periods":{"last 30 days":["2026-10-02","2026-10-31"]},"notes":["odd \\"x\\""]}

        """)
    #expect(
      OutputFormat.json.text(ResultTable(columns: [], rowCount: 2), options: english)
        == "{\"columns\":[],\"rows\":[{},{}]}\n")
  }

  @Test func `every type keeps its meaning`() {
    let everything = table([
      column("cost", Column(decimals: [1250, nil], scale: 2)),
      column("big", Column(ints: [.max, -(.max)])),
      column("day", Column(days: [Day(20757), nil])),
      column("month", Column(periods: [Period(.month, containing: Day(20757)), nil])),
      column("tags", Column(tags: [["new", "bereaved"], []], dictionary: tags)),
      column(
        "list", Column(values: [.list([.int(1), .int(2)]), .missing], type: .list(.int))),
      column("ok", Column(bools: [false, nil])),
      column(
        "area", Column(rows: [0, nil], of: EntityID(0), display: .name),
        linkTexts: Column(texts: ["莲前"])),
    ])
    let text = OutputFormat.json.text(everything, options: chinese)
    #expect(
      text.contains(
        """
        "rows":[{"cost":12.50,"big":9223372036854775807,"day":"2026-10-31","month":"2026-10",\
        "tags":["bereaved","new"],"list":[1,2],"ok":false,"area":"莲前"},\
        {"cost":null,"big":-9223372036854775807,"day":null,"month":null,"tags":null,"list":null,\
        "ok":null,"area":null}]
        """))
    #expect(text.contains("\"type\":\"decimal(2)\""))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1023, 1024, 1025])
  func `texts read back exactly`(rows: Int) throws {
    var generator = SeededGenerator(seed: UInt64(rows) + 100)
    let texts = (0..<rows).map { _ in generator.text() }
    let sample = table([column("t\"\u{1B}", Column(texts: texts))])
    let text = OutputFormat.json.text(sample, options: english)
    #expect(text.dropLast() == visible(String(text.dropLast())))
    let found = try #require(try parse(text)["rows"] as? [[String: Any]])
    let read = found.map { $0["t\"\u{1B}"] as? String }
    #expect(read == texts.map { Optional(normalized($0)) })
  }

  @Test func `any table is valid JSON`() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let sample = generator.table(rows: Int.random(in: 0...20, using: &generator))
      let object = try parse(OutputFormat.json.text(sample, options: english))
      #expect((object["rows"] as? [Any])?.count == sample.rowCount)
    }
  }
}
