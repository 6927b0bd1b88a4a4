import Glibc

/// A file of one entry a line, readable by its owner alone, that several sessions may write at once.
///
/// An entry is appended under a lock in one write, so a session that is killed loses nothing and
/// harms nothing. Inside an entry `\n` stands for a line break and `\\` for a backslash.
package struct HistoryFile {
  /// A call of the system that failed on a path.
  package struct Problem: Error, Sendable {
    package var path: String
    package var code: Int32

    package var reason: String { String(cString: strerror(code)) }
  }

  private let path: String
  private let limit: Int

  init(path: String, limit: Int) {
    // A link is followed, so that shortening the file replaces what it points to.
    let resolved = realpath(path, nil)
    self.path = resolved.map { String(cString: $0) } ?? path
    self.limit = limit
    free(resolved)
  }

  /// The newest entries, at most `limit`; a file of more than twice as many is shortened.
  func load() throws(Problem) -> [String] {
    guard access(path, F_OK) == 0 else { return [] }
    let descriptor = try openLocked()
    defer { close(descriptor) }
    let lines = try HistoryFile.contents(of: descriptor, path: path)
      .split(separator: UInt8(ascii: "\n"))
    let kept = lines.suffix(limit)
    if lines.count > 2 * limit { try replace(with: kept) }
    return kept.map { HistoryFile.decode(String(decoding: $0, as: UTF8.self)) }
  }

  func append(_ entry: String) throws(Problem) {
    makeFolders()
    let descriptor = try openLocked()
    defer { close(descriptor) }
    var line = HistoryFile.encode(entry) + "\n"
    if try !HistoryFile.endsInLineBreak(descriptor, path: path) { line = "\n" + line }
    try HistoryFile.write(line, to: descriptor, path: path)
  }

  /// The file, locked; opened again if another session replaced it while we waited for the lock.
  private func openLocked() throws(Problem) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw Problem(path: path, code: errno) }
      while flock(descriptor, LOCK_EX) != 0 && errno == EINTR { continue }
      var ours = stat()
      var theirs = stat()
      guard fstat(descriptor, &ours) == 0, ours.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw Problem(path: path, code: EINVAL)
      }
      if stat(path, &theirs) == 0, ours.st_ino == theirs.st_ino, ours.st_dev == theirs.st_dev {
        if ours.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Writes a new file beside the old one and puts it in its place.
  private func replace(with lines: ArraySlice<ArraySlice<UInt8>>) throws(Problem) {
    let beside = path + ".\(getpid())"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Problem(path: beside, code: errno) }
    let text = lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    do throws(Problem) {
      defer { close(descriptor) }
      try HistoryFile.write(text, to: descriptor, path: beside)
      fsync(descriptor)
    } catch {
      unlink(beside)
      throw error
    }
    guard rename(beside, path) == 0 else { throw Problem(path: path, code: errno) }
  }

  /// Makes the folders above the file, for the owner alone.
  private func makeFolders() {
    for (index, character) in zip(path.indices, path).dropFirst() where character == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
  }

  static func encode(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func decode(_ line: String) -> String {
    var entry = ""
    var scalars = line.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        entry.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": entry += "\n"
      case "r": entry += "\r"
      case "\\", nil: entry += "\\"
      case let other?: entry.unicodeScalars.append(contentsOf: ["\\", other])
      }
    }
    return entry
  }

  private static func contents(of descriptor: Int32, path: String) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw Problem(path: path, code: errno)
      }
    }
  }

  private static func endsInLineBreak(_ descriptor: Int32, path: String) throws(Problem) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    if size <= 0 { return true }
    var last: UInt8 = 0
    guard pread(descriptor, &last, 1, size - 1) == 1 else {
      throw Problem(path: path, code: errno)
    }
    return last == UInt8(ascii: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32, path: String) throws(Problem) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno != EINTR {
        throw Problem(path: path, code: errno)
      }
    }
  }
}
