/// The values of one field for every row, missing ones in band.
///
///     storage   element   missing      used for
///     int64     Int64     Int64.min    int; decimal (unscaled); dateTime (seconds)
///     double    Double    NaN          number
///     days      Int32     Int32.min    date
///     rows      Int32     -1           link (row ordinal in the target entity)
///     codes…    UInt8…32  0            category (value n has the code n + 1)
///     masks     UInt64    0            tags (bit n is value n)
///     bytes     UInt8     2            bool (0 no, 1 yes)
///     text      UTF-8     length -1    text
///     periods   2 × Int32 Int32.min    period (start, end; unit shared or per row)
///     lists     offsets   empty list   list
///     missing   —         all          a column without any known value
///
/// In-band missing values keep gathering, filtering and grouping to one pass over one array.
package struct Column: Sendable {
  package var type: ValueType
  package var count: Int
  package var storage: Storage

  package indirect enum Storage: Sendable {
    case int64(Buffer<Int64>)
    case double(Buffer<Double>)
    case days(Buffer<Int32>)
    case rows(Buffer<Int32>)
    case codes8(Buffer<UInt8>, CategoryDictionary)
    case codes16(Buffer<UInt16>, CategoryDictionary)
    case codes32(Buffer<UInt32>, CategoryDictionary)
    case masks(Buffer<UInt64>, CategoryDictionary)
    case bytes(Buffer<UInt8>)
    case text(TextBuffer)
    case periods(PeriodBuffer)
    case lists(offsets: Buffer<UInt32>, elements: Column)
    case missing
  }

  package init(type: ValueType, count: Int, storage: Storage) {
    self.type = type
    self.count = count
    self.storage = storage
  }
}

/// Texts as places in one arena, so that filtering and sorting move no bytes.
@usableFromInline
package struct TextBuffer: Sendable {
  /// UTF-8, NFC.
  @usableFromInline package var arena: Buffer<UInt8>
  @usableFromInline package var starts: Buffer<UInt32>
  /// In bytes; -1 is missing.
  @usableFromInline package var lengths: Buffer<Int32>

  package init(arena: Buffer<UInt8>, starts: Buffer<UInt32>, lengths: Buffer<Int32>) {
    self.arena = arena
    self.starts = starts
    self.lengths = lengths
  }

  package var count: Int { starts.count }

  /// The bytes of one text; empty for a missing one.
  @inlinable
  package func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let length = Int(lengths[row])
    guard length > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(starts[row])
    return UnsafeBufferPointer(rebasing: arena.pointer[start..<start + length])
  }

  package subscript(row: Int) -> String? {
    lengths[row] < 0 ? nil : String(decoding: bytes(row), as: UTF8.self)
  }
}

/// Periods as two day columns; `units` is one element when all rows share the unit.
package struct PeriodBuffer: Sendable {
  package var starts: Buffer<Int32>
  package var ends: Buffer<Int32>
  /// Raw values of `Period.Unit`, 255 for none; count 1 or the count of rows.
  package var units: Buffer<UInt8>

  package init(starts: Buffer<Int32>, ends: Buffer<Int32>, units: Buffer<UInt8>) {
    self.starts = starts
    self.ends = ends
    self.units = units
  }
}
