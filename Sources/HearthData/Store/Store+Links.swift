import HearthText

/// The targets of a to-one link, and the cells that lead nowhere.
package struct ResolvedLink: Sendable {
  package var targets: Buffer<Int32>
  package var problems: [DataProblem]

  package init(targets: Buffer<Int32>, problems: [DataProblem]) {
    self.targets = targets
    self.problems = problems
  }
}

extension Store {
  /// For each row of the link's source the row of its target, -1 for none. To-one links only; for
  /// a link on fields the first matching row is given.
  package func targets(of link: LinkID) throws(DataError) -> Buffer<Int32> {
    if schema[link].isToOne { return try resolved(link).targets }
    let adjacency = try adjacency(of: link, reversed: false)
    return Buffer(count: adjacency.offsets.count - 1) { memory in
      for row in memory.indices {
        memory.initializeElement(at: row, to: adjacency[row].first ?? MissingValue.row)
      }
    }
  }

  /// The rows of the other side for each row of the target (`reversed`) or of the source.
  ///
  /// Built on first use; rows are in source order.
  package func adjacency(of link: LinkID, reversed: Bool) throws(DataError) -> Adjacency {
    let slots = reversed ? reverseAdjacencies : adjacencies
    return try slots[link.index].get { () throws(DataError) in
      let declaration = schema[link]
      switch declaration.kind {
      case .key:
        let targets = try targets(of: link)
        guard reversed else { return Adjacency(toOne: targets) }
        return Adjacency(
          reversing: targets, targetCount: try rowCount(of: declaration.target))
      case .match(let pairs):
        guard reversed else { return try matched(declaration, pairs) }
        return try adjacency(of: link, reversed: false)
          .transposed(targetCount: try rowCount(of: declaration.target))
      }
    }
  }

  /// The row of an entity by its key as text, integers in their shortest form.
  package func row(of entity: EntityID, key: String) throws(DataError) -> Int32? {
    let row = try keyIndex(of: entity).row(ofText: key)
    return row < 0 ? nil : row
  }

  /// All rows with that name, in source order; for areas, whose names may repeat.
  package func rows(of entity: EntityID, named name: String) throws(DataError) -> [Int32] {
    guard let field = schema[entity].nameField else { return [] }
    let names = try rawColumn(FieldID(entity, field)).textForm
    var name = name
    return name.withUTF8 { wanted in
      (0..<names.count).filter {
        names.lengths[$0] >= 0 && TextHash.areEqual(names.bytes($0), wanted)
      }.map { Int32($0) }
    }
  }

  func keyIndex(of entity: EntityID) throws(DataError) -> KeyIndex {
    try keys[entity.index].get { () throws(DataError) in
      guard let key = schema[entity].key else { return KeyIndex(.missing(count: 0)) }
      // Of a big table the keys alone: its other columns may need keys of tables that need these.
      if loader.resolvesLinks(of: entity, schema: schema) {
        try tables[entity.index].prepare([key]) { (wanted) throws(DataError) in
          try loader.load(entity, schema: schema, fields: wanted)
        }
      }
      let column = try rawColumn(FieldID(entity, key))
      var index = KeyIndex(column)
      if schema[entity].isDeclared {
        let table = try table(of: entity, field: key)
        index.problems = keyProblems(index, column, table, schema[FieldID(entity, key)].name)
      }
      return index
    }
  }

  private func keyProblems(
    _ index: KeyIndex, _ column: Column, _ table: LoadedTable, _ name: Bilingual
  ) -> [DataProblem] {
    let header = name.english
    var report = ProblemReport(file: table.file, column: header)
    for row in index.duplicates {
      report.add(line: table.lines.line(of: Int(row)), value: column.cellText(at: Int(row)) ?? "") {
        Bilingual(
          "this key is already that of an earlier row", "这个键与前面的一行重复")
      }
    }
    if index.missingCount > 0 {
      let texts = column.textForm
      for row in 0..<texts.count where texts.lengths[row] < 0 {
        report.add(line: table.lines.line(of: row), value: "") {
          Bilingual("the row has no key", "这一行没有键")
        }
      }
    }
    return report.problems
  }

  package func resolved(_ link: LinkID) throws(DataError) -> ResolvedLink {
    try forward[link.index].get { () throws(DataError) in
      if let known = try loader.resolvedLink(link, schema: schema) { return known }
      let declaration = schema[link]
      guard case .key(let field) = declaration.kind else {
        preconditionFailure("only links by key have one target per row")
      }
      let source = FieldID(declaration.source, field)
      let cells = try rawColumn(source)
      let resolved: ResolvedLink
      if case .rows(let targets) = cells.storage {
        resolved = ResolvedLink(
          targets: targets, problems: try problems(ofUnknownKeys: source, declaration))
      } else {
        let targets = resolve(cells, with: try keyIndex(of: declaration.target))
        resolved = ResolvedLink(
          targets: targets, problems: try linkProblems(cells, targets, source, declaration))
      }
      // A field that is the link itself is from now on its targets; ten million keys weigh more.
      if schema[source].link == link, schema[source.entity].key != field {
        tables[source.entity.index].forget(field)
      }
      return resolved
    }
  }

  /// Of a link that was resolved while it was read.
  private func problems(
    ofUnknownKeys source: FieldID, _ link: Link
  ) throws(DataError) -> [DataProblem] {
    var problems = try table(of: source.entity, field: source.index).unknownKeys[source.index] ?? []
    guard !problems.isEmpty else { return [] }
    var suggestions = try KeySuggestions(self, link.target)
    for index in problems.indices where problems[index].count == 1 {
      problems[index].reason = suggestions.reason(
        for: problems[index].value, target: schema[link.target].name)
    }
    return problems
  }

  private func linkProblems(
    _ cells: Column, _ targets: Buffer<Int32>, _ source: FieldID, _ link: Link
  ) throws(DataError) -> [DataProblem] {
    let table = try table(of: source.entity, field: source.index)
    var report = ProblemReport(file: table.file, column: schema[source].name.english)
    var suggestions: KeySuggestions?
    for row in 0..<targets.count where targets[row] < 0 {
      guard let text = cells.cellText(at: row) else { continue }
      if suggestions == nil { suggestions = try KeySuggestions(self, link.target) }
      let target = schema[link.target].name
      report.add(line: table.lines.line(of: row), value: text) {
        suggestions?.reason(for: text, target: target) ?? KeySuggestions.unknown(target)
      }
    }
    return report.problems
  }
}

/// The ordinals of the keys in a column, -1 for missing and for unknown ones.
private func resolve(_ cells: Column, with index: KeyIndex) -> Buffer<Int32> {
  switch cells.storage {
  case .int64(let values) where cells.type == .int: return index.rows(of: values)
  case .codes8, .codes16, .codes32:
    let entries = cells.dictionary?.entries ?? []
    let targets = [MissingValue.row] + entries.map { index.row(ofText: $0.english) }
    return Buffer((0..<cells.count).map { targets[cells.code(at: $0)] })
  case .missing: return Buffer(repeating: MissingValue.row, count: cells.count)
  case .text, .int64, .double, .days, .rows, .masks, .bytes, .periods, .lists:
    return index.rows(of: cells.textForm)
  }
}
