/// A text in lines of at most `width` cells, broken at spaces and between Han characters; a longer
/// word stays whole. No line begins with a punctuation mark that closes something; the lines that
/// a line becomes are indented like it.
package func wrapped(_ text: String, toWidth width: Int = 78) -> String {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    lines += wrappedLine(line, width)
  }
  return lines.joined(separator: "\n")
}

private func wrappedLine(_ line: Substring, _ width: Int) -> [String] {
  let indentation = String(line.prefix { $0 == " " })
  let margin = indentation.utf8.count
  var lines: [String] = []
  var current = indentation
  var used = margin
  for piece in pieces(of: line.dropFirst(margin)) {
    let cells = displayWidth(of: piece)
    if used > margin, used + displayWidth(of: piece.withoutSpaceAtEnd) > width {
      lines.append(current.withoutSpaceAtEnd)
      (current, used) = (indentation, margin)
    }
    current += piece
    used += cells
  }
  return lines + [current]
}

/// The parts between which a line may break, each with the spaces after it.
private func pieces(of line: Substring) -> [String] {
  var pieces: [String] = []
  var last: Character?
  for character in line {
    let mayBreak = last.map { before in
      character != " "
        && (before == " "
          || (before.isWide || character.isWide) && !character.closes
            && !before.opens)
    }
    if mayBreak ?? true {
      pieces.append(String(character))
    } else {
      pieces[pieces.count - 1].append(character)
    }
    last = character
  }
  return pieces
}

extension Character {
  fileprivate var isWide: Bool { displayWidth(of: String(self)) == 2 }
  fileprivate var closes: Bool { "，。、；：？！）》」』”’…".contains(self) }
  fileprivate var opens: Bool { "（《「『“‘".contains(self) }
}

extension String {
  fileprivate var withoutSpaceAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
