import HearthText

/// A place where a printed line may end, marked by a noncharacter of Unicode, which no text has.
enum LineBreak: Unicode.Scalar, CaseIterable {
  /// Before a clause: `by`, `target`, `where`, the message of an `expect`.
  case clause = "\u{FDD0}"
  /// Between the items of a list, before `and` and `or`.
  case item = "\u{FDD1}"
  /// Around a query in brackets, and before each of its stages.
  case opening = "\u{FDD2}"
  case stage = "\u{FDD3}"
  case closing = "\u{FDD4}"

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { LineBreak(rawValue: scalar) != nil }
}

/// Breaks one line of the canonical form, in which the places are marked, so that it fits a page.
///
/// A query in brackets opens into lines of its own; what is still too long goes on before a clause,
/// and a clause that is too long by itself between its items.
struct LineBreaker {
  private let widest: Int

  init(widest: Int) { self.widest = widest }

  /// How far a line that goes on stands from the beginning of its first, and how far a bracket that
  /// closes a query does.
  private static let (hang, outdent) = (4, 2)

  func lines(_ marked: String, indent: Int = 0) -> [String] {
    let plain = indented(marked[...], indent)
    if displayWidth(of: plain) <= widest { return [plain] }
    if let block = block(in: marked) {
      return filled(block.head, indent)
        + block.stages.flatMap { lines(String($0), indent: indent + Self.hang) }
        + lines(String(block.tail), indent: indent + Self.outdent)
    }
    return filled(marked[...], indent)
  }

  /// The first query in brackets, without the marks around it.
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
      case .clause, .item, .stage, nil: break
      }
    }
    return nil
  }

  /// As much on each line as fits, a clause whole if it can be.
  private func filled(_ marked: Substring, _ indent: Int) -> [String] {
    var result: [String] = []
    for part in parts(of: marked, at: .clause) {
      if let line = result.last, fits(line + plain(part)) {
        result[result.count - 1] += plain(part)
        continue
      }
      let items = parts(of: part, at: .item)
      var isFirst = true
      for item in items {
        let text = plain(item)
        if !isFirst, let line = result.last, fits(line + text) {
          result[result.count - 1] += text
        } else {
          result.append(indented(item, result.isEmpty ? indent : indent + Self.hang))
        }
        isFirst = false
      }
    }
    return result
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
