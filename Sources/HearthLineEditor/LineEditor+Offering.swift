import HearthText

/// Texts that are shown in grey behind the cursor and taken with one key: the mended form of a
/// text that was wrong, or what was asked before and begins as typed.
extension LineEditor {
  private static let caption = Bilingual("→ takes the mended text", "按 → 采用改好的提问")

  /// What is offered behind the cursor; nil where there are no colours to tell it from the text.
  var ghost: String? {
    guard settings.theme.hasColours, !painter.isDumb, cursorPosition == scalarCount else {
      return nil
    }
    return offered
  }

  /// What would follow the text if what is offered were taken.
  private var offered: String? {
    let text = text
    if text.isEmpty { return offer }
    let entries = settings.history.entries
    guard !text.contains("\n"),
      let entry = entries.last(where: { $0.hasPrefix(text) && $0.utf8.count > text.utf8.count })
    else { return nil }
    return String(decoding: entry.utf8.dropFirst(text.utf8.count), as: UTF8.self)
  }

  /// Below the first prompt after a wrong text.
  func sayOffer() {
    guard let offer, scalarCount == 0, !painter.isDumb else { return }
    let caption = LineEditor.caption[settings.language]
    let text = offer.split(separator: "\n").joined(separator: " ")
    footer = settings.theme.hasColours ? [caption] : [caption + ": " + text]
  }

  /// Takes what is offered; false when nothing is.
  func takeOffer() -> Bool {
    guard cursorPosition == scalarCount else { return false }
    let offered = text.isEmpty ? offer : ghost
    guard let offered, !offered.isEmpty else { return false }
    insert(offered)
    return true
  }
}
