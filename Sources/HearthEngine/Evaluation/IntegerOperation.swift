import HearthData
import HearthPlan

/// Whole numbers and decimals; the scales are those of the operands and of the result.
struct IntegerOperation: Sendable {
  let operation: Arithmetic
  /// What products must be divided by, or integral quotients multiplied with, for the result.
  let reduction: Int64
  let expansion: Int64

  init(
    _ operation: Arithmetic, _ a: ValueType, _ b: ValueType, _ type: ValueType
  ) throws(RunError) {
    self.operation = operation
    let scale = type.decimalScale
    switch operation {
    case .multiply:
      let natural = a.decimalScale + b.decimalScale
      reduction = try powerOfTen(max(0, natural - scale))
      expansion = try powerOfTen(max(0, scale - natural))
    case .quotient:
      reduction = 1
      expansion = try powerOfTen(scale)
    case .add, .subtract, .divide, .remainder, .power:
      reduction = 1
      expansion = 1
    }
  }

  @inline(__always)
  func run<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ run: RunState
  ) throws(RunError) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    var incidents = Incidents()
    let result: Buffer<Int64>
    switch operation {
    case .add: result = sums(a, b, count, &incidents)
    case .subtract: result = differences(a, b, count, &incidents)
    case .multiply:
      result =
        reduction == 1 && expansion == 1
        ? products(a, b, count, &incidents) : scaledProducts(a, b, count, &incidents)
    case .quotient, .remainder: result = quotients(a, b, count, &incidents)
    case .divide, .power: throw .misbuiltPlan("\(operation) of whole numbers")
    }
    try incidents.report(operation.overflowMessage, to: run)
    return result
  }

  @inline(__always)
  private func sums<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    var overflow: Int64 = 0
    let result = Buffer<Int64>.filled(count) { row in
      let (x, y) = (a[row], b[row])
      let sum = x &+ y
      let isMissing = x == MissingValue.int64 || y == MissingValue.int64
      // The sign differs from both; or the sum is the one number that means missing.
      let wrong = ((x ^ sum) & (y ^ sum)) | (sum == MissingValue.int64 ? -1 : 0)
      overflow |= isMissing ? 0 : wrong
      return isMissing ? MissingValue.int64 : sum
    }
    incidents.overflows = overflow < 0
    return result
  }

  @inline(__always)
  private func differences<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    var overflow: Int64 = 0
    let result = Buffer<Int64>.filled(count) { row in
      let (x, y) = (a[row], b[row])
      let difference = x &- y
      let isMissing = x == MissingValue.int64 || y == MissingValue.int64
      let wrong =
        ((x ^ y) & (x ^ difference)) | (difference == MissingValue.int64 ? -1 : 0)
      overflow |= isMissing ? 0 : wrong
      return isMissing ? MissingValue.int64 : difference
    }
    incidents.overflows = overflow < 0
    return result
  }

  /// Bounds of both sides tell in most blocks that no product can overflow.
  @inline(__always)
  private func products<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    let (bound, isLarge) = Extent(a, count).magnitude.multipliedReportingOverflow(
      by: Extent(b, count).magnitude)
    if !isLarge, bound <= UInt64(Int64.max) {
      return Buffer<Int64>.filled(count) { row in
        let (x, y) = (a[row], b[row])
        let isMissing = x == MissingValue.int64 || y == MissingValue.int64
        return isMissing ? MissingValue.int64 : x &* y
      }
    }
    var overflows = false
    let result = Buffer<Int64>.filled(count) { row in
      let (x, y) = (a[row], b[row])
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      let isMissing = x == MissingValue.int64 || y == MissingValue.int64
      overflows = overflows || !isMissing && (overflow || product == MissingValue.int64)
      return isMissing ? MissingValue.int64 : product
    }
    incidents.overflows = overflows
    return result
  }

  @inline(__always)
  private func scaledProducts<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    var overflows = false
    let result = Buffer<Int64>.filled(count) { row in
      let (x, y) = (a[row], b[row])
      if x == MissingValue.int64 || y == MissingValue.int64 { return MissingValue.int64 }
      let (wide, overflow) = (Int128(x) * Int128(y)).multipliedReportingOverflow(
        by: Int128(expansion))
      let product = Int64(exactly: roundedQuotient(wide, Int128(reduction)))
      overflows = overflows || overflow || product == nil || product == MissingValue.int64
      return product ?? MissingValue.int64
    }
    incidents.overflows = overflows
    return result
  }

  @inline(__always)
  private func quotients<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
    var zeros = 0
    var overflows = false
    let isQuotient = operation == .quotient
    let result = Buffer<Int64>.filled(count) { row in
      let (x, y) = (a[row], b[row])
      if x == MissingValue.int64 || y == MissingValue.int64 { return MissingValue.int64 }
      if y == 0 {
        zeros += 1
        return MissingValue.int64
      }
      // The least number is missing, so that no quotient of two known ones overflows.
      if !isQuotient { return x % y }
      let (quotient, overflow) = (x / y).multipliedReportingOverflow(by: expansion)
      overflows = overflows || overflow || quotient == MissingValue.int64
      return quotient
    }
    incidents.divisionsByZero = zeros
    incidents.overflows = overflows
    return result
  }
}

/// Halves away from zero; the divisor is positive.
@inline(__always)
func roundedQuotient(_ value: Int128, _ divisor: Int128) -> Int128 {
  if divisor == 1 { return value }
  let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
  let isHalfOrMore = rest.magnitude * 2 >= divisor.magnitude
  return isHalfOrMore ? quotient + (value < 0 ? -1 : 1) : quotient
}
