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
  func absolute(_ operand: TypedExpression, _ type: ValueType) throws(RunError) -> Kernel {
    if operand.type == .number || type == .number {
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        return .numbers(Buffer.filled(x.count) { x[$0].magnitude })
      }
    }
    let value = try integers(operand)
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      return .integers(Buffer.filled(x.count) { x[$0] < 0 ? 0 &- x[$0] : x[$0] }, type)
    }
  }

  /// To so many places (none without), halves away from zero.
  func round(
    _ operand: TypedExpression, places: TypedExpression?, _ type: ValueType
  ) throws(RunError) -> Kernel {
    let zero = TypedExpression(.literal(.int(0)), .int)
    let count = try integers(places ?? zero)
    if operand.type == .number {
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        let n = try count.values(block)
        let result = Buffer<Double>.filled(x.count) { row in
          n[row] == MissingValue.int64
            ? .nan : rounded(x[row], places: Int(max(-400, min(400, n[row]))))
        }
        return try Column.numbers(result).converted(to: type)
      }
    }
    let value = try integers(operand)
    let scale = operand.type.decimalScale
    let newScale = type.decimalScale
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      let n = try count.values(block)
      var overflows = false
      let result = Buffer<Int64>.filled(x.count) { row in
        if x[row] == MissingValue.int64 || n[row] == MissingValue.int64 {
          return MissingValue.int64
        }
        let places = Int(max(-40, min(Int64(scale), n[row])))
        let rounded = roundedDecimal(x[row], scale: scale, places: places, newScale: newScale)
        overflows = overflows || rounded == nil
        return rounded ?? MissingValue.int64
      }
      if overflows { throw .overflow(.integerOutOfRange) }
      return type == .number
        ? .numbers(try Column.integers(result, operand.type).numbers()) : .integers(result, type)
    }
  }

  /// `floor` and `ceil`.
  func wholeNumber(
    _ operand: TypedExpression, _ type: ValueType, _ rule: FloatingPointRoundingRule
  ) throws(RunError) -> Kernel {
    if operand.type == .number {
      let value = try numbers(operand)
      let isDown = rule == .down
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        let result = Buffer<Double>.filled(x.count) {
          isDown ? x[$0].rounded(.down) : x[$0].rounded(.up)
        }
        return try Column.numbers(result).converted(to: type)
      }
    }
    let value = try integers(operand)
    let divisor = try powerOfTen(operand.type.decimalScale)
    let factor = try powerOfTen(type.decimalScale)
    let shift: Int64 = rule == .down ? 0 : 1
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      var overflows = false
      let result = Buffer<Int64>.filled(x.count) { row in
        if x[row] == MissingValue.int64 { return x[row] }
        let low = floorDivided(x[row], divisor)
        let whole = low * divisor == x[row] ? low : low + shift
        let (scaled, overflow) = whole.multipliedReportingOverflow(by: factor)
        overflows = overflows || overflow
        return scaled
      }
      if overflows { throw .overflow(.integerOutOfRange) }
      let exact = Column.integers(result, type == .number ? .int : type)
      return type == .number ? .numbers(try exact.numbers()) : exact
    }
  }

  func logarithm(_ operand: TypedExpression, base: TypedExpression) throws(RunError) -> Kernel {
    let (value, base) = (try numbers(operand), try numbers(base))
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      let b = try base.values(block)
      let result = Buffer<Double>.filled(x.count) { exactLogarithm(x[$0], base: b[$0]) }
      return try checked(result, run) { x[$0].isNaN || b[$0].isNaN }
    }
  }

  func numberFunction(
    _ function: ScalarFunction, _ operand: TypedExpression
  ) throws(RunError) -> Kernel {
    let value = try numbers(operand)
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      let result = try applied(function, x)
      if function == .exp, result.contains(where: \.isInfinite) {
        throw .overflow(Arithmetic.power.overflowMessage)
      }
      return try checked(result, run) { x[$0].isNaN }
    }
  }
}

/// One loop per function.
private func applied(
  _ function: ScalarFunction, _ x: Buffer<Double>
) throws(RunError) -> Buffer<Double> {
  switch function {
  case .sqrt: .filled(x.count) { x[$0].squareRoot() }
  case .ln, .log: .filled(x.count) { log(x[$0]) }
  case .log10: .filled(x.count) { log10(x[$0]) }
  case .exp: .filled(x.count) { exp(x[$0]) }
  case .sin: .filled(x.count) { sin(x[$0]) }
  case .cos: .filled(x.count) { cos(x[$0]) }
  case .tan: .filled(x.count) { tan(x[$0]) }
  case .asin: .filled(x.count) { asin(x[$0]) }
  case .acos: .filled(x.count) { acos(x[$0]) }
  case .atan: .filled(x.count) { atan(x[$0]) }
  case .abs, .round, .floor, .ceil, .pi, .min, .max, .lower, .upper, .trim, .trimStart, .trimEnd,
    .length, .substring, .replace, .split, .pinyin, .initials, .mask, .day, .month, .quarter,
    .half, .year, .week, .weekday, .format, .period, .band, .text, .number, .int, .date:
    throw .misbuiltPlan("\(function.rawValue) of a number")
  }
}

/// Results that do not exist (a root of a negative number, the logarithm of 0) become missing.
@inline(__always)
private func checked(
  _ values: Buffer<Double>, _ run: RunState, wasMissing: (Int) -> Bool
) throws(RunError) -> Column {
  var outside = 0
  let result = Buffer<Double>.filled(values.count) { row in
    let exists = values[row].isFinite
    outside += exists || wasMissing(row) ? 0 : 1
    return exists ? values[row] : .nan
  }
  run.count(.outsideDomain, outside)
  return .numbers(result)
}

/// Exact where the standard functions are: log(1000, 10) is 3, log(8, 2) is 3.
private func exactLogarithm(_ value: Double, base: Double) -> Double {
  if base == 10 { return log10(value) }
  if base == 2 { return log2(value) }
  return base == 1 ? .nan : log(value) / log(base)
}

/// A decimal rounded to places, with the scale of the result; nil if it does not fit.
private func roundedDecimal(
  _ value: Int64, scale: Int, places: Int, newScale: Int
) -> Int64? {
  let lost = scale - places
  // Beyond 18 places nothing is left: half of that power is more than any value.
  if lost > 19 { return 0 }
  var unit: Int128 = 1
  for _ in 0..<lost { unit *= 10 }
  let kept = roundedQuotient(Int128(value), unit) * unit
  let result: Int128
  if newScale >= scale {
    guard newScale - scale <= Decimal.maximumScale else { return nil }
    result = kept * Int128(Decimal.powersOfTen[newScale - scale])
  } else {
    result = roundedQuotient(kept, Int128(Decimal.powersOfTen[scale - newScale]))
  }
  guard let fitting = Int64(exactly: result), fitting != MissingValue.int64 else { return nil }
  return fitting
}

extension Column {
  /// Whole numbers computed as doubles, in the type that the function promises.
  func converted(to type: ValueType) throws(RunError) -> Column {
    if type == .number { return self }
    let values = try numbers()
    let scale = type.decimalScale
    var overflows = false
    let result = Buffer<Int64>.filled(count) { row in
      if values[row].isNaN { return MissingValue.int64 }
      let exact = unscaled(values[row], places: scale)
      overflows = overflows || exact == nil
      return exact ?? MissingValue.int64
    }
    if overflows { throw .overflow(.integerOutOfRange) }
    return .integers(result, type)
  }
}
