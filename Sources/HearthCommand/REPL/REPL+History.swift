import Glibc

extension REPL {
  /// Where the texts entered are kept: `HEARTH_HISTORY`, else `hearth/history` in the folder for
  /// the state of programs; `nil` when the former is empty or there is no such folder.
  static var historyPath: String? {
    if let path = environment("HEARTH_HISTORY") { return path.isEmpty ? nil : path }
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/hearth/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/hearth/history"
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
