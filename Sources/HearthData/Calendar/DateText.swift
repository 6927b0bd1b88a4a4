import HearthText

/// Dates and times of day as people write them.
package enum DateText {
  /// `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, full-width digits included;
  /// spaces around it are ignored. Nil for anything else and for days that do not exist.
  package static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    if let day = isoDay(bytes) { return day }
    return plain(bytes) { day(ofPlain: $0) }
  }

  package static func day(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { day($0) }
  }

  /// A date, then `T` or spaces and `8:30`, `08:30:15` or `08:30:15.250`; a date alone is its
  /// midnight. The time is taken as written: `Z` and `+08:00` are read and not applied, since there
  /// are no time zones; fractions of a second are cut off.
  package static func dateTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    plain(bytes) { seconds(ofPlain: $0) }
  }

  package static func dateTime(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { dateTime($0) }
  }

  /// The usual form, without any copying: four digits, `-`, two, `-`, two.
  private static func isoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 10, bytes[4] == bytes[7],
      bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/")
    else { return nil }
    guard let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7),
      let day = digits(bytes, 8..<10)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Calls `read` with the trimmed bytes, brought to ASCII when they are not.
  private static func plain<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> Result?
  ) -> Result? {
    if bytes.count > 80 { return nil }
    if bytes.allSatisfy({ $0 < 0x80 }) { return read(trimmed(bytes)) }
    let text = String(decoding: bytes, as: UTF8.self)
    var ascii: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "年", "月": ascii.append(UInt8(ascii: "-"))
      case "日", "号": ascii.append(UInt8(ascii: " "))
      default:
        let narrow = narrowed(scalar) ?? scalar
        guard narrow.isASCII else { return nil }
        ascii.append(UInt8(narrow.value))
      }
    }
    return ascii.withUnsafeBufferPointer { read(trimmed($0)) }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var range = bytes.indices
    while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func day(ofPlain bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    var reader = AsciiReader(bytes)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    return day
  }

  private static func seconds(ofPlain bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var reader = AsciiReader(bytes)
    guard let day = reader.day() else { return nil }
    if reader.isAtEnd { return DateTime.seconds(day: day) }
    guard reader.skip(UInt8(ascii: "T")) || reader.skipSpaces(),
      let hour = reader.number(1...2), reader.skip(UInt8(ascii: ":")),
      let minute = reader.number(2...2)
    else { return nil }
    var second = 0
    if reader.skip(UInt8(ascii: ":")) {
      guard let value = reader.number(2...2) else { return nil }
      second = value
      if reader.skip(UInt8(ascii: ".")), reader.number(1...9) == nil { return nil }
    }
    guard reader.skipZone(), reader.isAtEnd else { return nil }
    return DateTime.seconds(day: day, hour: hour, minute: minute, second: second)
  }
}

/// Reads the parts of a date from ASCII bytes.
private struct AsciiReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func skipSpaces() -> Bool {
    let start = index
    while skip(0x20) {}
    return index > start
  }

  /// A number of so many digits; nothing is read if there are fewer or more.
  mutating func number(_ width: ClosedRange<Int>) -> Int? {
    var end = index
    var value = 0
    while end < bytes.count, (0x30...0x39).contains(bytes[end]), end - index <= width.upperBound {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard width.contains(end - index) else { return nil }
    index = end
    return value
  }

  mutating func day() -> Day? {
    let start = index
    if let compact = number(8...8) {
      return Day(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
    }
    index = start
    guard let year = number(4...4), index < bytes.count else { return nil }
    let separator = bytes[index]
    guard [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(separator),
      skip(separator), let month = number(1...2), skip(separator), let day = number(1...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `Z`, `+08:00`, `+0800` or nothing.
  mutating func skipZone() -> Bool {
    if skip(UInt8(ascii: "Z")) { return true }
    guard skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")) else { return true }
    if number(4...4) != nil { return true }
    return number(2...2) != nil && skip(UInt8(ascii: ":")) && number(2...2) != nil
  }
}
