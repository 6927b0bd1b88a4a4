extension Decimal: CustomStringConvertible {
  /// All places, zeros included: `12.50`.
  package var description: String {
    if scale == 0 { return String(unscaled) }
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let sign = unscaled < 0 ? "-" : ""
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  /// Digits with at most one point and an optional sign; nil for anything else or an overflow.
  package init?(parsing text: String) {
    var text = text
    guard let value = text.withUTF8({ Decimal(parsing: $0) }) else { return nil }
    self = value
  }

  /// As many places as are written. Thousands may be set apart: `1,234.50`.
  package init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { index = 1 }
    guard let digits = DecimalDigits(bytes, from: index) else { return nil }
    let magnitude = digits.magnitude
    guard magnitude <= UInt64(Int64.max) else { return nil }
    let value = Int64(magnitude)
    self.init(unscaled: isNegative ? -value : value, scale: digits.places)
  }
}

/// The digits of an unsigned decimal and how many of them follow the point.
private struct DecimalDigits {
  var magnitude: UInt64 = 0
  var places = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var digitCount = 0
    var pointAt: Int?
    var sinceComma: Int?
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard add(byte &- UInt8(ascii: "0")) else { return nil }
        digitCount += 1
        if pointAt != nil { places += 1 } else { sinceComma = sinceComma.map { $0 + 1 } }
      case UInt8(ascii: "."):
        guard pointAt == nil, sinceComma ?? 3 == 3 else { return nil }
        pointAt = index
      case UInt8(ascii: ","):
        // 1,234,567: one to three digits, then groups of three.
        guard pointAt == nil, (1...3).contains(sinceComma ?? digitCount),
          sinceComma ?? 3 == 3
        else { return nil }
        sinceComma = 0
      default: return nil
      }
    }
    let groupsAreWhole = pointAt != nil || sinceComma ?? 3 == 3
    guard digitCount > 0, places <= Decimal.maximumScale, groupsAreWhole else { return nil }
  }

  private mutating func add(_ digit: UInt8) -> Bool {
    let (tens, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
    magnitude = sum
    return !overflow && !carry
  }
}
