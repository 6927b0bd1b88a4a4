/// The places of the cells of some hundred rows, found by the scanner and read by the columns.
///
///     cells   row 0: a b c   row 1: a b c …     one place is a start and a length
///     lines   one per row
///
/// Starts count from the batch's own base, so that 32 bits do for files of any size.
final class CellBatch {
  struct Place: BitwiseCopyable {
    var start: UInt32
    /// The upper bit marks a cell whose quotes still have to be taken out.
    var length: UInt32

    static let empty = Place(start: 0, length: 0)
    static let quoted: UInt32 = 1 << 31
    static let longest = 1 << 30
  }

  let columnCount: Int
  let capacity: Int
  let places: UnsafeMutableBufferPointer<Place>
  let lines: UnsafeMutableBufferPointer<Int>
  var base: UnsafePointer<UInt8>
  var rowCount = 0
  private var scratch = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  /// `size` is the number of bytes to be read, so that a small file gets a small batch.
  init(columnCount: Int, base: UnsafePointer<UInt8>, size: Int) {
    self.columnCount = columnCount
    self.base = base
    // A quarter of a megabyte of places stays in the cache between scanning and reading.
    let columns = max(columnCount, 1)
    capacity = max(16, min(Self.mostPlaces, size) / columns)
    places = .allocate(capacity: capacity * columns)
    lines = .allocate(capacity: capacity)
  }

  static let mostPlaces = 32_768

  deinit {
    places.deallocate()
    lines.deallocate()
    scratch.deallocate()
  }

  func column(_ column: Int) -> CellColumn {
    CellColumn(
      batch: self, places: places.baseAddress.map { $0 + column }, stride: columnCount, base: base,
      lines: UnsafeBufferPointer(lines), count: rowCount)
  }

  /// Takes out the quotes; what follows a closing quote is kept as it is.
  fileprivate func unquoted(_ place: Place) -> UnsafeBufferPointer<UInt8> {
    let count = Int(place.length & ~Place.quoted)
    let raw = UnsafeBufferPointer(start: base + Int(place.start), count: count)
    if scratch.count < count {
      scratch.deallocate()
      scratch = .allocate(capacity: count * 2)
    }
    var written = 0
    var index = 1
    while index < count, raw[index] != quote || (index + 1 < count && raw[index + 1] == quote) {
      if raw[index] == quote { index += 1 }
      scratch[written] = raw[index]
      written += 1
      index += 1
    }
    index += 1
    while index < count {
      scratch[written] = raw[index]
      written += 1
      index += 1
    }
    return UnsafeBufferPointer(rebasing: scratch[..<written])
  }
}

/// The cells of one column of a batch; valid until the batch is filled again.
///
/// A struct, because reading a variable of a class for every cell costs more than the cell.
struct CellColumn {
  fileprivate let batch: CellBatch
  fileprivate let places: UnsafeMutablePointer<CellBatch.Place>?
  fileprivate let stride: Int
  fileprivate let base: UnsafePointer<UInt8>
  /// The line of each row, from 0 of the part.
  let lines: UnsafeBufferPointer<Int>
  let count: Int

  /// The content of a cell; it is valid until the next one is asked for.
  @inline(__always)
  subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places.unsafelyUnwrapped[row &* stride]
    if place.length & CellBatch.Place.quoted != 0 { return batch.unquoted(place) }
    return UnsafeBufferPointer(start: base + Int(place.start), count: Int(place.length))
  }
}
