import HearthData

/// Finds the cells of records, RFC 4180 and what people really have.
///
/// Line breaks are LF, CR and CRLF. A quote opens a quoted cell only at the cell's beginning. Empty
/// lines, and lines of nothing but separators, are skipped.
struct RecordScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  let columnCount: Int
  /// Records that begin here or later belong to somebody else.
  let limit: Int
  /// Where the first record began.
  let start: Int
  /// Where the next record begins.
  private(set) var position: Int
  /// Line breaks passed so far.
  private(set) var line = 0
  private(set) var rowCount = 0
  private(set) var lines = RowLines()
  /// How many cells the last record had.
  private(set) var lastCellCount = 0
  var problems: RecordProblems
  /// After a quote that never ends, the next ones must end on their line.
  private var mayBreakInQuotes = true

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, columnCount: Int, from position: Int,
    limit: Int, file: String
  ) {
    self.bytes = bytes
    self.separator = separator
    self.columnCount = columnCount
    self.position = position
    start = position
    self.limit = limit
    problems = RecordProblems(file: file)
  }

  /// One record on its way.
  private struct Record {
    var start: Int
    var line: Int
    var cellStart: Int
    var cellCount = 0
    var extraStart = 0
  }

  /// Fills the batch with the next records; it has none when the end is reached.
  mutating func fill(_ batch: CellBatch) {
    batch.rowCount = 0
    guard let base = bytes.baseAddress, position < limit else { return }
    batch.base = base + position
    let origin = position
    let raw = UnsafeRawPointer(base)
    let separators = ByteSearch.pattern(separator)
    let newlines = ByteSearch.pattern(newline)
    let returns = ByteSearch.pattern(carriageReturn)
    let quotes = ByteSearch.pattern(quote)
    var record = Record(start: position, line: line, cellStart: position)
    var index = position
    scanning: while true {
      let word = loadWord(raw, index)
      var found =
        ByteSearch.marks(word, equalTo: separators) | ByteSearch.marks(word, equalTo: newlines)
        | ByteSearch.marks(word, equalTo: returns) | ByteSearch.marks(word, equalTo: quotes)
      while found != 0 {
        let at = index &+ found.trailingZeroBitCount >> 3
        found &= found &- 1
        // The line feed of a pair, or a byte beyond the end.
        if at < record.cellStart || at >= bytes.count { continue }
        let byte = base[at]
        if byte == separator {
          add(&record, end: at, batch, origin)
        } else if byte == quote {
          if at != record.cellStart { continue }
          guard let end = addQuoted(&record, batch, origin) else { continue }
          index = end
          if end < bytes.count, base[end] == separator {
            record.cellStart = end + 1
            index = end + 1
          } else if finish(&record, at: end, batch, origin) {
            return
          } else {
            index = record.start
          }
          continue scanning
        } else {
          add(&record, end: at, batch, origin)
          if finish(&record, at: at, batch, origin) { return }
        }
      }
      index &+= 8
      if index >= bytes.count {
        // The last line may lack its line break.
        if record.cellStart < bytes.count || record.cellCount > 0 {
          add(&record, end: bytes.count, batch, origin)
          _ = finish(&record, at: bytes.count, batch, origin)
        }
        position = bytes.count
        return
      }
    }
  }

  /// Eight bytes; zeros stand for those beyond the end, which no mark is looked for in.
  @inline(__always)
  private func loadWord(_ raw: UnsafeRawPointer, _ index: Int) -> UInt64 {
    if index &+ 8 <= bytes.count {
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var rest = index
    while rest < bytes.count {
      word |= UInt64(bytes[rest]) << shift
      shift += 8
      rest += 1
    }
    return word
  }

  @inline(__always)
  private func add(_ record: inout Record, end: Int, _ batch: CellBatch, _ origin: Int) {
    store(record.cellStart, end &- record.cellStart, 0, &record, batch, origin)
    record.cellStart = end &+ 1
  }

  @inline(__always)
  private func store(
    _ start: Int, _ length: Int, _ flag: UInt32, _ record: inout Record, _ batch: CellBatch,
    _ origin: Int
  ) {
    if record.cellCount < columnCount {
      batch.places[batch.rowCount &* columnCount &+ record.cellCount] = CellBatch.Place(
        start: UInt32(truncatingIfNeeded: start &- origin),
        length: UInt32(truncatingIfNeeded: min(length, CellBatch.Place.longest)) | flag)
    } else if record.cellCount == columnCount {
      record.extraStart = start
    }
    record.cellCount &+= 1
  }

  /// Ends a record before the line break at `end`; true when the batch is to be read.
  @inline(__always)
  private mutating func finish(
    _ record: inout Record, at end: Int, _ batch: CellBatch, _ origin: Int
  ) -> Bool {
    lastCellCount = record.cellCount
    if end &- record.start == record.cellCount &- 1 {
      // Nothing but separators: no row.
      if record.cellCount > 1 { problems.addEmpty(line: record.line) }
    } else {
      if record.cellCount != columnCount { pad(record, end, batch) }
      batch.lines[batch.rowCount] = record.line
      lines.append(row: rowCount, line: record.line)
      batch.rowCount &+= 1
      rowCount &+= 1
    }
    var next = end
    if end < bytes.count {
      line &+= 1
      next = end &+ 1
      if bytes[end] == carriageReturn, next < bytes.count, bytes[next] == newline { next &+= 1 }
    }
    position = next
    record = Record(start: next, line: line, cellStart: next)
    return batch.rowCount == batch.capacity || next >= limit
      || next &- origin > CellBatch.Place.longest
  }

  /// Reports a record of another length; cells that are not there are empty.
  private mutating func pad(_ record: Record, _ end: Int, _ batch: CellBatch) {
    if record.cellCount < columnCount {
      let row = batch.rowCount * columnCount
      for column in record.cellCount..<columnCount { batch.places[row + column] = .empty }
      problems.addShort(line: record.line, cells: record.cellCount, of: columnCount)
      return
    }
    let extra = UnsafeBufferPointer(
      rebasing: bytes[record.extraStart..<max(record.extraStart, end)])
    if extra.allSatisfy({ $0 == separator || $0 == 0x20 }) { return }
    problems.addLong(
      line: record.line, cells: record.cellCount, of: columnCount,
      extra: String(decoding: extra.prefix(400), as: UTF8.self))
  }
}

extension RecordScanner {
  /// Adds a quoted cell and gives the place behind it; nil when the quote is to be taken literally.
  private mutating func addQuoted(
    _ record: inout Record, _ batch: CellBatch, _ origin: Int
  ) -> Int? {
    let start = record.cellStart
    let furthest = mayBreakInQuotes ? bytes.count : endOfLine(from: start)
    var index = start + 1
    var hasEscapes = false
    while true {
      index = ByteSearch.next(quote, in: bytes, from: index, to: furthest)
      guard index < furthest, index - start < CellBatch.Place.longest else {
        problems.addUnterminated(line: line, cell: cut(start))
        mayBreakInQuotes = false
        return nil
      }
      guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
      hasEscapes = true
      index += 2
    }
    line += breaks(start, index)
    var end = index + 1
    if end < bytes.count, !endsCell(bytes[end]) {
      problems.addStray(line: line, cell: cut(start))
      while end < bytes.count, !endsCell(bytes[end]) { end += 1 }
      hasEscapes = true
    }
    if hasEscapes {
      store(start, end - start, CellBatch.Place.quoted, &record, batch, origin)
    } else {
      store(start + 1, index - start - 1, 0, &record, batch, origin)
    }
    return end
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
  }

  private func breaks(_ start: Int, _ end: Int) -> Int {
    ByteSearch.lineBreaks(in: bytes, from: start, to: end)
  }

  private func endOfLine(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != newline, bytes[index] != carriageReturn {
      index += 1
    }
    return index
  }

  private func cut(_ start: Int) -> String {
    String(decoding: bytes[start..<min(bytes.count, start + 200)], as: UTF8.self)
  }
}
