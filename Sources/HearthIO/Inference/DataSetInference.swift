import HearthData
import HearthText

/// Completes a schema with what the files say: tables and columns that nobody declared.
struct DataSetInference {
  private let source: any FileSource
  private var schema: Schema
  private var files: [String: CSVFile]
  /// The inferred columns with all their values, for the search of links and keys.
  private var candidates: [Candidate] = []
  private var keyValues: [EntityID: ByteTable] = [:]

  private struct Candidate {
    var field: FieldID
    var header: String
    var values: ByteTable
  }

  private init(_ schema: Schema, source: any FileSource, opened: [String: CSVFile]) {
    self.schema = schema
    self.source = source
    files = opened
  }

  /// Adds an entity for each file that has none yet, and a field for each column that has none.
  ///
  /// `opened` are the files whose headers have been read already.
  static func complete(
    _ schema: Schema, source: any FileSource, files names: [String],
    opened: [String: CSVFile] = [:]
  ) throws(DataError) -> Schema {
    var inference = DataSetInference(schema, source: source, opened: opened)
    let declared = schema.entities.indices.map { EntityID($0) }
    for entity in declared { try inference.openFile(of: entity) }
    let added = try inference.addEntities(names)
    for entity in declared + added { try inference.addFields(to: entity) }
    try inference.addLinks()
    return inference.schema
  }

  private mutating func openFile(of entity: EntityID) throws(DataError) {
    guard let name = schema[entity].file else { return }
    try openFile(name)
  }

  private mutating func openFile(_ name: String) throws(DataError) {
    if files[name] == nil { files[name] = try CSVFile(source.bytes(of: name), name: name) }
  }

  /// The name of a table is that of its file without the ending, or with it if that is taken.
  private mutating func addEntities(_ names: [String]) throws(DataError) -> [EntityID] {
    var added: [EntityID] = []
    let used = Set(schema.entities.compactMap(\.file))
    var taken = Set(schema.entities.flatMap { [$0.name.english, $0.name.chinese] })
    for name in names where !used.contains(name) {
      let stem = TableFiles.stem(of: name)
      let isFree = taken.insert(stem).inserted
      let entity = Entity(
        name: Bilingual(same: isFree ? stem : name), file: name, isDeclared: false)
      schema.entities.append(entity)
      added.append(EntityID(schema.entities.count - 1))
      try openFile(name)
    }
    return added
  }

  private mutating func addFields(to entity: EntityID) throws(DataError) {
    guard let name = schema[entity].file, let file = files[name] else { return }
    let known = schema[entity].fields.filter(\.isStored).compactMap { file.column(of: $0.name) }
    let columns = file.headers.indices.filter { !known.contains($0) }
    if columns.isEmpty { return }
    let wantsKey = !schema[entity].isDeclared && schema[entity].fields.isEmpty
    let requests = columns.map { column in
      let header = file.headers[column].english
      let keepsAll = wantsKey && column == columns[0] || mayBeLink(header)
      return TableScan.Request(column: column) {
        GuessReader(keepsAllValues: keepsAll, file: file.name, header: header)
      }
    }
    let scan = TableScan(file, requests)
    for index in requests.indices {
      add(GuessReader.joined(scan.readers(index)), file.headers[columns[index]], to: entity)
    }
  }

  private func mayBeLink(_ header: String) -> Bool {
    let stem = LinkNames.stem(of: header)
    return schema.entities.contains { LinkNames.isName($0.name.english, of: stem) }
  }

  private mutating func add(_ guess: ColumnGuess, _ header: Bilingual, to entity: EntityID) {
    let id = FieldID(entity, schema[entity].fields.count)
    let isFirst = !schema[entity].isDeclared && id.index == 0
    var type = guess.type
    // A key of digits is a name: it is no date even if it looks like one.
    if isFirst, type == .date, guess.values?.count ?? 0 > 0, isCompact(guess) { type = .int }
    if guess.isCategory, !(isFirst && guess.isKey) { type = .category(.field(id)) }
    schema.entities[entity.index].fields.append(Field(name: header, type: type))
    if isFirst, guess.isKey {
      schema.entities[entity.index].key = 0
      keyValues[entity] = guess.values
    } else if let values = guess.values, !guess.isEmpty {
      candidates.append(Candidate(field: id, header: header.english, values: values))
    }
  }

  private func isCompact(_ guess: ColumnGuess) -> Bool {
    guess.values?[0].utf8.count == 8
  }
}

extension DataSetInference {
  /// A share of keys that are not found may be mistakes; with more of them it is no link.
  private static let foundShare = 0.9

  private mutating func addLinks() throws(DataError) {
    for candidate in candidates {
      let stem = LinkNames.stem(of: candidate.header)
      let targets = schema.entities.indices.map { EntityID($0) }.filter {
        schema[$0].key != nil && LinkNames.isName(schema[$0].name.english, of: stem)
      }
      for target in targets {
        guard let keys = try keys(of: target) else { continue }
        if Self.found(candidate.values, in: keys) >= Self.foundShare {
          addLink(candidate, stem, to: target)
          break
        }
      }
    }
  }

  private static func found(_ values: ByteTable, in keys: ByteTable) -> Double {
    var count = 0
    for index in 0..<values.count where keys.contains(values[index]) { count += 1 }
    return values.count == 0 ? 0 : Double(count) / Double(values.count)
  }

  /// The keys of a table, read now if it was declared.
  private mutating func keys(of entity: EntityID) throws(DataError) -> ByteTable? {
    if let known = keyValues[entity] { return known }
    guard let key = schema[entity].key, let name = schema[entity].file, let file = files[name],
      let column = file.column(of: schema[entity].fields[key].name)
    else { return nil }
    let header = file.headers[column].english
    let request = TableScan.Request(column: column) {
      GuessReader(keepsAllValues: true, file: file.name, header: header)
    }
    let values = GuessReader.joined(TableScan(file, [request]).readers(0)).values
    keyValues[entity] = values
    return values
  }

  /// A column named like the link becomes the link, which is equal to its key anyway; any other
  /// keeps its values and gets the link beside it.
  private mutating func addLink(_ candidate: Candidate, _ stem: String, to target: EntityID) {
    let source = candidate.field.entity
    let isSame = foldedForSearch(stem) == foldedForSearch(candidate.header)
    let link = LinkID(schema.links.count)
    let name = isSame ? schema[candidate.field].name : freeName(stem, in: source)
    schema.links.append(
      Link(
        source: source, target: target, name: name,
        reverseName: reverseName(of: name, from: source, to: target),
        kind: .key(field: candidate.field.index)))
    let type = ValueType.link(target, .key)
    if isSame {
      schema.entities[source.index].fields[candidate.field.index].type = type
      schema.entities[source.index].fields[candidate.field.index].link = link
    } else {
      schema.entities[source.index].fields.append(
        Field(name: name, type: type, link: link, isStored: false))
    }
  }

  private func freeName(_ stem: String, in entity: EntityID) -> Bilingual {
    let taken = Set(schema[entity].fields.flatMap { [$0.name.english, $0.name.chinese] })
    return taken.contains(stem)
      ? Bilingual(stem + "_link", stem + "链接") : Bilingual(same: stem)
  }

  /// The linking table, and by which of its links when there are several.
  private func reverseName(
    of name: Bilingual, from source: EntityID, to target: EntityID
  ) -> Bilingual {
    let own = schema[source].name
    let taken =
      schema.links.filter { $0.target == target }.map(\.reverseName.english)
      + schema[target].fields.map(\.name.english)
    if !taken.contains(own.english) { return own }
    return Bilingual("\(own.english)_by_\(name.english)", "\(own.chinese)_按_\(name.chinese)")
  }
}

extension ByteTable {
  func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { index(of: $0) } >= 0
  }
}
