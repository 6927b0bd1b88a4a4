/// The least and the greatest day of each block of rows, so that a period touches only its blocks.
///
///     days       3 3 4 5 | 5 6 6 9 | 9 9 9 9
///     earliest   3         5         9
///     latest     5         9         9
package struct DayBlocks: Sendable {
  /// Rows of a block.
  static let size = 65_536

  /// `Int32.max` for a block without any day.
  private let earliest: [Int32]
  /// Missing for a block without any day.
  private let latest: [Int32]
  /// No row has an earlier day than a row before; missing days come first then.
  package let isAscending: Bool
  /// Whether some row has no day.
  package let hasMissing: Bool
  private let days: Buffer<Int32>

  init(_ days: Buffer<Int32>) {
    var earliest: [Int32] = []
    var latest: [Int32] = []
    var isAscending = true
    var hasMissing = false
    for start in stride(from: 0, to: days.count, by: Self.size) {
      let block = Block(days, start..<min(start + Self.size, days.count))
      earliest.append(block.earliest)
      latest.append(block.latest)
      isAscending = isAscending && block.isAscending
      hasMissing = hasMissing || block.hasMissing
    }
    self.earliest = earliest
    self.latest = latest
    self.isAscending = isAscending
    self.hasMissing = hasMissing
    self.days = days
  }

  /// From the earliest to the latest day of all; nil when no row has one.
  package var range: ClosedRange<Int32>? {
    guard let last = latest.max(), last != MissingValue.days, let first = earliest.min() else {
      return nil
    }
    return first...last
  }

  /// Outside these rows no row has one of the days; in ascending order all of them have one.
  package func rows(in wanted: Range<Int32>) -> Range<Int> {
    guard let first = latest.indices.first(where: { has(wanted, $0) }),
      let last = latest.indices.last(where: { has(wanted, $0) })
    else { return 0..<0 }
    let rows = first * Self.size..<min((last + 1) * Self.size, days.count)
    guard isAscending else { return rows }
    let start = place(in: rows) { days[$0] < wanted.lowerBound }
    return start..<place(in: start..<rows.upperBound) { days[$0] < wanted.upperBound }
  }

  private func has(_ wanted: Range<Int32>, _ block: Int) -> Bool {
    !wanted.isEmpty && latest[block] >= wanted.lowerBound && earliest[block] < wanted.upperBound
      && latest[block] != MissingValue.days
  }

  /// The first row that is not before, where those that are come first.
  private func place(in rows: Range<Int>, isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What one pass over a block finds.
  private struct Block {
    var earliest = Int32.max
    var latest = MissingValue.days
    var isAscending: Bool
    var hasMissing: Bool

    init(_ days: Buffer<Int32>, _ rows: Range<Int>) {
      var (least, greatest) = (Int32.max, MissingValue.days)
      var falls: Int32 = 0
      var missing: Int32 = 0
      var before = rows.lowerBound == 0 ? MissingValue.days : days[rows.lowerBound - 1]
      for row in rows {
        let day = days[row]
        let isMissing: Int32 = day == MissingValue.days ? 1 : 0
        missing |= isMissing
        falls |= day < before ? 1 : 0
        before = day
        least = min(least, isMissing == 1 ? Int32.max : day)
        greatest = max(greatest, day)
      }
      (earliest, latest) = (least, greatest)
      isAscending = falls == 0
      hasMissing = missing == 1
    }
  }
}

extension Store {
  /// Of a stored field of type `date`; nil for other fields. Made once.
  package func dayBlocks(of field: FieldID) throws(DataError) -> DayBlocks? {
    if let known = dayBlocks.withLock({ $0[field] }) { return known }
    guard case .days(let days) = try column(field).storage else { return nil }
    let blocks = DayBlocks(days)
    dayBlocks.withLock { $0[field] = blocks }
    return blocks
  }

  /// The latest date of a stored field of type `date`; nil when no row has one.
  package func lastDay(of field: FieldID) throws(DataError) -> Day? {
    try dayBlocks(of: field)?.range.map { Day($0.upperBound) }
  }
}
