import HearthText

/// The files of one generation: hands blocks to the sink and counts what went through.
final class SampleOutput {
  let language: Language
  private(set) var files: [SampleFile] = []
  private let sink: any SampleSink
  private let expected: Int
  private let progress: (SampleProgress) -> Void
  private var rows = 0

  init(
    language: Language, sink: any SampleSink, expected: Int,
    progress: @escaping (SampleProgress) -> Void
  ) {
    self.language = language
    self.sink = sink
    self.expected = expected
    self.progress = progress
  }

  /// Writes one table; the rows are those that `body` ends.
  func table(
    _ name: Term, _ columns: [Term], _ body: (inout TableWriter) throws -> Void
  ) throws {
    let file = name[language].description + ".csv"
    try sink.begin(file: file)
    var writer = TableWriter(output: self)
    for column in columns { writer.cell(column) }
    try writer.endRow()
    writer.rows = 0
    try body(&writer)
    try writer.flush()
    try sink.end()
    files.append(SampleFile(name: file, bytes: writer.written, rows: writer.rows))
    report(rows: writer.rows - writer.reported)
  }

  /// Writes a file that is no table.
  func file(_ name: String, _ bytes: [UInt8]) throws {
    try sink.begin(file: name)
    try sink.write(bytes)
    try sink.end()
    files.append(SampleFile(name: name, bytes: bytes.count, rows: 0))
  }

  fileprivate func block(_ bytes: [UInt8]) throws { try sink.write(bytes) }

  fileprivate func report(rows more: Int) {
    rows += more
    progress(SampleProgress(rows: rows, expected: max(expected, rows)))
  }
}

/// Builds the rows of one table as bytes of CSV and passes them on in blocks.
///
/// Cells are written from left to right; a cell that never needs quotes is written as it is.
struct TableWriter {
  fileprivate(set) var rows = 0
  fileprivate private(set) var written = 0
  fileprivate private(set) var reported = 0
  private let output: SampleOutput
  private let chinese: Bool
  private var bytes: [UInt8] = []
  private static let block = 1 << 18

  fileprivate init(output: SampleOutput) {
    self.output = output
    chinese = output.language == .chinese
    bytes.reserveCapacity(TableWriter.block + 4096)
  }

  mutating func empty() { bytes.append(comma) }

  mutating func cell(_ term: Term) { cell(chinese ? term.chinese : term.english) }

  mutating func cell(_ term: Term?) {
    if let term { cell(term) } else { empty() }
  }

  mutating func cell(_ text: StaticString) {
    append(text)
    bytes.append(comma)
  }

  /// Any text, in quotes where CSV asks for them.
  mutating func cell(_ text: String?) {
    if let text {
      let quoted = text.utf8.contains { $0 == comma || $0 == quote || $0 == 10 || $0 == 13 }
      if quoted {
        bytes.append(quote)
        for byte in text.utf8 {
          if byte == quote { bytes.append(quote) }
          bytes.append(byte)
        }
        bytes.append(quote)
      } else {
        bytes.append(contentsOf: text.utf8)
      }
    }
    bytes.append(comma)
  }

  mutating func cell(_ name: PersonName) {
    name.append(to: &bytes)
    bytes.append(comma)
  }

  mutating func cell(_ number: Int) {
    append(number, width: 1)
    bytes.append(comma)
  }

  mutating func cell(_ number: Int?) {
    if let number { cell(number) } else { empty() }
  }

  mutating func cell(_ truth: Bool) { cell(truth ? Word.yes : Word.no) }

  /// `2026-10-31`, or nothing.
  mutating func cell(_ day: Day?) {
    if let day {
      let (year, month, number) = day.components
      append(year, width: 4)
      bytes.append(UInt8(ascii: "-"))
      append(month, width: 2)
      bytes.append(UInt8(ascii: "-"))
      append(number, width: 2)
    }
    bytes.append(comma)
  }

  /// An amount of hundredths with its two places, or nothing.
  mutating func money(_ cents: Int?) {
    if let cents {
      append(cents / 100, width: 1)
      bytes.append(UInt8(ascii: "."))
      append(cents % 100, width: 2)
    }
    bytes.append(comma)
  }

  mutating func cell(_ key: Key?) {
    if let key {
      appendKey(key)
    }
    bytes.append(comma)
  }

  /// Several words in one cell, `;` or `、` between them.
  mutating func list(_ terms: [Term]) {
    for (position, term) in terms.enumerated() {
      if position > 0 { append(chinese ? "、" : ";") }
      append(chinese ? term.chinese : term.english)
    }
    bytes.append(comma)
  }

  /// Pieces of one cell, none of which needs quotes.
  mutating func joined(_ body: (inout TableWriter) -> Void) {
    body(&self)
    bytes.append(comma)
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Digits of a number that is not negative, with zeros up to the width.
  mutating func append(_ number: Int, width: Int) {
    var (rest, count) = (number, 1)
    while rest > 9 {
      rest /= 10
      count += 1
    }
    let start = bytes.count
    for _ in 0..<max(count, width) { bytes.append(UInt8(ascii: "0")) }
    var position = bytes.count
    rest = number
    while rest > 0, position > start {
      position -= 1
      bytes[position] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private mutating func appendKey(_ key: Key) {
    append(key.prefix)
    if key.width > 0 { append(key.number, width: key.width) }
    if let part = key.part {
      bytes.append(UInt8(ascii: "-"))
      append(part, width: 1)
    }
  }

  /// Ends the row and passes a full block on.
  mutating func endRow() throws {
    bytes[bytes.count - 1] = 10
    rows += 1
    if bytes.count >= TableWriter.block { try flush() }
  }

  fileprivate mutating func flush() throws {
    if !bytes.isEmpty { try output.block(bytes) }
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
    output.report(rows: rows - reported)
    reported = rows
  }

  private var comma: UInt8 { UInt8(ascii: ",") }
  private var quote: UInt8 { UInt8(ascii: "\"") }
}

/// The key of a row: letters, a number with leading zeros unless the width is 0, for a person also
/// which of the family.
struct Key: Sendable {
  var prefix: StaticString
  var number: Int
  var width: Int
  var part: Int?

  /// A key that is one of a kind.
  init(_ text: StaticString) { self.init(text, 0, width: 0) }

  init(_ prefix: StaticString, _ number: Int, width: Int, part: Int? = nil) {
    self.prefix = prefix
    self.number = number
    self.width = width
    self.part = part
  }
}
