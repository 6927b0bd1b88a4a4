import HearthData
import HearthText
import HearthWorkbook

/// Answers as an Excel file: a sheet with typed cells for each, and one that says where they come
/// from.
package struct WorkbookRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { false }
  package var holdsRemarks: Bool { true }

  package func refusal(of table: ResultTable) -> Bilingual? {
    // The head, and the total.
    let rows = table.rowCount + 1 + (table.total == nil ? 0 : 1)
    if rows > Sheet.mostRows {
      return Bilingual(
        "\(table.rowCount) rows do not fit a sheet, which has \(Sheet.mostRows); csv takes them.",
        "\(table.rowCount) 行超出工作表的上限（\(Sheet.mostRows) 行）；可改用 csv。")
    }
    if table.columns.count > Sheet.mostColumns {
      return Bilingual(
        "\(table.columns.count) columns do not fit a sheet, which has \(Sheet.mostColumns).",
        "\(table.columns.count) 列超出工作表的上限（\(Sheet.mostColumns) 列）。")
    }
    return nil
  }

  /// A workbook of one sheet; nothing where none can be made.
  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    var document = WorkbookDocument(provenance: nil, options: options)
    document.add(table, options: options, into: &sink)
    try? document.finish(into: &sink)
  }

  package func document(_ provenance: Provenance, _ options: RenderOptions) -> any Document {
    WorkbookDocument(provenance: provenance, options: options)
  }
}

/// A workbook while it is made; its bytes come at the end.
struct WorkbookDocument: Document {
  private let provenance: Provenance?
  private let options: RenderOptions
  private var workbook: Workbook?
  private var problem: DocumentError?
  private var count = 0
  /// What the last sheet says: of each answer, and of all.
  private var about = AboutSheet()

  init(provenance: Provenance?, options: RenderOptions) {
    self.provenance = provenance
    self.options = options
    let days = Int(provenance?.today.number ?? 0)
    do throws(WorkbookError) {
      workbook = try Workbook(
        title: provenance?.title ?? "Hearth", secondsSince1970: days * 86_400)
    } catch {
      problem = DocumentError(error.message)
    }
  }

  mutating func add(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    count += 1
    let number = Bilingual("Answer \(count)", "结果 \(count)")[options.language]
    let name = table.question?.title.flatMap(Workbook.sheetName) ?? number
    if !write(table, name: name, options) { return sink.stop() }
    about.describe(table, name: name, options.language)
  }

  /// Text is told on the last sheet.
  mutating func add(text: String, into sink: inout ByteSink) {
    about.add(Bilingual("Text", "文本")[options.language], text)
  }

  mutating func add(
    _ failure: FailedExpectation, options: RenderOptions, into sink: inout ByteSink
  ) {
    let name = Bilingual("Expectation failed", "期望未满足")[options.language]
    about.add(name, failure.sentence(in: options.language) + "\n" + failure.place)
    if let rows = failure.rows { _ = write(rows, name: name, options) }
  }

  mutating func finish(into sink: inout ByteSink) throws(DocumentError) {
    if let problem { throw problem }
    guard let workbook else { return }
    if let provenance { about.add(provenance.entries(in: options.language)) }
    about.write(into: workbook, options.language)
    self.workbook = nil
    do throws(WorkbookError) {
      sink.write(try workbook.finish())
    } catch {
      throw DocumentError(error.message)
    }
  }

  /// False when it was given up.
  private func write(_ table: ResultTable, name: String, _ options: RenderOptions) -> Bool {
    guard let workbook else { return true }
    return TableSheet(table: table, options: options).write(into: workbook.addSheet(named: name))
  }
}
