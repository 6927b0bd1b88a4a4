import Foundation
import HearthData
import HearthPlan
import HearthText

@testable import HearthEngine

extension Oracle {
  func negated(_ value: Value) throws -> Value {
    switch value {
    case .int(let x): return .int(-x)
    case .number(let x): return .number(-x)
    case .decimal(let x): return .decimal(HearthData.Decimal(unscaled: -x.unscaled, scale: x.scale))
    default: return .missing
    }
  }

  /// Less, equal or greater; nil when one is missing.
  func order(_ a: Value, _ b: Value, _ type: ValueType) throws -> Int? {
    func sign<T: Comparable>(_ x: T, _ y: T) -> Int { x == y ? 0 : x < y ? -1 : 1 }
    switch (a, b) {
    case (.missing, _), (_, .missing): return nil
    case (.int(let x), .int(let y)), (.dateTime(let x), .dateTime(let y)): return sign(x, y)
    case (.number(let x), .number(let y)): return sign(x, y)
    case (.decimal(let x), .decimal(let y)):
      return x.isEqual(to: y) ? 0 : x.isLess(than: y) ? -1 : 1
    case (.bool(let x), .bool(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.date(let x), .date(let y)): return sign(x, y)
    case (.category(let x), .category(let y)): return sign(x, y)
    case (.tags(let x), .tags(let y)): return sign(x, y)
    case (.period(let x), .period(let y)):
      return x.start == y.start ? (x.end == y.end ? 0 : 2) : sign(x.start, y.start)
    case (.text(let x), .text(let y)):
      return x.unicodeScalars.elementsEqual(y.unicodeScalars)
        ? 0 : x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? -1 : 1
    case (.row(let entity, let x), .row(_, let y)):
      guard let key = fixture.schema[entity].key else { return sign(x, y) }
      let keys = try fixture.store.column(FieldID(entity, key))
      return try order(keys.value(at: Int(x)), keys.value(at: Int(y)), keys.type)
    case (.list(let x), .list(let y)):
      for (p, q) in zip(x, y) {
        if let sign = try order(p, q, type), sign != 0 { return sign }
      }
      return sign(x.count, y.count)
    default: fatalError("\(a) beside \(b)")
    }
  }

  func compare(_ comparison: Comparison, _ a: Value, _ b: Value, _ type: ValueType) throws -> Bool {
    let sign = try order(a, b, type)
    switch comparison {
    case .equal: return sign.map { $0 == 0 } ?? (a == .missing && b == .missing)
    case .notEqual: return sign.map { $0 != 0 } ?? !(a == .missing && b == .missing)
    // Periods of one start are neither less nor greater.
    case .less: return sign == -1
    case .lessOrEqual: return sign.map { $0 != 1 } ?? false
    case .greater: return sign == 1
    case .greaterOrEqual: return sign.map { $0 != -1 } ?? false
    }
  }

  /// The value times 10^18, in as many bits as it takes.
  private func wide(_ value: Value) -> (unscaled: Int128, scale: Int)? {
    switch value {
    case .int(let x): (Int128(x), 0)
    case .decimal(let x): (Int128(x.unscaled), x.scale)
    default: nil
    }
  }

  func double(_ value: Value) -> Double? {
    switch value {
    case .int(let x): Double(x)
    case .number(let x): x
    case .decimal(let x): x.approximation
    default: nil
    }
  }

  func number(_ value: Double) throws -> Value {
    if value.isNaN { return .missing }
    if value.isInfinite { throw Overflow() }
    return .number(value)
  }

  func exact(_ value: Int128, _ type: ValueType) throws -> Value {
    guard let small = Int64(exactly: value), small != .min else { throw Overflow() }
    if case .decimal(let scale) = type {
      return .decimal(HearthData.Decimal(unscaled: small, scale: scale))
    }
    return .int(small)
  }

  func arithmetic(
    _ operation: Arithmetic, _ a: Value, _ b: Value, _ type: ValueType
  ) throws -> Value {
    if case .number = type {
      guard let x = double(a), let y = double(b) else { return .missing }
      switch operation {
      case .add: return try number(x + y)
      case .subtract: return try number(x - y)
      case .multiply: return try number(x * y)
      case .divide: return y == 0 ? .missing : try number(x / y)
      case .quotient: return y == 0 ? .missing : try number((x / y).rounded(.towardZero))
      case .remainder: return y == 0 ? .missing : try number(x.truncatingRemainder(dividingBy: y))
      case .power: return x == 0 && y < 0 ? .missing : try number(pow(x, y))
      }
    }
    guard let x = wide(a), let y = wide(b) else { return .missing }
    switch operation {
    case .add: return try exact(x.unscaled + y.unscaled, type)
    case .subtract: return try exact(x.unscaled - y.unscaled, type)
    case .multiply:
      var product = x.unscaled * y.unscaled
      var scale = x.scale + y.scale
      while scale > type.decimalScale {
        // Only the last digit may be rounded; the tests keep to one.
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: 10)
        product = quotient + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0)
        scale -= 1
      }
      return try exact(product, type)
    case .quotient, .remainder:
      if y.unscaled == 0 { return .missing }
      return try exact(
        operation == .quotient ? x.unscaled / y.unscaled : x.unscaled % y.unscaled, type)
    case .divide, .power: fatalError("of numbers only")
    }
  }

  func day(_ value: Value) -> Day? {
    switch value {
    case .date(let day): day
    case .dateTime(let seconds): DateTime.split(seconds)?.day
    default: nil
    }
  }

  func matches(_ match: TextMatch, _ text: Value, _ pattern: Value) throws -> Bool {
    guard case .text(let text) = text, case .text(let pattern) = pattern else { return false }
    if match == .matches { return text.contains(try Regex(pattern)) }
    let (whole, part) = (
      Array(foldedForSearch(text).unicodeScalars), Array(foldedForSearch(pattern).unicodeScalars)
    )
    switch match {
    case .contains:
      return part.isEmpty
        || whole.indices.contains { whole[$0...].starts(with: part) }
    case .startsWith: return whole.starts(with: part)
    case .endsWith: return whole.reversed().starts(with: part.reversed())
    case .like: return isLike(whole[...], part[...])
    case .matches: return false
    }
  }

  private func isLike(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return (text.startIndex...text.endIndex).contains {
        isLike(text[$0...], pattern.dropFirst())
      }
    }
    guard let letter = text.first, first == "?" || first == letter else { return false }
    return isLike(text.dropFirst(), pattern.dropFirst())
  }

  func shifted(_ date: Value, _ amount: Value, _ unit: ShiftUnit) throws -> Value {
    guard case .int(let count) = amount, let day = day(date) else { return .missing }
    let units: [ShiftUnit: Period.Unit] = [
      .day: .day, .week: .week, .month: .month, .quarter: .quarter, .half: .half, .year: .year,
    ]
    guard let moved = day.adding(Int(count), units[unit] ?? .day) else { throw Overflow() }
    if case .dateTime(let seconds) = date {
      return .dateTime(
        seconds + Int64(Int(moved.number) - Int(day.number)) * DateTime.secondsPerDay)
    }
    return .date(moved)
  }

  /// Months are counted one by one: one more is whole when the day of the month is reached.
  func difference(_ unit: ShiftUnit, _ from: Value, _ to: Value) -> Value {
    guard let a = day(from), let b = day(to) else { return .missing }
    if case .dateTime(let x) = from, case .dateTime(let y) = to, x > y {
      return negatedCount(difference(unit, to, from))
    }
    if a > b { return negatedCount(difference(unit, to, from)) }
    var isPartial = false
    if case .dateTime(let x) = from, case .dateTime(let y) = to {
      isPartial = (DateTime.split(y)?.time ?? 0) < (DateTime.split(x)?.time ?? 0)
    }
    let (length, isDays) = unit.length
    if isDays {
      return .int(Int64((Int(b.number) - Int(a.number) - (isPartial ? 1 : 0)) / length))
    }
    var months = 0
    var (year, month, _) = a.civil
    while true {
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      let reached = (year, month, a.day)
      let end = b.civil
      let isWhole = isPartial ? reached < end : reached <= end
      if !isWhole { break }
      months += 1
    }
    return .int(Int64(months / length))
  }

  private func negatedCount(_ value: Value) -> Value {
    if case .int(let count) = value { .int(-count) } else { .missing }
  }
}
