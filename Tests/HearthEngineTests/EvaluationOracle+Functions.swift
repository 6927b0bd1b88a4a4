import Foundation
import HearthData
import HearthPlan
import HearthText

@testable import HearthEngine

extension Oracle {
  func call(
    _ function: ScalarFunction, _ values: [Value], _ types: [ValueType], _ type: ValueType
  ) throws -> Value {
    if function == .pi { return .number(.pi) }
    if function == .min || function == .max { return try extreme(function, values, type) }
    if values.contains(.missing) { return .missing }
    switch function {
    case .abs:
      if case .number(let x) = values[0] { return .number(abs(x)) }
      if case .int(let x) = values[0] { return .int(abs(x)) }
      if case .decimal(let x) = values[0] {
        return .decimal(HearthData.Decimal(unscaled: abs(x.unscaled), scale: x.scale))
      }
      return .missing
    case .floor: return try whole(values[0], type) { $0.rounded(.down) }
    case .ceil: return try whole(values[0], type) { $0.rounded(.up) }
    case .sqrt: return try number(domain(sqrt(double(values[0])!)))
    case .ln: return try number(domain(log(double(values[0])!)))
    case .log10: return try number(domain(log10(double(values[0])!)))
    case .log:
      let base = double(values[1])!
      return try number(domain(log(double(values[0])!) / log(base)))
    case .exp: return try number(exp(double(values[0])!))
    case .sin: return try number(sin(double(values[0])!))
    case .cos: return try number(cos(double(values[0])!))
    case .tan: return try number(tan(double(values[0])!))
    case .asin: return try number(asin(double(values[0])!))
    case .acos: return try number(acos(double(values[0])!))
    case .atan: return try number(atan(double(values[0])!))
    case .min, .max: return .missing
    case .day: return day(values[0]).map { .int(Int64($0.day)) } ?? .missing
    case .year: return day(values[0]).map { .int(Int64($0.year)) } ?? .missing
    case .month: return period(.month, values[0])
    case .quarter: return period(.quarter, values[0])
    case .half: return period(.half, values[0])
    case .week: return period(.week, values[0])
    case .weekday: return day(values[0]).map { .category($0.weekday - 1) } ?? .missing
    case .band:
      let x = double(values[0])!
      return .category(values.dropFirst().count { double($0)! <= x })
    case .round, .lower, .upper, .trim, .trimStart, .trimEnd, .length, .substring, .replace,
      .split, .pinyin, .initials, .mask, .format, .period, .text, .number, .int, .date, .pi:
      return textCall(function, values, type)
    }
  }

  /// Of those that are known.
  private func extreme(
    _ function: ScalarFunction, _ values: [Value], _ type: ValueType
  ) throws -> Value {
    var best = Value.missing
    for value in values where value != .missing {
      let sign = try best == .missing ? nil : orderToSort(value, best, type)
      if sign == nil || (function == .min ? sign == -1 : sign == 1) { best = value }
    }
    return best
  }

  private func domain(_ value: Double) -> Double { value.isFinite ? value : .nan }

  private func whole(
    _ value: Value, _ type: ValueType, _ body: (Double) -> Double
  ) throws -> Value {
    let result = body(double(value)!)
    if type == .number { return .number(result) }
    return try exact(
      Int128(result) * Int128(HearthData.Decimal.powersOfTen[type.decimalScale]), type)
  }

  private func period(_ unit: Period.Unit, _ value: Value) -> Value {
    day(value).map { .period(Period(unit, containing: $0)) } ?? .missing
  }

  private func textCall(
    _ function: ScalarFunction, _ values: [Value], _ type: ValueType
  ) -> Value {
    guard case .text(let text) = values[0] else { return .missing }
    switch function {
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    case .trim: return .text(text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .trimStart: return .text(String(text.drop { $0.isWhitespace }))
    case .trimEnd: return .text(String(text.reversed().drop { $0.isWhitespace }.reversed()))
    case .length: return .int(Int64(text.count))
    case .mask: return .text(text.isEmpty ? "" : String(text.prefix(1)) + "**")
    case .substring:
      guard case .int(let start) = values[1] else { return .missing }
      var count = Int64(1000)
      if values.count > 2, case .int(let n) = values[2] { count = n }
      let characters = Array(text)
      let taken = characters.indices.filter {
        Int64($0) + 1 >= start && Int64($0) + 1 < start + count
      }
      return .text(String(taken.map { characters[$0] }))
    case .replace:
      guard case .text(let old) = values[1], case .text(let new) = values[2] else {
        return .missing
      }
      if old.isEmpty { return .text(text) }
      return .text(text.replacingOccurrences(of: old, with: new, options: .literal))
    default: return .missing
    }
  }

  func convert(_ value: Value, _ from: ValueType, _ to: ValueType) throws -> Value {
    if value == .missing { return .missing }
    switch to {
    case .number: return double(value).map(Value.number) ?? .missing
    case .decimal(let scale):
      guard let old = value.scaled else { return .missing }
      if old.scale <= scale {
        let power = Int128(HearthData.Decimal.powersOfTen[scale - old.scale])
        return try exact(Int128(old.unscaled) * power, to)
      }
      return old.rounded(to: scale).map(Value.decimal) ?? .missing
    case .dateTime:
      return day(value).map { .dateTime(Int64($0.number) * DateTime.secondsPerDay) } ?? .missing
    case .text: return try text(of: value, from)
    default: return value
    }
  }

  private func text(of value: Value, _ type: ValueType) throws -> Value {
    switch (value, type) {
    case (.category(let position), .category(let domain)):
      return .text(try fixture.store.dictionary(domain).entries[position].english)
    case (.row(let entity, let row), .link(_, let display)):
      let entity = fixture.schema[entity]
      let field = display == .key ? entity.key : entity.nameField
      guard case .link(let id, _) = type, let field else { return .missing }
      let cell = try fixture.store.column(FieldID(id, field)).value(at: Int(row))
      if case .int(let number) = cell { return .text(String(number)) }
      return cell
    default: return .missing
    }
  }
}

extension Value {
  fileprivate var scaled: HearthData.Decimal? {
    switch self {
    case .int(let value): HearthData.Decimal(value)
    case .decimal(let value): value
    default: nil
    }
  }
}

// MARK: Aggregates

extension Oracle {
  func aggregate(_ aggregate: Aggregate, _ all: [Place]) throws -> Value {
    let kept =
      try aggregate.filter.map { filter in
        try all.filter { try isTrue(filter, at: $0) }
      } ?? all
    switch aggregate.function {
    case .any, .all, .no, .share:
      let condition = aggregate.argument ?? aggregate.filter
      let base = aggregate.argument == nil ? all : kept
      var trues = 0
      for place in base {
        let holds = try condition.map { try isTrue($0, at: place) } ?? true
        trues += holds ? 1 : 0
      }
      switch aggregate.function {
      case .any: return .bool(trues > 0)
      case .no: return .bool(trues == 0)
      case .all: return .bool(trues == base.count)
      default: return base.isEmpty ? .missing : .number(Double(trues) / Double(base.count))
      }
    case .longestRun: return try longestRun(aggregate, kept)
    default: break
    }
    guard let argument = aggregate.argument else { return .int(Int64(kept.count)) }
    var values: [Value] = []
    var places: [Place] = []
    for place in kept {
      let value = try value(argument, at: place)
      if value == .missing || aggregate.isDistinct && values.contains(value) { continue }
      values.append(value)
      places.append(place)
    }
    return try result(aggregate, values, places)
  }

  private func result(_ aggregate: Aggregate, _ values: [Value], _ places: [Place]) throws -> Value
  {
    let numbers = values.compactMap { double($0) }
    switch aggregate.function {
    case .count: return .int(Int64(values.count))
    case .sum:
      if aggregate.type == .number { return .number(numbers.reduce(0, +)) }
      return try exact(
        values.reduce(Int128(0)) { $0 + Int128($1.unscaledInteger) }, aggregate.type)
    case .avg:
      return values.isEmpty ? .missing : .number(numbers.reduce(0, +) / Double(values.count))
    case .stddev:
      guard values.count > 1 else { return .missing }
      let mean = numbers.reduce(0, +) / Double(values.count)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .number((squares / Double(values.count - 1)).squareRoot())
    case .min, .max, .first, .last:
      return try winner(aggregate, values, places)
    case .median:
      guard !values.isEmpty else { return .missing }
      let sorted = try values.sorted { try order($0, $1, .missing) == -1 }
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      if aggregate.type == .number { return .number((double(low)! + double(high)!) / 2) }
      let sum = Int128(low.unscaledInteger) + Int128(high.unscaledInteger)
      return try exact(sum / 2 + (sum % 2), aggregate.type)
    case .percentile:
      guard !values.isEmpty else { return .missing }
      let sorted = numbers.sorted()
      let place = double(aggregate.option!)! / 100 * Double(sorted.count - 1)
      let low = Int(place)
      let next = sorted[min(low + 1, sorted.count - 1)]
      return .number(sorted[low] + (place - Double(low)) * (next - sorted[low]))
    case .list: return values.isEmpty ? .missing : .list(values)
    case .concat:
      guard !values.isEmpty, case .text(let separator)? = aggregate.option else { return .missing }
      return .text(
        values.compactMap { if case .text(let text) = $0 { text } else { nil } }
          .joined(separator: separator))
    case .any, .all, .no, .share, .longestRun: return .missing
    }
  }

  private func longestRun(_ aggregate: Aggregate, _ kept: [Place]) throws -> Value {
    var holds: [Bool] = []
    let ordered = try kept.indices.sorted {
      let sign = try orderOf(kept[$0], kept[$1], aggregate)
      return sign == 0 ? $0 < $1 : sign < 0
    }
    for index in ordered { holds.append(try isTrue(aggregate.argument!, at: kept[index])) }
    return .int(Int64(holds.split(separator: false).map(\.count).max() ?? 0))
  }

  /// As for comparisons, but for periods of one start, which are in the order of their ends.
  private func orderToSort(_ a: Value, _ b: Value, _ type: ValueType) throws -> Int? {
    let sign = try order(a, b, type)
    if sign == 2, case .period(let p) = a, case .period(let q) = b { return p.end < q.end ? -1 : 1 }
    return sign
  }

  private func winner(_ aggregate: Aggregate, _ values: [Value], _ places: [Place]) throws -> Value
  {
    guard var best = values.indices.first else { return .missing }
    for index in values.indices.dropFirst() {
      switch aggregate.function {
      case .min: if try orderToSort(values[index], values[best], .missing) == -1 { best = index }
      case .max: if try orderToSort(values[index], values[best], .missing) == 1 { best = index }
      default:
        let sign = try orderOf(places[index], places[best], aggregate)
        if aggregate.function == .first ? sign < 0 : sign >= 0 { best = index }
      }
    }
    return values[best]
  }

  /// Unknown order values lose, whichever end is asked for.
  private func orderOf(_ a: Place, _ b: Place, _ aggregate: Aggregate) throws -> Int {
    for key in aggregate.order {
      let (x, y) = (try value(key.expression, at: a), try value(key.expression, at: b))
      let unknown = aggregate.function == .last ? -1 : 1
      if x == .missing, y != .missing { return unknown }
      if y == .missing, x != .missing { return -unknown }
      var sign = try order(x, y, key.expression.type) ?? 0
      // Periods of one start: the shorter one comes first.
      if case .period(let p) = x, case .period(let q) = y, sign == 2 {
        sign = p.end < q.end ? -1 : 1
      }
      if sign != 0 { return key.isDescending ? -sign : sign }
    }
    return 0
  }
}

extension Value {
  var unscaledInteger: Int64 {
    switch self {
    case .int(let value): value
    case .decimal(let value): value.unscaled
    default: 0
    }
  }
}
