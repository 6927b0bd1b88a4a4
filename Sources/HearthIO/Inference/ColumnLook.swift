import HearthData
import HearthText

/// What the cells of one column have in common so far.
struct ColumnLook {
  private var kinds = CellKinds.all
  private var boolWords: Set<BoolWord> = []
  private var places = 0
  private var known = 0
  /// Cells that say "nothing" in a column of numbers or dates but are text in one of text.
  private var nothing = 0
  private(set) var rows = 0
  private var isLong = false
  private var values = ByteTable()
  private var hasAllValues = true
  private let keepsAllValues: Bool

  /// A text longer than this many bytes is no value of a category.
  private static let longestCategory = 60
  private static let mostCategories = 1024

  init(keepsAllValues: Bool) { self.keepsAllValues = keepsAllValues }

  mutating func read(_ cells: CellColumn) {
    rows += cells.count
    for row in 0..<cells.count {
      let cell = CellText.trimmed(cells[row])
      if cell.isEmpty { continue }
      known += 1
      if !kinds.isEmpty { narrowKinds(cell) }
      if hasAllValues { addValue(cell) }
    }
  }

  private mutating func addValue(_ cell: UnsafeBufferPointer<UInt8>) {
    _ = values.intern(cell)
    if cell.count > Self.longestCategory { isLong = true }
    if !keepsAllValues, isLong || values.count > Self.mostCategories { hasAllValues = false }
  }

  private mutating func narrowKinds(_ cell: UnsafeBufferPointer<UInt8>) {
    if NothingWords.isNothingTyped(cell) {
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

  mutating func absorb(_ other: ColumnLook) {
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

  var guess: ColumnGuess {
    let isRepeating = values.count <= Self.mostCategories && values.count * 2 <= known
    return ColumnGuess(
      type: type,
      isCategory: type == .text && known > 0 && hasAllValues && !isLong && isRepeating,
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
