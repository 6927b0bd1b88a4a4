import Glibc

extension REPL {
  /// Where the texts entered are kept: `HEARTH_HISTORY`, else `hearth/history` in the folder for
  /// the state of programs; `nil` when the former is empty or there is no such folder.
  static var historyPath: String? {
    if let path = getenv("HEARTH_HISTORY") {
      return path.pointee == 0 ? nil : String(cString: path)
    }
    return UserFolder.state.map { $0 + "/history" }
  }
}
