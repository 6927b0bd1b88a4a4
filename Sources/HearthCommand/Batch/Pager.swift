import Glibc
import HearthLineEditor

/// The program in which long answers are read.
enum Pager {
  /// Colours as they are, lines not wrapped, gone at once where all fits the screen.
  static let common = "less -FRSX"

  /// `PAGER`, else `less` without wrapping lines; nil when `PAGER` is empty or the terminal can do
  /// nothing.
  static var usual: String? {
    guard Theme.standard().hasColours || Environment["NO_COLOR"] != nil else { return nil }
    guard let chosen = getenv("PAGER") else { return common }
    return chosen.pointee == 0 ? nil : String(cString: chosen)
  }

  /// Lets bytes be read; false when there is no such program, and nothing has been shown.
  static func show(_ bytes: [UInt8], with program: String) -> Bool {
    guard isThere(program) else { return false }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    defer { posix_spawn_file_actions_destroy(&actions) }
    fflush(nil)
    let words = ["/bin/sh", "-c", program]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    feed(bytes, to: ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR { continue }
    // Ctrl-C inside the pager was the pager's.
    Interrupt.clear()
    return true
  }

  /// A person may leave the pager before everything has been written to it.
  private static func feed(_ bytes: [UInt8], to descriptor: Int32) {
    let former = signal(SIGPIPE, SIG_IGN)
    defer {
      close(descriptor)
      signal(SIGPIPE, former)
    }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Whether the first word of a command is a program that can be found.
  private static func isThere(_ command: String) -> Bool {
    guard let name = command.split(separator: " ").first.map(String.init) else { return false }
    if name.contains("/") { return access(name, X_OK) == 0 }
    return (Environment["PATH"] ?? "").split(separator: ":")
      .contains { access($0 + "/" + name, X_OK) == 0 }
  }
}
