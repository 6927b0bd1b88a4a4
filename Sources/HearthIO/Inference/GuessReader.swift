import HearthData
import HearthText

/// Looks at the cells of one column to guess its type.
final class GuessReader: CellReader {
  private var kinds = CellKinds.all
  private var boolWords: Set<BoolWord> = []
  private var places = 0
  private var known = 0
  /// Cells that say "nothing" in a column of numbers or dates but are text in one of text.
  private var nothing = 0
  private var rows = 0
  private var isLong = false
  private var values = ByteTable()
  private var hasAllValues = true
  /// Whether all different values are wanted: for a key, or a column that may be a link.
  private let keepsAllValues: Bool
  let report: ProblemReport

  init(keepsAllValues: Bool, file: String, header: String) {
    self.keepsAllValues = keepsAllValues
    report = ProblemReport(file: file, column: header)
  }

  func read(_ batch: CellBatch, column: Int) {
    rows += batch.rowCount
    for row in 0..<batch.rowCount {
      let cell = CellText.trimmed(batch.cell(row, column))
      if !cell.isEmpty { look(at: cell) }
    }
  }

  private func look(at cell: UnsafeBufferPointer<UInt8>) {
    if !kinds.isEmpty { narrowKinds(cell) } else if !hasAllValues { return }
    if hasAllValues {
      _ = values.intern(cell)
      if cell.count > Self.longestCategory { isLong = true }
      if !keepsAllValues, isLong || values.count > Self.mostCategories { hasAllValues = false }
    }
    known += 1
  }

  private func narrowKinds(_ cell: UnsafeBufferPointer<UInt8>) {
    if cell.count <= 6, NothingWords.inTypedCells.contains(String(decoding: cell, as: UTF8.self)) {
      nothing += 1
      if let word = BoolWord(cell) { boolWords.insert(word) }
      return
    }
    let shape: CellShape
    if UTF8Bytes.isASCII(cell) {
      shape = CellShape(cell, among: kinds)
    } else {
      var text = CellText.narrowedAndTrimmed(cell)
      shape = text.withUTF8 { CellShape($0, among: kinds) }
    }
    if shape.kinds.contains(.bool), let word = BoolWord(cell) { boolWords.insert(word) }
    places = max(places, shape.places)
    kinds.formIntersection(shape.kinds)
  }

  private static let longestCategory = 60
  private static let mostCategories = 1024

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    .missing(count: rows)
  }

  /// What the parts of the column found together.
  static func joined(_ readers: [any CellReader]) -> ColumnGuess {
    let parts = readers.compactMap { $0 as? GuessReader }
    guard let first = parts.first else { return ColumnGuess() }
    for part in parts.dropFirst() { first.absorb(part) }
    return first.guess
  }

  private func absorb(_ other: GuessReader) {
    kinds.formIntersection(other.kinds)
    boolWords.formUnion(other.boolWords)
    places = max(places, other.places)
    known += other.known
    nothing += other.nothing
    rows += other.rows
    isLong = isLong || other.isLong
    hasAllValues = hasAllValues && other.hasAllValues
    guard hasAllValues else { return }
    for index in 0..<other.values.count { _ = values.intern(other.values[index]) }
    if !keepsAllValues, values.count > Self.mostCategories { hasAllValues = false }
  }

  private var guess: ColumnGuess {
    let isText = type == .text
    return ColumnGuess(
      type: type,
      isCategory: isText && known > 0 && hasAllValues && !isLong
        && values.count <= Self.mostCategories
        && values.count * 2 <= known,
      isKey: known > 0 && nothing == 0 && known == rows && hasAllValues && values.count == known,
      isEmpty: known == 0, values: keepsAllValues ? values : nil)
  }

  private var type: ValueType {
    // A column of nothing but "nothing" says nothing about its type.
    if known == nothing, !BoolWord.areConvincing(boolWords) { return .text }
    if kinds.contains(.int) {
      if kinds.contains(.compactDate) { return .date }
      return kinds.contains(.phone) ? .text : .int
    }
    if kinds.contains(.decimal), places <= CellShape.mostPlaces { return .decimal(scale: places) }
    if kinds.contains(.number) { return .number }
    if kinds.contains(.date) { return .date }
    if kinds.contains(.dateTime) { return .dateTime }
    if kinds.contains(.bool), BoolWord.areConvincing(boolWords) { return .bool }
    return .text
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
