import Glibc
import HearthData
import HearthEngine
import HearthText
import Synchronization

/// Shows how far a long run has come: after a second, on standard error, and gone with the answer.
final class ProgressWatch: Sendable {
  private struct State: Sendable {
    var start = ContinuousClock.now
    var isShown = false
    /// Something else has the terminal.
    var isPaused = false
    var isOver = false
    var greatest = 0.0

    /// Whether there was a line to be taken away.
    mutating func hide() -> Bool {
      if isShown { putError("\r\u{1B}[K") }
      defer { isShown = false }
      return isShown
    }
  }

  private let progress: RunProgress
  private let language: Language
  private let state = Mutex(State())
  /// Closing the second end wakes the thread that watches.
  private let ends: (wait: Int32, wake: Int32)

  init(_ progress: RunProgress, language: Language) {
    self.progress = progress
    self.language = language
    var both: [Int32] = [-1, -1]
    if pipe(&both) == 0 {
      for end in both { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    ends = (both[0], both[1])
  }

  deinit { close(ends.wait) }

  private static let patience = Duration.seconds(1)
  /// Milliseconds between two looks.
  private static let interval: Int32 = 100

  /// Runs `body` and watches it. What it prints, it prints while the line gives way.
  func during<Result>(_ body: () -> Result) -> Result {
    let thread = WorkThread { self.watch() }
    defer {
      state.withLock { $0.isOver = true }
      close(ends.wake)
      thread?.join()
      _ = state.withLock { $0.hide() }
    }
    return body()
  }

  /// Takes the line away while something is printed, which is told whether there was one.
  func givingWay(to body: (_ wasShown: Bool) throws -> Void) rethrows {
    let wasShown = state.withLock { state in
      state.isPaused = true
      return state.hide()
    }
    defer {
      state.withLock { state in
        state.isPaused = false
        state.start = .now
        state.greatest = 0
      }
    }
    try body(wasShown)
  }

  private func watch() {
    while !state.withLock({ $0.isOver }) {
      var end = pollfd(fd: ends.wait, events: Int16(POLLIN), revents: 0)
      _ = poll(&end, 1, Self.interval)
      state.withLock { state in
        let elapsed = ContinuousClock.now - state.start
        guard !state.isOver, !state.isPaused, elapsed >= Self.patience else { return }
        state.greatest = max(state.greatest, progress.fraction)
        putError("\r" + line(state.greatest, elapsed / .seconds(1)) + "\u{1B}[K")
        state.isShown = true
      }
    }
  }

  private func line(_ fraction: Double, _ seconds: Double) -> String {
    guard fraction > 0 else {
      return Bilingual("reading the data … \(Int(seconds)) s", "正在读入数据……\(Int(seconds)) 秒")[
        language]
    }
    let width = 30
    let filled = min(Int(fraction * Double(width)), width)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let left = Int((seconds * (1 - fraction) / fraction).rounded(.up))
    let words = Bilingual("about \(left) s left", "约剩 \(left) 秒")
    return "\(bar) \(Int(fraction * 100))%  " + words[language]
  }
}
