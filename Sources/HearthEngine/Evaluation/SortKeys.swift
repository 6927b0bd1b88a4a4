import HearthData
import HearthPlan

/// For every row a number whose order is the order of the values: missing last, no before yes,
/// categories as declared, links in the order of their keys, text by code point, periods by start.
///
/// Equal values have equal keys; missing is `UInt64.max`, descending too. Keys of texts, links and
/// lists are ranks, to be compared within this column only.
package func sortKeys(
  of column: Column, descending: Bool = false, run: RunState
) throws(RunError) -> Buffer<UInt64> {
  let keys = try ascendingKeys(of: column, run: run)
  guard descending else { return keys }
  return Buffer.filled(keys.count) { keys[$0] == .max ? .max : .max - 1 - keys[$0] }
}

private func ascendingKeys(of column: Column, run: RunState) throws(RunError) -> Buffer<UInt64> {
  switch column.storage {
  case .int64(let values):
    // The missing value, the least, wraps around to the greatest.
    return keys(values) { (UInt64(bitPattern: $0) ^ 1 << 63) &- 1 }
  case .double(let values): return keys(values, doubleKey)
  case .days(let values):
    return keys(values) {
      $0 == MissingValue.days ? .max : UInt64(UInt32(bitPattern: $0) ^ 1 << 31)
    }
  case .rows(let rows):
    guard case .link(let entity, _) = column.type else { throw column.mismatch("link") }
    let ranks = try run.ranks(of: entity)
    return keys(rows) { $0 < 0 ? .max : UInt64(ranks[Int($0)]) }
  case .codes8(let codes, _): return keys(codes) { UInt64($0) &- 1 }
  case .codes16(let codes, _): return keys(codes) { UInt64($0) &- 1 }
  case .codes32(let codes, _): return keys(codes) { UInt64($0) &- 1 }
  case .masks(let masks, _): return keys(masks) { ~bitReversed($0) }
  case .bytes(let bytes): return keys(bytes) { $0 >= MissingValue.bool ? .max : UInt64($0) }
  case .text(let texts):
    let ranks = textRanks(texts)
    return keys(ranks) { $0 < 0 ? .max : UInt64($0) }
  case .periods(let periods):
    return keys(periods.words) { (UInt64(bitPattern: $0) ^ 1 << 63) &- 1 }
  case .lists(let offsets, let elements):
    return try listKeys(offsets, elements, count: column.count, run: run)
  case .missing: return Buffer(repeating: .max, count: column.count)
  }
}

@inline(__always)
private func keys<Element>(
  _ values: Buffer<Element>, _ key: (Element) -> UInt64
) -> Buffer<UInt64> {
  Buffer<UInt64>.filled(values.count) { key(values[$0]) }
}

@inline(__always)
private func doubleKey(_ value: Double) -> UInt64 {
  if value.isNaN { return .max }
  let bits = (value == 0 ? 0 : value).bitPattern
  return bits >> 63 == 1 ? ~bits : bits | 1 << 63
}

/// The first declared tag becomes the highest bit, so that sets with it come first.
@inline(__always)
private func bitReversed(_ mask: UInt64) -> UInt64 {
  var bits = mask.byteSwapped
  bits = (bits & 0x0F0F_0F0F_0F0F_0F0F) << 4 | (bits >> 4) & 0x0F0F_0F0F_0F0F_0F0F
  bits = (bits & 0x3333_3333_3333_3333) << 2 | (bits >> 2) & 0x3333_3333_3333_3333
  return (bits & 0x5555_5555_5555_5555) << 1 | (bits >> 1) & 0x5555_5555_5555_5555
}

/// The place of each text among the different texts by code point; -1 for missing.
package func textRanks(_ texts: TextBuffer) -> Buffer<Int32> {
  var table = TextTable(texts)
  let numbers = Buffer<Int32>.filled(texts.count) { row in
    texts.lengths[row] < 0 ? -1 : table.insert(row: row)
  }
  var order = table.firstRows.enumerated().map { number, row in
    TextStart(texts.bytes(Int(row)), number: number, row: Int(row))
  }
  order.sort { a, b in
    a.word != b.word
      ? a.word < b.word : textOrder(texts.bytes(Int(a.row)), texts.bytes(Int(b.row))) < 0
  }
  var ranks = [Int32](repeating: 0, count: order.count)
  for (rank, start) in order.enumerated() {
    ranks[Int(start.number)] = Int32(truncatingIfNeeded: rank)
  }
  return Buffer<Int32>.filled(texts.count) { numbers[$0] < 0 ? -1 : ranks[Int(numbers[$0])] }
}

/// The first eight bytes of a text as a number in their order; most comparisons need no more.
private struct TextStart {
  let word: UInt64
  let number: Int32
  let row: Int32

  init(_ bytes: UnsafeBufferPointer<UInt8>, number: Int, row: Int) {
    var word: UInt64 = 0
    for index in 0..<8 { word = word << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    self.word = word
    self.number = Int32(truncatingIfNeeded: number)
    self.row = Int32(truncatingIfNeeded: row)
  }
}

/// Lists are ordered as words are: by their first difference, a beginning before the whole.
private func listKeys(
  _ offsets: Buffer<UInt32>, _ elements: Column, count: Int, run: RunState
) throws(RunError) -> Buffer<UInt64> {
  let keys = try sortKeys(of: elements, run: run)
  func range(_ row: Int) -> UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(rebasing: keys.pointer[Int(offsets[row])..<Int(offsets[row + 1])])
  }
  let known = (0..<count).filter { offsets[$0] < offsets[$0 + 1] }
  let order = known.sorted { range($0).lexicographicallyPrecedes(range($1)) }
  var ranks = [UInt64](repeating: .max, count: count)
  var rank: UInt64 = 0
  for (index, row) in order.enumerated() {
    if index > 0, !range(order[index - 1]).elementsEqual(range(row)) { rank += 1 }
    ranks[row] = rank
  }
  return Buffer(ranks)
}

extension RunState {
  /// The place of every row of an entity in the order of its keys; source order without a key.
  func ranks(of entity: EntityID) throws(RunError) -> Buffer<Int32> {
    try cache.ranks(of: entity) { () throws(RunError) in
      let count = try reading { () throws(DataError) in try store.rowCount(of: entity) }
      guard let key = store.schema[entity].key else { return RowSet.range(0..<count).ordinals }
      let column = try reading { () throws(DataError) in
        try store.column(FieldID(entity, key))
      }
      // A key that is itself a link is ordered by rows, lest two entities ask each other for ever.
      if case .rows(let rows) = column.storage { return rows }
      let keys = try sortKeys(of: column, run: self)
      var ranks = [Int32](repeating: 0, count: count)
      let order = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
      for (rank, row) in order.enumerated() { ranks[row] = Int32(truncatingIfNeeded: rank) }
      return Buffer(ranks)
    }
  }
}
