import Glibc
import HearthData
import HearthText

/// Whole small files: scripts and schemas in, results out.
package enum TextFile {
  /// Reads a whole file as UTF-8; a byte-order mark is dropped, wrong bytes become U+FFFD.
  package static func read(_ path: String) throws(DataError) -> String {
    guard let file = fopen(path, "rb") else { throw failure("read", "读取", path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw failure("read", "读取", path) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file whole or not at all: beside its place first, then renamed into it. What was there
  /// keeps its permissions.
  package static func write(_ bytes: [UInt8], to path: String) throws(DataError) {
    let beside = path + ".\(getpid()).part"
    guard let file = fopen(beside, "wb") else { throw failure("write", "写入", path) }
    var former = stat()
    if stat(path, &former) == 0 { fchmod(fileno(file), former.st_mode & 0o7777) }
    let written = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    guard written == bytes.count, isClosed, rename(beside, path) == 0 else {
      let error = failure("write", "写入", path)
      unlink(beside)
      throw error
    }
  }

  /// The path of the file itself where a path leads over a symbolic link.
  package static func followed(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func failure(_ english: String, _ chinese: String, _ path: String) -> DataError {
    let reason = String(cString: strerror(errno))
    return DataError(
      Bilingual("cannot \(english) `\(path)`: \(reason)", "无法\(chinese)“\(path)”：\(reason)"),
      file: path)
  }
}
