import HearthData
import HearthText

/// A folder of files: on disk, or embedded in the program.
package protocol FileSource: Sendable {
  /// The names of the files, without the folder, in order of code point.
  func fileNames() throws(DataError) -> [String]

  /// The whole content of a file; it stays valid as long as the buffer does.
  func bytes(of name: String) throws(DataError) -> Buffer<UInt8>
}

/// Files that are part of the program, or made by a test.
package struct MemorySource: FileSource {
  private let files: [String: Buffer<UInt8>]

  package init(_ files: [String: Buffer<UInt8>]) { self.files = files }

  package init(texts: [String: String]) {
    files = texts.mapValues { Buffer(Array($0.utf8)) }
  }

  package func fileNames() throws(DataError) -> [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func bytes(of name: String) throws(DataError) -> Buffer<UInt8> {
    guard let bytes = files[name] else { throw .noSuchFile(name) }
    return bytes
  }
}

extension DataError {
  static func noSuchFile(_ name: String) -> DataError {
    DataError(Bilingual("there is no file \(name)", "没有文件 \(name)"), file: name)
  }
}
