import HearthData
import HearthText

/// Cells that are keys of another table, as the rows they lead to: a batch of keys at a time, so that
/// those of a big table never lie in memory together.
final class LinkReader<Keys: KeyCells>: CellReader {
  private let index: KeyIndex
  private let type: ValueType
  private var targets = BufferBuilder<Int32>()
  private(set) var report: ProblemReport
  /// Keys that no row has; why is for the store to say.
  private(set) var unknown: ProblemReport

  init(_ index: KeyIndex, type: ValueType, file: String, header: String) {
    self.index = index
    self.type = type
    report = ProblemReport(file: file, column: header)
    unknown = ProblemReport(file: file, column: header)
  }

  func read(_ cells: CellColumn) {
    let keys = Keys(cells, &report)
    let rows = keys.rows(in: index)
    for row in 0..<rows.count where rows[row] < 0 {
      guard let key = keys[row] else { continue }
      unknown.add(line: cells.lines[row], value: key) { Bilingual(same: "") }
    }
    targets.append(rows)
  }

  func expect(growth: Double) {
    targets.reserve(Int(Double(targets.count) * growth), growing: false)
  }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    let parts = others.compactMap { $0 as? LinkReader<Keys> }
    targets.reserve(parts.reduce(targets.count) { $0 + $1.targets.count }, growing: false)
    for part in parts { targets.append(part.targets.finish()) }
    let rows = targets.finish()
    return Column(type: type, count: rows.count, storage: .rows(rows))
  }
}

/// The keys of a batch.
protocol KeyCells {
  init(_ cells: CellColumn, _ report: inout ProblemReport)
  /// -1 for missing and for unknown ones.
  func rows(in index: KeyIndex) -> Buffer<Int32>
  /// As text; nil for a missing one.
  subscript(row: Int) -> String? { get }
}

struct TextKeys: KeyCells {
  private let texts: TextBuffer

  init(_ cells: CellColumn, _ report: inout ProblemReport) {
    var builder = TextBuilder(rows: cells.count)
    TextReader.read(cells, isKey: true, &builder, &report)
    texts = builder.finish()
  }

  func rows(in index: KeyIndex) -> Buffer<Int32> { index.rows(of: texts) }

  subscript(row: Int) -> String? { texts[row] }
}

struct IntegerKeys: KeyCells {
  private let values: Buffer<Int64>

  init(_ cells: CellColumn, _ report: inout ProblemReport) {
    var codec = IntegerCodec()
    var found = report
    values = Buffer(count: cells.count) { codec.read(cells, into: $0, &found) }
    report = found
  }

  func rows(in index: KeyIndex) -> Buffer<Int32> { index.rows(of: values) }

  subscript(row: Int) -> String? {
    values[row] == MissingValue.int64 ? nil : String(values[row])
  }
}
