import HearthText

@testable import HearthSyntax

/// A tree as text for comparison: without spans, without brackets (one language may need some that
/// the other does not) and with aggregates named in English.
func outline(_ tree: some Any) -> String {
  var outliner = Outliner(Array(String(reflecting: tree).utf8))
  return outliner.run()
}

private struct Outliner {
  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var index = 0

  private let module = Array("HearthSyntax.".utf8)
  private let span = Array("Span(start: ".utf8)
  private let brackets = Array("Expression(kind: HearthSyntax.Expression.Kind.parenthesized(".utf8)
  private let spanOfBrackets = Array("), span: HearthSyntax.Span(".utf8)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> String {
    var depth = 0
    var removed: [Int] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        quoted()
      } else if byte == UInt8(ascii: "H") && skip(module) {
        continue
      } else if byte == UInt8(ascii: "S") && skip(span) {
        skipPast(")")
      } else if byte == UInt8(ascii: "E") && skip(brackets) {
        removed.append(depth)
      } else if byte == UInt8(ascii: ")") && removed.last == depth {
        removed.removeLast()
        _ = skip(spanOfBrackets)
        // The end of the span, then that of the expression.
        skipPast(")")
        skipPast(")")
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func skip(_ word: [UInt8]) -> Bool {
    guard bytes[index...].starts(with: word) else { return false }
    index += word.count
    return true
  }

  private mutating func skipPast(_ sign: Unicode.Scalar) {
    while bytes[index] != UInt8(ascii: sign) { index += 1 }
    index += 1
  }

  /// A text between quotation marks; the name of an aggregate becomes English.
  private mutating func quoted() {
    let start = index
    index += 1
    while bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index += 1
    let text = String(decoding: bytes[(start + 1)..<(index - 1)], as: UTF8.self)
    let name = KeywordTable.aggregate(named: text)?.spelling(in: .english) ?? text
    result += Array(("\"" + name + "\"").utf8)
  }
}
