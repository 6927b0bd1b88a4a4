import Glibc
import HearthData
import HearthText

/// The folder of a script: what the script names in it, and nothing outside of it.
struct ScriptFolder {
  /// Absolute, links resolved.
  private let root: String

  /// nil when there is no such folder.
  init?(_ path: String) {
    guard let root = ScriptFolder.resolved(path.isEmpty ? "." : path) else { return nil }
    self.root = root
  }

  /// The absolute path of a file inside the folder, links followed.
  ///
  /// - Throws: `DataError` when there is no such file, or when it lies outside.
  func path(of name: String) throws(DataError) -> String {
    guard let path = ScriptFolder.resolved(name.hasPrefix("/") ? name : root + "/" + name) else {
      throw DataError(
        Bilingual("there is no file `\(name)`", "没有文件“\(name)”"),
        hint: Bilingual("looked in `\(root)`", "查找的文件夹是“\(root)”"), file: name)
    }
    guard path.hasPrefix(root == "/" ? root : root + "/") else {
      throw DataError(
        Bilingual("`\(name)` is outside the script's folder", "“\(name)”不在脚本所在的文件夹内"),
        hint: Bilingual("a script may read only below `\(root)`", "脚本只能读取“\(root)”之内的文件"),
        file: name)
    }
    return path
  }

  private static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
