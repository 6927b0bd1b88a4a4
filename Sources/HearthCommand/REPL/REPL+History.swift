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

  /// A text that begins with a space is not remembered. While private values are hidden, one that
  /// may hold such a value is not written down.
  static func keeping(of text: String, backend: Backend) -> Keeping {
    if text.first == " " { return .never }
    return backend.mayHoldPrivateValue(text) ? .session : .always
  }
}
