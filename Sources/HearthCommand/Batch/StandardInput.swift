import Glibc
import HearthData
import HearthText

/// A text that is piped in, read to its end.
enum StandardInput {
  static func read() throws(DataError) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return String(decoding: bytes, as: UTF8.self)
      } else if errno != EINTR {
        throw DataError(Bilingual("Cannot read standard input.", "无法读取标准输入。"))
      }
    }
  }
}
