import HearthText

/// The data cannot be read at all: no such folder, not a table, a missing key column.
///
/// A single bad cell is no error; it is a `DataProblem`.
package struct DataError: Error, Sendable {
  package var message: Bilingual
  package var hint: Bilingual?
  package var file: String?
  /// Nothing is wrong with the data: whoever asked for them wants them no more.
  package var isStop = false

  package init(_ message: Bilingual, hint: Bilingual? = nil, file: String? = nil) {
    self.message = message
    self.hint = hint
    self.file = file
  }

  package static var stopped: DataError {
    var error = DataError(Bilingual("stopped while reading the data", "读取数据时被中止"))
    error.isStop = true
    return error
  }
}

/// One cell or row that was set aside: the cell is missing, the place is kept.
package struct DataProblem: Hashable, Sendable {
  package var file: String
  /// Counted from 1, of the physical line on which the record starts.
  package var line: Int
  /// The header of the column; nil when the whole row is meant.
  package var column: String?
  /// As found, shortened.
  package var value: String
  package var reason: Bilingual
  /// How many cells or rows this stands for; more than 1 for the one that sums up the unlisted.
  package var count: Int

  package init(
    file: String, line: Int, column: String?, value: String, reason: Bilingual, count: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.reason = reason
    self.count = count
  }
}
