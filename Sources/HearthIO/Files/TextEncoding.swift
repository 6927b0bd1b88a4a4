import HearthData
import HearthText

/// What a file is written in, as far as it decides whether it can be read.
package enum TextEncoding {
  /// Throws when the content is surely in an encoding other than UTF-8.
  ///
  /// A few bad bytes in a UTF-8 file are no reason: those cells are set aside one by one.
  package static func check(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String
  ) throws(DataError) {
    if isWorkbook(bytes) {
      throw DataError(
        Bilingual("\(file) is an Excel workbook, not a text", "\(file) 是 Excel 工作簿，不是文本文件"),
        hint: Bilingual(
          "save it as “CSV UTF-8” and open it again", "请另存为“CSV UTF-8”后再打开"),
        file: file)
    }
    if let name = foreignEncoding(UnsafeBufferPointer(rebasing: bytes.prefix(sampleSize))) {
      throw DataError(
        Bilingual("\(file) is in \(name), not in UTF-8", "\(file) 的编码是 \(name)，不是 UTF-8"),
        hint: Bilingual(
          "save it as “CSV UTF-8” and open it again", "请另存为“CSV UTF-8”后再打开"),
        file: file)
    }
  }

  /// Enough to see what a file is in, little enough to cost nothing.
  private static let sampleSize = 1 << 16

  /// The length of the byte-order mark of UTF-8, or 0.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first bytes of `.xlsx` and of `.xls`.
  private static func isWorkbook(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func foreignEncoding(_ sample: UnsafeBufferPointer<UInt8>) -> String? {
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if looksLikeUTF16(sample) { return "UTF-16" }
    let validShare = utf8Share(sample)
    if validShare < 0.5, isGB18030(sample) { return "GB18030 (GBK)" }
    return nil
  }

  /// Text of mostly ASCII in UTF-16 has a zero in every other byte.
  private static func looksLikeUTF16(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    let probe = sample.prefix(4096)
    guard probe.count >= 8 else { return false }
    var zeros = [0, 0]
    for index in probe.indices where probe[index] == 0 { zeros[index % 2] += 1 }
    let (more, fewer) = (max(zeros[0], zeros[1]), min(zeros[0], zeros[1]))
    return more * 5 > probe.count && fewer * 20 < more
  }

  /// The share of bytes above ASCII that belong to valid UTF-8; 1 when there are none.
  private static func utf8Share(_ sample: UnsafeBufferPointer<UInt8>) -> Double {
    var high = 0
    var valid = 0
    var index = 0
    while index < sample.count {
      if sample[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Bytes.sequenceLength(sample, at: index)
      // A character cut off by the end of the sample says nothing.
      if length == 0, sample.count - index < 4 { break }
      high += max(length, 1)
      valid += length
      index += max(length, 1)
    }
    return high == 0 ? 1 : Double(valid) / Double(high)
  }

  /// Strict GB18030: two bytes, or four with digits in the second and fourth place.
  private static func isGB18030(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < sample.count {
      if sample[index] < 0x80 {
        index += 1
        continue
      }
      guard index + 1 < sample.count else { return true }
      guard (0x81...0xFE).contains(sample[index]) else { return false }
      let second = sample[index + 1]
      if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) {
        index += 2
      } else if (0x30...0x39).contains(second) {
        guard index + 3 < sample.count else { return true }
        guard (0x81...0xFE).contains(sample[index + 2]), (0x30...0x39).contains(sample[index + 3])
        else { return false }
        index += 4
      } else {
        return false
      }
    }
    return true
  }
}
