import HearthData

/// A number as an exact decimal of so many places, halves away from zero as they are written:
/// 2.675 to two places is 2.68 though its binary form lies below. Nil when it does not fit.
func unscaled(_ value: Double, places: Int) -> Int64? {
  guard value.isFinite, places >= 0, places <= Decimal.maximumScale else { return nil }
  guard let rounded = scaledAndRounded(value, places: places) else { return nil }
  guard let result = Int64(exactly: rounded), result != MissingValue.int64 else { return nil }
  return result
}

/// Rounds to places after the point (before it when negative), halves away from zero as written.
func rounded(_ value: Double, places: Int) -> Double {
  guard value.isFinite else { return value }
  // A double has no digits beyond these; and there is nothing to keep of smaller ones.
  if places > 17 { return value }
  if places < -308 { return 0 }
  guard let scaled = scaledAndRounded(value, places: places) else { return value }
  return places >= 0
    ? scaled / powerOfTen(double: places) : scaled * powerOfTen(double: -places)
}

/// The value times ten to the power of `places` as a whole number; nil beyond what is exact.
private func scaledAndRounded(_ value: Double, places: Int) -> Double? {
  let scaled =
    places >= 0 ? value * powerOfTen(double: places) : value / powerOfTen(double: -places)
  guard scaled.magnitude < 9_007_199_254_740_992 else {
    return places <= 0 ? scaled.rounded(.toNearestOrAwayFromZero) : nil
  }
  let whole = scaled.rounded(.towardZero)
  let fraction = (scaled - whole).magnitude
  // Away from a half the binary form decides; near one the digits as written do.
  if (fraction - 0.5).magnitude > 1e-6 {
    return scaled.rounded(.toNearestOrAwayFromZero)
  }
  return isHalfOrMore(value, places: places) ? whole + (value < 0 ? -1 : 1) : whole
}

/// Whether the digits after the kept ones, as printed, begin with 5 or more.
private func isHalfOrMore(_ value: Double, places: Int) -> Bool {
  guard let decimal = decimalDigits(value) else { return false }
  let index = decimal.pointAt + places
  return index >= 0 && index < decimal.digits.count && decimal.digits[index] >= 5
}

/// The shortest digits that give the number back, and how many stand before the point.
private func decimalDigits(_ value: Double) -> (digits: [UInt8], pointAt: Int)? {
  var digits: [UInt8] = []
  var pointAt: Int?
  var exponent = 0
  let text = Array(value.magnitude.description.utf8)
  for (index, byte) in text.enumerated() {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "."): pointAt = digits.count
    case UInt8(ascii: "e"):
      exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
      return (digits, (pointAt ?? digits.count) + exponent)
    default: return nil
    }
  }
  return (digits, pointAt ?? digits.count)
}

func powerOfTen(double exponent: Int) -> Double {
  exponent <= 22 ? exactPowers[exponent] : Double("1e\(exponent)") ?? .infinity
}

/// Up to 10^22 a double is exact.
private let exactPowers: [Double] = (0...22).map { exponent in
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}
