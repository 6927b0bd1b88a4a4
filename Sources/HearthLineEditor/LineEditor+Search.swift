import HearthText

/// Searching the history for a text anywhere in an entry, as Ctrl-R does elsewhere.
extension LineEditor {
  private static let caption = Bilingual(
    "search history (Ctrl-R older, Ctrl-S newer, Enter runs, Ctrl-G back)",
    "搜索历史（Ctrl-R 更早，Ctrl-S 更晚，回车执行，Ctrl-G 返回）")
  private static let nothing = Bilingual("nothing found", "没有找到")

  func search() -> CommandResult {
    let original = (text: text, cursor: cursorPosition)
    let history = settings.history
    var pattern = ""
    var index = history.entries.count
    var isFound = true

    /// Looks for the pattern from an entry on, and shows the first that has it.
    func look(_ found: Int?) {
      isFound = found != nil
      guard let found else { return }
      index = found
      replaceText(with: history.entries[found])
    }
    defer { sought = nil }
    func matches(_ entry: String) -> Bool { LineEditor.contains(entry, pattern) }

    while true {
      let state = isFound ? "" : " — " + LineEditor.nothing[settings.language]
      sought = pattern
      footer = [LineEditor.caption[settings.language], "› " + pattern + state]
      guard let item = nextItem() else { return end(with: .end) }
      guard case .character(let key) = item else {
        queue.insert(item, at: 0)
        return .goOn
      }
      switch key {
      case "\u{12}": look(history.last(before: index, where: matches))
      case "\u{13}": look(history.first(after: index, where: matches))
      case "\u{07}", "\u{03}":
        replaceText(with: original.text, cursor: original.cursor)
        return .goOn
      case "\u{08}", "\u{7F}":
        if !pattern.isEmpty { pattern.removeLast() }
        index = history.entries.count
        look(pattern.isEmpty ? nil : history.last(before: index, where: matches))
        isFound = isFound || pattern.isEmpty
      case _ where key.value >= 0xA0 || (0x20..<0x7F).contains(key.value):
        pattern.unicodeScalars.append(key)
        look(history.last(before: index + 1, where: matches))
      default:
        // Any other key ends the search and does what it does.
        queue.insert(item, at: 0)
        return .goOn
      }
    }
  }

  /// Whether a text contains another; the case of letters counts only if the pattern has capitals.
  static func contains(_ text: String, _ pattern: String) -> Bool {
    let exact = pattern.contains(where: \.isUppercase)
    let parts = Array((exact ? text : text.lowercased()).unicodeScalars)
    let wanted = Array(pattern.unicodeScalars)
    if wanted.isEmpty { return true }
    return parts.firstRange(of: wanted) != nil
  }

  /// The UTF-8 offsets where a text contains another.
  static func place(of pattern: String, in text: String) -> Range<Int>? {
    let exact = pattern.contains(where: \.isUppercase)
    var letters: [Unicode.Scalar] = []
    var places: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      // One letter may be several in lower case.
      let folded = exact ? String(scalar) : scalar.properties.lowercaseMapping
      letters += folded.unicodeScalars
      places += folded.unicodeScalars.map { _ in offset }
      offset += UTF8.width(scalar)
    }
    let wanted = Array(pattern.unicodeScalars)
    guard !wanted.isEmpty, let found = letters.firstRange(of: wanted) else { return nil }
    return places[found.lowerBound]..<(places + [offset])[found.upperBound]
  }
}
