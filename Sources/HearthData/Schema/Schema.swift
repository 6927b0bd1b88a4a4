import HearthText

/// A position in `Schema.entities`.
package struct EntityID: Hashable, Sendable {
  package var index: Int
  @inlinable package init(_ index: Int) { self.index = index }
}

/// A field of an entity by its position in `Entity.fields`.
package struct FieldID: Hashable, Sendable {
  package var entity: EntityID
  package var index: Int

  @inlinable package init(_ entity: EntityID, _ index: Int) {
    self.entity = entity
    self.index = index
  }
}

/// A position in `Schema.links`.
package struct LinkID: Hashable, Sendable {
  package var index: Int
  @inlinable package init(_ index: Int) { self.index = index }
}

/// What a data set consists of: entities, their fields, and the links between them.
package struct Schema: Sendable {
  package var entities: [Entity]
  package var links: [Link]
  package var asOf: Day?
  package var terms: [Term]
  package var privacy: PrivacyLevel

  package init(
    entities: [Entity] = [], links: [Link] = [], asOf: Day? = nil, terms: [Term] = [],
    privacy: PrivacyLevel = .open
  ) {
    self.entities = entities
    self.links = links
    self.asOf = asOf
    self.terms = terms
    self.privacy = privacy
  }

  // Lent, not copied: an entity has many parts, and most askers want one of them.
  package subscript(id: EntityID) -> Entity {
    _read { yield entities[id.index] }
  }
  package subscript(id: FieldID) -> Field {
    _read { yield entities[id.entity.index].fields[id.index] }
  }
  package subscript(id: LinkID) -> Link {
    _read { yield links[id.index] }
  }
}

/// A school term: both days belong to it.
package struct Term: Hashable, Sendable {
  package var name: String
  package var first: Day
  package var last: Day

  package init(name: String, first: Day, last: Day) {
    self.name = name
    self.first = first
    self.last = last
  }
}

package enum PrivacyLevel: Int, Comparable, Sendable {
  case open, masked, aggregate
  package static func < (a: PrivacyLevel, b: PrivacyLevel) -> Bool { a.rawValue < b.rawValue }
}

/// A table: its name is the identifier in English and the label in Chinese.
package struct Entity: Sendable {
  package var name: Bilingual
  /// The file that the schema names; else a file is found by the entity's names.
  package var file: String?
  package var fields: [Field]
  package var key: Int?
  /// From the widest to the narrowest; empty for all but an entity of areas.
  package var levels: [CategoryDictionary.Entry]
  /// The field that says at which level a row is, and the link to the row above.
  package var levelField: Int?
  package var parentLink: LinkID?
  package var occurred: Int?
  package var opens: Int?
  package var closes: Int?
  /// Made by the schema file or the built-in schema, not inferred from data.
  package var isDeclared: Bool
  /// Declared by the built-in schema: dropped when the data set has no table for it.
  package var isBuiltIn = false

  package init(
    name: Bilingual, file: String? = nil, fields: [Field] = [], key: Int? = nil,
    levels: [CategoryDictionary.Entry] = [], levelField: Int? = nil, parentLink: LinkID? = nil,
    occurred: Int? = nil, opens: Int? = nil, closes: Int? = nil, isDeclared: Bool = true
  ) {
    self.name = name
    self.file = file
    self.fields = fields
    self.key = key
    self.levels = levels
    self.levelField = levelField
    self.parentLink = parentLink
    self.occurred = occurred
    self.opens = opens
    self.closes = closes
    self.isDeclared = isDeclared
  }

  /// The field by which a row of areas is printed and compared: `name`, else the key.
  package var nameField: Int? {
    fields.firstIndex { $0.name.english == "name" } ?? key
  }
}

package struct Field: Sendable {
  package var name: Bilingual
  package var type: ValueType
  /// The declared values, for a closed category or tag set; nil for all else.
  package var closedValues: CategoryDictionary?
  package var isPrivate: Bool
  /// Each tag is also a yes/no word of the entity.
  package var hasFlags: Bool
  /// The link that this field is; its type is then `.link`.
  package var link: LinkID?
  /// Whether the table has a column for it: not so for a link `on` other fields, nor for an
  /// inferred link beside its number.
  package var isStored: Bool

  package init(
    name: Bilingual, type: ValueType, closedValues: CategoryDictionary? = nil,
    isPrivate: Bool = false, hasFlags: Bool = false, link: LinkID? = nil, isStored: Bool = true
  ) {
    self.name = name
    self.type = type
    self.closedValues = closedValues
    self.isPrivate = isPrivate
    self.hasFlags = hasFlags
    self.link = link
    self.isStored = isStored
  }
}

/// A link from the rows of `source` to those of `target`, and its reverse.
package struct Link: Sendable {
  package enum Kind: Hashable, Sendable {
    /// To one: the cells of this field of `source` are keys of `target`.
    case key(field: Int)
    /// To many, both ways: rows whose fields are equal, own field first.
    case match([Pair])
  }

  package struct Pair: Hashable, Sendable {
    package var own: Int
    package var target: Int

    package init(own: Int, target: Int) {
      self.own = own
      self.target = target
    }
  }

  package var source: EntityID
  package var target: EntityID
  package var name: Bilingual
  package var reverseName: Bilingual
  package var kind: Kind

  package init(
    source: EntityID, target: EntityID, name: Bilingual, reverseName: Bilingual, kind: Kind
  ) {
    self.source = source
    self.target = target
    self.name = name
    self.reverseName = reverseName
    self.kind = kind
  }

  package var isToOne: Bool {
    switch kind {
    case .key: true
    case .match: false
    }
  }
}
