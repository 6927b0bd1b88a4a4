import Synchronization

/// How many cells of an output were made harmless to spreadsheets.
package final class DefusedCells: Sendable {
  private let cells = Atomic<Int>(0)

  package init() {}

  package var count: Int { cells.load(ordering: .relaxed) }

  func add() { cells.add(1, ordering: .relaxed) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a spreadsheet that opens this text would run it: `= + - @` or a control character
  /// first, unless it is a number.
  var looksLikeFormula: Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !Self.isNumber(dropFirst())
    default: false
    }
  }

  /// Digits with at most one point, then at most one exponent.
  private static func isNumber(_ text: Slice<Self>) -> Bool {
    var (digits, points) = (0, 0)
    var rest = text
    while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
      rest = rest.dropFirst()
    }
    if digits == 0 || points > 1 { return false }
    if rest.isEmpty { return true }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty
      && rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
