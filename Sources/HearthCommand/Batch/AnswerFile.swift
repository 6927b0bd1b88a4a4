import Glibc
import Hearth
import HearthData
import HearthRender
import HearthText

/// A file that answers are written to, one after the other.
final class AnswerFile {
  private enum Place {
    /// Whole at the end, or not at all.
    case whole(AtomicFile)
    /// There at once, growing with every answer.
    case growing(Int32)
  }

  let path: String
  private let place: Place

  /// Lines may grow while a person asks; a document is no document before its end.
  init(_ path: String, isWhole: Bool) throws(DataError) {
    self.path = path
    if isWhole {
      place = .whole(try AtomicFile(path))
    } else {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .cannotWrite(path) }
      place = .growing(descriptor)
    }
  }

  deinit { if case .growing(let descriptor) = place { close(descriptor) } }

  var descriptor: Int32 {
    switch place {
    case .whole(let file): file.descriptor
    case .growing(let descriptor): descriptor
    }
  }

  /// Puts a file that is written whole into its place; without it, that stays as it was.
  func keep() throws(DataError) {
    if case .whole(let file) = place { try file.keep() }
  }
}
