import CLineEditor
import Glibc

/// Reads texts from standard input where nothing can be edited.
package struct PlainLineReader {
  private let inputState: (String) -> InputState

  package init(inputState: @escaping (String) -> InputState) {
    self.inputState = inputState
  }

  /// The next line, and those after it for as long as the text is incomplete.
  package func next(prompt: String) -> LineEvent {
    if isatty(STDIN_FILENO) == 1 { print(prompt, terminator: "") }
    hearth_flush_output()
    guard var text = readLine(strippingNewline: true) else { return .end }
    while inputState(text) == .incomplete, let line = readLine(strippingNewline: true) {
      text += "\n" + line
      if line.isEmpty { break }
    }
    Interrupt.clear()
    return .text(text)
  }
}
