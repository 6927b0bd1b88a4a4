import Glibc

/// A line on the terminal that says how far the work has come; silent where there is no terminal.
struct ProgressBar {
  private let isShown: Bool
  private var lastPercent = -1
  private static let width = 30

  /// Drawn on standard error, so that it never mixes with results.
  init() { isShown = isatty(STDERR_FILENO) == 1 }

  /// Redraws the line when the percentage has changed.
  mutating func show(_ done: Int, of expected: Int, unit: String) {
    guard isShown, expected > 0 else { return }
    let percent = min(100, done * 100 / expected)
    guard percent != lastPercent else { return }
    lastPercent = percent
    let filled = percent * ProgressBar.width / 100
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: ProgressBar.width - filled)
    put("\r\(bar) \(percent)%  \(grouped(done)) \(unit)\u{1B}[K")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown, lastPercent >= 0 else { return }
    lastPercent = -1
    put("\r\u{1B}[K")
  }

  private func put(_ text: String) { putError(text) }
}

/// Writes to standard error at once; the C stream of that name is a global that Swift cannot share.
func putError(_ text: String) {
  var text = text
  text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// `1_234_567` in groups of three with thin gaps: `1 234 567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position) % 3 == 0 { text += " " }
    text.append(digit)
  }
  return text
}
