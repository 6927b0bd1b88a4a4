import ArgumentParser

/// The documented exit codes of the command; a wrong command line is 64, as everywhere.
enum ExitStatus: Int32, Comparable {
  case fine = 0
  case expectationFailed = 1
  case wrongQuery = 2
  case unreadableData = 3
  case stopped = 4

  var exitCode: ExitCode { ExitCode(rawValue) }

  /// The greater one is the worse.
  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
