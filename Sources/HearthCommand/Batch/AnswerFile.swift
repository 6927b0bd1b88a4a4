import Glibc
import HearthData
import HearthRender
import HearthText

/// A file that answers are written to, one after the other.
final class AnswerFile {
  let descriptor: Int32
  /// In which form answers came before.
  let formerFormat: OutputFormat

  init(_ path: String, formerFormat: OutputFormat) throws(DataError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    self.formerFormat = formerFormat
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw DataError(
        Bilingual("cannot write `\(path)`: \(reason)", "无法写入“\(path)”：\(reason)"), file: path)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
