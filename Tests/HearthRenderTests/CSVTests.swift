import HearthData
import HearthText
import Testing

@testable import HearthRender

/// A reader of RFC 4180 that shares nothing with the writer.
private func parse(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = String.UnicodeScalarView()
  var (isQuoted, isOpen) = (false, false)
  var scalars = text.unicodeScalars.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    switch scalar {
    case "\"" where isOpen && next == "\"":
      field.append("\"")
      next = scalars.next()
    case "\"" where isOpen: isOpen = false
    case "\"" where field.isEmpty && !isQuoted: (isOpen, isQuoted) = (true, true)
    case "," where !isOpen:
      record.append(String(field))
      (field, isQuoted) = (.init(), false)
    case "\n" where !isOpen:
      records.append(record + [String(field)])
      (record, field, isQuoted) = ([], .init(), false)
    default: field.append(scalar)
    }
  }
  #expect(!isOpen && field.isEmpty && record.isEmpty)
  return records
}

@Suite struct CSVTests {
  @Test func `rows alone, identifiers, no total`() {
    let expected = "street,eligible,rate\n开元,41,0.9512195121951219\n莲前,58,0.81\n,3,\n"
    #expect(OutputFormat.csv.text(streets, options: english) == expected)
    #expect(OutputFormat.csv.text(streets, options: chinese) == expected)
    var labels = chinese
    labels.headers = .labels
    #expect(OutputFormat.csv.text(streets, options: labels).hasPrefix("街道,应服务,覆盖率\n"))
  }

  @Test func `labels that two columns share give way to identifiers`() {
    let two = table([
      column("a", "名称", Column(ints: [1])), column("b", "名称", Column(ints: [2])),
      column("c", "数", Column(ints: [3])),
    ])
    var labels = chinese
    labels.headers = .labels
    #expect(OutputFormat.csv.text(two, options: labels).hasPrefix("a,b,数\n"))
  }

  @Test func `values are identifiers in every language`() {
    let values = table([
      column("kind", Column(categories: ["visit", nil], dictionary: kinds)),
      column("tags", Column(tags: [["new", "bereaved"], []], dictionary: tags)),
      column("ok", Column(bools: [true, false])),
      column("at", Column(dateTimes: [0, nil])),
      column(
        "of", Column(rows: [1, nil], of: EntityID(0)), linkTexts: Column(ints: [7, 8])),
    ])
    #expect(
      OutputFormat.csv.text(values, options: chinese)
        == "kind,tags,ok,at,of\nvisit,bereaved;new,true,1970-01-01T00:00:00,8\n,,false,,\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86 138", "'+86 138"), ("-", "'-"), ("@x", "'@x"), ("-5", "-5"),
    ("+1.5e3", "+1.5e3"), ("-1.2.3", "'-1.2.3"), ("-5,0", "\"'-5,0\""), ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""), ("-e5", "'-e5"), ("a=b", "a=b"),
  ])
  func `a cell that a spreadsheet would run is defused`(text: String, cell: String) {
    let sample = table([column("t", Column(texts: [text]))])
    #expect(OutputFormat.csv.text(sample, options: english) == "t\n\(cell)\n")
    var raw = english
    raw.isRaw = true
    #expect(parse(OutputFormat.csv.text(sample, options: raw))[1] == [text])
  }

  @Test func `empty texts and missing cells differ`() {
    let sample = table([
      column("a", Column(texts: ["", nil])), column("b", Column(ints: [1, nil])),
    ])
    #expect(OutputFormat.csv.text(sample, options: english) == "a,b\n\"\",1\n,\n")
    let alone = table([column("b", Column(ints: [1, nil]))])
    #expect(OutputFormat.csv.text(alone, options: english) == "b\n1\n\"\"\n")
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1023, 1024, 1025])
  func `what is written reads back`(rows: Int) {
    var generator = SeededGenerator(seed: UInt64(rows))
    var raw = english
    raw.isRaw = true
    for _ in 0..<(rows > 100 ? 2 : 20) {
      let texts = (0..<3).map { _ in (0..<rows).map { _ in generator.text() } }
      let sample = table(
        texts.enumerated().map { column("c\($0.offset)", Column(texts: $0.element)) })
      let records = parse(OutputFormat.csv.text(sample, options: raw))
      #expect(records.count == rows + 1)
      for row in 0..<rows { #expect(records[row + 1] == texts.map { normalized($0[row]) }) }
    }
  }

  @Test func `every record has every column`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let sample = generator.table(rows: Int.random(in: 0...70, using: &generator))
      let records = parse(OutputFormat.csv.text(sample, options: english))
      #expect(records.count == sample.rowCount + 1)
      #expect(records.allSatisfy { $0.count == sample.columns.count })
    }
  }

  @Test func `a terminal gets pictures of control characters, a file gets the characters`() {
    let sample = table([column("t", Column(texts: ["a\u{1B}b"]))])
    var terminal = english
    terminal.isTerminal = true
    #expect(OutputFormat.csv.text(sample, options: terminal) == "t\na␛b\n")
    #expect(OutputFormat.csv.text(sample, options: english) == "t\na\u{1B}b\n")
  }

  @Test func `a closed pipe ends the work`() {
    let long = table([column("n", Column(ints: (0..<1_000_000).map(Int64.init)))])
    var delivered = 0
    var sink = ByteSink { piece in
      delivered += piece.count
      return false
    }
    CSVRenderer().render(long, options: english, into: &sink)
    sink.flush()
    #expect(sink.isClosed)
    #expect(delivered > 0 && delivered < 100_000)
  }

  @Test func `a delivering sink gives the same bytes as memory`() {
    let long = table([column("n", Column(ints: (0..<50_000).map(Int64.init)))])
    var delivered: [UInt8] = []
    var sink = ByteSink { piece in
      delivered += piece
      return true
    }
    CSVRenderer().render(long, options: english, into: &sink)
    sink.flush()
    #expect(
      String(decoding: delivered, as: UTF8.self) == OutputFormat.csv.text(long, options: english))
  }
}
