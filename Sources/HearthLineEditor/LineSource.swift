/// Whether a text can be run as it stands.
package enum InputState: Sendable {
  case complete
  /// It is wrong only because it ends too early: the next line may mend it.
  case incomplete
  case wrong
}

/// What the person at the keyboard did.
package enum LineEvent: Equatable, Sendable {
  /// A whole text, of one line or several, without the line break at its end.
  case text(String)
  /// Ctrl-C: what had been typed is gone.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// Where texts come from: an editor on a terminal, else plain lines.
package enum LineSource {
  case editor(LineEditor)
  case plain(PlainLineReader)

  /// An editor if standard input and output are both a terminal that can be edited on.
  package static func standard(_ settings: LineEditor.Settings) -> LineSource {
    if let editor = LineEditor(settings) { return .editor(editor) }
    return .plain(PlainLineReader(inputState: settings.inputState))
  }

  package var isEditor: Bool {
    switch self {
    case .editor: true
    case .plain: false
    }
  }

  /// Asks for one line that is no text of the language: nothing is completed in it or kept.
  package func ask(_ question: String) -> LineEvent {
    switch self {
    case .editor(let editor):
      let settings = editor.settings
      defer { editor.settings = settings }
      editor.settings.history = History(path: nil)
      editor.settings.inputState = { _ in .complete }
      editor.settings.complete = { _, _ in nil }
      editor.settings.highlight = { _, _ in [] }
      return editor.next(prompt: question)
    case .plain(let reader): return reader.next(prompt: question)
    }
  }

  /// Reads the next text; an editor offers one, and lets one be changed.
  package func next(
    prompt: String, offer: String? = nil, beginning: String = ""
  ) -> LineEvent {
    switch self {
    case .editor(let editor): editor.next(prompt: prompt, offer: offer, beginning: beginning)
    case .plain(let reader): reader.next(prompt: prompt)
    }
  }
}
