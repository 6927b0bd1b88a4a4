import Foundation
import HearthData
import HearthText
import Testing

@testable import HearthRender

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The Excel file, unpacked and read as Excel reads it.
@Suite struct WorkbookTests {
  private let provenance = Provenance(
    dataName: "siming", dataVersion: "0123456789abcdef", script: "reports/a.hearth",
    today: Day(20757), program: "Hearth")

  /// A file with these answers.
  private func archive(_ tables: [ResultTable], _ options: RenderOptions) throws -> Archive {
    var document = WorkbookRenderer().document(provenance, options)
    var sink = ByteSink()
    for table in tables { document.add(table, options: options, into: &sink) }
    try document.finish(into: &sink)
    return try Archive(sink.bytes)
  }

  private func sheet(_ number: Int, _ archive: Archive) throws -> SheetContent {
    try SheetContent(
      #require(archive.text("xl/worksheets/sheet\(number).xml")),
      strings: archive.text("xl/sharedStrings.xml") ?? "<sst/>")
  }

  @Test func `cells are typed, rates are percent, the head stays and can be filtered`() throws {
    let archive = try archive([streets], chinese)
    let sheet = try sheet(1, archive)
    #expect(sheet.rows[0] == ["街道", "应服务", "覆盖率"])
    #expect(sheet.rows[1] == ["开元", "41", "0.9512195121951219"])
    #expect(sheet.rows[3] == ["", "3"])
    #expect(sheet.rows[4] == ["总计", "102", "0.879"])
    #expect(sheet.types["A2"] == "s" && sheet.types["B2"] == "n" && sheet.types["C2"] == "n")
    #expect(sheet.xml.contains("state=\"frozen\""))
    #expect(sheet.xml.contains("<autoFilter ref=\"A1:C4\""))
    let styles = try #require(archive.text("xl/styles.xml"))
    #expect(styles.contains("0.0%"))
    #expect(styles.contains("#,##0"))
  }

  @Test func `days, amounts and flags are what a spreadsheet counts with`() throws {
    let answer = table([
      column("day", Column(days: [Day(20757), Day(-30000), nil])),
      column("cost", Column(decimals: [1250, -5, nil], scale: 2)),
      column("flag", Column(bools: [true, false, nil])),
      column("many", Column(ints: [1 << 60, 7, nil])),
      column("link", Column(texts: ["http://x", "=1+1", "a\nb"])),
    ])
    let archive = try archive([answer], english)
    let sheet = try sheet(1, archive)
    #expect(sheet.rows[1] == ["46326", "12.5", "1", "1152921504606846976", "http://x"])
    // Before 1900 a spreadsheet has no days.
    #expect(sheet.rows[2] == ["1887-11-12", "-0.05", "0", "7", "=1+1"])
    #expect(sheet.rows[3] == ["", "", "", "", "a\nb"])
    #expect(sheet.types["C2"] == "b" && sheet.types["D2"] == "s" && sheet.types["E3"] == "s")
    #expect(!sheet.xml.contains("<f>") && !sheet.xml.contains("hyperlink"))
    let styles = try #require(archive.text("xl/styles.xml"))
    #expect(styles.contains("yyyy-mm-dd") && styles.contains("#,##0.00"))
  }

  @Test func `a sheet bears the name that the script gives, the last one says the rest`() throws {
    var named = streets
    named.question = Question(title: "各街道覆盖", text: "家庭 | 覆盖 服务", sentence: "在册家庭中……")
    var long = streets
    let title = "A title that is far too long for the tab of a sheet"
    long.question = Question(title: title, text: "families", sentence: "The families.")
    let archive = try archive([named, long, named], english)
    let workbook = try #require(archive.text("xl/workbook.xml"))
    let names = workbook.matches(of: #/<sheet name="([^"]*)"/#).map { String($0.1) }
    #expect(names == ["各街道覆盖", "Answer 2", "各街道覆盖 2", "About"])
    let about = try sheet(4, archive).rows.map { $0.joined(separator: "|") }
    #expect(about.contains("各街道覆盖|在册家庭中……"))
    #expect(about.contains("Answer 2|\(title)\nThe families."))
    #expect(about.contains("Version of the data|0123456789abcdef"))
    #expect(about.contains("Today|2026-10-31"))
  }

  @Test(arguments: UInt64(0)..<25)
  func `any table is a workbook that says every text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let answer = generator.table(rows: Int(seed % 6))
    let archive = try archive([answer], english)
    let sheet = try sheet(1, archive)
    #expect(sheet.rows[0].count <= answer.columns.count)
    for (index, column) in answer.columns.enumerated() where column.values.type == .text {
      for row in 0..<answer.rowCount {
        guard case .text(let text) = column.values.value(at: row) else { continue }
        let cells = sheet.rows.count > row + 1 ? sheet.rows[row + 1] : []
        let shown = index < cells.count ? cells[index] : ""
        let letters = text.filter { $0.isLetter || $0.isNumber }
        #expect(shown.filter { $0.isLetter || $0.isNumber } == letters)
      }
    }
  }

  @Test func `a text that no cell holds is cut, and the file stays whole`() throws {
    let answer = table([column("c", Column(texts: [String(repeating: "长", count: 40_000)]))])
    let sheet = try sheet(1, try archive([answer], chinese))
    #expect(sheet.rows[1][0].utf16.count == 32_767)
  }
}

/// The cells of a sheet, row by row, as texts; and the type of each, by its place.
private final class SheetContent: NSObject, XMLParserDelegate {
  let xml: String
  private(set) var rows: [[String]] = []
  private(set) var types: [String: String] = [:]
  private var strings: [String] = []
  private var place = ""
  private var type = ""
  private var text = ""
  private var isInStrings = true

  struct Broken: Error { var reason: String }

  init(_ sheet: String, strings: String) throws {
    xml = sheet
    super.init()
    for document in [strings, sheet] {
      let parser = XMLParser(data: Data(document.utf8))
      parser.delegate = self
      if !parser.parse() { throw Broken(reason: "\(parser.parserError as Any)") }
      isInStrings = false
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "si": text = ""
    case "c":
      place = attributes["r"] ?? ""
      type = attributes["t"] ?? "n"
      text = ""
    case "v", "t": if !isInStrings { text = "" }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "si": strings.append(text)
    case "v":
      let value = type == "s" ? strings[Int(text) ?? 0] : text
      put(value)
    default: break
    }
  }

  private func put(_ value: String) {
    types[place] = type
    let letters = place.prefix { $0.isLetter }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    let row = (Int(place.dropFirst(letters.count)) ?? 1) - 1
    while rows.count <= row { rows.append([]) }
    while rows[row].count <= column { rows[row].append("") }
    rows[row][column] = value
  }
}
