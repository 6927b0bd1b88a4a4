/// Exact arithmetic: every result is exact or nil, and intermediate products have 128 bits.
extension Decimal {
  /// The greatest number of places, so that every power of ten fits 64 bits.
  package static let maximumScale = 18

  /// 10 to the power of 0…18.
  package static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  package init(_ value: Int64) { self.init(unscaled: value, scale: 0) }

  /// The same number with another count of places; nil if digits would be lost or overflow.
  package func rescaled(to newScale: Int) -> Decimal? {
    guard (0...Self.maximumScale).contains(newScale) else { return nil }
    if newScale >= scale {
      let (product, overflow) = unscaled.multipliedReportingOverflow(
        by: Self.powersOfTen[newScale - scale])
      return overflow ? nil : Decimal(unscaled: product, scale: newScale).checked
    }
    let (quotient, rest) = unscaled.quotientAndRemainder(
      dividingBy: Self.powersOfTen[scale - newScale])
    return rest == 0 ? Decimal(unscaled: quotient, scale: newScale) : nil
  }

  /// Rounds halves away from zero to `places`, which may be more than there are; nil on overflow.
  package func rounded(to places: Int) -> Decimal? {
    if places >= scale { return rescaled(to: places) }
    let lost = scale - max(places, 0)
    let (quotient, rest) = unscaled.quotientAndRemainder(dividingBy: Self.powersOfTen[lost])
    let isHalfOrMore = rest.magnitude * 2 >= Self.powersOfTen[lost].magnitude
    let rounded = Decimal(
      unscaled: quotient + (isHalfOrMore ? rest.signum() : 0), scale: max(places, 0))
    return places >= 0 ? rounded : rounded.roundedToPower(of: -places)
  }

  private func roundedToPower(of exponent: Int) -> Decimal? {
    guard exponent <= Self.maximumScale else { return Decimal(0) }
    let shifted = Decimal(unscaled: unscaled, scale: exponent)
    guard let whole = shifted.rounded(to: 0) else { return nil }
    let (product, overflow) = whole.unscaled.multipliedReportingOverflow(
      by: Self.powersOfTen[exponent])
    return overflow ? nil : Decimal(product).checked
  }

  /// `Int64.min` means missing in a column, so it is no value.
  private var checked: Decimal? { unscaled == .min ? nil : self }

  /// The sum with as many places as the operand that has more.
  package func adding(_ other: Decimal) -> Decimal? {
    let scale = max(scale, other.scale)
    return Decimal(wide: wide(scale) + other.wide(scale), scale: scale)
  }

  /// The difference with as many places as the operand that has more.
  package func subtracting(_ other: Decimal) -> Decimal? {
    let scale = max(scale, other.scale)
    return Decimal(wide: wide(scale) - other.wide(scale), scale: scale)
  }

  /// The product with the places of both; zeros at the end are dropped to stay within 18 places.
  package func multiplied(by other: Decimal) -> Decimal? {
    Decimal(wide: Int128(unscaled) * Int128(other.unscaled), scale: scale + other.scale)
  }

  package var negated: Decimal? {
    unscaled == .min ? nil : Decimal(unscaled: -unscaled, scale: scale)
  }

  /// Compares numbers, not representations: 1.0 equals 1.00.
  package func isLess(than other: Decimal) -> Bool {
    let scale = max(scale, other.scale)
    return wide(scale) < other.wide(scale)
  }

  /// Whether both are the same number, whatever their places.
  package func isEqual(to other: Decimal) -> Bool {
    let scale = max(scale, other.scale)
    return wide(scale) == other.wide(scale)
  }

  /// The nearest floating-point number.
  package var approximation: Double { Double(unscaled) / Double(Self.powersOfTen[scale]) }

  private func wide(_ newScale: Int) -> Int128 {
    Int128(unscaled) * Int128(Self.powersOfTen[newScale - scale])
  }

  private init?(wide value: Int128, scale: Int) {
    var value = value
    var scale = scale
    while scale > 0, scale > Self.maximumScale || Int64(exactly: value) == nil {
      let (quotient, rest) = value.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return nil }
      (value, scale) = (quotient, scale - 1)
    }
    guard let exact = Int64(exactly: value), exact != .min else { return nil }
    self.init(unscaled: exact, scale: scale)
  }
}
