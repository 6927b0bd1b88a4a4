import HearthData
import HearthText

/// Numbers, texts and lists as bytes, and back.
///
/// A value is described once, as a function that takes it `inout`: it is written when the archive is
/// new and replaced by what was read when it is not, so that the two directions cannot differ.
struct Archive {
  private(set) var bytes: [UInt8]
  let isReading: Bool
  private var position = 0

  /// What was read does not fit what it should be.
  struct Damage: Error {}

  init() {
    bytes = []
    isReading = false
  }

  init(reading bytes: [UInt8]) {
    self.bytes = bytes
    isReading = true
  }

  /// Whether all has been read.
  var isAtEnd: Bool { position == bytes.count }

  mutating func word(_ value: inout UInt64) throws(Damage) {
    if isReading {
      let raw = try take(8)
      value = raw.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    } else {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
  }

  mutating func integer(_ value: inout Int) throws(Damage) {
    var word = UInt64(bitPattern: Int64(value))
    try self.word(&word)
    value = Int(Int64(bitPattern: word))
  }

  /// A number that must be one of so many.
  mutating func index(_ value: inout Int, below limit: Int) throws(Damage) {
    try integer(&value)
    guard value >= 0, value < limit else { throw Damage() }
  }

  mutating func flag(_ value: inout Bool) throws(Damage) {
    var number = value ? 1 : 0
    try index(&number, below: 2)
    value = number == 1
  }

  mutating func text(_ value: inout String) throws(Damage) {
    var count = value.utf8.count
    try integer(&count)
    if isReading {
      value = String(decoding: try take(count), as: UTF8.self)
    } else {
      bytes += value.utf8
    }
  }

  mutating func bilingual(_ value: inout Bilingual) throws(Damage) {
    try text(&value.english)
    var isSame = value.english == value.chinese
    try flag(&isSame)
    if isSame { value.chinese = value.english } else { try text(&value.chinese) }
  }

  /// `blank` is what a value is before it has been read.
  mutating func optional<Value>(
    _ value: inout Value?, blank: @autoclosure () -> Value,
    _ each: (inout Archive, inout Value) throws(Damage) -> Void
  ) throws(Damage) {
    var isThere = value != nil
    try flag(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var content = value ?? blank()
    try each(&self, &content)
    value = content
  }

  mutating func list<Value>(
    _ values: inout [Value], blank: @autoclosure () -> Value,
    _ each: (inout Archive, inout Value) throws(Damage) -> Void
  ) throws(Damage) {
    var count = values.count
    try integer(&count)
    // An element takes a byte at least: a damaged count must not reserve the memory of the machine.
    guard count >= 0, !isReading || count <= bytes.count - position else { throw Damage() }
    if isReading { values = [] }
    for place in 0..<count {
      var value = isReading ? blank() : values[place]
      try each(&self, &value)
      if isReading { values.append(value) }
    }
  }

  private mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
