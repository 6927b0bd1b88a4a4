import HearthData
import HearthPlan
import HearthText

extension AggregateSource {
  /// The mean of the middle two; exact for decimals, in whole days for dates.
  func medians(_ collected: CollectedValues) throws(RunError) -> Column {
    if aggregate.type == .number {
      let values = try collected.values.numbers()
      return .numbers(
        Buffer.filled(groupCount) { group in
          let sorted = values.sorted(collected.range(group))
          return sorted.isEmpty ? .nan : percentile(sorted, 50)
        })
    }
    if case .days(let days) = collected.values.storage {
      return .days(
        Buffer.filled(groupCount) { group in
          let sorted = days.sorted(collected.range(group))
          guard let (low, high) = middle(sorted) else { return MissingValue.days }
          return Int32(truncatingIfNeeded: (Int(low) + Int(high)) >> 1)
        })
    }
    let values = try collected.values.integers()
    let scale = collected.values.type.decimalScale
    let factor = Int128(try powerOfTen(max(0, aggregate.type.decimalScale - scale)))
    let divisor = Int128(try powerOfTen(max(0, scale - aggregate.type.decimalScale))) * 2
    var overflows = false
    let result = Buffer<Int64>.filled(groupCount) { group in
      let sorted = values.sorted(collected.range(group))
      guard let (low, high) = middle(sorted) else { return MissingValue.int64 }
      let mean = roundedQuotient((Int128(low) + Int128(high)) * factor, divisor)
      let exact = Int64(exactly: mean)
      overflows = overflows || exact == nil || exact == MissingValue.int64
      return exact ?? MissingValue.int64
    }
    if overflows { throw .overflow(.decimalOutOfRange) }
    return .integers(result, aggregate.type)
  }

  /// Linear between neighbours, as Excel's PERCENTILE.INC.
  func percentiles(_ collected: CollectedValues) throws(RunError) -> Column {
    let percent = try aggregate.percent()
    let values = try collected.values.numbers()
    return .numbers(
      Buffer.filled(groupCount) { group in
        let sorted = values.sorted(collected.range(group))
        return sorted.isEmpty ? .nan : percentile(sorted, percent)
      })
  }
}

extension Aggregate {
  /// The percentage that `percentile` asks for, from 0 to 100.
  func percent() throws(RunError) -> Double {
    let percent: Double
    switch option {
    case .int(let value): percent = Double(value)
    case .number(let value): percent = value
    case .decimal(let value): percent = value.approximation
    case .missing, .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list, nil:
      throw .misbuiltPlan("percentile without a number")
    }
    guard percent >= 0, percent <= 100 else { throw .invalid(.percentOutOfRange) }
    return percent
  }
}

extension Buffer where Element: Comparable {
  func sorted(_ range: Range<Int>) -> [Element] {
    withExtendedLifetime(self) { pointer[range].sorted() }
  }
}

/// The middle two of ordered values, twice the same of an odd number; nil of none.
private func middle<Element>(_ sorted: [Element]) -> (Element, Element)? {
  sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
}

private func percentile(_ sorted: [Double], _ percent: Double) -> Double {
  let place = PercentilePlace(percent, of: sorted.count)
  return place.value(sorted[place.low], sorted[place.high])
}

/// Between which two of so many sorted values a percentile lies, and where.
struct PercentilePlace {
  let low: Int
  let high: Int
  private let part: Double

  /// `count` is at least 1.
  init(_ percent: Double, of count: Int) {
    let place = Double(count - 1) * percent / 100
    low = min(Int(place), count - 1)
    part = place - Double(low)
    high = part > 0 ? min(low + 1, count - 1) : low
  }

  func value(_ low: Double, _ high: Double) -> Double {
    let distance = high - low
    // The distance of two finite numbers may be too large where no number between them is.
    return distance.isFinite ? low + part * distance : low * (1 - part) + high * part
  }
}

extension Bilingual {
  static let percentOutOfRange = Bilingual(
    "a percentile is a number from 0 to 100", "百分位数须在 0 到 100 之间")
}
