import HearthData
import HearthText
import Testing

@testable import HearthIO

/// Reads text as a table of text columns, in so many parts.
private func read(_ bytes: [UInt8], parts: Int) throws -> (
  rows: [[String?]], lines: [Int], problems: Int
) {
  let file = try CSVFile(Buffer(bytes), name: "t.csv")
  let requests = file.headers.indices.map { column in
    TableScan.Request(column: column) { TextReader(isKey: false, file: "t.csv", header: "x") }
  }
  let scan = TableScan(file, requests, partCount: parts)
  let columns = try scan.columns()
  let rows = (0..<scan.rowCount).map { row in columns.map { $0.cellText(at: row) } }
  let lines = scan.lines
  return (rows, (0..<scan.rowCount).map { lines.line(of: $0) }, scan.recordProblems.count)
}

/// Cells that are hard to write and to read.
private let pieces = [
  "a", "b", "7", ",", "\"", "\n", "\r\n", "\r", ";", "\t", "'", "家", "㳇", "é", "\u{1F600}", "\u{0}",
  "  ",
]

private func randomTable(
  rows: Int, columns: Int, _ generator: inout SeededGenerator
) -> [[String?]] {
  (0..<rows).map { row in
    (0..<columns).map { column in
      // The first column is always known, since a row of nothing is no row.
      if column == 0 { return "r\(row)" }
      if Int.random(in: 0..<5, using: &generator) == 0 { return nil }
      let count = Int.random(in: 1..<9, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      return CellText.trimmed(text).isEmpty ? "x" : text
    }
  }
}

private func written(
  _ table: [[String?]], columns: Int, end: String, _ generator: inout SeededGenerator
) -> String {
  let header = (0..<columns).map { "c\($0)" }.joined(separator: ",")
  let lines = table.map { row in
    row.map { cell in
      let mustQuote =
        cell?.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) } ?? false
      if mustQuote || Int.random(in: 0..<4, using: &generator) == 0 {
        return "\"" + (cell ?? "").replacing("\"", with: "\"\"") + "\""
      }
      return cell ?? ""
    }.joined(separator: ",")
  }
  return ([header] + lines).joined(separator: end) + end
}

@Suite struct CSVPropertyTests {
  @Test(arguments: [0, 1, 63, 64, 65, 300])
  func `what is written is read back, in any number of parts`(_ rows: Int) throws {
    var generator = SeededGenerator(UInt64(rows) + 1)
    for round in 0..<12 {
      let columns = 1 + round % 7
      let table = randomTable(rows: rows, columns: columns, &generator)
      let end = ["\n", "\r\n", "\r"][round % 3]
      let text = Array(written(table, columns: columns, end: end, &generator).utf8)
      let whole = try read(text, parts: 1)
      #expect(whole.rows == table)
      #expect(whole.problems == 0)
      for parts in [2, 3, 7, 50] {
        let divided = try read(text, parts: parts)
        #expect(divided.rows == table)
        #expect(divided.lines == whole.lines)
      }
    }
  }

  @Test func `sizes around the batch and the word are all the same`() throws {
    // 12 columns make a batch of 2730 rows.
    for columns in [1, 12] {
      let capacity = 32_768 / columns
      for rows in [capacity - 1, capacity, capacity + 1] {
        let header = (0..<columns).map { "c\($0)" }.joined(separator: ",")
        let body = (0..<rows).map { row in
          (0..<columns).map { "\(row * $0 % 1000)" }.joined(separator: ",")
        }
        let text = Array(([header] + body).joined(separator: "\n").utf8)
        let table = try read(text, parts: 2)
        #expect(table.rows.count == rows)
        #expect(table.rows.last?.last == "\((rows - 1) * (columns - 1) % 1000)")
        #expect(table.lines.last == rows + 1)
      }
    }
    for length in 0..<70 {
      let cell = String(repeating: "x", count: length)
      #expect(
        try read(Array("a,b\n\(cell)y,\(cell)\n".utf8), parts: 1).rows == [
          [cell + "y", length == 0 ? nil : cell]
        ])
      #expect(
        try read(Array("a,b\n\"\(cell)y\",\(cell)z".utf8), parts: 1).rows == [
          [cell + "y", cell + "z"]
        ])
    }
  }

  @Test func `a file cut at any byte is read, in any number of parts alike`() throws {
    var generator = SeededGenerator(5)
    for end in ["\n", "\r\n"] {
      let table = randomTable(rows: 12, columns: 3, &generator)
      let text = Array(written(table, columns: 3, end: end, &generator).utf8)
      for cut in 0...text.count {
        let whole = try read(Array(text[..<cut]), parts: 1)
        #expect(whole.rows.count <= table.count + 12)
        #expect(whole.lines == whole.lines.sorted())
        for parts in [2, 5] {
          let divided = try read(Array(text[..<cut]), parts: parts)
          #expect(divided.rows == whole.rows, "cut at \(cut)")
          #expect(divided.lines == whole.lines, "cut at \(cut)")
          #expect(divided.problems == whole.problems, "cut at \(cut)")
        }
      }
    }
  }

  @Test func `bytes at random never crash, and parts never change the answer`() throws {
    var generator = SeededGenerator(77)
    let alphabet = Array("\"\",,\n\r;ab1\u{0}".utf8) + [0xE5, 0xBC, 0x80]
    for _ in 0..<1000 {
      let count = Int.random(in: 0..<60, using: &generator)
      var bytes = Array("a,b\n".utf8)
      for _ in 0..<count { bytes.append(alphabet.randomElement(using: &generator) ?? 0) }
      guard let whole = try? read(bytes, parts: 1) else { continue }
      for parts in [2, 4] {
        let divided = try read(bytes, parts: parts)
        #expect(divided.rows == whole.rows, "\(bytes)")
        #expect(divided.lines == whole.lines, "\(bytes)")
      }
    }
  }

  @Test func `foreign folders cut at any byte open or say why`() throws {
    let text = Array("编号,日期,tags,n\nF1,2026-03-05,a、b,1.5\n\"F2\",2026/3/6,\"c\n\",２\n".utf8)
    for cut in 0...text.count {
      let source = MemorySource(["表.csv": Buffer(Array(text[..<cut]))])
      do throws(DataError) {
        let schema = try openDataSet(source: source, declared: Schema())
        let store = Store(schema: schema, loader: FileLoader(source))
        let check = try DataCheck(store)
        #expect(check.tables.count == 1)
        #expect(check.tables[0].rowCount <= 3)
      } catch {
        #expect(!error.message.chinese.isEmpty)
      }
    }
  }
}
