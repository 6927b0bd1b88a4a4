import CLibedit
import CLineEditor

/// What libedit does once one of our commands has run.
enum CommandResult {
  /// Goes on reading keys.
  case goOn
  /// Reading is over; `outcome` says how.
  case done

  var code: UInt8 {
    switch self {
    case .goOn: UInt8(CC_NORM)
    case .done: UInt8(CC_EOF)
    }
  }
}

/// One command that keys are bound to.
struct EditorCommand {
  var name: String
  /// Keys in libedit's notation, bound in the insert map.
  var keys: [String]
  /// Keys in the command mode of vi.
  var viKeys: [String] = []
  var action: HearthCommand

  static let all: [EditorCommand] = [
    .init(name: "hearth-enter", keys: ["^M", "^J"], viKeys: ["^M", "^J"]) { editor, _ in
      LineEditor.of(editor!).enter().code
    },
    .init(name: "hearth-line-break", keys: ["\\e^M", "\\e^J"]) { editor, _ in
      LineEditor.of(editor!).breakLine().code
    },
    .init(name: "hearth-interrupt", keys: ["^C"], viKeys: ["^C"]) { editor, _ in
      LineEditor.of(editor!).end(with: .interrupted).code
    },
    .init(name: "hearth-leave", keys: ["^D"], viKeys: ["^D"]) { editor, _ in
      LineEditor.of(editor!).leaveOrDelete().code
    },
    .init(name: "hearth-suspend", keys: ["^Z"], viKeys: ["^Z"]) { editor, _ in
      LineEditor.of(editor!).suspend().code
    },
    .init(name: "hearth-clear-screen", keys: ["^L"], viKeys: ["^L"]) { editor, _ in
      LineEditor.of(editor!).clearScreen().code
    },
    .init(name: "hearth-complete", keys: ["^I"]) { editor, _ in
      LineEditor.of(editor!).complete().code
    },
    .init(name: "hearth-complete-back", keys: ["\\e[Z"]) { editor, _ in
      LineEditor.of(editor!).completeBackwards().code
    },
    .init(name: "hearth-search", keys: ["^R"], viKeys: ["^R", "/"]) { editor, _ in
      LineEditor.of(editor!).search().code
    },
    .init(name: "hearth-up", keys: ["^P", "\\e[A", "\\eOA"], viKeys: ["\\e[A", "\\eOA"]) {
      editor, _ in LineEditor.of(editor!).up().code
    },
    .init(name: "hearth-down", keys: ["^N", "\\e[B", "\\eOB"], viKeys: ["\\e[B", "\\eOB"]) {
      editor, _ in LineEditor.of(editor!).down().code
    },
    .init(name: "hearth-older", keys: [], viKeys: ["k", "-"]) { editor, _ in
      LineEditor.of(editor!).up(anchored: false).code
    },
    .init(name: "hearth-newer", keys: [], viKeys: ["j", "+"]) { editor, _ in
      LineEditor.of(editor!).down(anchored: false).code
    },
    .init(name: "hearth-left", keys: ["^B", "\\e[D", "\\eOD"], viKeys: ["h", "\\e[D", "\\eOD"]) {
      editor, _ in LineEditor.of(editor!).left().code
    },
    .init(name: "hearth-right", keys: ["^F", "\\e[C", "\\eOC"], viKeys: ["l", "\\e[C", "\\eOC"]) {
      editor, _ in LineEditor.of(editor!).right().code
    },
    .init(name: "hearth-backspace", keys: ["^H", "^?"]) { editor, _ in
      LineEditor.of(editor!).backspace().code
    },
    .init(name: "hearth-delete", keys: ["\\e[3~"], viKeys: ["\\e[3~"]) { editor, _ in
      LineEditor.of(editor!).delete().code
    },
    .init(
      name: "hearth-line-start", keys: ["^A", "\\e[H", "\\eOH", "\\e[1~", "\\e[7~"],
      viKeys: ["\\e[H", "\\eOH"]
    ) { editor, _ in LineEditor.of(editor!).toLineStart().code },
    .init(
      name: "hearth-line-end", keys: ["^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~"],
      viKeys: ["\\e[F", "\\eOF"]
    ) { editor, _ in LineEditor.of(editor!).toLineEnd().code },
    .init(name: "hearth-paste", keys: ["\\201"], viKeys: ["\\201"]) { editor, _ in
      LineEditor.of(editor!).paste().code
    },
  ]
}

extension LineEditor {
  /// Keys for libedit's own commands that it does not bind itself.
  private static let plainBindings = [
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
    ("^W", "ed-delete-prev-word"),
  ]

  /// Reads the person's own bindings and lays ours over them: `bind -v` or `bind -e` in the file
  /// would wipe what was bound before.
  func bindKeys() {
    let isCustomised = hearth_editor_source(handle)
    let isVi = hearth_editor_is_vi(handle)
    var known: Set<String> = []
    func bind(_ key: String, _ command: String) {
      hearth_editor_bind(handle, key, command)
      if key.hasPrefix("\\e") { known.insert("\u{1B}" + key.dropFirst(2)) }
    }
    for (key, command) in LineEditor.plainBindings { bind(key, command) }
    for command in EditorCommand.all {
      hearth_editor_add(handle, command.name, command.action)
      for key in command.keys { bind(key, command.name) }
      if isVi {
        for key in command.viKeys { hearth_editor_bind_vi(handle, key, command.name) }
      }
    }
    if isVi { bind("\\200", "vi-command-mode") }
    // Whoever wrote an `.editrc` may have bound sequences that are not known here.
    decoder.known = isCustomised ? nil : known
  }

  func end(with event: LineEvent) -> CommandResult {
    outcome = event
    return .done
  }

  /// Runs the text if it is whole; goes to a new line if it is not.
  ///
  /// A second Enter on a blank line runs what is there, so that nobody is held fast.
  func enter() -> CommandResult {
    let text = text
    if !marksPaste, !queue.isEmpty || hasInput(within: 5) {
      insert("\n")
      return .goOn
    }
    let lastLine = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let isGivenUp = text.contains("\n") && lastLine.allSatisfy(\.isWhitespace)
    if !isGivenUp, settings.inputState(text) == .incomplete {
      moveCursor(to: scalarCount)
      return breakLine()
    }
    return end(with: .text(text))
  }

  /// Begins a further line of the same statement, which white space at its start makes it.
  func breakLine() -> CommandResult {
    insert("\n  ")
    return .goOn
  }

  func leaveOrDelete() -> CommandResult {
    scalarCount == 0 ? end(with: .end) : delete()
  }

  func paste() -> CommandResult {
    insert(pastedText)
    pastedText = ""
    return .goOn
  }

  /// Stops the process as the terminal would have; the text is there again when it goes on.
  func suspend() -> CommandResult {
    painter.finish(picture(cursor: scalarCount))
    painter.bracketPaste(false)
    hearth_terminal_suspend()
    painter.measure()
    painter.bracketPaste(true)
    return .goOn
  }

  /// Clears what can be seen, and what could by scrolling back.
  package func emptyScreen() { painter.emptyScreen() }

  func clearScreen() -> CommandResult {
    painter.clearScreen()
    return .goOn
  }
}
