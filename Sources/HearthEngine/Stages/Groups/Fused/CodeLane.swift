import HearthData

/// A key of few values, read from a stored column by way of a table: no column of the key's values
/// is ever made.
///
///     family.street   source  the family of each row: 7, 3, 7, …
///                     table   by family + 1, for no family first: 2, 0, 1, 1, …
///                     values  開元, 蓮前, missing
struct CodeLane: Sendable {
  enum Source: Sendable {
    /// Codes of a category are places in the table.
    case codes8(Buffer<UInt8>)
    case codes16(Buffer<UInt16>)
    /// The place of a row is one higher: -1 is the first.
    case ordinals(Buffer<Int32>)
    /// The place of the day `first` is 1; 0 is that of missing. There is no other day.
    case days(Buffer<Int32>, first: Int32, isAscending: Bool)

    /// Bytes of a row.
    var stride: Int {
      switch self {
      case .codes8: MemoryLayout<UInt8>.stride
      case .codes16: MemoryLayout<UInt16>.stride
      case .ordinals, .days: MemoryLayout<Int32>.stride
      }
    }
  }

  let source: Source
  /// The number of the value at each place, in the order of keys.
  let table: Buffer<UInt16>
  /// The value of each number.
  let values: Column

  var count: Int { values.count }

  /// Puts the numbers for some rows behind those already in `codes`: `code × count + number`.
  func append(
    to codes: UnsafeMutableBufferPointer<UInt16>, of rows: RowSet, from first: Int, isFirst: Bool
  ) {
    switch rows {
    case .range(let range):
      let start = range.lowerBound &+ first
      if appendRuns(to: codes, from: start, isFirst) { return }
      append(to: codes, isFirst) { start &+ $0 }
    case .ordinals(let ordinals): append(to: codes, isFirst) { Int(ordinals[first &+ $0]) }
    }
  }

  @inline(__always)
  private func append(
    to codes: UnsafeMutableBufferPointer<UInt16>, _ isFirst: Bool, _ row: (Int) -> Int
  ) {
    switch source {
    case .codes8(let values): fold(codes, isFirst) { Int(values[row($0)]) }
    case .codes16(let values): fold(codes, isFirst) { Int(values[row($0)]) }
    case .ordinals(let values): fold(codes, isFirst) { Int(values[row($0)]) &+ 1 }
    case .days(let values, let first, _):
      fold(codes, isFirst) {
        let day = values[row($0)]
        return day == MissingValue.days ? 0 : Int(day &- first) &+ 1
      }
    }
  }

  /// Of days in ascending order a few thousand rows have but a few, which fill them run by run;
  /// false where that is not so.
  private func appendRuns(
    to codes: UnsafeMutableBufferPointer<UInt16>, from start: Int, _ isFirst: Bool
  ) -> Bool {
    guard case .days(let days, let first, true) = source, !codes.isEmpty else { return false }
    func place(_ row: Int) -> Int {
      let day = days[start &+ row]
      return day == MissingValue.days ? 0 : Int(day &- first) &+ 1
    }
    let last = place(codes.count - 1)
    guard last - place(0) < codes.count / Self.leastRun else { return false }
    let factor = UInt16(truncatingIfNeeded: count)
    var row = 0
    while row < codes.count {
      let number = table[place(row)]
      var sameUpTo = place(row)
      while sameUpTo < last, table[sameUpTo + 1] == number { sameUpTo += 1 }
      let end = firstRow(in: row + 1..<codes.count) { place($0) > sameUpTo }
      if isFirst {
        for index in row..<end { codes[index] = number }
      } else {
        for index in row..<end { codes[index] = codes[index] &* factor &+ number }
      }
      row = end
    }
    return true
  }

  /// Shorter runs are not worth the search for their ends.
  private static var leastRun: Int { 128 }

  /// The first row for which something holds that holds for all after it too.
  @inline(__always)
  private func firstRow(in rows: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  @inline(__always)
  private func fold(
    _ codes: UnsafeMutableBufferPointer<UInt16>, _ isFirst: Bool, _ place: (Int) -> Int
  ) {
    let table = table.pointer
    if isFirst {
      for index in 0..<codes.count { codes[index] = table[place(index)] }
    } else {
      let factor = UInt16(truncatingIfNeeded: count)
      for index in 0..<codes.count {
        codes[index] = codes[index] &* factor &+ table[place(index)]
      }
    }
  }
}
