import Foundation
import Testing

/// What a finished process left behind.
struct Outcome {
  var output: String
  var errors: String
  /// The exit code, or 128 and the signal that ended it.
  var code: Int

  var outputLines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A folder of its own in which the command is run, gone when the test is.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearth-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, with the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// Runs the command to its end.
  func hearth(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, input: input, environment: environment).end()
  }

  /// Runs a line of the shell in which `$hearth` is the command.
  func shell(_ line: String) throws -> Outcome {
    let process = try HearthProcess(
      "/bin/sh", ["-c", line], input: "", environment: ["hearth": Household.binary], in: self)
    return try process.end()
  }

  func start(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> HearthProcess {
    try HearthProcess(
      Household.binary, arguments, input: input, environment: environment, in: self)
  }
}

/// A running process whose streams are files, so that nobody waits for anybody.
final class HearthProcess {
  private let workbench: Workbench
  private let files: String
  private let process: pid_t
  private var hasEnded = false

  struct Failure: Error { var reason: String }

  init(
    _ program: String, _ arguments: [String], input: String, environment: [String: String],
    in workbench: Workbench
  ) throws {
    self.workbench = workbench
    files =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("hearth-streams-\(UUID().uuidString)").path
    try Data(input.utf8).write(to: URL(fileURLWithPath: files + ".in"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, files + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files + ".out", flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files + ".err", flags, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, and a child would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let usual = ["HOME": workbench.folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let settings = usual.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    // Swift's Glibc has no way to spawn in another folder; the shell becomes the program.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workbench.folder.path]
    var words = (shell + [program] + arguments).map { strdup($0) } + [nil]
    var variables = settings.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, shell[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(reason: String(cString: strerror(code))) }
    self.process = process
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    for suffix in [".in", ".out", ".err"] { unlink(files + suffix) }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Waits until something stands on standard output.
  func waitForOutput() throws {
    let end = Date().addingTimeInterval(60)
    while try text(".out").isEmpty {
      guard Date() < end else { throw Failure(reason: "no output") }
      usleep(5_000)
    }
  }

  /// Waits for the end.
  func end() throws -> Outcome {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    hasEnded = true
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(output: try text(".out"), errors: try text(".err"), code: Int(code))
  }

  private func text(_ suffix: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: files + suffix)), as: UTF8.self)
  }
}
