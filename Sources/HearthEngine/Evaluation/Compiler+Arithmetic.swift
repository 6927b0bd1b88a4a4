import HearthData
import HearthPlan
import HearthText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Compiler {
  func negate(_ operand: TypedExpression) throws(RunError) -> Kernel {
    let type = operand.type
    if type == .number {
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        return .numbers(Buffer.filled(x.count) { -x[$0] })
      }
    }
    let value = try integers(operand)
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      // The missing value is its own negative; all others have one.
      return .integers(Buffer.filled(x.count) { 0 &- x[$0] }, type)
    }
  }

  func arithmetic(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    switch operation {
    case .divide, .power: return try ofNumbers(operation, a, b)
    case .add, .subtract, .multiply, .quotient, .remainder:
      return type == .number && (a.type == .number || b.type == .number)
        ? try ofNumbers(operation, a, b) : try ofIntegers(operation, a, b, type)
    }
  }

  private func ofNumbers(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> Kernel {
    let (left, right) = (try numbers(a), try numbers(b))
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try left.values(block)
      if let constant = right.constant {
        return try numberArithmetic(operation, x, ConstantLane(value: constant), block.count, run)
      }
      return try numberArithmetic(operation, x, try right.values(block), block.count, run)
    }
  }

  private func ofIntegers(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    let (left, right) = (try integers(a), try integers(b))
    let work = try IntegerOperation(operation, a.type, b.type, type)
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try left.values(block)
      let result: Buffer<Int64>
      if let constant = right.constant {
        result = try work.run(x, ConstantLane(value: constant), block.count, run)
      } else {
        result = try work.run(x, try right.values(block), block.count, run)
      }
      return .integers(result, type)
    }
  }
}

extension Column {
  static func integers(_ values: Buffer<Int64>, _ type: ValueType) -> Column {
    Column(type: type, count: values.count, storage: .int64(values))
  }

  static func numbers(_ values: Buffer<Double>) -> Column {
    Column(type: .number, count: values.count, storage: .double(values))
  }
}

/// What a column's kernel met in a block: an overflow, divisions by zero, results that do not exist.
struct Incidents {
  var overflows = false
  var divisionsByZero = 0
  var outsideDomain = 0

  func report(_ operation: Bilingual, to run: RunState) throws(RunError) {
    if overflows { throw .overflow(operation) }
    run.count(.divisionByZero, divisionsByZero)
    run.count(.outsideDomain, outsideDomain)
  }
}

/// Whole numbers and decimals; the scales are those of the operands and of the result.
private struct IntegerOperation: Sendable {
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

  @inline(__always)
  private func products<Left: Lane, Right: Lane>(
    _ a: Left, _ b: Right, _ count: Int, _ incidents: inout Incidents
  ) -> Buffer<Int64> where Left.Element == Int64, Right.Element == Int64 {
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

@inline(__always)
private func numberArithmetic<Left: Lane, Right: Lane>(
  _ operation: Arithmetic, _ a: Left, _ b: Right, _ count: Int, _ run: RunState
) throws(RunError) -> Column where Left.Element == Double, Right.Element == Double {
  switch operation {
  case .add: try numberResults(a, b, count, operation, run) { $0 + $1 }
  case .subtract: try numberResults(a, b, count, operation, run) { $0 - $1 }
  case .multiply: try numberResults(a, b, count, operation, run) { $0 * $1 }
  case .divide: try numberResults(a, b, count, operation, run) { $0 / $1 }
  case .quotient: try numberResults(a, b, count, operation, run) { ($0 / $1).rounded(.towardZero) }
  case .remainder: try numberResults(a, b, count, operation, run) { fmod($0, $1) }
  case .power:
    // The library's power of a missing number may be 1.
    try numberResults(a, b, count, operation, run) { $0.isNaN || $1.isNaN ? .nan : pow($0, $1) }
  }
}

@inline(__always)
private func numberResults<Left: Lane, Right: Lane>(
  _ a: Left, _ b: Right, _ count: Int, _ operation: Arithmetic, _ run: RunState,
  _ body: (Double, Double) -> Double
) throws(RunError) -> Column where Left.Element == Double, Right.Element == Double {
  var incidents = Incidents()
  var strange: UInt8 = 0
  let result = Buffer<Double>.filled(count) { row in
    let value = body(a[row], b[row])
    // Infinite and missing results differ from themselves by something that is not zero.
    strange |= value - value == 0 ? 0 : 1
    return value
  }
  if strange == 0 { return .numbers(result) }
  let divides = operation == .divide || operation == .quotient || operation == .remainder
  let checked = Buffer<Double>.filled(count) { row in
    let (x, y, value) = (a[row], b[row], result[row])
    if x.isNaN || y.isNaN { return .nan }
    if divides && y == 0 || operation == .power && x == 0 && y < 0 {
      incidents.divisionsByZero += 1
      return .nan
    }
    if value.isNaN { incidents.outsideDomain += 1 }
    incidents.overflows = incidents.overflows || value.isInfinite
    return value
  }
  try incidents.report(operation.overflowMessage, to: run)
  return .numbers(checked)
}

extension Arithmetic {
  var overflowMessage: Bilingual {
    switch self {
    case .add: Bilingual("a sum (+) is too large", "加法（+）的结果超出范围")
    case .subtract: Bilingual("a difference (-) is too large", "减法（-）的结果超出范围")
    case .multiply: Bilingual("a product (*) is too large", "乘法（*）的结果超出范围")
    case .divide: Bilingual("a quotient (/) is too large", "除法（/）的结果超出范围")
    case .quotient: Bilingual("a quotient (//) is too large", "整除（//）的结果超出范围")
    case .remainder: Bilingual("a remainder (%) is too large", "求余（%）的结果超出范围")
    case .power: Bilingual("a power (^) is too large", "乘方（^）的结果超出范围")
    }
  }
}

extension ValueType {
  /// 0 for everything that is no decimal.
  var decimalScale: Int {
    if case .decimal(let scale) = self { scale } else { 0 }
  }
}
