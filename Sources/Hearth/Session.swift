import HearthData
import HearthRender
import HearthSyntax
import HearthText
import Synchronization

/// A conversation with a data set, for programs that embed Hearth: queries, names for results,
/// definitions.
///
/// Safe to share between tasks; texts run one at a time, each on all cores.
public final class Session: Sendable {
  private let workspace: Mutex<Workspace>

  public init(_ data: DataSet, options: Options = Options()) throws(HearthError) {
    if let report = data.schemaReport, report.hasErrors {
      throw HearthError(.data, report.rendered)
    }
    workspace = Mutex(Workspace(data, options: try options.workspaceOptions()))
  }

  /// How a session answers; everything that could make the same text give another answer is here.
  public struct Options: Sendable {
    /// `en` or `zh`: the language of labels and messages.
    public var language = "en"
    /// The day that counts as today, `2026-10-31`; nil: the script's, the data's, the machine's.
    public var today: String?
    /// Values for a script's parameters, as they would be written.
    public var parameters: [String: String] = [:]
    /// Whether people's names and addresses are shown.
    public var isMasked = false

    public init() {}

    func workspaceOptions() throws(HearthError) -> WorkspaceOptions {
      guard let language = Language(rawValue: language) else {
        throw HearthError(
          .query,
          Bilingual("the language is en or zh, not \(language)", "语言应为 en 或 zh，而不是 \(language)"))
      }
      return WorkspaceOptions(
        language: language, today: try today.map(Options.day),
        parameterTexts: parameters, privacy: isMasked ? .masked : .open, isSafe: true)
    }

    private static func day(_ text: String) throws(HearthError) -> Day {
      if let day = DateText.day(text) { return day }
      throw HearthError(
        .query,
        Bilingual(
          "today is a date such as 2026-10-31, not \(text)", "“今天”应为 2026-10-31 这样的日期，而不是 \(text)"))
    }
  }

  /// Runs a text and gives the answers of its queries, in order.
  ///
  /// - Throws: `HearthError`: a wrong query with places and suggestions, unreadable data, a limit.
  public func answers(_ text: String) throws(HearthError) -> [Answer] {
    var answers: [Answer] = []
    var problem: HearthError?
    do {
      try workspace.withLock { workspace in
        _ = try workspace.run(SourceText(name: "query", text: text)) { event in
          switch event {
          case .table(let table):
            answers.append(
              Answer(
                table, language: workspace.language, isMasked: workspace.privacy > .open))
          case .diagnostics(let report) where report.hasErrors:
            problem = HearthError(.query, report.rendered)
          case .failure(let kind, let message, let hint, _):
            problem = HearthError(kind, message, hint: hint)
          case .expectation(let outcome) where !outcome.isMet:
            problem = HearthError(.query, outcome.finding)
          case .diagnostics, .text, .save, .expectation, .rowStrip: break
          }
        }
      }
    } catch {
      preconditionFailure("the closure throws nothing, so running throws nothing: \(error)")
    }
    if let problem { throw problem }
    return answers
  }

  /// The answer of a text with one query.
  public func answer(_ query: String) throws(HearthError) -> Answer {
    guard let answer = try answers(query).last else {
      throw HearthError(.query, Bilingual("the text has no query", "文本中没有查询"))
    }
    return answer
  }
}

/// The answer to one query.
public struct Answer: Sendable {
  package let table: ResultTable
  private let options: RenderOptions

  init(_ table: ResultTable, language: Language, isMasked: Bool) {
    self.table = table
    options = RenderOptions(language: language, masksPrivate: isMasked)
  }

  public var rowCount: Int { table.rowCount }
  /// The identifiers of the columns.
  public var columnNames: [String] { table.columns.map(\.name) }

  /// Rows alone, RFC 4180, identifiers as header.
  public var csv: String { text(.csv) }
  /// One object with columns, rows, total, periods and notes.
  public var json: String { text(.json) }
  /// Aligned for a screen.
  public var text: String { text(.table) }

  private func text(_ format: OutputFormat) -> String {
    format.text(table, options: options)
  }
}
