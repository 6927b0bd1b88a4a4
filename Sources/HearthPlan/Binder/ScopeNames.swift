import HearthData
import HearthText

/// A name that could be typed, with what it is.
package struct ScopeName: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case column, field, level, definition, function, collection, link, flag
  }

  package var names: Bilingual
  package var kind: Kind
  package var type: ValueType?

  init(_ names: Bilingual, _ kind: Kind, _ type: ValueType? = nil) {
    self.names = names
    self.kind = kind
    self.type = type
  }
}

extension Binder {
  /// The names of a row itself: shown columns first, then hidden ones, then those of its entity.
  func names(in scope: Scope) -> [ScopeName] {
    var result = scope.columns.map { ScopeName($0.label, .column, $0.expression?.type) }
    result += scope.hidden.map { ScopeName($0.label, .column, $0.expression?.type) }
    if let entity = scope.entity { result += names(of: entity) }
    result += catalog.definitions(of: nil).map { ScopeName($0.name, .function) }
    var seen: Set<Bilingual> = []
    return result.filter { seen.insert($0.names).inserted }
  }

  /// The names of a row of an entity.
  func names(of entity: EntityID) -> [ScopeName] {
    var result: [ScopeName] = []
    for field in schema[entity].fields {
      let isMany = field.link.map { !schema[$0].isToOne } ?? false
      let kind: ScopeName.Kind = isMany ? .collection : field.link == nil ? .field : .link
      result.append(ScopeName(field.name, kind, field.type))
    }
    result += levelNames(of: entity)
    for definition in catalog.definitions(of: entity) {
      let isFunction = !definition.tree.parameters.isEmpty
      result.append(ScopeName(definition.name, isFunction ? .function : .definition))
    }
    result += schema.collections(of: entity).map { ScopeName($0.name, .collection) }
    for field in schema[entity].fields where field.hasFlags {
      result += field.closedValues?.entries.map { ScopeName($0, .flag, .bool) } ?? []
    }
    return result
  }

  private func levelNames(of entity: EntityID) -> [ScopeName] {
    if !schema[entity].levels.isEmpty {
      return schema[entity].levels.map { ScopeName($0, .level, .link(entity, .name)) }
    }
    let links = schema.areaLinks(of: entity)
    guard links.count == 1, case .link(let areas, _) = schema[links[0]].type else { return [] }
    return schema[areas].levels.map { ScopeName($0, .level, .link(areas, .name)) }
  }
}
