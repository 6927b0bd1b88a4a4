import CLineEditor
import Glibc

/// Reading keys, and drawing while there are none.
extension LineEditor {
  /// libedit's character reader: 1 for a character, 0 at the end of the input.
  func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if !isArmed {
      // libedit has switched the modes just before it asks for the first key.
      isArmed = true
      hearth_terminal_arm(true, !painter.isDumb)
      decoder.escapeIsKey = hearth_editor_is_vi(handle)
      isTyping = true
      if !start.isEmpty { replaceText(with: start) }
      sayOffer()
    }
    guard let item = nextItem() else {
      outcome = .end
      return 0
    }
    switch item {
    case .character(let scalar): character.pointee = wchar_t(scalar.value)
    case .paste(let text):
      pastedText = text
      character.pointee = wchar_t(KeyDecoder.Private.paste.value)
    }
    return 1
  }

  /// The next key or pasted text; `nil` at the end of the input.
  func nextItem() -> KeyDecoder.Item? {
    while queue.isEmpty {
      if !hasInput(within: 0) { painter.show(picture()) }
      // A lone ESC is told from the start of a sequence by what does not follow it.
      let patience: Int32 = decoder.mayBeEscapeAlone && decoder.isWaiting ? 40 : -1
      switch wait(milliseconds: patience) {
      case .input: if !readBytes() { return nil }
      case .signal: answerSignals()
      case .nothing: queue += decoder.flush()
      case .failed: return nil
      }
    }
    (footer, chosenRow) = ([], nil)
    return queue.removeFirst()
  }

  private enum Waited { case input, signal, nothing, failed }

  private func wait(milliseconds: Int32) -> Waited {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, 2, milliseconds)
    if ready == 0 { return .nothing }
    if ready < 0 { return errno == EINTR ? .signal : .failed }
    return descriptors[1].revents != 0 ? .signal : .input
  }

  /// Whether something has been typed that has not been read.
  func hasInput(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0
  }

  /// False at the end of the input or when the terminal has gone.
  private func readBytes() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    if count == 0 { return false }
    queue += decoder.feed(bytes[..<count])
    return true
  }

  private func answerSignals() {
    let signals = hearth_signals_take()
    if signals & Int32(HEARTH_SIGNAL_CONTINUED) != 0 {
      hearth_terminal_resume()
      painter.bracketPaste(true)
      painter.startAfresh()
    }
    if signals & Int32(HEARTH_SIGNAL_RESIZED) != 0 { painter.resized() }
    if signals & Int32(HEARTH_SIGNAL_INTERRUPT) != 0 { queue.append(.character("\u{03}")) }
  }
}
