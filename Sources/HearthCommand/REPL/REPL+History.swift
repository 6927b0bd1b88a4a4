import Glibc
import HearthLineEditor

extension REPL {
  /// Where the texts entered are kept, apart for each data set: `HEARTH_HISTORY` names one file for
  /// all; nil when that is empty, or there is no folder for what a program remembers.
  static func historyPath(of dataKey: String) -> String? {
    if let path = getenv("HEARTH_HISTORY") {
      return path.pointee == 0 ? nil : String(cString: path)
    }
    return UserFolder.state.map { $0 + "/history/" + dataKey }
  }

  /// Whether a text may be remembered: not one that begins with a space, and while private values
  /// are hidden, none that speaks of them.
  static func mayKeep(_ text: String, backend: Backend) -> Bool {
    text.first != " " && !backend.speaksOfPrivateValues(text)
  }
}
