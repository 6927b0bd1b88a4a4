import HearthData
import HearthText

/// An output while it is written: answers one after the other, with what stands around them.
package protocol Document {
  /// Adds the answer to a query; what its format refuses is not to be added.
  mutating func add(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink)

  /// Adds plain text that was asked for, its last line ended.
  mutating func add(text: String, into sink: inout ByteSink)

  mutating func add(
    _ failure: FailedExpectation, options: RenderOptions, into sink: inout ByteSink)

  /// Writes what stands at the end.
  ///
  /// - Throws: when the document as a whole cannot be made.
  mutating func finish(into sink: inout ByteSink) throws(DocumentError)
}

/// Why a document could not be made.
package struct DocumentError: Error {
  package var message: Bilingual

  package init(_ message: Bilingual) { self.message = message }
}

/// An expectation of a script that does not hold.
package struct FailedExpectation {
  /// `report.hearth:12`.
  package var place: String
  /// The script's own words, if it has any.
  package var message: String?
  package var finding: Bilingual
  /// The first offending rows.
  package var rows: ResultTable?

  package init(place: String, message: String?, finding: Bilingual, rows: ResultTable?) {
    self.place = place
    self.message = message
    self.finding = finding
    self.rows = rows
  }

  /// `the fees are too high (3 rows where none were expected)`.
  func sentence(in language: Language) -> String {
    guard let message else { return finding[language] }
    let (open, close) = language == .english ? (" (", ")") : ("（", "）")
    return message + open + finding[language] + close
  }
}

/// Lines, written as they come: nothing stands before the first answer or behind the last.
struct LineDocument: Document {
  let renderer: any Renderer
  private var hasAnswers = false

  init(renderer: any Renderer) { self.renderer = renderer }

  mutating func add(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    if hasAnswers, renderer.separatesResults { sink.write("\n") }
    if !hasAnswers, options.hasByteOrderMark, renderer is CSVRenderer { sink.write("\u{FEFF}") }
    hasAnswers = true
    renderer.render(table, options: options, into: &sink)
  }

  mutating func add(text: String, into sink: inout ByteSink) { sink.write(text) }

  /// What failed is said beside the answers.
  mutating func add(
    _ failure: FailedExpectation, options: RenderOptions, into sink: inout ByteSink
  ) {}

  mutating func finish(into sink: inout ByteSink) {}
}
