import HearthData
import HearthPlan
import HearthText

/// The names of a row of an entity: fields, levels, definitions, links to many rows, flags.
struct EntityNames {
  private(set) var all: [KnownName] = []
  private let schema: Schema
  private let entity: EntityID

  init(_ catalog: Catalog, _ entity: EntityID) {
    schema = catalog.schema
    self.entity = entity
    guard schema.entities.indices.contains(entity.index) else { return }
    addFields()
    addLevels()
    addDefinitions(catalog)
    addReverseLinks()
    addFlags()
  }

  private mutating func addFields() {
    for field in schema[entity].fields {
      var known = KnownName(names: field.name, kind: .field, type: field.type)
      known.isPrivate = field.isPrivate
      if let link = field.link {
        known.kind = .link
        known.target = schema[link].target
        known.isMany = !schema[link].isToOne
      }
      all.append(known)
    }
  }

  private mutating func addLevels() {
    if !schema[entity].levels.isEmpty { return add(levelsOf: entity) }
    let areas = schema[entity].fields.compactMap { field -> EntityID? in
      guard let link = field.link, schema[link].isToOne else { return nil }
      return schema[schema[link].target].levels.isEmpty ? nil : schema[link].target
    }
    // With two links to areas a level needs a path.
    if areas.count == 1 { add(levelsOf: areas[0]) }
  }

  private mutating func add(levelsOf areas: EntityID) {
    for (index, level) in schema[areas].levels.enumerated() {
      all.append(
        KnownName(
          names: level, kind: .level, type: .link(areas, .name), target: areas, level: index))
    }
  }

  private mutating func addDefinitions(_ catalog: Catalog) {
    for definition in catalog.definitions {
      guard let owner = definition.tree.entity?.text else { continue }
      let names = schema[entity].name
      guard names.english == owner || names.chinese == owner else { continue }
      let isFunction = !definition.tree.parameters.isEmpty
      all.append(KnownName(names: definition.name, kind: isFunction ? .function : .definition))
    }
  }

  private mutating func addReverseLinks() {
    for link in schema.links {
      // A link on several fields is itself a field of its source.
      if link.target == entity {
        all.append(
          KnownName(names: link.reverseName, kind: .link, target: link.source, isMany: true))
      }
    }
  }

  private mutating func addFlags() {
    for field in schema[entity].fields where field.hasFlags {
      for value in field.closedValues?.entries ?? [] {
        all.append(KnownName(names: value, kind: .flag, type: .bool))
      }
    }
  }
}
