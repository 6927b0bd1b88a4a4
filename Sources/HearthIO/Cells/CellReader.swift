import HearthData
import HearthText

/// Reads one column of one part of a file, batch by batch.
protocol CellReader: AnyObject {
  func read(_ cells: CellColumn)
  /// About so many times as many cells as have been read will have been in the end.
  func expect(growth: Double)
  /// The cells set aside, by line from 0 of the part.
  var report: ProblemReport { get }
  /// Keys that no row of the target has, without a reason; empty but for links.
  var unknown: ProblemReport { get }
  /// Joins the parts, this one first, into one column.
  func join(_ others: [any CellReader]) throws(DataError) -> Column
}

extension CellReader {
  func expect(growth: Double) {}

  var unknown: ProblemReport { ProblemReport(file: "", column: nil) }
}

/// How the cells of one type become values of one size.
protocol CellCodec {
  associatedtype Element: BitwiseCopyable & Sendable

  var missing: Element { get }

  /// The value of a cell that is neither empty nor has spaces around it; nil if it has none.
  mutating func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Element?

  /// Why a cell has no value.
  func reason(_ text: String) -> Bilingual

  /// Whether the word stands for nothing here; asked only of cells without a value.
  func isNothing(_ text: String) -> Bool

  func column(_ values: Buffer<Element>) -> Column

  /// Reads the cells one after the other. A requirement only so that the compiler makes one loop
  /// per type: called through a class or an existential, the generic loop is 30 times slower.
  mutating func read(
    _ cells: CellColumn, into memory: UnsafeMutableBufferPointer<Element>,
    _ report: inout ProblemReport)

  /// Takes over what another part has found, and its values in the terms of this one.
  mutating func absorb(_ other: Self, _ values: Buffer<Element>) -> Buffer<Element>
}

extension CellCodec {
  func isNothing(_ text: String) -> Bool { NothingWords.inTypedCells.contains(text) }

  mutating func absorb(_ other: Self, _ values: Buffer<Element>) -> Buffer<Element> { values }

  mutating func read(
    _ cells: CellColumn, into memory: UnsafeMutableBufferPointer<Element>,
    _ report: inout ProblemReport
  ) {
    for row in 0..<cells.count {
      let cell = cells[row]
      if cell.isEmpty {
        memory[row] = missing
      } else if let value = parse(cell) {
        memory[row] = value
      } else {
        memory[row] = second(cell, line: cells.lines[row], &report)
      }
    }
  }

  /// Tries again without spaces and in ASCII; then the cell means nothing, or is a problem.
  private mutating func second(
    _ cell: UnsafeBufferPointer<UInt8>, line: Int, _ report: inout ProblemReport
  ) -> Element {
    var text = CellText.narrowedAndTrimmed(cell)
    if text.isEmpty { return missing }
    if let value = text.withUTF8({ parse($0) }) { return value }
    if isNothing(text) { return missing }
    report.add(line: line, value: String(decoding: cell, as: UTF8.self)) { reason(text) }
    return missing
  }
}

/// The loop over the cells of one column, made anew by the compiler for each type.
final class CodecReader<Codec: CellCodec>: CellReader {
  private var codec: Codec
  private var builder: BufferBuilder<Codec.Element>
  private(set) var report: ProblemReport

  init(_ codec: Codec, file: String, header: String) {
    self.codec = codec
    builder = BufferBuilder()
    report = ProblemReport(file: file, column: header)
  }

  func read(_ cells: CellColumn) {
    codec.read(cells, into: builder.extend(by: cells.count), &report)
  }

  func expect(growth: Double) {
    builder.reserve(Int(Double(builder.count) * growth), growing: false)
  }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    let parts = others.compactMap { $0 as? CodecReader<Codec> }
    builder.reserve(parts.reduce(builder.count) { $0 + $1.builder.count }, growing: false)
    for part in parts {
      let values = part.builder.finish()
      builder.append(codec.absorb(part.codec, values))
    }
    return codec.column(builder.finish())
  }
}
