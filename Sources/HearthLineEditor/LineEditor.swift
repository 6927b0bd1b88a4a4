import CLibedit
import CLineEditor
import Glibc
import HearthText

/// Edits texts of one or several lines on the terminal.
///
/// libedit keeps the buffer, the key map (with `~/.editrc` and vi mode), the kill buffer and the
/// terminal's modes. Reading keys, history, search, completion, pasting and drawing are done
/// here: libedit's own drawing goes wrong among double-width characters and in texts taller than the
/// screen. To be used from one thread.
package final class LineEditor {
  /// What the program that reads texts decides.
  package struct Settings {
    package var program: String
    package var language: Language
    package var history: History
    package var inputState: (String) -> InputState
    /// Completes a text at a cursor, which is a UTF-8 offset; `nil` when nothing could stand there.
    package var complete: (_ text: String, _ cursor: Int) -> Completion?
    /// The colours of a text that is being typed, in the order of their places.
    package var highlight: (_ text: String, _ cursor: Int) -> [StyledRange] = { _, _ in [] }
    /// How long a text is remembered.
    package var keeping: (String) -> Keeping = { _ in .always }
    package var theme = Theme.standard()

    package init(
      program: String, language: Language, history: History,
      inputState: @escaping (String) -> InputState,
      complete: @escaping (_ text: String, _ cursor: Int) -> Completion?
    ) {
      self.program = program
      self.language = language
      self.history = history
      self.inputState = inputState
      self.complete = complete
    }
  }

  package var settings: Settings
  /// libedit's editor; there is one from `init` to `deinit`.
  private(set) var handle: OpaquePointer!
  var painter: Painter
  var decoder = KeyDecoder()
  /// Keys read and not yet handed to libedit.
  var queue: [KeyDecoder.Item] = []
  var pastedText = ""
  /// What is shown below the text until the next key.
  var footer: [String] = []
  /// The row of the footer that is marked.
  var chosenRow: Int?
  var menu: CompletionMenu?
  var prompt = ""
  /// A text that could be meant, until something else is typed.
  var offer: String?
  /// The text that the next reading begins with.
  var start = ""
  /// How the reading of this text ended, if it has.
  var outcome: LineEvent?
  var recall: Recall?
  /// What is being searched for in the history, while it is.
  var sought: String?
  let wakeDescriptor: Int32
  /// Whether the terminal marks pasted text; where it does not, keys that follow Enter at once
  /// are taken for it.
  let marksPaste: Bool
  /// Whether keys are being read, and something may be offered.
  var isTyping = false
  /// Whether this text's first key has been asked for, with the terminal in editing mode.
  var isArmed = false

  /// `nil` unless standard input and output are a terminal whose characters are UTF-8.
  package init?(_ settings: Settings) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, hearth_locale_utf8(),
      hearth_terminal_remember()
    else { return nil }
    self.settings = settings
    let terminal = getenv("TERM").map { String(cString: $0) }
    painter = Painter(terminal: terminal)
    marksPaste = !painter.isDumb && terminal != "linux" && terminal?.hasPrefix("vt") != true
    wakeDescriptor = hearth_signals_watch()
    hearth_interrupt_watch()
    let owner = Unmanaged.passUnretained(self).toOpaque()
    let reader: HearthReader = { editor, character in
      guard let editor, let character else { return -1 }
      return LineEditor.of(editor).read(into: character)
    }
    guard let handle = hearth_editor_create(settings.program, owner, reader) else { return nil }
    self.handle = handle
    bindKeys()
  }

  deinit {
    if handle != nil { hearth_editor_destroy(handle) }
  }

  static func of(_ handle: OpaquePointer) -> LineEditor {
    let owner = hearth_editor_owner(handle)!
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Lets the person type a text.
  ///
  /// `offer` is a text that one key takes; `beginning` is there from the start, to be changed. While
  /// it runs the terminal is in editing mode; when it has returned, the terminal is as it was found
  /// and Ctrl-C raises `Interrupt`.
  package func next(prompt: String, offer: String? = nil, beginning: String = "") -> LineEvent {
    hearth_flush_output()
    // A wish to stop what has ended by itself is not one to clear the next text.
    Interrupt.clear()
    self.prompt = prompt
    outcome = nil
    recall = nil
    menu = nil
    self.offer = offer
    start = beginning
    footer = []
    painter.measure()
    painter.startAfresh()
    painter.bracketPaste(true)
    isArmed = false
    var count: Int32 = 0
    let ended = el_wgets(handle, &count) == nil
    // Before anything shows that the text has been taken: from then on Ctrl-C is about its answer.
    Interrupt.clear()
    let event = outcome ?? (ended && count <= 0 ? .end : .text(textWithoutLineBreak))
    footer = []
    self.offer = nil
    isTyping = false
    painter.finish(picture(cursor: scalarCount), note: event == .interrupted ? "^C" : "")
    hearth_terminal_arm(false, !painter.isDumb)
    painter.bracketPaste(false)
    guard case .text(let text) = event else { return event }
    settings.history.add(text, settings.keeping(text))
    return .text(text)
  }

  /// What is to be seen on the screen.
  func picture(cursor: Int? = nil) -> Painter.Picture {
    let mark = String(repeating: " ", count: max(displayWidth(of: prompt) - 4, 0)) + "... "
    let text = text
    let offset = textBeforeCursor.utf8.count
    let layout = Layout(
      prompt: prompt, mark: mark, text: text, cursor: cursor ?? cursorPosition,
      columns: painter.columns,
      styles: styles(of: text, cursor: offset),
      ghost: isTyping && sought == nil ? ghost ?? "" : "", theme: settings.theme)
    return Painter.Picture(layout: layout, footer: footerRows)
  }

  private func styles(of text: String, cursor: Int) -> [StyledRange] {
    let styles = settings.theme.hasColours ? settings.highlight(text, cursor) : []
    guard let sought, let found = LineEditor.place(of: sought, in: text) else { return styles }
    return styles.overlaid(by: StyledRange(found, .chosen))
  }

  private var footerRows: [Layout.Row] {
    footer.enumerated().map { index, text in
      let fitting = shortened(text, toWidth: painter.columns - 1)
      var row = Layout.Row(text: fitting, width: displayWidth(of: fitting))
      if index == chosenRow { row.drawn = settings.theme.styled(fitting, .chosen) }
      return row
    }
  }
}
