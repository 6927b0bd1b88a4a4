import HearthData

/// The sums of a stored column of whole numbers or decimals by code, and how many are missing.
struct FusedSum: Sendable {
  private let values: Buffer<Int64>
  private let sums: LaneSums<Int64>
  private let missing: LaneSums<Int32>
  private(set) var missingCount = 0
  /// No sum is farther from 0.
  private(set) var bound: UInt64 = 0

  init(_ values: Buffer<Int64>, codes: Int) {
    self.values = values
    sums = LaneSums(codes: codes)
    missing = LaneSums(codes: codes)
  }

  func sum(_ code: Int) -> Int64 { sums[code] }
  func missing(_ code: Int) -> Int32 { missing[code] }

  /// False when the sums might no longer fit.
  mutating func add(
    _ codes: UnsafeMutableBufferPointer<UInt16>, _ rows: RowSet, from first: Int
  ) -> Bool {
    switch rows {
    case .range(let range):
      let start = range.lowerBound &+ first
      return add(codes) { start &+ $0 }
    case .ordinals(let ordinals): return add(codes) { Int(ordinals[first &+ $0]) }
    }
  }

  @inline(__always)
  private mutating func add(
    _ codes: UnsafeMutableBufferPointer<UInt16>, _ row: (Int) -> Int
  ) -> Bool {
    let (values, sums, missing) = (values, sums, missing)
    var bits: UInt64 = 0
    var absent = 0
    for index in codes.indices {
      let value = values[row(index)]
      let isMissing = value == MissingValue.int64
      let known = isMissing ? 0 : value
      bits |= UInt64(bitPattern: known ^ (known >> 63))
      sums.add(known, to: codes[index], row: index)
      missing.add(isMissing ? 1 : 0, to: codes[index], row: index)
      absent &+= isMissing ? 1 : 0
    }
    missingCount += absent
    return raiseBound(magnitude: bits &+ 1, count: codes.count)
  }

  private mutating func raiseBound(magnitude: UInt64, count: Int) -> Bool {
    let (total, overflow) = magnitude.multipliedReportingOverflow(by: UInt64(count))
    let (sum, carry) = bound.addingReportingOverflow(total)
    bound = sum
    return !overflow && !carry && sum <= UInt64(Int64.max)
  }
}
