import HearthText

/// A place where a printed line may end, marked by a private character that no text should have.
enum LineBreak: Unicode.Scalar, CaseIterable {
  /// Before a clause: `by`, `target`, `where`, the message of an `expect`.
  case clause = "\u{10FF00}"
  /// Between the items of a list.
  case item = "\u{10FF01}"
  /// Before `and`, `or`, `+` and `-`.
  case operand = "\u{10FF05}"
  /// Before them within the brackets of a function.
  case innerOperand = "\u{10FF06}"
  /// Around a query in brackets, and before each of its stages; so too with links in brackets.
  case opening = "\u{10FF02}"
  case stage = "\u{10FF03}"
  case closing = "\u{10FF04}"

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { LineBreak(rawValue: scalar) != nil }
}

/// Breaks one line of the canonical form, in which the places are marked, so that it fits a page.
///
/// What stands in such brackets opens into lines of its own; what is still too long goes on before a clause,
/// a clause that is too long by itself between its items, an item between its operands.
struct LineBreaker {
  private let widest: Int

  init(widest: Int) { self.widest = widest }

  /// How far a line that goes on stands from the beginning of its first, and how far a bracket that
  /// closes a query does.
  private static let (hang, outdent) = (4, 2)

  func lines(_ marked: String, indent: Int = 0) -> [String] {
    let plain = indented(marked[...], indent)
    if displayWidth(of: plain) <= widest { return [plain] }
    if let clauses = lines(ofClauses: marked, indent) { return clauses }
    if let block = block(in: marked) {
      return filled(block.head, indent)
        + block.stages.flatMap { lines(String($0), indent: indent + Self.hang) }
        + lines(String(block.tail), indent: indent + Self.outdent)
    }
    return filled(marked[...], indent)
  }

  /// A clause whole on each line at least; nil when one outside of brackets is too long for that.
  private func lines(ofClauses marked: String, _ indent: Int) -> [String]? {
    var depth = 0
    var hidden = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars {
      switch LineBreak(rawValue: scalar) {
      case .opening: depth += 1
      case .closing: depth -= 1
      case .clause where depth == 0: hidden.append(scalar)
      case .clause, .item, .operand, .innerOperand, .stage: continue
      case nil: hidden.append(scalar)
      }
    }
    let lines = filled(Substring(String(hidden)), indent)
    return lines.allSatisfy(fits) ? lines : nil
  }

  /// The first brackets, without the marks in and around them.
  private func block(
    in marked: String
  ) -> (head: Substring, stages: [Substring], tail: Substring)? {
    let scalars = marked.unicodeScalars
    guard let opening = scalars.firstIndex(of: LineBreak.opening.rawValue) else { return nil }
    var stages: [Substring] = []
    var start = scalars.index(after: opening)
    var depth = 0
    for index in scalars[start...].indices {
      switch LineBreak(rawValue: scalars[index]) {
      case .opening: depth += 1
      case .stage where depth == 0:
        stages.append(marked[start..<index])
        // The blank behind the mark goes with the break.
        start = scalars.index(index, offsetBy: 2)
      case .closing where depth == 0:
        stages.append(marked[start..<index])
        return (marked[..<opening], stages, marked[scalars.index(after: index)...])
      case .closing: depth -= 1
      case .clause, .item, .operand, .innerOperand, .stage, nil: break
      }
    }
    return nil
  }

  /// As much on each line as fits, a clause whole if it can be, and an item too.
  private func filled(_ marked: Substring, _ indent: Int) -> [String] {
    var result: [String] = []
    fill(marked, at: [.clause, .item, .operand, .innerOperand], indent, into: &result)
    return result
  }

  private func fill(
    _ marked: Substring, at kinds: ArraySlice<LineBreak>, _ indent: Int, into lines: inout [String]
  ) {
    guard let kind = kinds.first else {
      lines.append(indented(marked, lines.isEmpty ? indent : indent + Self.hang))
      return
    }
    var wasBroken = false
    for (index, part) in parts(of: marked, at: kind).enumerated() {
      // What begins a larger part has been found not to fit the line before; and a clause is not
      // looked for at the end of a list.
      let mayFollow = (index > 0 || kind == .clause) && !wasBroken
      if mayFollow, let line = lines.last, fits(line + plain(part)) {
        lines[lines.count - 1] += plain(part)
      } else {
        let before = lines.count
        fill(part, at: kinds.dropFirst(), indent, into: &lines)
        wasBroken = kind == .clause && lines.count > before + 1
      }
    }
  }

  private func fits(_ line: String) -> Bool { displayWidth(of: line) <= widest }

  /// The parts before and between the marks of a kind; all but the first begin with a blank.
  private func parts(of marked: Substring, at kind: LineBreak) -> [Substring] {
    marked.unicodeScalars.split(separator: kind.rawValue, omittingEmptySubsequences: true)
      .map(Substring.init)
  }

  private func plain(_ marked: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: marked.unicodeScalars.filter { !LineBreak.isMark($0) })
    return String(scalars)
  }

  private func indented(_ marked: Substring, _ indent: Int) -> String {
    var text = plain(marked)[...]
    while text.first == " " { text.removeFirst() }
    return String(repeating: " ", count: indent) + text
  }
}
