import HearthData

/// The written cells of one column for a run of rows, laid end to end.
///
///     bytes  开元莲前—        ends  6 12 15
///
/// A column is written in one go, so that its type is decided once and not for every cell.
struct CellRun {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Where a cell lies in `bytes`.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  func withCell<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Writes one cell by hand.
  mutating func appendCell(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  /// Writes more into the last cell.
  mutating func extendLastCell(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends[ends.count - 1] = bytes.count
  }

  /// Writes the cells of a result's column, masked when it is private and masks are on.
  mutating func append(
    _ column: ResultColumn, rows: Range<Int>, format: some CellFormat, masksPrivate: Bool
  ) {
    append(
      CellSource(column), rows: rows, format: format, isMasked: column.isPrivate && masksPrivate)
  }

  /// Writes one value that stands under a column: a cell of the total row.
  mutating func append(
    _ value: Value, under column: ResultColumn, format: some CellFormat, masksPrivate: Bool
  ) {
    var single = CellSource(column)
    single.column = Column(
      values: [value], type: column.values.type, dictionary: column.values.elementDictionary)
    append(single, rows: 0..<1, format: format, isMasked: column.isPrivate && masksPrivate)
  }

  private mutating func append(
    _ source: CellSource, rows: Range<Int>, format: some CellFormat, isMasked: Bool
  ) {
    guard isMasked else { return append(source, at: rows, format: format) }
    var plain = CellRun()
    plain.append(source, at: rows, format: PlainFormat(like: format))
    for index in 0..<plain.count {
      appendCell { bytes in
        plain.withCell(index) { text in
          if text.first == PlainFormat.missing {
            format.appendMissing(to: &bytes)
          } else {
            format.appendText(maskedText(String(decoding: text, as: UTF8.self)), to: &bytes)
          }
        }
      }
    }
  }
}

/// A column together with what its cells need to be read.
struct CellSource {
  var column: Column
  /// For links, and lists of links: the text of every row of the target.
  var linkTexts: Column?
  var isRate: Bool

  init(_ column: ResultColumn) {
    self.column = column.values
    linkTexts = column.linkTexts
    isRate = column.role == .rate
  }

  init(column: Column, linkTexts: Column?, isRate: Bool = false) {
    self.column = column
    self.linkTexts = linkTexts
    self.isRate = isRate
  }
}

/// The first character, then `**`: enough to recognise who is known, too little to find anybody.
func maskedText(_ text: String) -> String {
  text.first.map { "\($0)**" } ?? ""
}

extension Column {
  /// The dictionary of a category, a tag set, or the elements of a list.
  fileprivate var elementDictionary: CategoryDictionary? {
    switch storage {
    case .lists(_, let elements): elements.elementDictionary
    case .codes8, .codes16, .codes32, .masks, .int64, .double, .days, .rows, .bytes, .text,
      .periods, .missing:
      dictionary
    }
  }
}
