import HearthData
import HearthText

extension CellRun {
  /// Writes the cells at the given rows; a negative row, or one beyond the column, is missing.
  mutating func append(
    _ source: CellSource, at rows: some Sequence<Int>, format: some CellFormat
  ) {
    let count = source.column.count
    switch source.column.storage {
    case .int64(let buffer): appendIntegers(buffer, source.column.type, rows, format)
    case .double(let buffer): appendNumbers(buffer, isRate: source.isRate, rows, format)
    case .days(let buffer):
      each(rows, count, format, isKnown: { buffer[$0] != MissingValue.days }) { row, bytes in
        format.appendQuoted(to: &bytes) { $0.appendDay(Day(buffer[row])) }
      }
    case .rows(let buffer):
      let targets = rows.map { $0 >= 0 && $0 < count ? Int(buffer[$0]) : -1 }
      let texts = source.linkTexts ?? .missing(count: 0)
      append(CellSource(column: texts, linkTexts: nil), at: targets, format: format)
    case .codes8(let buffer, let dictionary):
      appendCodes(dictionary, rows, count, format) { Int(buffer[$0]) }
    case .codes16(let buffer, let dictionary):
      appendCodes(dictionary, rows, count, format) { Int(buffer[$0]) }
    case .codes32(let buffer, let dictionary):
      appendCodes(dictionary, rows, count, format) { Int(buffer[$0]) }
    case .masks(let buffer, let dictionary): appendTags(buffer, dictionary, rows, format)
    case .bytes(let buffer):
      each(rows, count, format, isKnown: { buffer[$0] < MissingValue.bool }) { row, bytes in
        format.appendBool(buffer[row] == 1, to: &bytes)
      }
    case .text(let buffer):
      each(rows, count, format, isKnown: { buffer.lengths[$0] >= 0 }) { row, bytes in
        format.appendText(buffer.bytes(row), to: &bytes)
      }
    case .periods(let buffer): appendPeriods(buffer, rows, count, format)
    case .lists(let offsets, let elements):
      let inner = CellSource(column: elements, linkTexts: source.linkTexts)
      appendLists(offsets, inner, count, rows, format)
    case .missing: each(rows, count, format, isKnown: { _ in false }) { _, _ in }
    }
  }

  /// Calls `write` for every row with a known value; the other cells are missing.
  @inline(__always)
  private mutating func each(
    _ rows: some Sequence<Int>, _ count: Int, _ format: some CellFormat,
    isKnown: (Int) -> Bool, write: (Int, inout [UInt8]) -> Void
  ) {
    for row in rows {
      appendCell { bytes in
        if row >= 0 && row < count && isKnown(row) {
          write(row, &bytes)
        } else {
          format.appendMissing(to: &bytes)
        }
      }
    }
  }

  private mutating func appendIntegers(
    _ buffer: Buffer<Int64>, _ type: ValueType, _ rows: some Sequence<Int>,
    _ format: some CellFormat
  ) {
    func isKnown(_ row: Int) -> Bool { buffer[row] != MissingValue.int64 }
    switch type {
    case .decimal(let scale):
      each(rows, buffer.count, format, isKnown: isKnown) { row, bytes in
        bytes.appendDecimal(buffer[row], scale: scale)
      }
    case .dateTime:
      let separator = format.timeSeparator
      each(rows, buffer.count, format, isKnown: isKnown) { row, bytes in
        format.appendQuoted(to: &bytes) { $0.appendDateTime(buffer[row], separator: separator) }
      }
    case .int, .text, .category, .tags, .number, .bool, .date, .period, .link, .list, .missing:
      each(rows, buffer.count, format, isKnown: isKnown) { row, bytes in
        bytes.appendInteger(buffer[row])
      }
    }
  }

  private mutating func appendNumbers(
    _ buffer: Buffer<Double>, isRate: Bool, _ rows: some Sequence<Int>, _ format: some CellFormat
  ) {
    each(rows, buffer.count, format, isKnown: { buffer[$0].isFinite }) { row, bytes in
      if isRate {
        format.appendRate(buffer[row], to: &bytes)
      } else {
        bytes.appendNumber(buffer[row])
      }
    }
  }

  private mutating func appendPeriods(
    _ buffer: PeriodBuffer, _ rows: some Sequence<Int>, _ count: Int, _ format: some CellFormat
  ) {
    each(rows, count, format, isKnown: { buffer.starts[$0] != MissingValue.days }) { row, bytes in
      guard let period = buffer[row] else { return }
      format.appendQuoted(to: &bytes) { $0.append(contentsOf: period.description.utf8) }
    }
  }

  @inline(__always)
  private mutating func appendCodes(
    _ dictionary: CategoryDictionary, _ rows: some Sequence<Int>, _ count: Int,
    _ format: some CellFormat, code: (Int) -> Int
  ) {
    let entries = dictionary.entries
    let language = format.labelLanguage ?? .english
    func isKnown(_ row: Int) -> Bool { code(row) > 0 && code(row) <= entries.count }
    each(rows, count, format, isKnown: isKnown) { row, bytes in
      format.appendText(entries[code(row) - 1][language], to: &bytes)
    }
  }
}
