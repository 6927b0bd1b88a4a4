import HearthData
import HearthPlan

extension RunningAggregate {
  func sums(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    if aggregate.type == .number {
      let sums = scanSums(included, try argument.numbers()) { sum, _ in sum }
      guard sums.allSatisfy(\.isFinite) else { throw .overflow(.sumTooLarge) }
      return .numbers(sums)
    }
    let numbers = try argument.integers()
    var sum: Int64 = 0
    var overflows = false
    let sums = scan {
      sum = 0
    } _: { row -> Int64 in
      guard included[row] else { return sum }
      let (next, overflow) = sum.addingReportingOverflow(numbers[row])
      overflows = overflows || overflow || next == MissingValue.int64
      sum = next
      return sum
    }
    if overflows { throw .overflow(.sumTooLarge) }
    return .integers(sums, aggregate.type)
  }

  /// Missing before the first known value; whole numbers and decimals are added up exactly.
  func averages(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    guard case .int64(let numbers) = argument.storage else {
      let means = scanSums(included, try argument.numbers()) { sum, count in
        count == 0 ? .nan : sum / Double(count)
      }
      return .numbers(means)
    }
    let power = Double(try powerOfTen(argument.type.decimalScale))
    var sum: Int128 = 0
    var count = 0
    return .numbers(
      scan {
        (sum, count) = (0, 0)
      } _: { row in
        if included[row] {
          sum &+= Int128(numbers[row])
          count &+= 1
        }
        return count == 0 ? .nan : Double(sum) / (Double(count) * power)
      })
  }

  /// Sums of floating-point numbers with the rounding errors summed beside them.
  @inline(__always)
  private func scanSums(
    _ included: Buffer<Bool>, _ numbers: Buffer<Double>, _ result: (Double, Int) -> Double
  ) -> Buffer<Double> {
    var sum = 0.0
    var errors = 0.0
    var count = 0
    return scan {
      (sum, errors, count) = (0, 0, 0)
    } _: { row in
      if included[row] {
        let (next, error) = exactSum(sum, numbers[row])
        sum = next
        errors += error
        count &+= 1
      }
      return result(sum + errors, count)
    }
  }

  /// Welford, "Note on a method for calculating corrected sums of squares and products" (1962).
  func deviations(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    let numbers = try argument.numbers()
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    return .numbers(
      scan {
        (count, mean, squares) = (0, 0, 0)
      } _: { row -> Double in
        if included[row] {
          count += 1
          let distance = numbers[row] - mean
          mean += distance / count
          squares += distance * (numbers[row] - mean)
        }
        return count < 2 ? .nan : (squares / (count - 1)).squareRoot()
      })
  }
}
