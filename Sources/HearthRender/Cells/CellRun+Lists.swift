import HearthData
import HearthText

extension CellRun {
  /// Tags in the order of their dictionary.
  mutating func appendTags(
    _ masks: Buffer<UInt64>, _ dictionary: CategoryDictionary, _ rows: some Sequence<Int>,
    _ format: some CellFormat
  ) {
    let language = format.labelLanguage ?? .english
    let known: UInt64 = dictionary.count < 64 ? (1 << UInt64(dictionary.count)) - 1 : .max
    let plain = PlainFormat(like: format)
    for row in rows {
      var rest = row >= 0 && row < masks.count ? masks[row] & known : 0
      var writer = ListWriter(format.listForm)
      while rest != 0 {
        let text = dictionary.entries[rest.trailingZeroBitCount][language]
        rest &= rest - 1
        writer.beginElement()
        switch format.listForm {
        case .array: format.appendText(text, to: &writer.bytes)
        case .joined: plain.appendText(text, to: &writer.bytes)
        }
      }
      appendCell { writer.finish(format, into: &$0) }
    }
  }

  /// Lists in their own order; a missing element is left out of a joined list.
  mutating func appendLists(
    _ offsets: Buffer<UInt32>, _ elements: CellSource, _ count: Int,
    _ rows: some Sequence<Int>, _ format: some CellFormat
  ) {
    for row in rows {
      let range =
        row >= 0 && row < count && row + 1 < offsets.count
        ? Int(offsets[row])..<Int(offsets[row + 1]) : 0..<0
      var run = CellRun()
      switch format.listForm {
      case .array: run.append(elements, at: range, format: format)
      case .joined: run.append(elements, at: range, format: PlainFormat(like: format))
      }
      var writer = ListWriter(format.listForm)
      for index in 0..<run.count {
        run.withCell(index) { if $0.first != PlainFormat.missing { writer.append($0) } }
      }
      appendCell { writer.finish(format, into: &$0) }
    }
  }
}

/// Puts the elements of one cell together.
private struct ListWriter {
  private let form: ListForm
  /// The elements so far: as the format writes them in an array, as they are in a joined text.
  var bytes: [UInt8] = []
  private var count = 0

  init(_ form: ListForm) { self.form = form }

  /// Adds an element that is written already.
  mutating func append(_ element: UnsafeBufferPointer<UInt8>) {
    beginElement()
    bytes.append(contentsOf: element)
  }

  /// Writes what stands between two elements.
  mutating func beginElement() {
    if count > 0 {
      switch form {
      case .array: bytes.append(UInt8(ascii: ","))
      case .joined(let separator): bytes.append(contentsOf: separator)
      }
    }
    count += 1
  }

  /// The whole cell; a list without elements is missing.
  func finish(_ format: some CellFormat, into target: inout [UInt8]) {
    if count == 0 { return format.appendMissing(to: &target) }
    switch form {
    case .array:
      target.append(UInt8(ascii: "["))
      target.append(contentsOf: bytes)
      target.append(UInt8(ascii: "]"))
    case .joined:
      bytes.withUnsafeBufferPointer { format.appendText($0, to: &target) }
    }
  }
}
