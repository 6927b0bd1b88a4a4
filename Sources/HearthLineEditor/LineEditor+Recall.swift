/// A walk through the history, which lasts for as long as nothing else is done.
struct Recall {
  /// What every entry shown begins with: the text before the cursor when the walk began.
  var prefix: String
  /// The text that was being typed, to come back to.
  var pending: String
  /// The entry shown; the number of entries for the pending text.
  var index: Int
  /// The text shown: when it is no longer in the buffer, the walk is over.
  var shown: String
}

extension LineEditor {
  private var isWalking: Bool {
    guard let recall else { return false }
    // The command mode of vi keeps its cursor on the last character.
    return recall.shown == text && cursorPosition + 1 >= scalarCount
  }

  /// Goes up a line of the text, and from the first one to the entry before.
  ///
  /// `anchored`: only entries that begin with what stands before the cursor.
  func up(anchored: Bool = true) -> CommandResult {
    if !isWalking, moveByLine(-1) { return .goOn }
    return walk(anchored) { history, recall in
      history.last(before: recall.index) { $0.hasPrefix(recall.prefix) && $0 != recall.shown }
    }
  }

  func down(anchored: Bool = true) -> CommandResult {
    if !isWalking { return moveByLine(1) ? .goOn : beepAtEnd() }
    return walk(anchored) { history, recall in
      if recall.index >= history.entries.count { return nil }
      return history.first(after: recall.index) {
        $0.hasPrefix(recall.prefix) && $0 != recall.shown
      } ?? history.entries.count
    }
  }

  private func beepAtEnd() -> CommandResult {
    painter.beep()
    return .goOn
  }

  private func walk(_ anchored: Bool, _ next: (History, Recall) -> Int?) -> CommandResult {
    let history = settings.history
    if !isWalking {
      recall = Recall(
        prefix: anchored ? textBeforeCursor : "", pending: text, index: history.entries.count,
        shown: text)
    }
    guard var walk = recall, let index = next(history, walk) else { return beepAtEnd() }
    walk.index = index
    walk.shown = index < history.entries.count ? history.entries[index] : walk.pending
    recall = walk
    replaceText(with: walk.shown)
    return .goOn
  }
}
