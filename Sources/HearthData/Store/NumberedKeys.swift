/// Keys that are numbers behind the same beginning, as registers give them: `F0001`, `2026-17`, `85`.
///
/// The row of a key lies at the place of its number: no hashing, and a fraction of a hash table's
/// memory.
///
///     prefix F-    width 4    first 12    rows 3 — 7 …     F-0012 is row 3, F-0013 none
struct NumberedKeys: Sendable {
  private let prefix: Buffer<UInt8>
  /// The digits of every key; nil when they are written without leading zeros.
  private let width: Int?
  private let first: Int64
  private let rows: Buffer<Int32>

  private static let mostDigits = 18

  /// Nil when the keys are written otherwise, or their numbers lie too far apart. `duplicates` are
  /// the later rows of a key.
  init?(_ texts: TextBuffer, duplicates: inout [Int32]) {
    let known = (0..<texts.count).first { texts.lengths[$0] > 0 }
    guard let known, let shape = Shape(texts.bytes(known)),
      let (range, width) = shape.numbers(of: texts)
    else { return nil }
    let (span, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    guard !overflow, span < Int64(texts.count) * 4 + 1024 else { return nil }
    prefix = shape.prefix
    self.width = width
    first = range.lowerBound
    var later: [Int32] = []
    let first = first
    let prefixLength = shape.prefix.count
    rows = Buffer<Int32>(count: Int(span) + 1) { memory in
      memory.initialize(repeating: MissingValue.row)
      for row in 0..<texts.count where texts.lengths[row] >= 0 {
        let number = Self.number(texts.bytes(row), from: prefixLength) ?? first
        let place = Int(number - first)
        if memory[place] < 0 {
          memory[place] = Int32(truncatingIfNeeded: row)
        } else {
          later.append(Int32(truncatingIfNeeded: row))
        }
      }
    }
    duplicates = later
  }

  /// -1 for none.
  @inline(__always)
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int32 {
    let start = prefix.count
    let digits = key.count - start
    if let width {
      if digits != width { return MissingValue.row }
    } else if digits < 1 || digits > 1 && key[start] == UInt8(ascii: "0") {
      return MissingValue.row
    }
    for index in 0..<start where key[index] != prefix[index] { return MissingValue.row }
    guard let number = Self.number(key, from: start) else { return MissingValue.row }
    let place = number &- first
    return place >= 0 && place < Int64(rows.count) ? rows[Int(place)] : MissingValue.row
  }

  /// Nil for what is not all digits, none, or too many.
  @inline(__always)
  private static func number(_ key: UnsafeBufferPointer<UInt8>, from start: Int) -> Int64? {
    let digits = key.count - start
    guard digits > 0, digits <= mostDigits else { return nil }
    var value: Int64 = 0
    for index in start..<key.count {
      let digit = key[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }

  /// How the first key is written.
  private struct Shape {
    let prefix: Buffer<UInt8>

    init?(_ key: UnsafeBufferPointer<UInt8>) {
      let digits = key.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count > 0, digits.count <= NumberedKeys.mostDigits else { return nil }
      prefix = Buffer(Array(key.dropLast(digits.count)))
    }

    /// From the least to the greatest number; nil when some key is written otherwise.
    func numbers(of texts: TextBuffer) -> (ClosedRange<Int64>, width: Int?)? {
      var (least, greatest) = (Int64.max, Int64.min)
      var (shortest, longest) = (Int.max, 0)
      var hasLeadingZero = false
      for row in 0..<texts.count where texts.lengths[row] >= 0 {
        let key = texts.bytes(row)
        guard let number = NumberedKeys.number(key, from: prefix.count), starts(key) else {
          return nil
        }
        least = min(least, number)
        greatest = max(greatest, number)
        let digits = key.count - prefix.count
        shortest = min(shortest, digits)
        longest = max(longest, digits)
        hasLeadingZero =
          hasLeadingZero || digits > 1 && key[prefix.count] == UInt8(ascii: "0")
      }
      if shortest == longest { return (least...greatest, shortest) }
      return hasLeadingZero ? nil : (least...greatest, nil)
    }

    private func starts(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
      for index in 0..<prefix.count where key[index] != prefix[index] { return false }
      return true
    }
  }
}
