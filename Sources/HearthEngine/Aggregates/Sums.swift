import HearthData
import HearthPlan
import HearthText

/// Sums and numbers of known values of whole numbers and decimals.
///
/// 64 bits suffice as long as the greatest value times the number of rows fits; when it no longer
/// does, the sums go on in 128 bits.
struct IntegerSums: Accumulator {
  static var isExact: Bool { true }

  /// Nil for sums that were made elsewhere.
  private let argument: Kernel?
  private let countsKnown: Bool
  private var small: [Int64]
  private var wide: [Int128] = []
  /// No sum in `small` is greater.
  private var bound: UInt64 = 0
  private(set) var known: [Int32]
  private(set) var skips: Skips

  init(_ argument: Kernel, groupCount: Int, countsKnown: Bool, skips: Skips) {
    self.argument = argument
    self.countsKnown = countsKnown
    self.skips = skips
    small = [Int64](repeating: 0, count: groupCount)
    known = [Int32](repeating: 0, count: countsKnown ? groupCount : 0)
  }

  /// Sums that are known, by group.
  init(sums: [Int64], known: [Int32], skips: Skips) {
    argument = nil
    countsKnown = true
    small = sums
    self.known = known
    self.skips = skips
  }

  subscript(group: Int) -> Int128 { wide.isEmpty ? Int128(small[group]) : wide[group] }

  /// The sum as the nearest double; the conversion of 128 bits is slow and seldom needed.
  func number(_ group: Int) -> Double {
    wide.isEmpty ? Double(small[group]) : Double(wide[group])
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    guard let argument else { throw .misbuiltPlan("a sum of nothing") }
    let (block, groups) = try rows.kept()
    let values = try argument.run(block).integers()
    let extent = Extent(values, values.count)
    skips.add(extent.missing, groups) { values[$0] == MissingValue.int64 }
    if wide.isEmpty, !raiseBound(extent, count: values.count) { widen() }
    if countsKnown { countKnown(values, groups) }
    if wide.isEmpty {
      small.withUnsafeMutableBufferPointer { sums in
        for row in 0..<values.count {
          let value = values[row] == MissingValue.int64 ? 0 : values[row]
          sums[Int(groups[row])] &+= value
        }
      }
    } else {
      wide.withUnsafeMutableBufferPointer { sums in
        for row in 0..<values.count where values[row] != MissingValue.int64 {
          sums[Int(groups[row])] &+= Int128(values[row])
        }
      }
    }
  }

  private mutating func countKnown(_ values: Buffer<Int64>, _ groups: Buffer<Int32>) {
    known.withUnsafeMutableBufferPointer { known in
      for row in 0..<values.count {
        known[Int(groups[row])] &+= values[row] == MissingValue.int64 ? 0 : 1
      }
    }
  }

  /// False when the block could make a sum overflow.
  private mutating func raiseBound(_ extent: Extent, count: Int) -> Bool {
    let (total, overflow) = extent.magnitude.multipliedReportingOverflow(by: UInt64(count))
    let (sum, carry) = bound.addingReportingOverflow(total)
    bound = sum
    return !overflow && !carry && sum <= UInt64(Int64.max)
  }

  private mutating func widen() {
    wide = small.map { Int128($0) }
    small = []
  }

  mutating func merge(_ later: IntegerSums) {
    let (sum, carry) = bound.addingReportingOverflow(later.bound)
    if wide.isEmpty, carry || sum > UInt64(Int64.max) || !later.wide.isEmpty { widen() }
    bound = sum
    if wide.isEmpty {
      for group in small.indices { small[group] &+= later.small[group] }
    } else {
      for group in wide.indices { wide[group] &+= later[group] }
    }
    for group in known.indices { known[group] &+= later.known[group] }
    skips.merge(later.skips)
  }
}

/// Sums of floating-point numbers with the rounding errors summed beside them (Neumaier), so that
/// ten times 0.1 is 1; for the deviation also the sums of squared distances from the mean.
///
/// Of few groups each has four sums that take turns, because an addition to the sum that was just
/// written has to wait for it.
struct NumberSums: Accumulator {
  static var isExact: Bool { false }

  private let argument: Kernel
  private let lanes: Int
  private var sums: [Double]
  private var errors: [Double]
  private var counts: [Int32]
  private(set) var skips: Skips

  init(_ argument: Kernel, groupCount: Int, skips: Skips) {
    self.argument = argument
    self.skips = skips
    lanes = groupCount <= 256 ? 4 : 1
    sums = [Double](repeating: 0, count: groupCount * lanes)
    errors = sums
    counts = [Int32](repeating: 0, count: groupCount * lanes)
  }

  subscript(group: Int) -> Double {
    var (total, rest) = (0.0, 0.0)
    for lane in group * lanes..<(group + 1) * lanes {
      let (sum, error) = exactSum(total, sums[lane])
      total = sum
      rest += error + errors[lane]
    }
    return total + rest
  }

  func known(_ group: Int) -> Int {
    (group * lanes..<(group + 1) * lanes).reduce(0) { $0 + Int(counts[$1]) }
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let (block, groups) = try rows.kept()
    let values = try argument.run(block).numbers()
    skips.add(values.missingCount, groups) { values[$0].isNaN }
    let lanes = lanes
    sums.withUnsafeMutableBufferPointer { sums in
      errors.withUnsafeMutableBufferPointer { errors in
        counts.withUnsafeMutableBufferPointer { counts in
          for row in 0..<values.count {
            let place = Int(groups[row]) &* lanes &+ (row & (lanes &- 1))
            let isMissing = values[row].isNaN
            let value = isMissing ? 0 : values[row]
            let (sum, error) = exactSum(sums[place], value)
            sums[place] = sum
            errors[place] += error
            counts[place] &+= isMissing ? 0 : 1
          }
        }
      }
    }
  }

  mutating func merge(_ later: NumberSums) {
    for lane in sums.indices {
      let (sum, error) = exactSum(sums[lane], later.sums[lane])
      sums[lane] = sum
      errors[lane] += error + later.errors[lane]
      counts[lane] &+= later.counts[lane]
    }
    skips.merge(later.skips)
  }
}

/// The rounded sum and what rounding took away (Knuth), without a branch.
@inline(__always)
func exactSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let sum = a + b
  let part = sum - a
  return (sum, (a - (sum - part)) + (b - part))
}

/// Means and sums of squared distances from them (Welford, joined by Chan's formula).
struct Deviations: Accumulator {
  static var isExact: Bool { false }

  private let argument: Kernel
  private var means: [Double]
  private var squares: [Double]
  private var known: [Double]
  private(set) var skips: Skips

  init(_ argument: Kernel, groupCount: Int, skips: Skips) {
    self.argument = argument
    self.skips = skips
    means = [Double](repeating: 0, count: groupCount)
    squares = means
    known = means
  }

  /// Divided by n − 1; NaN for fewer than two values.
  subscript(group: Int) -> Double {
    known[group] < 2 ? .nan : (squares[group] / (known[group] - 1)).squareRoot()
  }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let (block, groups) = try rows.kept()
    let values = try argument.run(block).numbers()
    skips.add(values.missingCount, groups) { values[$0].isNaN }
    means.withUnsafeMutableBufferPointer { means in
      squares.withUnsafeMutableBufferPointer { squares in
        known.withUnsafeMutableBufferPointer { known in
          for row in 0..<values.count where !values[row].isNaN {
            let group = Int(groups[row])
            known[group] += 1
            let distance = values[row] - means[group]
            means[group] += distance / known[group]
            squares[group] += distance * (values[row] - means[group])
          }
        }
      }
    }
  }

  mutating func merge(_ later: Deviations) {
    for group in means.indices where later.known[group] > 0 {
      let total = known[group] + later.known[group]
      let distance = later.means[group] - means[group]
      means[group] += distance * later.known[group] / total
      squares[group] +=
        later.squares[group] + distance * distance * known[group] * later.known[group] / total
      known[group] = total
    }
    skips.merge(later.skips)
  }
}

extension Buffer where Element == Double {
  fileprivate var missingCount: Int {
    var found = 0
    for row in 0..<count { found &+= self[row].isNaN ? 1 : 0 }
    return found
  }
}
