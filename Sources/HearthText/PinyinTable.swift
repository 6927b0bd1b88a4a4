import CHearthResources

/// Mandarin readings without tones, character by character, from the table of `pinyin.c`: the one
/// that Unihan names first, and the others of today's standard characters.
package struct PinyinTable: Sendable {
  package static let shared = PinyinTable(
    UnsafeRawBufferPointer(start: hearth_pinyin(), count: hearth_pinyin_size()))

  private var syllables: [[UInt8]] = []
  private var ranges: [(first: UInt32, count: UInt32, offset: Int)] = []
  private let indexes: [UInt16]
  /// By code point.
  private var others: [UInt32: [[UInt8]]] = [:]

  private init(_ bytes: UnsafeRawBufferPointer) {
    func word(_ offset: Int) -> UInt16 {
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }
    func long(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    var offset = 4
    for _ in 0..<word(0) {
      let letters = bytes[offset..<offset + 6].prefix { $0 != 0 }
      syllables.append(Array(letters))
      offset += 6
    }
    var total = 0
    for _ in 0..<word(2) {
      ranges.append((long(offset), long(offset + 4), total))
      total += Int(long(offset + 4))
      offset += 8
    }
    indexes = (0..<total).map { [offset] in word(offset + 2 * $0) }
    offset += 2 * total
    let count = Int(word(offset))
    for entry in stride(from: offset + 2, to: offset + 2 + 6 * count, by: 6) {
      others[long(entry), default: []].append(syllables[Int(word(entry + 4))])
    }
  }

  /// The letters of every reading of a code point, the usual one first: 厦 is `sha`, and `xia` in
  /// 厦门. Empty for what is no Han character.
  package func syllables(of point: UInt32) -> [[UInt8]] {
    guard let first = syllable(of: point) else { return [] }
    return [first] + (others[point] ?? [])
  }

  /// The letters of a code point's reading; nil for what is no Han character.
  package func syllable(of point: UInt32) -> [UInt8]? {
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
