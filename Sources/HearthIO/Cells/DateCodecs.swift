import HearthData
import HearthText

/// Registers grow by the day: a cell is often the same as the one before, and not read again.
struct DateCodec: CellCodec {
  /// The ten bytes of the last date that had ten, and its day.
  private var lastHead: UInt64 = 0
  private var lastTail: UInt16 = 0
  private var lastDay: Int32 = 0

  var missing: Int32 { MissingValue.days }

  @inline(__always)
  mutating func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard cell.count == 10, let base = UnsafeRawPointer(cell.baseAddress) else {
      return DateText.day(cell)?.number
    }
    let head = base.loadUnaligned(as: UInt64.self)
    let tail = base.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    if head == lastHead, tail == lastTail { return lastDay }
    guard let day = DateText.day(cell)?.number else { return nil }
    (lastHead, lastTail, lastDay) = (head, tail, day)
    return day
  }

  func reason(_ text: String) -> Bilingual { Bilingual("is not a date", "不是日期") }

  func column(_ values: Buffer<Int32>) -> Column {
    Column(type: .date, count: values.count, storage: .days(values))
  }
}

struct DateTimeCodec: CellCodec {
  var missing: Int64 { MissingValue.int64 }

  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? { DateText.dateTime(cell) }

  func reason(_ text: String) -> Bilingual {
    Bilingual("is not a date with a time", "不是日期时间")
  }

  func column(_ values: Buffer<Int64>) -> Column {
    Column(type: .dateTime, count: values.count, storage: .int64(values))
  }
}

/// Calendar periods as they are printed; they keep their start, and the unit is found again.
struct PeriodCodec: CellCodec {
  /// Start and end in one word, the unit in the other.
  struct Element: BitwiseCopyable, Sendable {
    var start: Int32
    var end: Int32
    var unit: UInt8
  }

  var missing: Element {
    Element(start: MissingValue.days, end: MissingValue.days, unit: MissingValue.noUnit)
  }

  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Element? {
    guard cell.count <= 20 else { return nil }
    return Period(parsing: String(decoding: cell, as: UTF8.self)).map {
      Element(
        start: $0.start.number, end: $0.end.number,
        unit: $0.unit?.rawValue ?? MissingValue.noUnit)
    }
  }

  func reason(_ text: String) -> Bilingual { Bilingual("is not a period", "不是时段") }

  func column(_ values: Buffer<Element>) -> Column {
    let periods = PeriodBuffer(
      starts: Buffer(values.pointer.map(\.start)), ends: Buffer(values.pointer.map(\.end)),
      units: Buffer(values.pointer.map(\.unit)))
    return Column(type: .period, count: values.count, storage: .periods(periods))
  }
}
