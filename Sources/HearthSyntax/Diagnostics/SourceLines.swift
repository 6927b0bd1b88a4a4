/// Where the lines of a source text begin; lines and columns exist only for people.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// Within long lines here and there a place and its column, so that no column is counted from far.
  private var columns: [(offset: Int, column: Int)] = []

  /// In bytes.
  private static let longLine = 1_024

  package init(_ source: String) {
    bytes = Array(source.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      // A lone carriage return ends a line too; the pair counts once.
      let isReturn = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if byte == 0x0A || isReturn { starts.append(index + 1) }
    }
    self.starts = starts
    for line in starts.indices where end(ofLine: line) - starts[line] > Self.longLine {
      noteColumns(ofLine: line)
    }
  }

  private mutating func noteColumns(ofLine line: Int) {
    var (offset, column) = (starts[line], 1)
    var next = offset
    for character in text(ofLine: line) {
      if offset >= next {
        columns.append((offset, column))
        next = offset + Self.longLine / 4
      }
      offset += character.utf8.count
      column += 1
    }
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
    var known = (offset: starts[line], column: 1)
    let place = columns.partitionPoint { $0.offset <= end }
    if place > 0, columns[place - 1].offset >= starts[line] { known = columns[place - 1] }
    let rest = String(decoding: bytes[known.offset..<end], as: UTF8.self)
    return (line + 1, known.column + rest.count)
  }

  /// The text of a line without its break, of a long one only some bytes before and behind a place;
  /// and where it begins.
  package func text(ofLine line: Int, near offset: Int, reach: Int) -> (text: String, start: Int) {
    let range = start(ofLine: line)..<end(ofLine: line)
    var first = max(range.lowerBound, min(offset, range.upperBound) - reach)
    var last = min(range.upperBound, max(offset, range.lowerBound) + reach)
    // Not within a character's bytes.
    while first > range.lowerBound, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    while last < range.upperBound, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return (String(decoding: bytes[first..<last], as: UTF8.self), first)
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

extension Array {
  /// How many elements at the beginning satisfy a test that none behind them does.
  fileprivate func partitionPoint(where test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
