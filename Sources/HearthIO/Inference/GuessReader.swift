import HearthData
import HearthText

/// Looks at the cells of one column to guess its type.
final class GuessReader: CellReader {
  private var look: ColumnLook
  let report: ProblemReport

  /// `keepsAllValues`: all different values are wanted, for a key or a column that may be a link.
  init(keepsAllValues: Bool, file: String, header: String) {
    look = ColumnLook(keepsAllValues: keepsAllValues)
    report = ProblemReport(file: file, column: header)
  }

  func read(_ cells: CellColumn) { look.read(cells) }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    .missing(count: look.rows)
  }

  /// What the parts of the column found together.
  static func joined(_ readers: [any CellReader]) -> ColumnGuess {
    let parts = readers.compactMap { $0 as? GuessReader }
    guard let first = parts.first else { return ColumnGuess() }
    for part in parts.dropFirst() { first.look.absorb(part.look) }
    return first.look.guess
  }
}

/// What a column seems to be.
struct ColumnGuess: Sendable {
  /// Text, a number, a date or a truth value.
  var type: ValueType = .text
  /// Text with few different values.
  var isCategory = false
  /// Every cell is known, and no two are the same.
  var isKey = false
  var isEmpty = true
  /// All different values, where they were asked for.
  var values: ByteTable?
}
