import HearthData

/// What a query over all rows of a stored column has found of its values, for those to come.
struct ColumnBound: Sendable {
  struct Key: Hashable, Sendable {
    let field: FieldID
  }

  /// The bits of all known values, of negative ones those of their complements: below a power of
  /// two that none is farther from 0 than.
  let bits: UInt64
  let hasMissing: Bool
}

/// The sums of a stored column of whole numbers or decimals by code, and how many are missing.
struct FusedSum: Sendable {
  private let values: Buffer<Int64>
  private let sums: LaneSums<Int64>
  private let missing: LaneSums<Int32>
  private(set) var missingCount = 0
  /// No sum is farther from 0.
  private(set) var bound: UInt64 = 0
  private let known: ColumnBound?
  /// As those of a column's bound, of the rows so far.
  private(set) var bits: UInt64 = 0

  init(_ values: Buffer<Int64>, known: ColumnBound?, codes: Int) {
    self.values = values
    self.known = known
    sums = LaneSums(codes: codes)
    missing = LaneSums(codes: codes)
  }

  func sum(_ code: Int) -> Int64 { sums[code] }
  func missing(_ code: Int) -> Int32 { missing[code] }

  /// Two passes over values that lie in the nearest cache: the first, which the compiler makes
  /// vectors of, spares the second what is not there to be counted; it is not needed where an earlier
  /// query has seen all values. False when the sums might no longer fit.
  mutating func add(
    _ codes: UnsafeMutableBufferPointer<UInt16>, _ rows: RowSet, from first: Int
  ) -> Bool {
    let block = block(rows, first..<first + codes.count)
    if let known {
      if known.hasMissing { _ = addKnown(block, codes) } else { addAll(block, codes) }
      return raiseBound(magnitude: known.bits &+ 1, count: codes.count)
    }
    var found = block.patterns(codes.count)
    if found < Self.patternOfMissing {
      addAll(block, codes)
    } else {
      found = addKnown(block, codes)
    }
    bits |= found
    return raiseBound(magnitude: found &+ 1, count: codes.count)
  }

  /// A function of its own, as the next one: in the loops of a greater one memory is read anew.
  @inline(never)
  private func addAll(_ block: Buffer<Int64>, _ codes: UnsafeMutableBufferPointer<UInt16>) {
    sums.add(codes) { block[$0] }
  }

  /// Adds what is known and counts the rest, which is little as a rule: a branch that is seldom
  /// taken costs less than a second addition for every row. The answer is the bits of the known.
  @inline(never)
  private mutating func addKnown(
    _ block: Buffer<Int64>, _ codes: UnsafeMutableBufferPointer<UInt16>
  ) -> UInt64 {
    let missing = missing
    var bits: UInt64 = 0
    var absent = 0
    sums.add(codes) { row in
      let value = block[row]
      if value == MissingValue.int64 {
        missing.add(1, to: codes[row])
        absent &+= 1
        return 0
      }
      bits |= UInt64(bitPattern: value ^ (value &>> 63))
      return value
    }
    missingCount += absent
    return bits
  }

  /// What a missing value leaves of its pattern, and hardly a known one.
  private static let patternOfMissing = UInt64(Int64.max)

  private func block(_ rows: RowSet, _ places: Range<Int>) -> Buffer<Int64> {
    switch rows {
    case .range(let range):
      let start = range.lowerBound
      return values.slice(start + places.lowerBound..<start + places.upperBound)
    case .ordinals(let ordinals):
      return Buffer.filled(places.count) { values[Int(ordinals[places.lowerBound + $0])] }
    }
  }

  private mutating func raiseBound(magnitude: UInt64, count: Int) -> Bool {
    let (total, overflow) = magnitude.multipliedReportingOverflow(by: UInt64(count))
    let (sum, carry) = bound.addingReportingOverflow(total)
    bound = sum
    return !overflow && !carry && sum <= UInt64(Int64.max)
  }
}

extension Buffer where Element == Int64 {
  /// The bits of all values, of negative ones those of their complements: below a power of two that
  /// none is farther from 0 than.
  fileprivate func patterns(_ count: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<count {
      bits |= UInt64(bitPattern: self[index] ^ (self[index] &>> 63))
    }
    return bits
  }
}
