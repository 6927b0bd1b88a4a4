import HearthData
import HearthText

/// Reads one column of one part of a file, batch by batch.
protocol CellReader: AnyObject {
  func read(_ batch: CellBatch, column: Int)
  /// The cells set aside, by line from 0 of the part.
  var report: ProblemReport { get }
  /// Joins the parts, this one first, into one column.
  func join(_ others: [any CellReader]) throws(DataError) -> Column
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

  /// Takes over what another part has found, and its values in the terms of this one.
  mutating func absorb(_ other: Self, _ values: Buffer<Element>) -> Buffer<Element>
}

extension CellCodec {
  func isNothing(_ text: String) -> Bool { NothingWords.inTypedCells.contains(text) }

  mutating func absorb(_ other: Self, _ values: Buffer<Element>) -> Buffer<Element> { values }
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

  func read(_ batch: CellBatch, column: Int) {
    let missing = codec.missing
    builder.reserve(builder.count + batch.rowCount, growing: true)
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row, column)
      if cell.isEmpty {
        builder.append(missing)
      } else if let value = codec.parse(cell) {
        builder.append(value)
      } else {
        builder.append(second(cell, line: batch.lines[row]))
      }
    }
  }

  /// Tries again without spaces and in ASCII; then the cell means nothing, or is a problem.
  private func second(_ cell: UnsafeBufferPointer<UInt8>, line: Int) -> Codec.Element {
    var text = CellText.narrowedAndTrimmed(cell)
    if text.isEmpty { return codec.missing }
    if let value = text.withUTF8({ codec.parse($0) }) { return value }
    if codec.isNothing(text) { return codec.missing }
    let found = String(decoding: cell, as: UTF8.self)
    report.add(line: line, value: found) { codec.reason(text) }
    return codec.missing
  }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    let parts = others.compactMap { $0 as? CodecReader<Codec> }
    builder.reserve(parts.reduce(builder.count) { $0 + $1.builder.count }, growing: false)
    for part in parts {
      let values = part.builder.finish()
      builder.append(codec.absorb(part.codec, values).pointer)
    }
    return codec.column(builder.finish())
  }
}
