import HearthData
import HearthSyntax
import HearthText

extension SchemaBinder {
  mutating func addFields(of id: EntityID) {
    let declaration = declarations[id.index].tree
    for tree in declaration.fields { addField(tree, to: id) }
    schema.entities[id.index].levels = declaration.levels.map {
      Bilingual($0.name.text, $0.label ?? $0.name.text)
    }
  }

  private mutating func addField(_ tree: FieldDeclaration, to id: EntityID) {
    let name = Bilingual(tree.name.text, tree.label ?? tree.name.text)
    let existing = schema[id].fields
    if let twin = existing.first(where: {
      $0.name.isNamed(name.english) || $0.name.isNamed(name.chinese)
    }) {
      report(
        .duplicateDeclaration, tree.name.span,
        Bilingual(
          "`\(schema[id].name.english)` has two fields called `\(twin.name.english)` or `\(name.chinese)`",
          "“\(schema[id].name.chinese)”有两个字段叫“\(twin.name.chinese)”或“\(name.english)”"))
      return
    }
    let index = existing.count
    var field = Field(name: name, type: .text)
    guard setType(of: &field, tree, FieldID(id, index)) else { return }
    schema.entities[id.index].fields.append(field)
    for modifier in tree.modifiers { apply(modifier, tree, FieldID(id, index)) }
  }

  /// False when the declaration is so wrong that there is no field.
  private mutating func setType(
    of field: inout Field, _ tree: FieldDeclaration, _ id: FieldID
  ) -> Bool {
    switch tree.type {
    case .text: field.type = .text
    case .int: field.type = .int
    case .number: field.type = .number
    case .bool: field.type = .bool
    case .date: field.type = .date
    case .dateTime: field.type = .dateTime
    case .period: field.type = .period
    case .decimal(let scale):
      guard (0...Decimal.maximumScale).contains(scale) else {
        report(
          .badDeclaration, tree.span,
          Bilingual("a decimal has 0 to 18 places", "小数的位数为 0 到 18"))
        return false
      }
      field.type = .decimal(scale: scale)
    case .category(let values):
      field.type = .category(.field(id))
      if !values.isEmpty { field.closedValues = dictionary(values) }
    case .tags(let values):
      guard values.count <= 64 else {
        report(
          .badDeclaration, tree.span,
          Bilingual("a tag set has at most 64 values", "一个标签集合最多有 64 个取值"))
        return false
      }
      field.type = .tags(.field(id))
      if !values.isEmpty { field.closedValues = dictionary(values) }
    case .link(let target): return addLink(&field, to: target, tree, id)
    }
    return true
  }

  private mutating func dictionary(_ values: [CategoryValue]) -> CategoryDictionary {
    var seen: Set<String> = []
    for value in values {
      let names = Set([value.name.text, value.label ?? value.name.text])
      if !seen.isDisjoint(with: names) {
        report(
          .duplicateDeclaration, value.name.span,
          Bilingual(
            "two values are called `\(value.name.text)` or `\(value.label ?? value.name.text)`",
            "有两个取值叫“\(value.label ?? value.name.text)”或“\(value.name.text)”"))
      }
      seen.formUnion(names)
    }
    return CategoryDictionary(
      values.map { Bilingual($0.name.text, $0.label ?? $0.name.text) }, isClosed: true)
  }

  private mutating func addLink(
    _ field: inout Field, to target: Name, _ tree: FieldDeclaration, _ id: FieldID
  ) -> Bool {
    guard let targetID = entity(named: target.text) else {
      let names = schema.entities.flatMap { [$0.name.english, $0.name.chinese] }
      report(
        .unknownTarget, target.span,
        Bilingual("there is no entity called `\(target.text)`", "没有名为“\(target.text)”的实体"),
        suggestion: nearest(to: target.text, in: names))
      return false
    }
    let link = LinkID(schema.links.count)
    var reverse = schema[id.entity].name
    var isMatch = false
    for modifier in tree.modifiers {
      switch modifier {
      case .reverse(let name): reverse = Bilingual(same: name.text)
      case .match: isMatch = true
      case .key, .isPrivate, .flags, .occurred, .opens, .closes: break
      }
    }
    reverse = uniqueReverse(reverse, field.name, from: id.entity, to: targetID, tree)
    schema.links.append(
      Link(
        source: id.entity, target: targetID, name: field.name, reverseName: reverse,
        kind: isMatch ? .match([]) : .key(field: id.index)))
    field.type = .link(targetID, .key)
    field.link = link
    field.isStored = !isMatch
    return true
  }

  /// Two links between the same tables need two reverse names; the second is named after its field.
  private mutating func uniqueReverse(
    _ name: Bilingual, _ field: Bilingual, from source: EntityID, to target: EntityID,
    _ tree: FieldDeclaration
  ) -> Bilingual {
    let isTaken = schema.links.contains {
      $0.target == target
        && ($0.reverseName.isNamed(name.english) || $0.reverseName.isNamed(name.chinese))
    }
    if !isTaken { return name }
    let other = Bilingual(
      name.english + "_by_" + field.english, field.chinese + "的" + name.chinese)
    report(
      .duplicateDeclaration, tree.name.span,
      Bilingual(
        "`\(schema[target].name.english)` already has `\(name.english)`; write `as` and a name; until then it is `\(other.english)`",
        "“\(schema[target].name.chinese)”已有“\(name.chinese)”；请用“作为”另起一名；现名为“\(other.chinese)”"),
      severity: .warning)
    return other
  }
}
