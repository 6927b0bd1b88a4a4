import HearthData
import HearthText

/// Reads columns of a file, a big one in parts on several threads.
///
/// A part begins behind a line break near its share of the file. Should that break lie within
/// quotes, the part before ends elsewhere, and the part is read again from there: so the answer
/// never depends on the number of parts.
struct TableScan {
  typealias MakeReader = @Sendable () -> any CellReader

  struct Request: Sendable {
    var column: Int
    var make: MakeReader
  }

  /// Below this size one thread is faster.
  static let smallestPart = 1 << 21

  /// One stretch of the file with the readers of its columns; used by one thread at a time.
  private final class Part: @unchecked Sendable {
    var scanner: RecordScanner
    var readers: [any CellReader]
    private let content: Buffer<UInt8>
    /// What lies before has been read and is not needed in memory.
    private var released: Int

    init(_ scanner: RecordScanner, _ readers: [any CellReader], of content: Buffer<UInt8>) {
      self.scanner = scanner
      self.readers = readers
      self.content = content
      released = scanner.start
    }

    /// `target` is where the rows that will end up in these readers end.
    func run(_ columns: [Int], target: Int, stop: ReadingStop) {
      guard let base = scanner.bytes.baseAddress else { return }
      let batch = CellBatch(
        columnCount: scanner.columnCount, base: base, size: scanner.limit - scanner.start)
      while scanner.position < scanner.limit, !stop.isRaised {
        scanner.fill(batch)
        if batch.rowCount == 0 { continue }
        for (index, column) in columns.enumerated() { readers[index].read(batch.column(column)) }
        if scanner.rowCount == batch.rowCount { expect(target) }
        if scanner.position - released >= Self.releasedAtOnce { release() }
      }
      release()
    }

    private static var releasedAtOnce: Int { 4 << 20 }

    private func release() {
      content.release(released..<scanner.position)
      released = scanner.position
    }

    /// Makes room once for as many rows as the first batch lets expect: pages never touched cost
    /// nothing, while growing step by step copies.
    private func expect(_ target: Int) {
      let read = scanner.position - scanner.start
      let growth = Double(target - scanner.start) / Double(max(read, 1)) * 1.05
      if growth < 2 { return }
      for reader in readers { reader.expect(growth: growth) }
    }
  }

  private let file: CSVFile
  private let requests: [Request]
  private let stop: ReadingStop
  private var parts: [Part] = []
  /// Where each part begins: rows, and lines from 1.
  private var offsets: [(row: Int, line: Int)] = []

  /// Reads everything, unless it is stopped: then what has been read is good for nothing.
  init(
    _ file: CSVFile, _ requests: [Request], partCount: Int? = nil,
    stop: ReadingStop = ReadingStop { false }
  ) {
    self.file = file
    self.requests = requests
    self.stop = stop
    let size = file.bytes.count - file.start
    let count = partCount ?? min(Parallel.processors, max(1, size / Self.smallestPart))
    let starts = Self.starts(file, count: count)
    parts = starts.indices.map { index in
      let limit = index + 1 < starts.count ? starts[index + 1] : file.bytes.count
      return part(from: starts[index], limit: limit)
    }
    let columns = requests.map(\.column)
    let parts = parts
    // The first part takes in all the others in the end.
    Parallel.forEach(parts.count) { index in
      let part = parts[index]
      let target = index == 0 ? part.scanner.bytes.count : part.scanner.limit
      part.run(columns, target: target, stop: stop)
    }
    repair(columns)
    var offset = (row: 0, line: file.firstLine)
    for part in self.parts {
      offsets.append(offset)
      offset = (offset.row + part.scanner.rowCount, offset.line + part.scanner.line)
    }
  }

  private func part(from start: Int, limit: Int) -> Part {
    let scanner = RecordScanner(
      file.bytes, separator: file.separator, columnCount: file.headers.count, from: start,
      limit: limit, file: file.name)
    return Part(scanner, requests.map { $0.make() }, of: file.content)
  }

  private static func starts(_ file: CSVFile, count: Int) -> [Int] {
    let bytes = file.bytes
    var starts = [file.start]
    for index in 1..<max(count, 1) {
      let share = file.start + (bytes.count - file.start) / count * index
      var next = ByteSearch.next(newline, in: bytes, from: share, to: bytes.count) + 1
      if next > bytes.count {
        next = ByteSearch.next(carriageReturn, in: bytes, from: share, to: bytes.count) + 1
      }
      if next < bytes.count, next > starts[starts.count - 1] { starts.append(next) }
    }
    return starts
  }

  /// Reads again what began within a record of the part before.
  private mutating func repair(_ columns: [Int]) {
    for index in parts.indices.dropFirst() where !stop.isRaised {
      let end = parts[index - 1].scanner.position
      let scanner = parts[index].scanner
      // A part that began at the right place has its first record, or none, right there.
      if end == starts[index] { continue }
      parts[index] = part(from: end, limit: max(end, scanner.limit))
      parts[index].run(columns, target: scanner.limit, stop: stop)
    }
  }

  private var starts: [Int] { parts.map(\.scanner.start) }

  var rowCount: Int { parts.reduce(0) { $0 + $1.scanner.rowCount } }

  var lines: RowLines {
    var lines = RowLines()
    for (part, offset) in zip(parts, offsets) {
      lines.append(part.scanner.lines, row: offset.row, line: offset.line)
    }
    return lines
  }

  /// What is wrong with whole records.
  var recordProblems: [DataProblem] { joined(parts.map(\.scanner.problems.report), column: nil) }

  /// The readers of one request, in the order of the file.
  func readers(_ request: Int) -> [any CellReader] { parts.map { $0.readers[request] } }

  /// The problems of one column, to be asked for after its readers have been joined.
  func problems(_ request: Int) -> [DataProblem] {
    let reports = parts.map { $0.readers[request].report }
    return joined(reports, column: file.headers[requests[request].column].english)
  }

  /// The unknown keys of one column of links.
  func unknownKeys(_ request: Int) -> [DataProblem] {
    joined(
      parts.map { $0.readers[request].unknown },
      column: file.headers[requests[request].column].english)
  }

  private func joined(_ reports: [ProblemReport], column: String?) -> [DataProblem] {
    var total = ProblemReport(file: file.name, column: column)
    for (report, offset) in zip(reports, offsets) { total.append(report, line: offset.line) }
    return total.problems
  }

  /// The columns in the order of the requests.
  func columns() throws(DataError) -> [Column] {
    let results = Results(count: requests.count)
    let parts = parts
    let stop = stop
    Parallel.forEach(requests.count, threads: parts.count) { index in
      guard !stop.isRaised else { return results.columns[index] = .failure(.stopped) }
      let readers = parts.map { $0.readers[index] }
      do throws(DataError) {
        results.columns[index] = .success(try readers[0].join(Array(readers.dropFirst())))
      } catch {
        results.columns[index] = .failure(error)
      }
    }
    var columns: [Column] = []
    for result in results.columns {
      guard let result else { continue }
      columns.append(try result.get())
    }
    return columns
  }

  /// Each place is written by the one thread that has its number.
  private final class Results: @unchecked Sendable {
    let columns: UnsafeMutableBufferPointer<Result<Column, DataError>?>

    init(count: Int) {
      columns = .allocate(capacity: count)
      columns.initialize(repeating: nil)
    }

    deinit {
      columns.deinitialize()
      columns.deallocate()
    }
  }
}
