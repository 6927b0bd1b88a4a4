import CHearthResources
import HearthData
import HearthText

/// Mandarin readings without tones, character by character, from the table of `pinyin.c`.
///
/// A character has the reading that Unihan names first; what is no Han character stays as it is.
enum Pinyin {
  /// `张三 A1` is `zhang san A1`: a space between syllables, and before and after other words.
  static func syllables(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result = ""
    var isAfterSyllable = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let syllable = table.syllable(of: scalar.value) {
        if let last = result.unicodeScalars.last, last != " " { result += " " }
        result += syllable
        isAfterSyllable = true
      } else {
        if isAfterSyllable, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          result += " "
        }
        result.unicodeScalars.append(scalar)
        isAfterSyllable = false
      }
    }
    return normalized(result)
  }

  /// `张三 A1` is `zs A1`: the first letter of each syllable.
  static func initials(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let first = table.syllable(of: scalar.value)?.first {
        result.append(first)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return normalized(result)
  }

  private static let table = PinyinTable(
    UnsafeRawBufferPointer(start: hearth_pinyin(), count: hearth_pinyin_size()))
}

private struct PinyinTable: Sendable {
  private var syllables: [String] = []
  private var ranges: [(first: UInt32, count: UInt32, offset: Int)] = []
  private let indexes: [UInt16]

  init(_ bytes: UnsafeRawBufferPointer) {
    func word(_ offset: Int) -> UInt16 {
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }
    func long(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    var offset = 4
    for _ in 0..<word(0) {
      let letters = bytes[offset..<offset + 6].prefix { $0 != 0 }
      syllables.append(String(decoding: letters, as: UTF8.self))
      offset += 6
    }
    var total = 0
    for _ in 0..<word(2) {
      ranges.append((long(offset), long(offset + 4), total))
      total += Int(long(offset + 4))
      offset += 8
    }
    indexes = (0..<total).map { word(offset + 2 * $0) }
  }

  func syllable(of point: UInt32) -> String? {
    if point < 0x3007 { return nil }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].first <= point { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let range = ranges[low - 1]
    guard point - range.first < range.count else { return nil }
    let index = Int(indexes[range.offset + Int(point - range.first)])
    return index == 0 ? nil : syllables[index - 1]
  }
}
