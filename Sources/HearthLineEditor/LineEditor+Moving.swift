import HearthText

/// Moving and deleting by what a reader takes for one character, and by lines.
extension LineEditor {
  private func beep() -> CommandResult {
    painter.beep()
    return .goOn
  }

  /// How many scalars the character before the cursor is made of; 0 at the start.
  private var lengthBefore: Int { textBeforeCursor.last?.unicodeScalars.count ?? 0 }

  private var lengthAfter: Int { textAfterCursor.first?.unicodeScalars.count ?? 0 }

  func left() -> CommandResult {
    if lengthBefore == 0 { return beep() }
    moveCursor(to: cursorPosition - lengthBefore)
    return .goOn
  }

  func right() -> CommandResult {
    if takeOffer() { return .goOn }
    if lengthAfter == 0 { return beep() }
    moveCursor(to: cursorPosition + lengthAfter)
    return .goOn
  }

  func backspace() -> CommandResult {
    if lengthBefore == 0 { return beep() }
    deleteBackwards(lengthBefore)
    return .goOn
  }

  func delete() -> CommandResult {
    if lengthAfter == 0 { return beep() }
    deleteForwards(lengthAfter)
    return .goOn
  }

  func toLineStart() -> CommandResult {
    moveCursor(
      to: cursorPosition - scalars.prefix(cursorPosition).reversed().prefix { $0 != "\n" }.count)
    return .goOn
  }

  func toLineEnd() -> CommandResult {
    if takeOffer() { return .goOn }
    moveCursor(to: cursorPosition + scalars.dropFirst(cursorPosition).prefix { $0 != "\n" }.count)
    return .goOn
  }

  /// Goes to the same column of the line above or below; false when there is none.
  func moveByLine(_ step: Int) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let before = textBeforeCursor.split(separator: "\n", omittingEmptySubsequences: false)
    let target = before.count - 1 + step
    guard lines.indices.contains(target), let here = before.last else { return false }
    let start = lines[..<target].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
    let part = beginning(of: lines[target], columns: displayWidth(of: String(here)))
    moveCursor(to: start + part.unicodeScalars.count)
    return true
  }
}
