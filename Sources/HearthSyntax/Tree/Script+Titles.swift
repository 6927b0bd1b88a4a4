import HearthText

extension Script {
  /// What the comment says that stands right above a statement, without an empty line between: what
  /// documents call its answer. nil when there is none.
  package func title(of statement: Statement, in lines: SourceLines) -> String? {
    var line = lines.line(of: statement.span.start) - 1
    var words: [Substring] = []
    for comment in comments.reversed() where comment.span.start < statement.span.start {
      guard lines.line(of: comment.span.start) == line, !comment.text.hasPrefix("#!"),
        // Behind a statement it is about that.
        lines.text(ofLine: line).first(where: { !$0.isWhitespace }) == "#"
      else { break }
      words.append(comment.text.drop { $0 == "#" || $0.isWhitespace })
      line -= 1
    }
    let title = words.reversed().reduce(into: "") { title, next in
      // Chinese is written without spaces.
      let isTogether = [title.unicodeScalars.last, next.unicodeScalars.first]
        .allSatisfy { $0.map { isHan($0) || isWide($0) } ?? true }
      title += (isTogether ? "" : " ") + next
    }
    let trimmed = title.drop(while: \.isWhitespace)
    return trimmed.isEmpty ? nil : withoutFullStop(trimmed)
  }

  /// A heading ends without one.
  private func withoutFullStop(_ title: Substring) -> String {
    var title = title
    while let last = title.last, last.isWhitespace { title.removeLast() }
    if title.hasSuffix("。") || title.hasSuffix(".") && !title.hasSuffix("..") { title.removeLast() }
    return String(title)
  }

  private func isWide(_ scalar: Unicode.Scalar) -> Bool { (0x3000...0xFFEF).contains(scalar.value) }
}
