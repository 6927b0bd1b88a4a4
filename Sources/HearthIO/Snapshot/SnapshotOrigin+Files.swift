import HearthData

extension SnapshotOrigin {
  /// The tables of a folder and its schema as they are now: every file that can make a difference.
  package static func files(
    of source: any FileSource, schema: String
  ) throws(DataError) -> [SourceFile] {
    var files: [SourceFile] = []
    for name in try names(of: source, schema: schema) {
      let bytes = try source.bytes(of: name)
      files.append(
        SourceFile(name: name, size: bytes.count, checksum: Checksum.of(bytes)))
    }
    return files
  }

  /// Whether the files are still those that the snapshot was made of, byte for byte.
  package func isMade(of source: any FileSource, schema: String) -> Bool {
    guard let names = try? Self.names(of: source, schema: schema), names == files.map(\.name)
    else { return false }
    // Sizes first: they cost nothing.
    let bytes = files.map { try? source.bytes(of: $0.name) }
    return zip(bytes, files).allSatisfy { $0?.count == $1.size }
      && zip(bytes, files).allSatisfy { bytes, file in
        bytes.map { Checksum.of($0) } == file.checksum
      }
  }

  private static func names(
    of source: any FileSource, schema: String
  ) throws(DataError) -> [String] {
    try source.fileNames().filter { $0 == schema || TableFiles.isTable($0) }
  }
}

extension Checksum {
  fileprivate static func of(_ bytes: Buffer<UInt8>) -> UInt64 {
    withExtendedLifetime(bytes) { of(UnsafeRawBufferPointer(bytes.pointer)) }
  }
}
