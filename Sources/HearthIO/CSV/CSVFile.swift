import HearthData
import HearthText

/// A file of separated values whose header has been read.
struct CSVFile: Sendable {
  let name: String
  let content: Buffer<UInt8>
  let separator: UInt8
  /// One per column, all different when case and width do not count.
  let headers: [Bilingual]
  /// Where the records begin, and on which line, from 1.
  let start: Int
  let firstLine: Int
  /// Of the header itself.
  let problems: [DataProblem]

  var bytes: UnsafeBufferPointer<UInt8> { content.pointer }

  /// Reads the header: the first line that is more than separators.
  ///
  /// `isTrusted` says that the encoding has been looked at before.
  init(_ content: Buffer<UInt8>, name: String, isTrusted: Bool = false) throws(DataError) {
    self.name = name
    self.content = content
    let bytes = content.pointer
    if !isTrusted { try TextEncoding.check(bytes, file: name) }
    var position = TextEncoding.markLength(bytes)
    var line = 1
    var declared: UInt8?
    if let (separator, end) = Self.separatorLine(bytes, from: position) {
      (declared, position, line) = (separator, end, 2)
    }
    while position < bytes.count {
      let separator = declared ?? Self.sniffSeparator(bytes, from: position)
      var scanner = RecordScanner(
        bytes, separator: separator, columnCount: Self.cellBound(bytes, separator, from: position),
        from: position, limit: position + 1, file: name)
      let batch = CellBatch(
        columnCount: scanner.columnCount, base: bytes.baseAddress.unsafelyUnwrapped, size: 0)
      scanner.fill(batch)
      position = scanner.position
      line += scanner.line
      if batch.rowCount == 0 { continue }
      self.separator = separator
      headers = Self.headers(
        (0..<scanner.lastCellCount).map {
          CellText.trimmed(UTF8Bytes.repaired(batch.column($0)[0]))
        })
      start = position
      firstLine = line
      problems = Self.headerProblems(scanner.problems, line: line - scanner.line)
      return
    }
    separator = UInt8(ascii: ",")
    (headers, start, firstLine) = ([], position, line)
    problems = [
      DataProblem(
        file: name, line: 1, column: nil, value: "",
        reason: Bilingual("the file has no header line", "文件没有表头"))
    ]
  }

  private static func headerProblems(_ found: RecordProblems, line: Int) -> [DataProblem] {
    // The header is allowed as many cells as it may have at most, so it looks too short.
    var report = ProblemReport(file: found.report.file, column: nil)
    report.append(found.quoteReport, line: line)
    return report.problems
  }

  /// Excel's `sep=;` on the first line.
  private static func separatorLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (UInt8, end: Int)? {
    guard bytes.count >= start + 5, bytes[start..<start + 4].elementsEqual("sep=".utf8) else {
      return nil
    }
    var end = start + 5
    if end < bytes.count, bytes[end] == carriageReturn { end += 1 }
    if end < bytes.count, bytes[end] == newline { end += 1 } else if end == start + 5 { return nil }
    return (bytes[start + 4], end)
  }

  /// The separator that occurs most often in the first line, outside quotes; else the comma.
  private static func sniffSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> UInt8 {
    var best = UInt8(ascii: ",")
    var most = 0
    for candidate in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      let count = cellBound(bytes, candidate, from: start) - 1
      if count > most { (best, most) = (candidate, count) }
    }
    return best
  }

  /// One more than the separators outside quotes in the record that begins here.
  private static func cellBound(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, from start: Int
  ) -> Int {
    var count = 1
    var isQuoted = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote { isQuoted.toggle() }
      if !isQuoted {
        if byte == separator { count += 1 }
        if byte == newline || byte == carriageReturn { break }
      }
      index += 1
    }
    return count
  }

  /// A column without a header is called by its number, a repeated one gets a number behind.
  private static func headers(_ cells: [String]) -> [Bilingual] {
    var taken: Set<String> = []
    return cells.enumerated().map { index, cell in
      let clean = cell.split { $0.isNewline }.joined(separator: " ")
      let base =
        clean.isEmpty ? Bilingual("column \(index + 1)", "列\(index + 1)") : Bilingual(same: clean)
      var name = base
      var number = 1
      while !taken.insert(foldedForSearch(name.english)).inserted {
        number += 1
        name = Bilingual("\(base.english) \(number)", "\(base.chinese) \(number)")
      }
      return name
    }
  }

  /// The column of a field: by its exact name, else by one that differs in case or width only.
  func column(of name: Bilingual) -> Int? {
    let exact = headers.firstIndex { $0.english == name.english || $0.english == name.chinese }
    if let exact { return exact }
    let wanted = [foldedForSearch(name.english), foldedForSearch(name.chinese)]
    return headers.firstIndex { wanted.contains(foldedForSearch($0.english)) }
  }
}
