import Glibc
import HearthData
import HearthText

/// Whole small files: scripts and schemas in, results out.
package enum TextFile {
  /// Reads a whole file as UTF-8; a byte-order mark is dropped, wrong bytes become U+FFFD.
  package static func read(_ path: String) throws(DataError) -> String {
    guard let file = fopen(path, "rb") else { throw failure(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw failure(path) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file whole or not at all: beside its place first, then renamed into it. What was there
  /// keeps its permissions.
  package static func write(_ bytes: [UInt8], to path: String) throws(DataError) {
    let file = try AtomicFile(path)
    try file.write(bytes)
    try file.keep()
  }

  private static func failure(_ path: String) -> DataError {
    let reason = String(cString: strerror(errno))
    return DataError(
      Bilingual("cannot read `\(path)`: \(reason)", "无法读取“\(path)”：\(reason)"), file: path)
  }
}
