import HearthData
import HearthText

struct DateCodec: CellCodec {
  var missing: Int32 { MissingValue.days }

  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? { DateText.day(cell)?.number }

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
