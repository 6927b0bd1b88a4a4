import HearthData
import HearthSyntax
import HearthText

extension SchemaBinder {
  mutating func apply(
    _ modifier: FieldDeclaration.Modifier, _ tree: FieldDeclaration, _ id: FieldID
  ) {
    let index = id.entity.index
    let type = schema[id].type
    switch modifier {
    case .key:
      mark(\.key, id, tree, Bilingual("key", "主键"))
    case .isPrivate:
      schema.entities[index].fields[id.index].isPrivate = true
    case .flags:
      guard case .tags = type, schema[id].closedValues != nil else {
        return misplaced(
          tree, Bilingual("`flags` needs a set with its values", "“标记”只用于列出取值的集合"))
      }
      schema.entities[index].fields[id.index].hasFlags = true
    case .occurred: markDate(\.occurred, id, tree, Bilingual("occurred", "发生"))
    case .opens: markDate(\.opens, id, tree, Bilingual("opens", "起始"))
    case .closes: markDate(\.closes, id, tree, Bilingual("closes", "终止"))
    case .reverse, .match:
      guard case .link = type else {
        return misplaced(
          tree, Bilingual("`as` and `on` belong to a link", "“作为”和“依据”只用于关联"))
      }
    }
  }

  private mutating func misplaced(_ tree: FieldDeclaration, _ message: Bilingual) {
    report(.badDeclaration, tree.span, message)
  }

  private mutating func markDate(
    _ path: WritableKeyPath<Entity, Int?>, _ id: FieldID, _ tree: FieldDeclaration,
    _ word: Bilingual
  ) {
    switch schema[id].type {
    case .date, .dateTime: mark(path, id, tree, word)
    case .text, .category, .tags, .int, .number, .decimal, .bool, .period, .link, .list, .missing:
      misplaced(
        tree,
        Bilingual("`\(word.english)` belongs to a date", "“\(word.chinese)”只用于日期"))
    }
  }

  private mutating func mark(
    _ path: WritableKeyPath<Entity, Int?>, _ id: FieldID, _ tree: FieldDeclaration,
    _ word: Bilingual
  ) {
    guard schema[id.entity][keyPath: path] == nil else {
      return misplaced(
        tree,
        Bilingual(
          "`\(schema[id.entity].name.english)` has two fields marked `\(word.english)`",
          "“\(schema[id.entity].name.chinese)”有两个字段标为“\(word.chinese)”"))
    }
    schema.entities[id.entity.index][keyPath: path] = id.index
  }

  /// The fields that links `on` several fields compare, once all entities have their fields.
  mutating func addMatches(of id: EntityID) {
    for tree in declarations[id.index].tree.fields {
      for case .match(let matches) in tree.modifiers {
        let index = schema[id].fields.firstIndex { $0.name.english == tree.name.text }
        guard let index, let link = schema[id].fields[index].link else { continue }
        let target = schema[link].target
        var pairs: [Link.Pair] = []
        for match in matches {
          guard let own = field(match.own, of: id), let other = field(match.target, of: target)
          else { continue }
          pairs.append(Link.Pair(own: own, target: other))
        }
        schema.links[link.index].kind = .match(pairs)
      }
    }
  }

  private mutating func field(_ name: Name, of entity: EntityID) -> Int? {
    let fields = schema[entity].fields
    if let index = fields.firstIndex(where: { $0.name.isNamed(name.text) }) { return index }
    report(
      .unknownTarget, name.span,
      Bilingual(
        "`\(schema[entity].name.english)` has no field called `\(name.text)`",
        "“\(schema[entity].name.chinese)”没有名为“\(name.text)”的字段"),
      suggestion: nearest(
        to: name.text, in: fields.flatMap { [$0.name.english, $0.name.chinese] }))
    return nil
  }

  /// An entity of areas needs to know at which level a row is, and which area it lies in.
  mutating func finishLevels(of id: EntityID) {
    let entity = schema[id]
    guard !entity.levels.isEmpty else { return }
    let levelField = entity.fields.firstIndex {
      $0.closedValues?.count == entity.levels.count && $0.name.english == "level"
    }
    let anyField = entity.fields.firstIndex { $0.closedValues?.count == entity.levels.count }
    schema.entities[id.index].levelField = levelField ?? anyField
    schema.entities[id.index].parentLink = entity.fields.compactMap(\.link).first {
      schema[$0].target == id && schema[$0].isToOne
    }
    if schema[id].levelField == nil || schema[id].parentLink == nil {
      report(
        .badDeclaration, declarations[id.index].tree.name.span,
        Bilingual(
          "an entity with levels needs a category with one value per level, and a link to itself",
          "有层级的实体须有一个取值与层级一一对应的类别字段，和一个指向自身的关联"))
    }
  }
}

extension Day {
  /// The parser has checked that the date exists.
  init?(_ literal: DateLiteral) {
    self.init(year: literal.year, month: literal.month, day: literal.day)
  }
}
