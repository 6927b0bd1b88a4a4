import HearthLineEditor
import HearthText

/// What the REPL asks of the program behind it.
protocol REPLBackend: AnyObject {
  /// The language of messages and tables.
  var language: Language { get set }
  /// Whether the rows that the stages left are said after each answer.
  var isTracing: Bool { get set }
  /// What data is open, for the banner: a name, how much, as of when.
  var summary: Bilingual { get }
  /// The names that `.describe` takes, in both languages.
  var tableNames: [Bilingual] { get }

  func inputState(of text: String) -> InputState
  /// The words that could stand at a cursor, which is a UTF-8 offset.
  func completion(of text: String, at cursor: Int) -> Completion?
  /// Runs a text: results go to standard output, messages to standard error. Asks `Interrupt`
  /// whether to stop; what it then says begins a new line, for the terminal has shown `^C`.
  func evaluate(_ text: String)
  /// Says what a text asks for in plain words; an empty one is the last question.
  func readBack(_ text: String)
  /// The tables, one a line.
  func tables() -> String
  /// The fields of a table, `nil` if there is no such table.
  func describe(_ name: String) -> String?
}
