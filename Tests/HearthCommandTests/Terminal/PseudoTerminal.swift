import Foundation
import Testing

/// A program running on a terminal of its own, typed at and looked at by a test.
final class PseudoTerminal {
  private(set) var screen: TerminalScreen
  private let master: Int32
  private let process: pid_t
  private var status: Int32?

  /// How long anything may take: far more than it does, for a machine that is busy.
  private static let patience: TimeInterval = 60

  /// Numbers of Linux that its Swift module lacks: `TIOCSPTLCK`, `TIOCGPTN` and
  /// `POSIX_SPAWN_SETSID`.
  private enum Request {
    static let lock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
    static let newSession: Int16 = 0x80
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts a program whose standard streams are a new terminal.
  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, height: Int = 24
  ) throws {
    screen = TerminalScreen(columns: columns, height: height)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard master >= 0, ioctl(master, Request.lock, &isLocked) == 0,
      ioctl(master, Request.number, &number) == 0
    else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    PseudoTerminal.setSize(master, columns: columns, height: height)
    process = try PseudoTerminal.spawn(
      program, arguments, environment, terminal: "/dev/pts/\(number)")
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, and a child would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Request.newSession
    posix_spawnattr_setflags(&attributes, flags)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, &words, &settings)
    guard code == 0 else {
      throw Failure(description: "\(program): \(String(cString: strerror(code)))")
    }
    return process
  }

  private static func setSize(_ descriptor: Int32, columns: Int, height: Int) {
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  // MARK: Typing

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(master, $0.baseAddress! + sent, min(bytes.count - sent, 512))
      }
      if count <= 0 { return }
      sent += count
      look(for: 0)
    }
  }

  /// What a terminal sends when text is pasted.
  func paste(_ text: String) {
    type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
  }

  func resize(columns: Int, height: Int) {
    look(for: 0)
    screen.resize(columns: columns, height: height)
    PseudoTerminal.setSize(master, columns: columns, height: height)
  }

  func signal(_ number: Int32) { kill(process, number) }

  // MARK: Looking

  /// Reads what the program has written, waiting for it for a while.
  private func look(for milliseconds: Int32) {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var patience = milliseconds
    while poll(&descriptor, 1, patience) > 0 {
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = read(master, &bytes, bytes.count)
      if count <= 0 { return }
      screen.feed(bytes[..<count])
      patience = 0
    }
  }

  /// Waits until the screen is as expected, and fails with what it shows if it never is.
  func expect(
    _ wish: String, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (TerminalScreen) -> Bool
  ) throws {
    let end = Date().addingTimeInterval(PseudoTerminal.patience)
    while !condition(screen) {
      guard Date() < end, status == nil else {
        Issue.record("never seen: \(wish)\n\(picture)", sourceLocation: sourceLocation)
        throw Failure(description: "never seen: \(wish)")
      }
      if hasEnded { status = exitStatus(wait: false) }
      look(for: 50)
    }
  }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expect("“\(text)”", sourceLocation: sourceLocation) { $0.text.contains(text) }
  }

  /// Waits until the row of the cursor reads as expected, with the cursor in a column.
  func expect(
    row: String, cursor: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let place = cursor.map { ", cursor in column \($0)" } ?? ""
    try expect("row “\(row)”\(place)", sourceLocation: sourceLocation) {
      $0.lines[$0.cursorRow] == row && (cursor == nil || $0.cursorColumn == cursor)
    }
  }

  /// The screen in a frame, for messages.
  var picture: String {
    let frame = "+" + String(repeating: "-", count: screen.columns) + "+"
    let cursor = "cursor at row \(screen.cursorRow), column \(screen.cursorColumn)"
    return
      ([frame]
      + screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init) + [frame, cursor]).joined(separator: "\n")
  }

  /// The bits of the terminal's modes that an editor of lines changes.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(master, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
  }

  /// A terminal on which nothing has happened yet.
  static func fresh() throws -> PseudoTerminal { try PseudoTerminal("/bin/true") }

  // MARK: Ending

  private var hasEnded: Bool {
    var info = siginfo_t()
    let flags = WEXITED | WNOHANG | WNOWAIT
    return waitid(P_PID, id_t(process), &info, flags) == 0 && info.si_signo == SIGCHLD
  }

  private func exitStatus(wait: Bool) -> Int32? {
    var code: Int32 = 0
    return waitpid(process, &code, wait ? 0 : WNOHANG) == process ? code : nil
  }

  /// Waits for the program to end: its exit code, or 128 and the signal that ended it.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    let end = Date().addingTimeInterval(PseudoTerminal.patience)
    while status == nil {
      guard Date() < end else {
        Issue.record("does not end\n\(picture)", sourceLocation: sourceLocation)
        throw Failure(description: "does not end")
      }
      look(for: 20)
      status = exitStatus(wait: false)
    }
    look(for: 0)
    let code = Int(status!)
    return code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
  }
}
