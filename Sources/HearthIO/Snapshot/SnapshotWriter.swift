import HearthData

/// Writes a whole store as a snapshot, section by section, in one pass.
package struct SnapshotWriter {
  package typealias Sink = (UnsafeRawBufferPointer) throws(DataError) -> Void

  private let store: Store
  private let sink: Sink
  private var position = 0

  private init(_ store: Store, _ sink: @escaping Sink) {
    self.store = store
    self.sink = sink
  }

  /// Reads everything and hands the bytes of the file to `sink`, in order.
  package static func write(
    _ store: Store, origin: SnapshotOrigin, to sink: @escaping Sink
  ) throws(DataError) {
    try store.loadEverything()
    var writer = SnapshotWriter(store, sink)
    try writer.put(SnapshotFormat.header)
    var directory = SnapshotDirectory()
    directory.origin = origin
    directory.schema = store.schema
    for index in store.schema.entities.indices {
      directory.tables.append(try writer.table(EntityID(index)))
    }
    for index in store.schema.links.indices {
      directory.links.append(try writer.link(LinkID(index)))
    }
    try writer.finish(&directory)
  }

  private mutating func finish(_ directory: inout SnapshotDirectory) throws(DataError) {
    let bytes = Self.archived { (a) throws(Archive.Damage) in try a.directory(&directory) }
    let section = try section(bytes)
    let trailer = Self.archived { (a) throws(Archive.Damage) in
      var numbers = [section.offset, section.size]
      for index in numbers.indices { try a.integer(&numbers[index]) }
      var checksum = section.checksum
      try a.word(&checksum)
      var size = position + SnapshotFormat.trailerSize
      try a.integer(&size)
    }
    try put(trailer + SnapshotFormat.mark)
  }

  /// Writing to memory cannot fail.
  private static func archived(_ describe: (inout Archive) throws(Archive.Damage) -> Void)
    -> [UInt8]
  {
    var archive = Archive()
    do { try describe(&archive) } catch {
      preconditionFailure("nothing is read, so nothing fits ill")
    }
    return archive.bytes
  }

  // MARK: Tables

  private mutating func table(
    _ entity: EntityID
  ) throws(DataError) -> SnapshotDirectory.StoredTable {
    let loaded = try store.table(of: entity, field: nil)
    var table = SnapshotDirectory.StoredTable()
    table.rowCount = loaded.rowCount
    table.file = loaded.file
    table.problems = loaded.problems
    table.lines = [
      try section(Buffer(loaded.lines.rows.map { Int64($0) })),
      try section(Buffer(loaded.lines.lines.map { Int64($0) })),
    ]
    for column in loaded.columns {
      guard let column else {
        table.columns.append(nil)
        continue
      }
      table.columns.append(try self.column(column))
    }
    return table
  }

  private mutating func link(_ link: LinkID) throws(DataError) -> SnapshotDirectory.StoredLink {
    guard store.schema[link].isToOne else { return SnapshotDirectory.StoredLink() }
    let resolved = try store.resolved(link)
    return SnapshotDirectory.StoredLink(
      targets: try section(resolved.targets), problems: resolved.problems)
  }

  private mutating func column(
    _ column: Column
  ) throws(DataError) -> SnapshotDirectory.StoredColumn? {
    var stored = SnapshotDirectory.StoredColumn()
    stored.type = column.type
    switch column.storage {
    case .int64(let values): (stored.kind, stored.sections) = (.int64, [try section(values)])
    case .double(let values): (stored.kind, stored.sections) = (.double, [try section(values)])
    case .days(let values): (stored.kind, stored.sections) = (.days, [try section(values)])
    case .codes8(let codes, _): (stored.kind, stored.sections) = (.codes8, [try section(codes)])
    case .codes16(let codes, _): (stored.kind, stored.sections) = (.codes16, [try section(codes)])
    case .codes32(let codes, _): (stored.kind, stored.sections) = (.codes32, [try section(codes)])
    case .masks(let masks, _): (stored.kind, stored.sections) = (.masks, [try section(masks)])
    case .bytes(let values): (stored.kind, stored.sections) = (.bytes, [try section(values)])
    case .text(let texts):
      stored.kind = .text
      stored.sections = [
        try section(texts.arena), try section(texts.starts), try section(texts.lengths),
      ]
    case .periods(let periods):
      stored.kind = .periods
      stored.sections = [
        try section(periods.starts), try section(periods.ends), try section(periods.units),
      ]
    case .missing: stored.kind = .missing
    // Made of links and by queries; no cell holds one.
    case .rows, .lists: return nil
    }
    if var dictionary = column.dictionary {
      let bytes = Self.archived { (a) throws(Archive.Damage) in try a.dictionary(&dictionary) }
      stored.dictionary = try section(bytes)
    }
    return stored
  }

  // MARK: Sections

  private mutating func section<Element>(
    _ values: Buffer<Element>
  ) throws(DataError) -> SnapshotDirectory.Section {
    let result = try section(UnsafeRawBufferPointer(values.pointer))
    withExtendedLifetime(values) {}
    return result
  }

  private mutating func section(_ bytes: [UInt8]) throws(DataError) -> SnapshotDirectory.Section {
    try section(Buffer(bytes))
  }

  private mutating func section(
    _ bytes: UnsafeRawBufferPointer
  ) throws(DataError) -> SnapshotDirectory.Section {
    let gap = -position & (SnapshotFormat.alignment - 1)
    if gap > 0 { try put([UInt8](repeating: 0, count: gap)) }
    let section = SnapshotDirectory.Section(
      offset: position, size: bytes.count, checksum: Checksum.of(bytes))
    try put(bytes)
    return section
  }

  private mutating func put(_ bytes: [UInt8]) throws(DataError) {
    let buffer = Buffer(bytes)
    try put(UnsafeRawBufferPointer(buffer.pointer))
    withExtendedLifetime(buffer) {}
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) throws(DataError) {
    try sink(bytes)
    position += bytes.count
  }
}
