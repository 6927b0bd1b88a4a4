import HearthText

/// How one output format writes single values; `CellRun` walks the columns.
///
/// Every method appends to `bytes`. Integers and decimals are digits in every format.
protocol CellFormat {
  /// The language of category labels; nil writes identifiers.
  var labelLanguage: Language? { get }
  var listForm: ListForm { get }
  /// Between the day and the time of a date-time.
  var timeSeparator: UInt8 { get }

  func appendMissing(to bytes: inout [UInt8])
  /// Any UTF-8: escaped, quoted or made harmless as the format needs.
  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8])
  /// Around dates and periods, whose characters need no escaping.
  func appendQuote(to bytes: inout [UInt8])
  func appendBool(_ value: Bool, to bytes: inout [UInt8])
  /// A fraction that is meant to be read as a percentage.
  func appendRate(_ value: Double, to bytes: inout [UInt8])
}

/// How tag sets and lists are written.
enum ListForm {
  /// One text, the elements' plain forms with this between them.
  case joined([UInt8])
  /// JSON's `[a,b]`.
  case array
}

extension CellFormat {
  var timeSeparator: UInt8 { UInt8(ascii: "T") }

  func appendQuote(to bytes: inout [UInt8]) {}

  func appendBool(_ value: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  func appendRate(_ value: Double, to bytes: inout [UInt8]) { bytes.appendNumber(value) }

  @inline(__always)
  func appendQuoted(to bytes: inout [UInt8], write: (inout [UInt8]) -> Void) {
    appendQuote(to: &bytes)
    write(&bytes)
    appendQuote(to: &bytes)
  }

  func appendText(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendText($0, to: &bytes) }
  }
}

/// Values as they are, without escaping: the elements of a joined list, the text behind a mask.
struct PlainFormat: CellFormat {
  var labelLanguage: Language?
  var listForm: ListForm
  var timeSeparator: UInt8
  var booleans: [String]
  /// Stands for missing; a byte that no text contains tells it from the empty text.
  static let missing: UInt8 = 0xFF

  init(like format: some CellFormat) {
    labelLanguage = format.labelLanguage
    timeSeparator = format.timeSeparator
    booleans = [false, true].map { value in
      var bytes: [UInt8] = []
      format.appendBool(value, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    listForm =
      switch format.listForm {
      case .joined: format.listForm
      case .array: .joined(Array(";".utf8))
      }
  }

  func appendMissing(to bytes: inout [UInt8]) { bytes.append(Self.missing) }

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: text)
  }

  func appendBool(_ value: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: booleans[value ? 1 : 0].utf8)
  }
}
