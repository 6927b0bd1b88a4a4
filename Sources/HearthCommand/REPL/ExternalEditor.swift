import Glibc
import Hearth
import HearthData
import HearthLineEditor
import HearthText

/// The editor that a person has chosen for texts: `VISUAL`, else `EDITOR`, else `vi`.
enum ExternalEditor {
  /// Lets a text be edited; nil when the editor did not end well, and nothing is to be changed.
  ///
  /// The text is in a file of the person's own for as long as the editor runs.
  static func edit(_ text: String) throws(DataError) -> String? {
    let path = try temporaryFile(holding: text)
    defer { unlink(path) }
    let editor = Environment["VISUAL"] ?? Environment["EDITOR"] ?? "vi"
    guard run(editor, on: path) else { return nil }
    var edited = try TextFile.read(path)
    while edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }

  private static func temporaryFile(holding text: String) throws(DataError) -> String {
    let suffix = ".hearth"
    let pattern = (Environment["TMPDIR"] ?? "/tmp") + "/hearth-XXXXXX" + suffix
    var bytes = pattern.utf8CString.map { $0 }
    let descriptor = mkstemps(&bytes, Int32(suffix.utf8.count))
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw DataError(
        Bilingual("cannot make a file to edit: \(reason)", "无法创建供编辑的文件：\(reason)"),
        file: pattern)
    }
    close(descriptor)
    let path = bytes.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    try TextFile.write(Array((text + "\n").utf8), to: path)
    return path
  }

  /// Through a shell, for the variable may hold options as well.
  private static func run(_ editor: String, on path: String) -> Bool {
    fflush(nil)
    let words = ["/bin/sh", "-c", editor + " \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR { continue }
    // Ctrl-C inside the editor was the editor's.
    Interrupt.clear()
    return status == 0
  }
}
