import CLibedit

/// libedit's buffer as Swift sees it; positions count Unicode scalars.
extension LineEditor {
  private var line: LineInfoW { el_wline(handle).pointee }

  var scalarCount: Int { line.lastchar - line.buffer }

  var cursorPosition: Int { line.cursor - line.buffer }

  var scalars: [Unicode.Scalar] {
    UnsafeBufferPointer(start: line.buffer, count: scalarCount).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
  }

  var text: String { LineEditor.string(scalars) }

  /// The text without the line break that libedit's own command for Enter leaves at its end.
  var textWithoutLineBreak: String { text.hasSuffix("\n") ? String(text.dropLast()) : text }

  var textBeforeCursor: String { LineEditor.string(scalars.prefix(cursorPosition)) }

  var textAfterCursor: String { LineEditor.string(scalars.dropFirst(cursorPosition)) }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  func moveCursor(to position: Int) {
    el_cursor(handle, Int32(clamping: position - cursorPosition))
  }

  func insert(_ text: String) {
    var characters = text.unicodeScalars.filter { $0.value != 0 }.map { wchar_t($0.value) }
    guard !characters.isEmpty else { return }
    characters.append(0)
    el_winsertstr(handle, characters)
  }

  /// Deletes scalars before the cursor.
  func deleteBackwards(_ count: Int) {
    if count > 0 { el_deletestr(handle, Int32(clamping: count)) }
  }

  func deleteForwards(_ count: Int) {
    let position = cursorPosition
    moveCursor(to: position + count)
    deleteBackwards(cursorPosition - position)
  }

  /// Puts another text in place of the whole one, with the cursor at its end or where asked.
  func replaceText(with text: String, cursor: Int? = nil) {
    moveCursor(to: scalarCount)
    deleteBackwards(scalarCount)
    insert(text)
    if let cursor { moveCursor(to: cursor) }
  }
}
