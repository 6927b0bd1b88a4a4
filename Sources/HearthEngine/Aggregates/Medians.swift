import HearthData
import HearthPlan
import HearthText

extension AggregateSource {
  /// The mean of the middle two; exact for decimals, in whole days for dates.
  func medians(_ collected: CollectedValues) throws(RunError) -> Column {
    if aggregate.type == .number { return try percentiles(collected, 50) }
    if case .days(let days) = collected.values.storage {
      return .days(
        Buffer.filled(groupCount) { group in
          guard let (low, high) = days.middle(collected.range(group)) else {
            return MissingValue.days
          }
          return Int32(truncatingIfNeeded: (Int(low) + Int(high)) >> 1)
        })
    }
    let values = try collected.values.integers()
    let scale = collected.values.type.decimalScale
    let factor = Int128(try powerOfTen(max(0, aggregate.type.decimalScale - scale)))
    let divisor = Int128(try powerOfTen(max(0, scale - aggregate.type.decimalScale))) * 2
    var overflows = false
    let result = Buffer<Int64>.filled(groupCount) { group in
      guard let (low, high) = values.middle(collected.range(group)) else {
        return MissingValue.int64
      }
      let mean = roundedQuotient((Int128(low) + Int128(high)) * factor, divisor)
      let exact = Int64(exactly: mean)
      overflows = overflows || exact == nil || exact == MissingValue.int64
      return exact ?? MissingValue.int64
    }
    if overflows { throw .overflow(.decimalOutOfRange) }
    return .integers(result, aggregate.type)
  }

  func percentiles(_ collected: CollectedValues) throws(RunError) -> Column {
    try percentiles(collected, try aggregate.percent())
  }

  /// Linear between neighbours, as Excel's PERCENTILE.INC.
  private func percentiles(
    _ collected: CollectedValues, _ percent: Double
  ) throws(RunError) -> Column {
    let values = try collected.values.numbers()
    return .numbers(
      Buffer.filled(groupCount) { group in
        let range = collected.range(group)
        if range.isEmpty { return .nan }
        let place = PercentilePlace(percent, of: range.count)
        let (below, above) = values.neighbours(range, place.low, place.high)
        return place.value(below, above)
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
  /// The middle two of some elements, twice the same of an odd number; nil of none.
  fileprivate func middle(_ range: Range<Int>) -> (Element, Element)? {
    if range.isEmpty { return nil }
    return neighbours(range, (range.count - 1) / 2, range.count / 2)
  }

  /// The elements that would be at two neighbouring places if they were sorted.
  fileprivate func neighbours(_ range: Range<Int>, _ low: Int, _ high: Int) -> (Element, Element) {
    var elements = withExtendedLifetime(self) { Array(pointer[range]) }
    return elements.withUnsafeMutableBufferPointer { elements in
      let first = select(low, of: elements)
      if high == low { return (first, first) }
      // Selecting has put all that are not less behind it.
      var second = elements[high]
      for index in high..<elements.count where elements[index] < second {
        second = elements[index]
      }
      return (first, second)
    }
  }
}

/// Puts the element that belongs at a place there, no greater ones before it, no lesser ones
/// after it (Hoare); sorts what is left when the pivots have been bad too often.
private func select<Element: Comparable>(
  _ place: Int, of elements: UnsafeMutableBufferPointer<Element>
) -> Element {
  var (low, high) = (0, elements.count - 1)
  var patience = 64 - elements.count.leadingZeroBitCount
  while low < high {
    patience -= 1
    if patience < -64 || high - low < 16 {
      var rest = UnsafeMutableBufferPointer(rebasing: elements[low...high])
      rest.sort()
      break
    }
    let pivot = median(elements[low], elements[(low + high) / 2], elements[high])
    var (left, right) = (low, high)
    while left <= right {
      while elements[left] < pivot { left += 1 }
      while pivot < elements[right] { right -= 1 }
      if left <= right {
        elements.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if place <= right {
      high = right
    } else if place >= left {
      low = left
    } else {
      break
    }
  }
  return elements[place]
}

private func median<Element: Comparable>(_ a: Element, _ b: Element, _ c: Element) -> Element {
  max(min(a, b), min(max(a, b), c))
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
