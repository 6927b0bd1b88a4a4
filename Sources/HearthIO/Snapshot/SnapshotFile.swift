import HearthData
import HearthText

/// A snapshot that has been opened: its directory is checked, its sections when they are asked for.
package struct SnapshotFile: Sendable {
  let name: String
  let directory: SnapshotDirectory
  private let content: Content

  package var origin: SnapshotOrigin { directory.origin }
  package var schema: Schema { directory.schema }

  /// Keeps the file mapped as long as a column of it is used.
  private final class Content: Sendable {
    let bytes: Buffer<UInt8>
    init(_ bytes: Buffer<UInt8>) { self.bytes = bytes }
  }

  /// - Throws: when the bytes are no snapshot, or one that is damaged or that this version cannot
  ///   read.
  package init(_ bytes: Buffer<UInt8>, name: String) throws(DataError) {
    self.name = name
    content = Content(bytes)
    let raw = UnsafeRawBufferPointer(content.bytes.pointer)
    try Self.checkHeader(raw, name)
    let trailerStart = raw.count - SnapshotFormat.trailerSize
    guard trailerStart >= SnapshotFormat.headerSize,
      raw.suffix(SnapshotFormat.mark.count).elementsEqual(SnapshotFormat.mark)
    else { throw .damagedSnapshot(name) }
    var section = SnapshotDirectory.Section()
    do throws(Archive.Damage) {
      var trailer = Archive(reading: Array(raw[trailerStart...]))
      try trailer.integer(&section.offset)
      try trailer.integer(&section.size)
      try trailer.word(&section.checksum)
      var size = 0
      try trailer.integer(&size)
      guard size == raw.count else { throw Archive.Damage() }
      var archive = Archive(reading: Array(try Self.bytes(section, in: raw)))
      var directory = SnapshotDirectory()
      try archive.directory(&directory)
      self.directory = directory
    } catch {
      throw .damagedSnapshot(name)
    }
  }

  /// Whether the file begins as a snapshot does.
  package static func isSnapshot(_ bytes: Buffer<UInt8>) -> Bool {
    bytes.starts(with: SnapshotFormat.mark)
  }

  private static func checkHeader(
    _ bytes: UnsafeRawBufferPointer, _ name: String
  ) throws(DataError) {
    guard bytes.starts(with: SnapshotFormat.mark) else { throw .noSnapshot(name) }
    guard bytes.count >= SnapshotFormat.headerSize else { throw .damagedSnapshot(name) }
    let place = SnapshotFormat.mark.count
    let order = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let version = UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
    if version > SnapshotFormat.version { throw .newerSnapshot(name) }
    if version < SnapshotFormat.version { throw .olderSnapshot(name) }
    if order == SnapshotFormat.byteOrder.byteSwapped { throw .foreignSnapshot(name) }
    guard order == SnapshotFormat.byteOrder else { throw .damagedSnapshot(name) }
  }

  /// The bytes of a section, which are what they were when they were written.
  private static func bytes(
    _ section: SnapshotDirectory.Section, in all: UnsafeRawBufferPointer
  ) throws(Archive.Damage) -> UnsafeRawBufferPointer {
    guard section.size >= 0, section.offset >= SnapshotFormat.headerSize,
      section.offset % SnapshotFormat.alignment == 0, section.offset <= all.count,
      section.size <= all.count - section.offset
    else { throw Archive.Damage() }
    let bytes = UnsafeRawBufferPointer(
      rebasing: all[section.offset..<section.offset + section.size])
    guard Checksum.of(bytes) == section.checksum else { throw Archive.Damage() }
    return bytes
  }

  /// The values of a section, in the file's own memory; nil for `count` takes as many as there are.
  func values<Element>(
    _ section: SnapshotDirectory.Section, of type: Element.Type, count: Int?
  ) throws(Archive.Damage) -> Buffer<Element> {
    let bytes = try Self.bytes(section, in: UnsafeRawBufferPointer(content.bytes.pointer))
    let stride = MemoryLayout<Element>.stride
    guard bytes.count % stride == 0, count.map({ $0 * stride == bytes.count }) ?? true else {
      throw Archive.Damage()
    }
    return Buffer(pointer: bytes.bindMemory(to: Element.self), owner: content)
  }
}
