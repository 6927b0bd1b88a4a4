import HearthData
import HearthText

/// Whole numbers; `1,234` and `3.0` are read too.
struct IntegerCodec: CellCodec {
  var missing: Int64 { MissingValue.int64 }

  @inline(__always)
  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    var index = 0
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    // Nineteen digits might not fit; the slow way finds out.
    guard cell.count > index, cell.count - index <= 18 else { return slowly(cell) }
    var value: Int64 = 0
    while index < cell.count {
      let digit = cell[index] &- UInt8(ascii: "0")
      if digit > 9 { return slowly(cell) }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    return isNegative ? 0 &- value : value
  }

  private func slowly(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let decimal = Decimal(parsing: cell) else { return nil }
    return decimal.rescaled(to: 0)?.unscaled
  }

  func reason(_ text: String) -> Bilingual { Bilingual("is not a whole number", "不是整数") }

  func column(_ values: Buffer<Int64>) -> Column {
    Column(type: .int, count: values.count, storage: .int64(values))
  }
}

/// Exact decimals with a fixed number of places; more places than that are a problem.
struct DecimalCodec: CellCodec {
  let scale: Int

  var missing: Int64 { MissingValue.int64 }

  @inline(__always)
  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    var index = 0
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard cell.count > index, cell.count - index + scale <= 18 else { return slowly(cell) }
    var value: Int64 = 0
    var places = -1
    while index < cell.count {
      let byte = cell[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        if places >= 0 { places += 1 }
      } else if byte == UInt8(ascii: "."), places < 0, index + 1 < cell.count {
        places = 0
      } else {
        return slowly(cell)
      }
      index += 1
    }
    places = max(places, 0)
    if places > scale { return slowly(cell) }
    while places < scale {
      value = value &* 10
      places += 1
    }
    return isNegative ? 0 &- value : value
  }

  private func slowly(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    Decimal(parsing: cell)?.rescaled(to: scale)?.unscaled
  }

  func reason(_ text: String) -> Bilingual {
    if Decimal(parsing: text) != nil {
      return Bilingual(
        "has more than \(scale) places, or too many digits", "小数位数超过 \(scale) 位，或位数太多")
    }
    return Bilingual("is not a number", "不是数字")
  }

  func column(_ values: Buffer<Int64>) -> Column {
    Column(type: .decimal(scale: scale), count: values.count, storage: .int64(values))
  }
}

/// Numbers in floating point; `30%` is 0.3.
struct NumberCodec: CellCodec {
  var missing: Double { .nan }

  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    if let exact = simple(cell) { return exact }
    return slowly(cell)
  }

  private static let powers: [Double] = (0...18).map { Double(Decimal.powersOfTen[$0]) }

  /// Up to fifteen digits and a power of ten up to 22 give the nearest number by one division.
  @inline(__always)
  private func simple(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = 0
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard cell.count > index, cell.count - index <= 16 else { return nil }
    var value: Int64 = 0
    var places = -1
    var digits = 0
    while index < cell.count {
      let byte = cell[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        digits += 1
        if places >= 0 { places += 1 }
      } else if byte == UInt8(ascii: "."), places < 0 {
        places = 0
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0, digits <= 15 else { return nil }
    let number = places > 0 ? Double(value) / Self.powers[places] : Double(value)
    return isNegative ? -number : number
  }

  private func slowly(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    guard cell.allSatisfy({ Self.isNumeric($0) }) else { return nil }
    if cell.last == UInt8(ascii: "%") {
      let number = UnsafeBufferPointer(rebasing: cell.dropLast())
      return number.isEmpty ? nil : parse(number).map { $0 / 100 }
    }
    if let decimal = Decimal(parsing: cell), cell.contains(UInt8(ascii: ",")) {
      return decimal.approximation
    }
    guard let number = Double(String(decoding: cell, as: UTF8.self)), number.isFinite else {
      return nil
    }
    return number
  }

  /// Keeps out `nan`, `inf` and hexadecimal numbers.
  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "e"), UInt8(ascii: "E"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }

  func reason(_ text: String) -> Bilingual { Bilingual("is not a number", "不是数字") }

  func column(_ values: Buffer<Double>) -> Column {
    Column(type: .number, count: values.count, storage: .double(values))
  }
}

/// Yes and no in the words that people use.
struct BoolCodec: CellCodec {
  var missing: UInt8 { MissingValue.bool }

  private static let yes: Set<String> = [
    "true", "yes", "y", "t", "1", "是", "有", "对", "√", "✓", "✔",
  ]
  private static let no: Set<String> = ["false", "no", "n", "f", "0", "否", "无", "错", "×", "✗", "✘"]

  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> UInt8? {
    if cell.count == 1, cell[0] == UInt8(ascii: "0") || cell[0] == UInt8(ascii: "1") {
      return cell[0] - UInt8(ascii: "0")
    }
    guard cell.count <= 8 else { return nil }
    let word = String(decoding: cell, as: UTF8.self).lowercased()
    if Self.yes.contains(word) { return 1 }
    return Self.no.contains(word) ? 0 : nil
  }

  func reason(_ text: String) -> Bilingual { Bilingual("is neither yes nor no", "既不是“是”也不是“否”") }

  func column(_ values: Buffer<UInt8>) -> Column {
    Column(type: .bool, count: values.count, storage: .bytes(values))
  }
}
