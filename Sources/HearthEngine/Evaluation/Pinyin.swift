import HearthData
import HearthText

/// Mandarin readings without tones, character by character, from the table of `pinyin.c`.
///
/// A character has the reading that Unihan names first; what is no Han character stays as it is.
enum Pinyin {
  /// `张三 A1` is `zhang san A1`: a space between syllables, and before and after other words.
  static func append(
    syllablesOf bytes: UnsafeBufferPointer<UInt8>, to builder: inout TextBuilder
  ) {
    let table = PinyinTable.shared
    var result: [UInt8] = []
    var isAfterSyllable = false
    forEachScalar(bytes) { point, place in
      if let syllable = table.syllable(of: point) {
        if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
        result.append(contentsOf: syllable)
        isAfterSyllable = true
      } else {
        if isAfterSyllable, isWord(point) { result.append(UInt8(ascii: " ")) }
        result.append(contentsOf: bytes[place])
        isAfterSyllable = false
      }
    }
    builder.appendNormalized(result)
  }

  /// `张三 A1` is `zs A1`: the first letter of each syllable.
  static func append(
    initialsOf bytes: UnsafeBufferPointer<UInt8>, to builder: inout TextBuilder
  ) {
    let table = PinyinTable.shared
    var result: [UInt8] = []
    forEachScalar(bytes) { point, place in
      if let first = table.syllable(of: point)?.first {
        result.append(first)
      } else {
        result.append(contentsOf: bytes[place])
      }
    }
    builder.appendNormalized(result)
  }

  /// A letter or a number, which does not stick to a syllable.
  private static func isWord(_ point: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(point) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Every code point of valid UTF-8 with its bytes.
  @inline(__always)
  private static func forEachScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32, Range<Int>) -> Void
  ) {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = min(place + length, bytes.count)
      var point = UInt32(length == 1 ? lead : lead & (0x7F >> UInt8(length)))
      for index in place + 1..<max(end, place + 1) {
        point = point << 6 | UInt32(bytes[index] & 0x3F)
      }
      body(point, place..<end)
      place = end
    }
  }
}
