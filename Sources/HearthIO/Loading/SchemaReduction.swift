import HearthData

/// Takes entities out of a schema, with the links to and from them, and renumbers the rest.
///
/// A field that was a link to a dropped entity becomes text; a link on fields disappears.
struct SchemaReduction {
  private let old: Schema
  private var entityMap: [EntityID?] = []
  private var linkMap: [LinkID?] = []
  private var fieldMaps: [[Int?]] = []

  static func keep(_ isKept: (EntityID) -> Bool, of schema: Schema) -> Schema {
    let kept = schema.entities.indices.map { isKept(EntityID($0)) }
    return kept.allSatisfy { $0 } ? schema : SchemaReduction(schema, kept).reduced
  }

  private init(_ schema: Schema, _ isKept: [Bool]) {
    old = schema
    var count = 0
    for isKept in isKept {
      entityMap.append(isKept ? EntityID(count) : nil)
      if isKept { count += 1 }
    }
    count = 0
    for link in schema.links {
      let stays = entityMap[link.source.index] != nil && entityMap[link.target.index] != nil
      linkMap.append(stays ? LinkID(count) : nil)
      if stays { count += 1 }
    }
    for entity in schema.entities {
      var next = 0
      fieldMaps.append(
        entity.fields.map { field in
          let isGone = field.link.map { linkMap[$0.index] == nil } ?? false
          if isGone, !field.isStored { return nil }
          next += 1
          return next - 1
        })
    }
  }

  private var reduced: Schema {
    var schema = old
    schema.entities = old.entities.indices.compactMap { index in
      entityMap[index] == nil ? nil : entity(index)
    }
    schema.links = old.links.indices.compactMap { linkMap[$0] == nil ? nil : link(old.links[$0]) }
    return schema
  }

  private func entity(_ index: Int) -> Entity {
    var entity = old.entities[index]
    func moved(_ field: Int?) -> Int? { field.flatMap { fieldMaps[index][$0] } }
    entity.fields = entity.fields.indices.compactMap { field in
      fieldMaps[index][field].map { self.field(entity.fields[field], FieldID(EntityID(index), $0)) }
    }
    entity.key = moved(entity.key)
    entity.levelField = moved(entity.levelField)
    entity.parentLink = entity.parentLink.flatMap { linkMap[$0.index] }
    entity.occurred = moved(entity.occurred)
    entity.opens = moved(entity.opens)
    entity.closes = moved(entity.closes)
    return entity
  }

  private func field(_ field: Field, _ id: FieldID) -> Field {
    var field = field
    let own = FieldID(entityMap[id.entity.index] ?? id.entity, id.index)
    field.type = type(field.type, own)
    field.link = field.link.flatMap { linkMap[$0.index] }
    return field
  }

  private func type(_ type: ValueType, _ own: FieldID) -> ValueType {
    switch type {
    case .link(let target, let display):
      entityMap[target.index].map { .link($0, display) } ?? .text
    case .category(let domain): .category(self.domain(domain, own))
    case .tags(let domain): .tags(self.domain(domain, own))
    case .list(let element): .list(self.type(element, own))
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .missing: type
    }
  }

  private func domain(_ domain: CategoryDomain, _ own: FieldID) -> CategoryDomain {
    switch domain {
    case .fixed: domain
    case .field(let field): .field(self.moved(field) ?? own)
    }
  }

  private func moved(_ field: FieldID) -> FieldID? {
    guard let entity = entityMap[field.entity.index],
      let index = fieldMaps[field.entity.index][field.index]
    else { return nil }
    return FieldID(entity, index)
  }

  private func link(_ link: Link) -> Link {
    var link = link
    let (source, target) = (link.source, link.target)
    link.source = entityMap[source.index] ?? source
    link.target = entityMap[target.index] ?? target
    switch link.kind {
    case .key(let field):
      link.kind = .key(field: fieldMaps[source.index][field] ?? field)
    case .match(let pairs):
      link.kind = .match(
        pairs.map { pair in
          Link.Pair(
            own: fieldMaps[source.index][pair.own] ?? pair.own,
            target: fieldMaps[target.index][pair.target] ?? pair.target)
        })
    }
    return link
  }
}
