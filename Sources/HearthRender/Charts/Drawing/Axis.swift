import HearthData
import HearthText

/// The range of an axis and its marks at round numbers.
struct Axis {
  let low: Double
  let high: Double
  /// From the lowest to the highest.
  let ticks: [Double]
  private let isRate: Bool

  /// About as many steps between the ends.
  private static let wantedSteps = 4.0

  /// Of numbers that are not missing; `fromZero`: lengths are compared, so that zero is in it.
  init(_ values: [Double], isRate: Bool, fromZero: Bool) {
    self.isRate = isRate
    var (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    // Counts stand on the ground; what is far from it shows its changes.
    if fromZero || (least > 0 && least < greatest / 2) { least = min(least, 0) }
    if fromZero { greatest = max(greatest, isRate && greatest <= 1 ? 1 : 0) }
    if least == greatest { greatest = least + (isRate ? 0.1 : 1) }
    guard let step = RoundStep(atLeast: (greatest / Self.wantedSteps - least / Self.wantedSteps)),
      let first = step.index(below: least), let last = step.index(above: greatest), last > first
    else {
      (low, high, ticks) = (least, max(greatest, least), [least, greatest])
      return
    }
    ticks = (first...last).map(step.value)
    low = ticks.first ?? least
    high = ticks.last ?? greatest
  }

  func fraction(_ value: Double) -> Double { HearthRender.fraction(value, from: low, to: high) }

  func label(_ tick: Double) -> String {
    if isRate { return shortPercentage(tick) }
    return NumberForm.grouped.text(.number(tick)) ?? ""
  }
}

/// 1, 2, 2.5 or 5 times a power of ten.
private struct RoundStep {
  /// In tenths of the power.
  private let tenths: Int
  private let exponent: Int

  /// nil for numbers too large or too small to count with.
  init?(atLeast size: Double) {
    guard size.isFinite, size > 1e-12, size < 1e15 else { return nil }
    var exponent = 0
    while RoundStep.power(exponent) > size { exponent -= 1 }
    while RoundStep.power(exponent + 1) <= size { exponent += 1 }
    let scaled = size / RoundStep.power(exponent) * 10
    tenths = [10, 20, 25, 50].first { Double($0) >= scaled - 1e-9 } ?? 100
    self.exponent = exponent
  }

  private var size: Double { value(1) }

  func value(_ index: Int) -> Double {
    let whole = Double(index * tenths)
    return exponent >= 1
      ? whole * RoundStep.power(exponent - 1) : whole / RoundStep.power(1 - exponent)
  }

  func index(below value: Double) -> Int? { Int(exactly: (value / size + 1e-9).rounded(.down)) }

  func index(above value: Double) -> Int? { Int(exactly: (value / size - 1e-9).rounded(.up)) }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
