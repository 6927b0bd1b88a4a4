import HearthText

/// Tab: completing what is certain and showing what is not.
extension LineEditor {
  func complete() -> CommandResult {
    if walk(1) { return .goOn }
    let text = text
    let cursor = textBeforeCursor.utf8.count
    guard let completion = settings.complete(text, cursor), !completion.candidates.isEmpty,
      let typed = LineEditor.slice(text, completion.range)
    else {
      painter.beep()
      return .goOn
    }
    if completion.candidates.count == 1 {
      replace(completion.range, of: text, with: completion.candidates[0].text)
      return .goOn
    }
    let common = completion.commonPrefix
    let isLonger = common.lowercased().hasPrefix(typed.lowercased()) && common != typed
    if isLonger { replace(completion.range, of: text, with: common) }
    let bytes = Array(text.utf8)
    menu = CompletionMenu(
      candidates: completion.candidates,
      before: String(decoding: bytes[..<completion.range.lowerBound], as: UTF8.self),
      after: String(decoding: bytes[completion.range.upperBound...], as: UTF8.self),
      shown: self.text)
    showMenu()
    return .goOn
  }

  /// Shift-Tab: back through the candidates.
  func completeBackwards() -> CommandResult {
    if !walk(-1) { painter.beep() }
    return .goOn
  }

  /// Puts the next candidate of the menu into the text; false when there is none.
  private func walk(_ distance: Int) -> Bool {
    guard var menu, menu.shown == text else { return false }
    let candidate = menu.step(distance)
    let before = menu.before + candidate.text
    replaceText(with: before + menu.after, cursor: before.unicodeScalars.count)
    menu.shown = text
    self.menu = menu
    showMenu()
    return true
  }

  private func showMenu() {
    guard let menu else { return }
    (footer, chosenRow) = candidateRows(menu.candidates, chosen: menu.chosen)
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String? {
    let bytes = Array(text.utf8)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }

  private func replace(_ range: Range<Int>, of text: String, with replacement: String) {
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
    let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
    replaceText(with: before + after, cursor: before.unicodeScalars.count)
  }

  /// The candidates as rows that fit below the text, the chosen one among them, with a word about
  /// those that do not fit; and in which row the chosen one is.
  private func candidateRows(
    _ candidates: [CompletionCandidate], chosen: Int?
  ) -> (rows: [String], chosen: Int?) {
    let room = painter.roomBelow(picture().layout)
    let described = candidates.contains { !$0.description.isEmpty } || chosen != nil
    let rows =
      described
      ? CandidateList.described(candidates)
      : CandidateList.inColumns(candidates.map(\.text), columns: painter.columns)
    if rows.count <= room { return (rows, chosen) }
    let height = max(room - 1, 1)
    let first = min(max((chosen ?? 0) - height / 2, 0), rows.count - height)
    let shown = rows[first..<first + height]
    let hidden = described ? candidates.count - shown.count : rows.count - shown.count
    let more =
      described
      ? Bilingual("… \(hidden) more", "……还有 \(hidden) 个")
      : Bilingual("… \(hidden) more rows", "……还有 \(hidden) 行")
    return (shown + [more[settings.language]], chosen.map { $0 - first })
  }
}

/// Words and their descriptions set in rows.
enum CandidateList {
  static func described(_ candidates: [CompletionCandidate]) -> [String] {
    let widest = min(candidates.map { displayWidth(of: $0.text) }.max() ?? 0, 32)
    return candidates.map { candidate in
      if candidate.description.isEmpty { return "  " + candidate.text }
      return "  " + padded(candidate.text, toWidth: widest + 2) + candidate.description
    }
  }

  /// Words below one another, then beside, as a listing of files is set.
  static func inColumns(_ words: [String], columns: Int) -> [String] {
    let cell = (words.map { displayWidth(of: $0) }.max() ?? 0) + 2
    let across = max((columns - 1) / cell, 1)
    let height = (words.count + across - 1) / across
    return (0..<height).map { row in
      stride(from: row, to: words.count, by: height)
        .map { padded(words[$0], toWidth: cell) }.joined()
    }
  }
}
