import HearthData
import HearthText

/// A whole schema: entities, fields and links by their positions.
extension Archive {
  mutating func schema(_ schema: inout Schema) throws(Damage) {
    try list(&schema.entities, blank: Entity(name: .blank)) { (a, entity) throws(Damage) in
      try a.entity(&entity)
    }
    let blank = Link(
      source: EntityID(0), target: EntityID(0), name: .blank, reverseName: .blank,
      kind: .key(field: 0))
    try list(&schema.links, blank: blank) { (a, link) throws(Damage) in try a.link(&link) }
    try optional(&schema.asOf, blank: Day(0)) { (a, day) throws(Damage) in try a.day(&day) }
    try list(&schema.terms, blank: Term(name: "", first: Day(0), last: Day(0))) {
      (a, term) throws(Damage) in
      try a.text(&term.name)
      try a.day(&term.first)
      try a.day(&term.last)
    }
    var privacy = schema.privacy.rawValue
    try integer(&privacy)
    guard let level = PrivacyLevel(rawValue: privacy) else { throw Damage() }
    schema.privacy = level
    guard schema.isSound else { throw Damage() }
  }

  private mutating func day(_ day: inout Day) throws(Damage) {
    var number = Int(day.number)
    try integer(&number)
    guard let checked = Day(checked: number) else { throw Damage() }
    day = checked
  }

  private mutating func entity(_ entity: inout Entity) throws(Damage) {
    try bilingual(&entity.name)
    try optional(&entity.file, blank: "") { (a, file) throws(Damage) in try a.text(&file) }
    try list(&entity.fields, blank: Field(name: .blank, type: .missing)) {
      (a, field) throws(Damage) in try a.field(&field)
    }
    try list(&entity.levels, blank: .blank) { (a, level) throws(Damage) in
      try a.bilingual(&level)
    }
    try position(&entity.key)
    try position(&entity.levelField)
    var parent = entity.parentLink?.index
    try position(&parent)
    entity.parentLink = parent.map { LinkID($0) }
    try position(&entity.occurred)
    try position(&entity.opens)
    try position(&entity.closes)
    try flag(&entity.isDeclared)
    try flag(&entity.isBuiltIn)
  }

  private mutating func field(_ field: inout Field) throws(Damage) {
    try bilingual(&field.name)
    try type(&field.type)
    try optional(&field.closedValues, blank: CategoryDictionary([], isClosed: true)) {
      (a, values) throws(Damage) in try a.dictionary(&values)
    }
    try flag(&field.isPrivate)
    try flag(&field.hasFlags)
    var link = field.link?.index
    try position(&link)
    field.link = link.map { LinkID($0) }
    try flag(&field.isStored)
  }

  private mutating func link(_ link: inout Link) throws(Damage) {
    try integer(&link.source.index)
    try integer(&link.target.index)
    try bilingual(&link.name)
    try bilingual(&link.reverseName)
    var key = -1
    var pairs: [Link.Pair] = []
    switch link.kind {
    case .key(let field): key = field
    case .match(let matched): pairs = matched
    }
    try integer(&key)
    try list(&pairs, blank: Link.Pair(own: 0, target: 0)) { (a, pair) throws(Damage) in
      try a.integer(&pair.own)
      try a.integer(&pair.target)
    }
    link.kind = key >= 0 ? .key(field: key) : .match(pairs)
  }

  private mutating func position(_ position: inout Int?) throws(Damage) {
    try optional(&position, blank: 0) { (a, index) throws(Damage) in try a.integer(&index) }
  }

  mutating func dictionary(_ dictionary: inout CategoryDictionary) throws(Damage) {
    var entries = dictionary.entries
    var isClosed = dictionary.isClosed
    try list(&entries, blank: .blank) { (a, entry) throws(Damage) in try a.bilingual(&entry) }
    try flag(&isClosed)
    if isReading { dictionary = CategoryDictionary(entries, isClosed: isClosed) }
  }
}

extension Bilingual {
  static let blank = Bilingual(same: "")
}

extension Schema {
  /// Whether every position in it leads somewhere.
  fileprivate var isSound: Bool {
    entities.indices.allSatisfy { isSound(entities[$0]) } && links.allSatisfy(isSound)
  }

  private func isSound(_ entity: Entity) -> Bool {
    let positions = [
      entity.key, entity.levelField, entity.occurred, entity.opens, entity.closes,
    ]
    return positions.allSatisfy { $0.map(entity.fields.indices.contains) ?? true }
      && (entity.parentLink.map { links.indices.contains($0.index) } ?? true)
      && entity.fields.allSatisfy { field in
        isSound(field.type) && (field.link.map { links.indices.contains($0.index) } ?? true)
      }
  }

  private func isSound(_ type: ValueType) -> Bool {
    switch type {
    case .link(let entity, _): entities.indices.contains(entity.index)
    case .category(.field(let field)), .tags(.field(let field)): has(field)
    case .list(let element): isSound(element)
    case .decimal(let scale): (0...18).contains(scale)
    case .text, .category, .tags, .int, .number, .bool, .date, .dateTime, .period, .missing: true
    }
  }

  private func has(_ field: FieldID) -> Bool {
    entities.indices.contains(field.entity.index)
      && self[field.entity].fields.indices.contains(field.index)
  }

  private func isSound(_ link: Link) -> Bool {
    guard entities.indices.contains(link.source.index),
      entities.indices.contains(link.target.index)
    else { return false }
    switch link.kind {
    case .key(let field): return has(FieldID(link.source, field))
    case .match(let pairs):
      return pairs.allSatisfy {
        has(FieldID(link.source, $0.own)) && has(FieldID(link.target, $0.target))
      }
    }
  }
}
