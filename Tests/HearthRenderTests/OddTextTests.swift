import HearthData
import HearthText
import Testing

@testable import HearthRender

/// Whatever stands in the data, no format passes on what a terminal would obey.
@Suite struct OddTextTests {
  /// What is written to be read, and never to be read back.
  private static let readable: [OutputFormat] = [.table, .markdown, .html]

  @Test(arguments: readable, UInt64(0)..<40)
  func `no control character of the data comes out`(format: OutputFormat, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for rows in [0, 1, 5] {
      let text = format.text(generator.table(rows: rows), options: english)
      #expect(!text.unicodeScalars.contains(where: isObeyed), "\(text.debugDescription)")
    }
  }

  @Test(arguments: OutputFormat.allCases.filter { !$0.isBinary }, UInt64(0)..<10)
  func `on a terminal none does in any format`(format: OutputFormat, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var options = chinese
    options.isTerminal = true
    options.maxWidth = 60
    let text = format.text(generator.table(rows: 6), options: options)
    #expect(!text.unicodeScalars.contains(where: isObeyed), "\(text.debugDescription)")
  }

  /// Everything but the ends of lines and the tabs that the formats themselves write.
  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test(arguments: OutputFormat.allCases, [0, 1, 2, 3, 9])
  func `the same table gives the same bytes`(format: OutputFormat, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(columns))
    let table = ResultTable(
      columns: (0..<columns).map { generator.column("c\($0)", rows: 3) }, rowCount: 3)
    func bytes() -> [UInt8] {
      var sink = ByteSink()
      format.renderer.render(table, options: english, into: &sink)
      return sink.bytes
    }
    #expect(bytes() == bytes())
  }

  @Test(arguments: ["=1+1", "+A1", "-A1", "@SUM(A1)", "=HYPERLINK(\"x\")"])
  func `what a spreadsheet would run is a text in CSV and TSV`(text: String) {
    let answer = table([column("c", Column(texts: [text, "-12.50", "+3", "ok"]))])
    for format in [OutputFormat.csv, .tsv] {
      let lines = format.text(answer, options: english).split(separator: "\n")
      #expect(lines[1].drop { $0 == "\"" }.first == "'", "\(lines[1])")
      #expect(lines[2...].allSatisfy { !$0.hasPrefix("'") })
      var raw = english
      raw.isRaw = true
      #expect(!format.text(answer, options: raw).contains("'"))
    }
  }
}
