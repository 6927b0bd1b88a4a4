import HearthData
import HearthSyntax
import HearthText

extension Catalog {
  /// The words by which a run of Chinese is split: every name of the schema, the declared values,
  /// the definitions and functions, the names of results; what only the data know is asked for
  /// when a run is not explained without it.
  package func vocabulary(results: [String] = [], parameters: [String] = []) -> Vocabulary {
    var words = Set(results).union(parameters)
    for entity in schema.entities {
      words.insert(entity.name)
      for field in entity.fields {
        words.insert(field.name)
        for value in field.closedValues?.entries ?? [] { words.insert(value) }
      }
      for level in entity.levels { words.insert(level) }
    }
    for link in schema.links { words.insert(link.reverseName) }
    for definition in definitions {
      words.insert(definition.name)
      words.formUnion(definition.tree.parameters.map(\.text))
    }
    for names in FunctionTable.allNames { words.insert(names) }
    for names in ResultNames.all { words.insert(names) }
    for day in FunctionTable.weekdays.entries { words.insert(day) }
    let store = store
    return Vocabulary(words: words) { store.knows($0) }
  }
}

extension Set<String> {
  fileprivate mutating func insert(_ names: Bilingual) {
    insert(names.english)
    insert(names.chinese)
  }
}

extension Store {
  /// Whether a word is the name of an area, with or without its level behind it: 莲前, 莲前街道.
  private func isArea(_ word: String, of entity: EntityID) -> Bool {
    let stripped = schema[entity].levels.compactMap { level -> String? in
      word.hasSuffix(level.chinese) ? String(word.dropLast(level.chinese.count)) : nil
    }
    return ([word] + stripped).contains { name in
      !name.isEmpty && (try? rows(of: entity, named: name).isEmpty) == false
    }
  }

  /// Whether a word is the name of an area or a value of an open category.
  fileprivate func knows(_ word: String) -> Bool {
    for (index, entity) in schema.entities.enumerated() {
      let id = EntityID(index)
      if !entity.levels.isEmpty, isArea(word, of: id) { return true }
      for (position, field) in entity.fields.enumerated() where field.isOpenCategory {
        let domain = CategoryDomain.field(FieldID(id, position))
        if let values = try? dictionary(domain), values.position(of: word) != nil { return true }
      }
    }
    return false
  }
}

extension Field {
  /// Values that only the data know.
  fileprivate var isOpenCategory: Bool {
    guard closedValues == nil else { return false }
    switch type {
    case .category, .tags: return true
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link, .list, .missing:
      return false
    }
  }
}
