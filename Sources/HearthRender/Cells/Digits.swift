import HearthData

/// Numbers and dates as ASCII, without a `String` per cell.
extension [UInt8] {
  mutating func appendInteger(_ value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    appendMagnitude(value.magnitude, minimumDigits: 1)
  }

  /// All places, zeros included: 1250 at scale 2 is `12.50`.
  mutating func appendDecimal(_ unscaled: Int64, scale: Int) {
    if unscaled < 0 { append(UInt8(ascii: "-")) }
    appendMagnitude(unscaled.magnitude, minimumDigits: scale + 1)
    if scale > 0 { insert(UInt8(ascii: "."), at: count - scale) }
  }

  /// ISO: `2026-10-31`.
  mutating func appendDay(_ day: Day) {
    let (year, month, day) = day.civil
    if year < 0 { append(UInt8(ascii: "-")) }
    appendMagnitude(UInt64(year.magnitude), minimumDigits: 4)
    append(UInt8(ascii: "-"))
    appendMagnitude(UInt64(month), minimumDigits: 2)
    append(UInt8(ascii: "-"))
    appendMagnitude(UInt64(day), minimumDigits: 2)
  }

  /// `2026-10-31T08:30:00`; the bare seconds outside the years of the calendar.
  mutating func appendDateTime(_ seconds: Int64, separator: UInt8) {
    guard let (day, time) = DateTime.split(seconds) else { return appendInteger(seconds) }
    appendDay(day)
    append(separator)
    appendMagnitude(UInt64(time / 3600), minimumDigits: 2)
    append(UInt8(ascii: ":"))
    appendMagnitude(UInt64(time / 60 % 60), minimumDigits: 2)
    append(UInt8(ascii: ":"))
    appendMagnitude(UInt64(time % 60), minimumDigits: 2)
  }

  /// The shortest decimal that reads back as the same number.
  ///
  /// Written without an exponent from 0.000001 up to, not including, 10²¹, as spreadsheets and
  /// JavaScript do (`1e21`, `1e-7` beyond); whole numbers without `.0`; never `-0`. Numbers that
  /// are not finite do not occur in columns and write nothing.
  mutating func appendNumber(_ value: Double) {
    guard value.isFinite else { return }
    if value.magnitude < 1e15, value.rounded(.towardZero) == value {
      return appendInteger(Int64(value))
    }
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(NumberDigits(value.magnitude))
  }

  private mutating func appendDigits(_ number: NumberDigits) {
    let digits = number.digits
    let zero = UInt8(ascii: "0")
    switch number.pointPosition {
    case ..<(-5), 22...:
      append(digits[0])
      if digits.count > 1 {
        append(UInt8(ascii: "."))
        append(contentsOf: digits.dropFirst())
      }
      append(UInt8(ascii: "e"))
      appendInteger(Int64(number.pointPosition - 1))
    case ...0:
      append(contentsOf: [zero, UInt8(ascii: ".")])
      append(contentsOf: repeatElement(zero, count: -number.pointPosition))
      append(contentsOf: digits)
    case let position where position >= digits.count:
      append(contentsOf: digits)
      append(contentsOf: repeatElement(zero, count: position - digits.count))
    case let position:
      append(contentsOf: digits.prefix(position))
      append(UInt8(ascii: "."))
      append(contentsOf: digits.dropFirst(position))
    }
  }

  /// A fraction as a percentage with one decimal, halves away from zero: `95.1%`.
  ///
  /// A fraction below one never prints as `100.0%`: who reads it must not think that all is done.
  mutating func appendPercentage(_ fraction: Double) {
    var tenths = (fraction * 1000).rounded(.toNearestOrAwayFromZero)
    if tenths == 1000 && fraction < 1 { tenths = 999 }
    guard tenths.magnitude < 1e18 else {
      appendNumber(fraction * 100)
      return append(UInt8(ascii: "%"))
    }
    appendDecimal(Int64(tenths), scale: 1)
    append(UInt8(ascii: "%"))
  }

  private mutating func appendMagnitude(_ value: UInt64, minimumDigits: Int) {
    var rest = value
    let start = count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      rest = quotient
    } while rest != 0
    while count - start < minimumDigits { append(UInt8(ascii: "0")) }
    var (low, high) = (start, count - 1)
    while low < high {
      swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }
}

/// The significant digits of a positive number and where its point stands: 0.05 is `5` and -1.
private struct NumberDigits {
  var digits: [UInt8] = []
  /// How many digits stand before the point; negative when zeros follow the point first.
  var pointPosition = 0

  /// Takes Swift's own shortest form apart: `12.5`, `5e-05`, `1.2345e+16`.
  init(_ magnitude: Double) {
    var exponent = 0
    var pointSeen = false
    var bytes = magnitude.description.utf8.makeIterator()
    reading: while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"):
        exponent = Self.exponent(&bytes)
        break reading
      default:
        // Zeros before the first digit only move the point.
        if digits.isEmpty && byte == UInt8(ascii: "0") {
          if pointSeen { pointPosition -= 1 }
        } else {
          digits.append(byte)
          if !pointSeen { pointPosition += 1 }
        }
      }
    }
    pointPosition += exponent
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { (digits, pointPosition) = ([UInt8(ascii: "0")], 1) }
  }

  private static func exponent(_ bytes: inout String.UTF8View.Iterator) -> Int {
    var (value, isNegative) = (0, false)
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      default: value = value * 10 + Int(byte) - Int(UInt8(ascii: "0"))
      }
    }
    return isNegative ? -value : value
  }
}
