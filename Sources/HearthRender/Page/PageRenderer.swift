import HearthData
import HearthText

/// Answers as one HTML file that needs nothing beside it: tables, charts as SVG, what periods
/// resolved to, and where all of it comes from; for a screen of any width, and for paper.
package struct PageRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { false }
  package var holdsRemarks: Bool { true }

  /// A page that says nothing of where the result comes from.
  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    var page = PageDocument(provenance: nil, language: options.language)
    page.add(table, options: options, into: &sink)
    page.finish(into: &sink)
  }

  package func document(_ provenance: Provenance, _ options: RenderOptions) -> any Document {
    PageDocument(provenance: provenance, language: options.language)
  }
}

/// A page while it is written.
struct PageDocument: Document {
  let provenance: Provenance?
  let language: Language
  private var hasBegun = false
  private var count = 0

  init(provenance: Provenance?, language: Language) {
    self.provenance = provenance
    self.language = language
  }

  mutating func add(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    begin(into: &sink)
    count += 1
    PageSection(table: table, options: options, number: count).write(into: &sink)
  }

  mutating func add(text: String, into sink: inout ByteSink) {
    begin(into: &sink)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedMarkup(String($0)) }
    sink.write("<section><pre>\(lines.joined(separator: "\n"))</pre></section>\n")
  }

  mutating func add(
    _ failure: FailedExpectation, options: RenderOptions, into sink: inout ByteSink
  ) {
    begin(into: &sink)
    let title = Bilingual("Expectation failed", "期望未满足")
    sink.write("<section class=\"failed\">\n<h2>\(title[options.language])</h2>\n")
    sink.write("<p>\(escapedMarkup(failure.sentence(in: options.language)))</p>\n")
    sink.write("<p class=\"place\">\(escapedMarkup(failure.place))</p>\n")
    if let rows = failure.rows {
      PageTable(
        cells: ReadingCells(rows, options.ofPage), rowCount: rows.rowCount, language: language
      )
      .write(label: title[options.language], into: &sink)
    }
    sink.write("</section>\n")
  }

  mutating func finish(into sink: inout ByteSink) {
    begin(into: &sink)
    if let provenance {
      let title = Bilingual("Where this comes from", "来源")[language]
      sink.write("<footer>\n<h2>\(title)</h2>\n<dl>\n")
      for entry in provenance.entries(in: language) {
        sink.write(
          "<dt>\(escapedMarkup(entry.name))</dt><dd>\(escapedMarkup(entry.value))</dd>\n")
      }
      sink.write("</dl>\n</footer>\n")
    }
    sink.write("</main>\n</body>\n</html>\n")
  }

  private mutating func begin(into sink: inout ByteSink) {
    if hasBegun { return }
    hasBegun = true
    let code = language == .english ? "en" : "zh-Hans"
    let title = escapedMarkup(provenance?.title ?? "Hearth")
    sink.write(
      """
      <!DOCTYPE html>
      <html lang="\(code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(PageStyle.text)
      </style>
      </head>
      <body>
      <main>

      """)
    guard let provenance else { return }
    let day = Bilingual(
      "\(provenance.dataName), as of \(provenance.today)",
      "\(provenance.dataName)，截至 \(provenance.today)")
    sink.write("<header>\n<h1>\(title)</h1>\n<p>\(escapedMarkup(day[language]))</p>\n</header>\n")
  }
}
