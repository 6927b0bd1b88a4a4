import HearthData
import HearthSyntax
import HearthText

/// A definition as written, for the binder to bind where it is used.
package struct CatalogDefinition: Hashable, Sendable {
  package var tree: Statement.Definition
  /// A built-in definition whose fields the data set lacks is simply not there.
  package var isBuiltIn: Bool
  /// What is wrong with it has been said where it stands; its uses are not reported again.
  package var isReported = false

  package init(_ tree: Statement.Definition, isBuiltIn: Bool = false) {
    self.tree = tree
    self.isBuiltIn = isBuiltIn
  }

  /// The identifier and the label.
  package var name: Bilingual {
    Bilingual(tree.name.text, tree.label ?? tree.name.text)
  }
}

/// All that a query can name in a data set: its tables and the definitions over them.
package struct Catalog: Sendable {
  package let store: Store
  package private(set) var definitions: [CatalogDefinition] {
    didSet { places = Self.places(of: definitions) }
  }
  /// Where the definitions of a name are, ascending.
  private var places: [String: [Int]]
  let knownNames = KnownNames()

  package var schema: Schema { store.schema }

  package init(store: Store, definitions: [CatalogDefinition] = []) {
    self.store = store
    self.definitions = definitions
    places = Self.places(of: definitions)
  }

  private static func places(of definitions: [CatalogDefinition]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (place, definition) in definitions.enumerated() {
      let name = definition.name
      places[name.english, default: []].append(place)
      if name.chinese != name.english { places[name.chinese, default: []].append(place) }
    }
    return places
  }

  /// A later definition of the same name takes the place of an earlier one.
  package mutating func define(_ definition: CatalogDefinition) {
    let entity = definition.tree.entity.flatMap { self.entity(named: $0.text) }
    let others = definitions.filter { other in
      other.tree.name.text != definition.tree.name.text
        || other.tree.entity.flatMap { self.entity(named: $0.text) } != entity
    }
    definitions = others + [definition]
  }

  package func entity(named name: String) -> EntityID? {
    schema.entities.firstIndex { $0.name.isNamed(name) }.map { EntityID($0) }
  }

  /// The position of a definition of an entity, or of a function that belongs to none.
  func definition(named name: String, of entity: EntityID?) -> Int? {
    places[name]?.last { place in
      guard let owner = definitions[place].tree.entity else { return entity == nil }
      guard let entity else { return false }
      return schema[entity].name.isNamed(owner.text)
    }
  }

  func definitions(of entity: EntityID?) -> [CatalogDefinition] {
    definitions.filter { definition in
      guard let owner = definition.tree.entity else { return entity == nil }
      guard let entity else { return false }
      return schema[entity].name.isNamed(owner.text)
    }
  }
}

extension Bilingual {
  /// Whether a word is one of the two spellings.
  func isNamed(_ word: String) -> Bool { english == word || chinese == word }
}
