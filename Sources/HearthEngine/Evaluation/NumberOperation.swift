import HearthData
import HearthPlan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Floating-point arithmetic; infinite results are errors, those that do not exist are missing.
@inline(__always)
func numberArithmetic<Left: Lane, Right: Lane>(
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
