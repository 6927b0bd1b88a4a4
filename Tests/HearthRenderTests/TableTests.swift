import HearthData
import HearthText
import Testing

@testable import HearthRender

private func lines(_ table: ResultTable, _ options: RenderOptions) -> [String] {
  var lines = OutputFormat.table.text(table, options: options).split(
    separator: "\n", omittingEmptySubsequences: false
  ).map(String.init)
  #expect(lines.removeLast() == "")
  return lines
}

@Suite struct TableTests {
  @Test func `numbers stand at the right, texts at the left, the total below a rule`() {
    #expect(
      OutputFormat.table.text(streets, options: english) == """
        street  eligible   rate
        开元          41  95.1%
        莲前          58  81.0%
        —              3      —
        ───────────────────────
        all          102  87.9%

        """)
    #expect(
      OutputFormat.table.text(streets, options: chinese) == """
        街道  应服务  覆盖率
        开元      41   95.1%
        莲前      58   81.0%
        —          3       —
        ────────────────────
        总计     102   87.9%

        """)
  }

  @Test func `every type reads as people write it`() {
    let everything = table([
      column("bool", Column(bools: [true, false, nil])),
      column("cost", Column(decimals: [1250, -5, 0], scale: 2)),
      column("day", Column(days: [Day(20757), nil, Day(0)])),
      column("at", Column(dateTimes: [30600, nil, nil])),
      column(
        "month", Column(periods: [Period(.month, containing: Day(20757)), nil, nil])),
      column("kind", Column(categories: ["visit", nil, "phone"], dictionary: kinds)),
      column("tags", Column(tags: [["new", "bereaved"], [], ["new"]], dictionary: tags)),
      column(
        "list", Column(values: [.list([.int(1), .int(2)]), .missing, .missing], type: .list(.int))),
      column(
        "family", Column(rows: [1, nil, 0], of: EntityID(0)),
        linkTexts: Column(texts: ["F1", "F2"])),
    ])
    #expect(
      OutputFormat.table.text(everything, options: english) == """
        bool   cost  day         at                   month    kind   tags           list  family
        yes   12.50  2026-10-31  1970-01-01 08:30:00  2026-10  visit  bereaved, new  1, 2  F2
        no    -0.05  —           —                    —        —      —              —     —
        —      0.00  1970-01-01  —                    —        phone  new            —     F1

        """)
    #expect(lines(everything, chinese)[1].contains("是    12.50"))
    #expect(lines(everything, chinese)[1].contains("探访  失独、新增"))
  }

  @Test func `a table without rows says so`() {
    let empty = table([column("id", "编号", Column(texts: []))])
    #expect(OutputFormat.table.text(empty, options: english) == "id\n(no rows)\n")
    #expect(OutputFormat.table.text(empty, options: chinese) == "编号\n（没有行）\n")
    let nothing = ResultTable(columns: [], rowCount: 1)
    #expect(OutputFormat.table.text(nothing, options: english) == "(1 row, no columns)\n")
  }

  @Test func `rows beyond the limit are counted`() {
    var options = english
    options.rowLimit = 1
    #expect(lines(streets, options)[2] == "… 2 more rows")
    options.rowLimit = 2
    #expect(lines(streets, options)[3] == "… 1 more row")
    options.language = .chinese
    #expect(lines(streets, options)[3] == "…… 还有 1 行")
    #expect(lines(streets, options).last == "总计     102   87.9%")
  }

  @Test(arguments: [0, 1, 63, 64, 65])
  func `every row is a line`(rows: Int) {
    let numbers = table([column("n", Column(ints: (0..<rows).map(Int64.init)))])
    let expected = rows == 0 ? ["n", "(no rows)"] : nil
    let found = lines(numbers, english)
    if let expected { #expect(found == expected) }
    #expect(found.count == 1 + max(rows, 1))
    #expect(found.last?.hasSuffix(rows == 0 ? ")" : "\(rows - 1)") == true)
  }

  @Test func `cells of a column begin or end at one place`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let rows = Int.random(in: 1...20, using: &generator)
      let texts = (0..<rows).map { _ in String(generator.text().filter { !$0.isWhitespace }) + "x" }
      let numbers = (0..<rows).map { _ in Int64.random(in: -999...99999, using: &generator) }
      let sample = table([
        column("a", Column(texts: texts)), column("b", Column(ints: numbers)),
        column("c", Column(texts: Array(repeating: "|", count: rows))),
      ])
      let widths = lines(sample, english).dropFirst().map { line in
        #expect(line.hasSuffix("  |"))
        return displayWidth(of: line)
      }
      #expect(Set(widths).count == 1)
    }
  }

  @Test func `control characters never reach the terminal`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      var sample = generator.table(rows: Int.random(in: 0...8, using: &generator))
      sample.columns[0].label = Bilingual(same: generator.text())
      for line in lines(sample, english) { #expect(visible(line) == line) }
    }
    let attack = table([column("t", Column(texts: ["a\u{1B}[2Jb", "one\r\ntwo\nthree\t."]))])
    #expect(lines(attack, english) == ["t", "a␛[2Jb", "one⏎two⏎three␉."])
  }

  @Test func `the quick scan agrees with the careful one`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if value > 0x3100 && value % 7 != 0 && value < 0xF900 { continue }
      var text = String(scalar)
      let isHarmless = text.withUTF8 { $0.isHarmless }
      #expect(isHarmless == (visible(text) == text), "U+\(String(value, radix: 16))")
      let width = text.withUTF8 { $0.displayWidth }
      if isHarmless { #expect(width == displayWidth(of: text), "U+\(String(value, radix: 16))") }
    }
  }

  @Test func `no line is wider than the terminal`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var options = english
      options.maxWidth = Int.random(in: 50...100, using: &generator)
      let sample = generator.table(rows: Int.random(in: 0...8, using: &generator))
      for line in lines(sample, options) where !line.hasPrefix("… ") {
        #expect(displayWidth(of: line) <= options.maxWidth!)
      }
    }
  }

  @Test func `texts are shortened and numbers never`() {
    let wide = table([
      column("address", Column(texts: ["厦门市思明区莲前街道前埔南社区", "short"])),
      column("number", Column(ints: [1_234_567_890_123, 1])),
    ])
    var options = english
    options.maxWidth = 28
    #expect(
      lines(wide, options) == [
        "address               number", "厦门市思明区…  1234567890123", "short                      1",
      ])
  }

  @Test func `columns before the last give way when nothing else helps`() {
    let columns = (1...6).map { column("number\($0)", Column(ints: [1_234_567_890])) }
    var options = english
    options.maxWidth = 40
    #expect(
      OutputFormat.table.text(table(columns), options: options) == """
           number1     number2  …     number6
        1234567890  1234567890  …  1234567890
        … 3 more columns: number3, number4,
          number5

        """)
  }

  @Test func `private columns are masked`() {
    let people = table([
      column("head", Column(texts: ["张建国", nil, "", "👩‍👩‍👧x"]), isPrivate: true),
      column("phone", Column(ints: [13_800_000_000, nil, nil, 5]), isPrivate: true),
    ])
    var options = english
    options.masksPrivate = true
    #expect(
      lines(people, options) == ["head  phone", "张**  1**", "—     —", "      —", "👩‍👩‍👧**  5**"])
    #expect(
      OutputFormat.csv.text(people, options: options)
        == "head,phone\n张**,1**\n,\n\"\",\n👩‍👩‍👧**,5**\n")
    #expect(
      OutputFormat.json.text(people, options: options).contains(#"{"head":"张**","phone":"1**"}"#))
    // A workbook is no text, and what has no chart is refused as one.
    for format in OutputFormat.allCases where format != .xlsx && format != .vegaLite {
      #expect(!format.text(people, options: options).contains("建国"))
      #expect(format.text(people, options: english).contains("建国"))
    }
  }

  @Test func `remarks give dates and notes`() {
    var answer = streets
    answer.periods = [
      ResolvedPeriod(
        phrase: Bilingual("last 30 days", "最近30天"),
        period: Period(from: Day(20728), through: Day(20757))),
      ResolvedPeriod(
        phrase: Bilingual("today", "今天"), period: Period(.day, containing: Day(20757))),
    ]
    answer.notes = [
      Note(Bilingual("2 missing", "缺 2 个")), Note(Bilingual("odd", "怪"), kind: .warning),
    ]
    #expect(
      renderRemarks(answer, language: .english) == """
        last 30 days = 2026-10-02 … 2026-10-31
        today = 2026-10-31
        note: 2 missing
        warning: odd

        """)
    #expect(
      renderRemarks(answer, language: .chinese)
        == "最近30天 = 2026-10-02 … 2026-10-31\n今天 = 2026-10-31\n注：缺 2 个\n警告：怪\n")
    #expect(renderRemarks(streets, language: .english) == "")
  }
}
