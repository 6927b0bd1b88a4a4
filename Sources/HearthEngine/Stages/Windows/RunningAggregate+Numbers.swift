import HearthData
import HearthPlan
import HearthText

extension RunningAggregate {
  func sums(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    if case .int64(let numbers) = argument.storage {
      var sum: Int64 = 0
      var hasOverflow = false
      let values = scan {
        sum = 0
      } _: { row -> Int64 in
        guard included[row] else { return sum }
        let (next, overflow) = sum.addingReportingOverflow(numbers[row])
        // The smallest integer stands for missing.
        if overflow || next == MissingValue.int64 { hasOverflow = true }
        sum = next
        return sum
      }
      if hasOverflow { throw .overflow(Bilingual("running sum", "累计合计")) }
      return Column(type: argument.type, count: frame.count, storage: .int64(values))
    }
    let numbers = try argument.numbers()
    var sum = 0.0
    let values = scan {
      sum = 0
    } _: { row in
      if included[row] { sum += numbers[row] }
      return sum
    }
    return Column(type: aggregate.type, count: frame.count, storage: .double(values))
  }

  /// Missing before the first known value.
  func averages(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    var count = 0.0
    let values: Buffer<Double>
    if case .int64(let numbers) = argument.storage {
      // Whole numbers are added up exactly, as by the plain aggregate.
      let unit = argument.unit
      var sum: Int128 = 0
      values = scan {
        (sum, count) = (0, 0)
      } _: { row in
        if included[row] {
          sum &+= Int128(numbers[row])
          count += 1
        }
        return Double(sum) / unit / count
      }
    } else {
      let numbers = try argument.numbers()
      var sum = 0.0
      values = scan {
        (sum, count) = (0, 0)
      } _: { row in
        if included[row] {
          sum += numbers[row]
          count += 1
        }
        return sum / count
      }
    }
    return Column(type: .number, count: frame.count, storage: .double(values))
  }

  /// Welford, "Note on a method for calculating corrected sums of squares and products" (1962).
  func deviations(_ included: Buffer<Bool>, _ argument: Column) throws(RunError) -> Column {
    let numbers = try argument.numbers()
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    let values = scan {
      (count, mean, squares) = (0, 0, 0)
    } _: { row -> Double in
      if included[row] {
        count += 1
        let distance = numbers[row] - mean
        mean += distance / count
        squares += distance * (numbers[row] - mean)
      }
      return count < 2 ? .nan : (squares / (count - 1)).squareRoot()
    }
    return Column(type: .number, count: frame.count, storage: .double(values))
  }
}

extension Column {
  /// What a stored integer must be divided by.
  fileprivate var unit: Double {
    guard case .decimal(let scale) = type else { return 1 }
    return (0..<scale).reduce(1.0) { power, _ in power * 10 }
  }
}
