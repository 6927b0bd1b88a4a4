/// Where the lines of a source text begin; lines and columns exist only for people.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ source: String) {
    bytes = Array(source.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      // A lone carriage return ends a line too; the pair counts once.
      let isReturn = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if byte == 0x0A || isReturn { starts.append(index + 1) }
    }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The number of the line that holds a byte, from 0.
  package func line(of offset: Int32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= Int(offset) { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column from 1; columns count characters as seen.
  package func position(of offset: Int32) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let end = min(max(Int(offset), starts[line]), bytes.count)
    return (line + 1, String(decoding: bytes[starts[line]..<end], as: UTF8.self).count + 1)
  }

  /// The text of a line without its break.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[start(ofLine: line)..<end(ofLine: line)], as: UTF8.self)
  }

  package func start(ofLine line: Int) -> Int { starts[line] }

  /// Where the text of a line ends, before its break.
  package func end(ofLine line: Int) -> Int {
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > starts[line] && (bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D) { end -= 1 }
    return end
  }

  /// Whether a line holds nothing but white space.
  package func isBlank(_ line: Int) -> Bool { text(ofLine: line).allSatisfy(\.isWhitespace) }
}
