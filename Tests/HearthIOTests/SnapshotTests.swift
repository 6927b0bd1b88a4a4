import HearthData
import HearthText
import Testing

@testable import HearthIO

/// A data set as one file: what was packed comes back, and nothing else does.
@Suite struct SnapshotTests {
  private static let people = Entity(
    name: Bilingual("people", "人"),
    fields: [
      Field(name: Bilingual("id", "编号"), type: .text),
      Field(name: Bilingual("born", "出生"), type: .date),
      Field(
        name: Bilingual("mood", "心情"), type: .category(.field(FieldID(EntityID(0), 2))),
        closedValues: CategoryDictionary(
          [Bilingual("good", "好"), Bilingual("bad", "坏")], isClosed: true)),
      Field(name: Bilingual("met", "见"), type: .bool),
      Field(name: Bilingual("cost", "费用"), type: .decimal(scale: 2)),
      Field(name: Bilingual("tags", "标签"), type: .tags(.field(FieldID(EntityID(0), 5)))),
      Field(name: Bilingual("month", "月"), type: .period),
      Field(name: Bilingual("weight", "体重"), type: .number),
      Field(name: Bilingual("seen", "时间"), type: .dateTime),
      Field(name: Bilingual("absent", "没有"), type: .int),
    ], key: 0)

  private static let visits = Entity(
    name: Bilingual("visits", "走访"),
    fields: [
      Field(name: Bilingual("id", "编号"), type: .int),
      Field(
        name: Bilingual("person", "谁"), type: .link(EntityID(0), .key), link: LinkID(0)),
      Field(name: Bilingual("date", "日期"), type: .date),
    ], key: 0, occurred: 2)

  private static let visited = Link(
    source: EntityID(1), target: EntityID(0), name: Bilingual("person", "谁"),
    reverseName: Bilingual("visits", "走访"), kind: .key(field: 1))

  static let files = [
    "people.csv": """
    id,born,mood,met,cost,tags,month,weight,seen
    A,1950-02-03,good,yes,1.50,x;y,2026-03,50.5,2026-01-02 08:30:00
    B,never,坏,no,,y,2026-04,,
    "C
    c",,good,,-3,,,1e3,
    A,,sad,yes,7,z,2026-05,2,
    """,
    "visits.csv": "id,person,date\n1,A,2026-03-04\n2,B,2025-01-02\n3,Z,2026-09-09\n4,,\n",
    "more.csv": "id,who,note\n7,A,开\n8,B,元\n",
  ]

  static func store() throws -> Store {
    try openTexts(files, declared: Schema(entities: [people, visits], links: [visited]))
  }

  static func packed(_ store: Store) throws -> [UInt8] {
    var origin = SnapshotOrigin()
    origin.name = "people"
    var bytes: [UInt8] = []
    try SnapshotWriter.write(store, origin: origin) { (part) throws(DataError) in bytes += part }
    return bytes
  }

  static func open(_ bytes: [UInt8]) throws(DataError) -> Store {
    let file = try SnapshotFile(Buffer(bytes), name: "people.hearthdb")
    return Store(schema: file.schema, loader: SnapshotLoader(file))
  }

  /// Every cell, link and problem.
  private static func everything(_ store: Store) throws -> [String] {
    try store.loadEverything()
    var lines: [String] = []
    for (index, entity) in store.schema.entities.enumerated() {
      lines.append("\(entity.name) \(try store.rowCount(of: EntityID(index)))")
      for (place, field) in entity.fields.enumerated() {
        let id = FieldID(EntityID(index), place)
        let cells = try store.cells(entity.name.english, field.name.english)
        lines.append("\(field.name) \(field.type) \(field.link as Any) \(cells)")
        let column = try store.column(id)
        lines.append("\((0..<column.count).map { column.value(at: $0) })")
      }
    }
    for link in store.schema.links.indices {
      let adjacency = try store.adjacency(of: LinkID(link), reversed: true)
      lines.append("\(store.schema.links[link]) \(adjacency.rows.elements)")
    }
    return lines + store.problems().map { "\($0)" }
  }

  @Test func `what was packed comes back: cells, links, problems with their lines`() throws {
    let store = try Self.store()
    let bytes = try Self.packed(store)
    let packed = try Self.open(bytes)
    #expect(try Self.everything(packed) == Self.everything(store))
    #expect(packed.problems().contains { $0.value == "never" && $0.line == 3 })
    #expect(packed.problems().contains { $0.value == "Z" })
    #expect(try Self.packed(packed) == bytes)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 300])
  func `tables of any length come back`(count: Int) throws {
    let rows = (0..<count).map { "\($0),值\($0 % 7),\($0 % 5 == 0 ? "" : "2026-10-31")\n" }
    let store = try openTexts(["things.csv": "id,kind,date\n" + rows.joined()])
    let packed = try Self.open(Self.packed(store))
    #expect(try Self.everything(packed) == Self.everything(store))
  }

  @Test func `a field is read without those beside it`() throws {
    let packed = try Self.open(Self.packed(Self.store()))
    let entity = try #require(packed.entity("people"))
    #expect(try packed.rowCount(of: entity) == 4)
    _ = try packed.column(FieldID(entity, 1))
    let columns = try packed.table(of: entity, field: nil).columns
    #expect(columns.indices.filter { columns[$0] != nil } == [1])
  }

  // MARK: What is not a snapshot, or no longer one

  private func message(_ bytes: [UInt8]) -> String? {
    do {
      try Self.open(bytes).loadEverything()
      return nil
    } catch {
      return error.message.english
    }
  }

  private let damaged = "people.hearthdb is damaged"

  @Test func `a byte that changed anywhere is found, or was never used`() throws {
    let bytes = try Self.packed(Self.store())
    let whole = try Self.everything(Self.open(bytes))
    var found = 0
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x41
      if message(changed) != nil {
        found += 1
      } else {
        #expect(try Self.everything(Self.open(changed)) == whole)
      }
    }
    // The gaps between the sections are all that nobody looks at.
    #expect(found > bytes.count / 3)
  }

  @Test func `a file cut anywhere says that it is damaged`() throws {
    let bytes = try Self.packed(Self.store())
    for count in stride(from: 8, to: bytes.count, by: 3) {
      #expect(message(Array(bytes[..<count])) == damaged)
    }
    #expect(message(bytes + [0]) == damaged)
  }

  @Test func `other files and other versions are called by their names`() throws {
    let bytes = try Self.packed(Self.store())
    #expect(message([])?.contains("no snapshot") == true)
    #expect(message(Array("id,name\n".utf8))?.contains("no snapshot") == true)
    var newer = bytes
    newer[12] = 99
    #expect(message(newer)?.contains("newer Hearth") == true)
    var older = bytes
    older[12] = 0
    #expect(message(older)?.contains("older Hearth") == true)
    var foreign = bytes
    foreign.replaceSubrange(8..<12, with: bytes[8..<12].reversed())
    #expect(message(foreign)?.contains("orders its bytes") == true)
  }

  /// A file whose sums are right and whose values are not: made by hand, not by accident.
  @Test(arguments: 0..<200)
  func `values that no table has never lead outside of it`(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let forged = try Forgery(Self.packed(Self.store()), &random).bytes
    guard let store = try? Self.open(forged) else { return }
    _ = try? Self.everything(store)
  }
}

/// A snapshot with some bytes of one section changed and all sums made right again.
private struct Forgery {
  private(set) var bytes: [UInt8]

  init(_ original: [UInt8], _ random: inout SeededGenerator) throws {
    var directory = try SnapshotFile(Buffer(original), name: "forged").directory
    bytes = original
    let tables = directory.tables.indices.filter { !directory.tables[$0].columns.isEmpty }
    let table = tables.randomElement(using: &random) ?? 0
    if Int.random(in: 0..<4, using: &random) == 0, !directory.links.isEmpty {
      let link = Int.random(in: 0..<directory.links.count, using: &random)
      if let section = directory.links[link].targets {
        directory.links[link].targets = forged(section, &random)
      }
    } else if Int.random(in: 0..<6, using: &random) == 0 {
      directory.tables[table].rowCount = Int.random(in: 0..<9, using: &random)
    } else {
      let column = Int.random(in: 0..<directory.tables[table].columns.count, using: &random)
      var stored = directory.tables[table].columns[column] ?? .init()
      if Int.random(in: 0..<4, using: &random) == 0 {
        let kinds = (0...9).compactMap { SnapshotDirectory.StoredColumn.Kind(rawValue: $0) }
        stored.kind = kinds.randomElement(using: &random) ?? .missing
      }
      stored.sections = stored.sections.map { forged($0, &random) }
      directory.tables[table].columns[column] = stored
    }
    try finish(&directory)
  }

  private mutating func forged(
    _ section: SnapshotDirectory.Section, _ random: inout SeededGenerator
  ) -> SnapshotDirectory.Section {
    var section = section
    let range = section.offset..<section.offset + section.size
    for _ in 0..<3 where !range.isEmpty {
      bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    section.checksum = Checksum.of(Array(bytes[range]))
    return section
  }

  private mutating func finish(_ directory: inout SnapshotDirectory) throws {
    bytes += [UInt8](repeating: 0, count: -bytes.count & 63)
    var archive = Archive()
    try archive.directory(&directory)
    var trailer = Archive()
    var numbers = [bytes.count, archive.bytes.count]
    for index in numbers.indices { try trailer.integer(&numbers[index]) }
    var checksum = Checksum.of(archive.bytes)
    try trailer.word(&checksum)
    var size = bytes.count + archive.bytes.count + SnapshotFormat.trailerSize
    try trailer.integer(&size)
    bytes += archive.bytes + trailer.bytes + SnapshotFormat.mark
  }
}
