import HearthData

/// A column as whole numbers whose order is that of its values: the base of sorting, grouping,
/// joining and telling rows apart.
///
/// Every code lies in `0...span`. Missing has the code `span`, ascending and descending, so that it
/// is a value of its own and the last one.
///
///     raw         an order-preserving number of a value; `UInt64.max` is missing
///     directed    raw, or turned around when descending; missing stays `UInt64.max`
///     code        min(directed − base, span)
struct KeyEncoder: Sendable {
  enum Source: Sendable {
    case int64(Buffer<Int64>)
    case double(Buffer<Double>)
    case days(Buffer<Int32>)
    /// Row ordinals, and for each row its place in the order of keys.
    case links(Buffer<Int32>, ranks: Buffer<Int32>)
    case codes8(Buffer<UInt8>)
    case codes16(Buffer<UInt16>)
    case codes32(Buffer<UInt32>)
    case bytes(Buffer<UInt8>)
    case masks(Buffer<UInt64>, tagCount: Int)
    case periods(PeriodBuffer)
    /// Numbers given to values beforehand, -1 for missing.
    case ranks(Buffer<Int32>)
    case missing
  }

  let source: Source
  let isDescending: Bool
  private let base: UInt64
  /// The code of missing, and the greatest.
  let span: UInt64

  /// `bounds` are the smallest and the greatest raw number of a known value, nil without any.
  init(_ source: Source, isDescending: Bool = false, bounds: ClosedRange<UInt64>?) {
    self.source = source
    self.isDescending = isDescending
    guard let bounds else {
      base = 0
      span = 0
      return
    }
    let last = UInt64.max - 1
    base = isDescending ? last - bounds.upperBound : bounds.lowerBound
    span = bounds.upperBound - bounds.lowerBound + 1
  }

  /// How many different codes there may be, missing included; nil when 64 bits do not hold it.
  var cardinality: UInt64? { span == .max ? nil : span + 1 }

  /// Puts the codes of `rows` behind those already in `words`: `word × cardinality + code`.
  func append(to words: UnsafeMutableBufferPointer<UInt64>, rows: Range<Int>, isFirst: Bool) {
    let first = rows.lowerBound
    switch source {
    case .int64(let values): fold(words, isFirst) { RawKey.of(values[first &+ $0]) }
    case .double(let values): fold(words, isFirst) { RawKey.of(values[first &+ $0]) }
    case .days(let values): fold(words, isFirst) { RawKey.of(day: values[first &+ $0]) }
    case .links(let values, let ranks):
      fold(words, isFirst) {
        let row = values[first &+ $0]
        return row < 0 ? .max : RawKey.of(ordinal: ranks[Int(row)])
      }
    case .codes8(let codes): fold(words, isFirst) { UInt64(codes[first &+ $0]) &- 1 }
    case .codes16(let codes): fold(words, isFirst) { UInt64(codes[first &+ $0]) &- 1 }
    case .codes32(let codes): fold(words, isFirst) { UInt64(codes[first &+ $0]) &- 1 }
    case .bytes(let values):
      fold(words, isFirst) { values[first &+ $0] > 1 ? .max : UInt64(values[first &+ $0]) }
    case .masks(let masks, let tagCount):
      fold(words, isFirst) { RawKey.of(tags: masks[first &+ $0], of: tagCount) }
    case .periods(let periods):
      fold(words, isFirst) {
        RawKey.of(start: periods.starts[first &+ $0], end: periods.ends[first &+ $0])
      }
    case .ranks(let ranks): fold(words, isFirst) { RawKey.of(ordinal: ranks[first &+ $0]) }
    case .missing: fold(words, isFirst) { _ in .max }
    }
  }

  @inline(__always)
  private func fold(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ isFirst: Bool, _ raw: (Int) -> UInt64
  ) {
    let (base, span) = (base, span)
    // Turning around: ~raw − 1 maps 0…max−1 to max−1…0, and max (missing) to max.
    let flip: UInt64 = isDescending ? .max : 0
    let step: UInt64 = isDescending ? 1 : 0
    if isFirst {
      for index in 0..<words.count {
        words[index] = min(((raw(index) ^ flip) &- step) &- base, span)
      }
    } else {
      let factor = span &+ 1
      for index in 0..<words.count {
        let code = min(((raw(index) ^ flip) &- step) &- base, span)
        words[index] = words[index] &* factor &+ code
      }
    }
  }
}
