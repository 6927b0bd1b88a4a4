/// Where generated tables go: one file after the other, each in blocks of bytes.
package protocol SampleSink: AnyObject {
  func begin(file: String) throws
  func write(_ bytes: [UInt8]) throws
  func end() throws
}

/// How far a generation has come; `expected` is an estimate until it ends.
package struct SampleProgress: Sendable {
  package var rows: Int
  package var expected: Int
}

/// A file that was written and how long it is.
package struct SampleFile: Hashable, Sendable {
  package var name: String
  package var bytes: Int
  /// Rows without the header; 0 for the schema.
  package var rows: Int
}

/// Keeps the files in memory: for tests and for small data.
package final class MemorySink: SampleSink {
  package private(set) var files: [(name: String, bytes: [UInt8])] = []

  package init() {}

  package func begin(file: String) { files.append((file, [])) }
  package func write(_ bytes: [UInt8]) { files[files.count - 1].bytes += bytes }
  package func end() {}
}
