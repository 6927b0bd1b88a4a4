import HearthText

/// What a renderer may be told; every format heeds those that concern it.
package struct RenderOptions: Sendable {
  /// What stands at the head of a column.
  package enum Headers: String, CaseIterable, Sendable { case identifiers, labels }

  package var language: Language
  /// nil: labels in tables, identifiers in data formats.
  package var headers: Headers?
  /// CSV and TSV: cells that a spreadsheet would run as a formula stay as they are.
  package var isRaw: Bool
  /// CSV and TSV: counts the cells that were made harmless to spreadsheets.
  package var defused: DefusedCells?
  /// CSV: the output begins with a byte-order mark, by which Excel knows UTF-8.
  package var hasByteOrderMark = false
  /// Table: the cells of a line; nil is unlimited.
  package var maxWidth: Int?
  /// Table: rows beyond it are counted, not shown.
  package var rowLimit: Int?
  /// Table: whether each row is shown as a record of its own, a column a line.
  package var records = Records.never
  package enum Records: String, CaseIterable, Sendable {
    case never, always
    /// When the columns do not fit beside one another.
    case whenNarrow
  }
  package var numbers = NumberForm.plain
  /// Whether amounts with decimals are grouped where `numbers` are plain; counts and years are not.
  var groupsAmounts = false
  package var decoration = Decoration()
  /// Table: how to see the rows and the columns that are left out.
  package var rowsHint = Bilingual("", "")
  package var columnsHint = Bilingual("", "")
  /// Data formats that write text as it is (CSV, TSV) show control characters as pictures on a terminal.
  package var isTerminal: Bool
  /// Columns that identify a person print as `张**`.
  package var masksPrivate: Bool
  /// Whether what is being written has become pointless; asked between pieces of work.
  package var isStopped: @Sendable () -> Bool = { false }

  package init(
    language: Language, headers: Headers? = nil, isRaw: Bool = false, maxWidth: Int? = nil,
    rowLimit: Int? = nil, isTerminal: Bool = false, masksPrivate: Bool = false
  ) {
    self.language = language
    self.headers = headers
    self.isRaw = isRaw
    self.maxWidth = maxWidth
    self.rowLimit = rowLimit
    self.isTerminal = isTerminal
    self.masksPrivate = masksPrivate
  }
}
