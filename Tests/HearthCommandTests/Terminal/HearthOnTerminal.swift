import Foundation
import Testing

/// Keys as a terminal sends them.
enum Key {
  static let enter = "\r"
  static let tab = "\t"
  static let backTab = "\u{1B}[Z"
  static let backspace = "\u{7F}"
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let right = "\u{1B}[C"
  static let left = "\u{1B}[D"
  static let delete = "\u{1B}[3~"
  static let altEnter = "\u{1B}\r"

  static func control(_ letter: Character) -> String {
    String(UnicodeScalar(letter.asciiValue! & 0x1F))
  }
}

/// A home of its own for a session of the REPL, gone when the test is.
final class Household {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var historyPath: String { folder.appendingPathComponent("state/history").path }

  /// The binary that was built with the tests.
  static var binary: String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("hearth").path
  }

  /// Starts the REPL and waits for its first prompt.
  func repl(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    height: Int = 24
  ) throws -> PseudoTerminal {
    let usual = [
      "HOME": folder.path, "HEARTH_HISTORY": historyPath, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PAGER": "",
    ]
    let terminal = try PseudoTerminal(
      Household.binary, arguments, environment: usual.merging(environment) { $1 },
      columns: columns, height: height)
    try terminal.expect(row: "hearth>", cursor: 8)
    return terminal
  }
}
