import Foundation

/// Lines of a file, written a megabyte at a time.
struct RowWriter {
  private let file: FileHandle
  private var bytes: [UInt8] = []
  private static let portion = 1 << 20

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw CocoaError(.fileWriteNoPermission)
    }
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    bytes.reserveCapacity(Self.portion + 4_096)
  }

  /// The fields need no quotes; a full disk ends the program.
  mutating func row(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.portion { flush() }
  }

  private mutating func flush() {
    file.write(Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func close() throws {
    flush()
    try file.close()
  }
}
