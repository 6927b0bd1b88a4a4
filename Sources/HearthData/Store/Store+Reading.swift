extension Store {
  package func rowCount(of entity: EntityID) throws(DataError) -> Int {
    try table(of: entity, field: nil).rowCount
  }

  /// The values of a field for every row.
  ///
  /// A link has `.rows`, the ordinals in its target, -1 for none; a field that the file does not
  /// have has `.missing`.
  package func column(_ field: FieldID) throws(DataError) -> Column {
    let declaration = schema[field]
    if let link = declaration.link, case .link = declaration.type, schema[link].isToOne {
      let targets = try targets(of: link)
      return Column(type: declaration.type, count: targets.count, storage: .rows(targets))
    }
    return try rawColumn(field)
  }

  /// The dictionary of a category or tag set, reading the table if it is open.
  package func dictionary(_ domain: CategoryDomain) throws(DataError) -> CategoryDictionary {
    switch domain {
    case .fixed(let dictionary): return dictionary
    case .field(let field):
      if let closed = schema[field].closedValues { return closed }
      return try rawColumn(field).dictionary ?? CategoryDictionary([], isClosed: false)
    }
  }

  /// Reads the given stored fields and no others if the loader can, so that a single query on a
  /// big file reads only what it needs. Whatever else is asked for later is still found.
  package func prepare(_ fields: [FieldID]) throws(DataError) {
    var byEntity: [EntityID: Set<Int>] = [:]
    for field in fields { collect(field, into: &byEntity) }
    for (entity, indexes) in byEntity { try prepare(entity, indexes) }
  }

  /// A link needs its own cells and the keys of its target; a link on fields needs those.
  private func collect(_ field: FieldID, into byEntity: inout [EntityID: Set<Int>]) {
    guard let id = schema[field].link else {
      byEntity[field.entity, default: []].insert(field.index)
      return
    }
    let link = schema[id]
    switch link.kind {
    case .key(let source):
      byEntity[link.source, default: []].insert(source)
      if let key = schema[link.target].key { byEntity[link.target, default: []].insert(key) }
    case .match(let pairs):
      for pair in pairs {
        for other in [FieldID(link.source, pair.own), FieldID(link.target, pair.target)]
        where other != field {
          collect(other, into: &byEntity)
        }
      }
    }
  }

  /// From now on a table is read in parts: a field when it is asked for, and with it those of the
  /// same table that are expected to be.
  package func expect(_ fields: Set<FieldID>) {
    expected.withLock { expected in
      expected = fields.reduce(into: expected ?? [:]) {
        $0[$1.entity, default: []].insert($1.index)
      }
    }
  }

  /// Reads every table and resolves every link, so that `problems` is complete.
  package func loadEverything() throws(DataError) {
    for index in schema.entities.indices {
      let entity = EntityID(index)
      try prepare(entity, Set(schema[entity].fields.indices))
      _ = try keyIndex(of: entity)
    }
    for index in schema.links.indices where schema.links[index].isToOne {
      _ = try resolved(LinkID(index))
    }
  }

  /// The cells and rows set aside in everything that has been read so far: by table, then by link.
  package func problems() -> [DataProblem] {
    var problems: [DataProblem] = []
    for index in schema.entities.indices {
      problems += tables[index].current?.problems ?? []
      problems += keys[index].current?.problems ?? []
    }
    for slot in forward { problems += slot.current?.problems ?? [] }
    return problems
  }

  /// The cells as the loader gave them, links unresolved.
  func rawColumn(_ field: FieldID) throws(DataError) -> Column {
    let table = try table(of: field.entity, field: field.index)
    let column = field.index < table.columns.count ? table.columns[field.index] : nil
    return column ?? .missing(count: table.rowCount, type: schema[field].type)
  }

  package func table(of entity: EntityID, field: Int?) throws(DataError) -> LoadedTable {
    if let known = tables[entity.index].known(field) { return known }
    let others = fieldsReadTogether(of: entity)
    let keys = try keysNeeded(by: entity, field.map { others.union([$0]) } ?? others, if: field)
    return try tables[entity.index].get(field: field, others: others) {
      (wanted) throws(DataError) in
      try loader.load(entity, schema: schema, fields: wanted, keys: keys)
    }
  }

  private func prepare(_ entity: EntityID, _ fields: Set<Int>) throws(DataError) {
    let keys = try keysNeeded(by: entity, fields, if: nil)
    try tables[entity.index].prepare(fields) { (wanted) throws(DataError) in
      try loader.load(entity, schema: schema, fields: wanted, keys: keys)
    }
  }

  private func fieldsReadTogether(of entity: EntityID) -> Set<Int> {
    if loader.readsSingleFields { return [] }
    return expected.withLock { $0.map { $0[entity] ?? [] } }
      ?? Set(schema[entity].fields.indices)
  }

  /// The keys of the tables that link fields lead to, if these are still to be read; `field` alone
  /// decides that when there is one.
  ///
  /// They are there before the table is locked, so that two tables that lead to each other never
  /// wait for each other.
  private func keysNeeded(
    by entity: EntityID, _ fields: Set<Int>, if field: Int?
  ) throws(DataError) -> [Int: KeyIndex] {
    if let missing = tables[entity.index].missing(of: field.map { [$0] } ?? fields),
      missing.isEmpty
    {
      return [:]
    }
    guard loader.resolvesLinks(of: entity, schema: schema) else { return [:] }
    var keys: [Int: KeyIndex] = [:]
    for field in tables[entity.index].missing(of: fields) ?? fields {
      guard let id = schema[entity].fields[field].link, case .key(field) = schema[id].kind,
        schema[id].target != entity, schema[entity].key != field
      else { continue }
      keys[field] = try keyIndex(of: schema[id].target)
    }
    return keys
  }
}
