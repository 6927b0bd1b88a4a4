import HearthData

/// How a table writes the numbers of measures; keys and data formats always have plain digits.
package enum NumberForm: String, CaseIterable, Sendable {
  case plain
  /// `1,234,567`.
  case grouped
  /// Chinese counts of ten thousand: `123.5万`, `1.24亿`; smaller ones as they are.
  case myriads

  /// nil for what has no digits of its own.
  func text(_ value: Value) -> String? {
    switch value {
    case .int(let number): text(Double(number), digits: [UInt8].integer(number))
    case .number(let number): text(number, digits: [UInt8].number(number))
    case .decimal(let decimal):
      text(decimal.approximation, digits: [UInt8].decimal(decimal))
    case .missing, .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list: nil
    }
  }

  private func text(_ number: Double, digits: String) -> String {
    switch self {
    case .plain: digits
    case .grouped: NumberForm.grouped(digits)
    case .myriads: NumberForm.myriads(number) ?? digits
    }
  }

  private static func grouped(_ digits: String) -> String {
    // What has an exponent is not grouped.
    if digits.contains("e") { return digits }
    let sign = digits.hasPrefix("-") ? "-" : ""
    let parts = digits.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// Four digits of it; nil for what is smaller than ten thousand.
  private static func myriads(_ number: Double) -> String? {
    let size = number.magnitude
    guard size.isFinite, size >= 10_000 else { return nil }
    let (unit, word) = size >= 99_995_000 ? (1e8, "亿") : (1e4, "万")
    let count = number / unit
    let places = count.magnitude >= 1000 ? 0 : count.magnitude >= 100 ? 1 : 2
    return rounded(count, places: places) + word
  }

  private static func rounded(_ number: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return [UInt8].number((number * scale).rounded() / scale)
  }
}

extension [UInt8] {
  fileprivate static func integer(_ number: Int64) -> String {
    var bytes: [UInt8] = []
    bytes.appendInteger(number)
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate static func decimal(_ decimal: Decimal) -> String {
    var bytes: [UInt8] = []
    bytes.appendDecimal(decimal.unscaled, scale: decimal.scale)
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate static func number(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.appendNumber(number)
    return String(decoding: bytes, as: UTF8.self)
  }
}
