import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindName(_ name: Name, in scope: Scope) -> TypedExpression? {
    nameSpan = name.span
    switch resolve(name.text, in: scope) {
    case .value(let expression, let names):
      spell(name.span, names)
      lintInnerAndOuter(name, in: scope)
      return expression
    case .collection(let reference):
      spell(name.span, reference.names)
      let text = name.text
      report(
        .manyRows, name.span,
        Bilingual("`\(text)` is many rows, not one value", "“\(text)”是许多行，不是一个值"),
        hint: Bilingual(
          "ask `count(\(text))`, `any(\(text) where …)` or `last(\(text).…)`",
          "可以问“计数(\(text))”“有任一(\(text) 其中 …)”或“末次(\(text).…)”"))
      return nil
    case .ambiguous(let paths):
      reportAmbiguous(name, paths)
      return nil
    case .invalid: return nil
    case .word(let word): return reportUnknown(Name(word, name.span), in: scope)
    case nil:
      if let result = bareFunction(name) { return result.expression }
      if let festival = bareFestival(name) {
        return bindPhrase(.festival(FestivalPhrase(festival)), name.span, in: scope)
      }
      return reportUnknown(name, in: scope)
    }
  }

  /// A field of the linked row that the row outside has too.
  private mutating func lintInnerAndOuter(_ name: Name, in scope: Scope) {
    guard case .outside(let outer) = scope.parent, scope.alias != [name.text],
      let inner = scope.entity, resolvedColumn(name.text, in: scope),
      resolvedColumn(name.text, in: outer)
    else { return }
    report(
      .innerAndOuter, name.span,
      Bilingual(
        "`\(name.text)` is read as that of the \(schema[inner].name.english), though the row outside has one too",
        "“\(name.text)”当作“\(schema[inner].name.chinese)”的，虽然外层的行也有"), severity: .warning)
  }

  private mutating func reportAmbiguous(_ name: Name, _ paths: [Bilingual]) {
    let english = paths.map { "`\($0.english)`" }.joined(separator: ", ")
    let chinese = paths.map { "“\($0.chinese)”" }.joined(separator: "、")
    report(
      .ambiguousName, name.span,
      Bilingual(
        "`\(name.text)` could be \(english)", "“\(name.text)”可以是\(chinese)"),
      hint: Bilingual("write the path", "请写出路径"))
  }

  /// The value of a name as seen from a row; nil when there is no such name.
  mutating func resolve(_ name: String, in scope: Scope) -> Resolution? {
    if let found = resolveOwn(name, in: scope) { return found }
    switch scope.parent {
    case .outside(let outer):
      switch resolve(name, in: outer) {
      case .value(let expression, let names):
        if case .literal = expression.kind { return .value(expression, names) }
        return .value(TypedExpression(.outer(expression), expression.type), names)
      case .collection(var reference):
        reference.depth += 1
        return .collection(reference)
      case let other: return other
      }
    case .beside(let outer): return resolve(name, in: outer)
    case nil:
      if let parameter = options.parameters[name] {
        record(options.parameterPeriods[name] ?? [])
        let value = TypedExpression(.literal(parameter.value), parameter.type)
        return .value(value, Bilingual(same: name))
      }
      return scope.isUncertain ? .invalid : nil
    }
  }

  /// A name of the row itself, without looking further out.
  mutating func resolveOwn(_ name: String, in scope: Scope) -> Resolution? {
    switch scope.parameters[name] {
    case .value(let expression): return .value(expression, Bilingual(same: name))
    case .word(let word): return .word(word)
    case .invalid: return .invalid
    case nil: break
    }
    if scope.alias == [name], let entity = scope.entity {
      return .value(rowExpression(entity), scope.aliasNames ?? schema[entity].name)
    }
    if let column = scope.column(named: name) {
      return column.expression.map { .value($0, column.label) } ?? .invalid
    }
    if let entity = scope.entity, let member = resolveMember(name, of: entity) {
      return scope.prefix.map { reached(member, by: $0) } ?? member
    }
    return resolveShownLevel(name, in: scope)
  }

  /// The level of the one shown column that is a link to areas: a group's key, a joined column.
  private func resolveShownLevel(_ name: String, in scope: Scope) -> Resolution? {
    var found: Resolution?
    for column in scope.columns {
      guard let expression = column.expression, case .link(let areas, _) = expression.type,
        let level = schema[areas].levels.firstIndex(where: { $0.isNamed(name) })
      else { continue }
      if found != nil { return nil }
      let inner = levelExpression(areas, level)
      found = .value(expression.following(inner, in: schema), schema[areas].levels[level])
    }
    return found
  }

  func rowExpression(_ entity: EntityID) -> TypedExpression {
    TypedExpression(.row, .link(entity, .key))
  }

  func reached(_ member: Resolution, by prefix: TypedExpression) -> Resolution {
    switch member {
    case .value(let inner, let names):
      return .value(prefix.following(inner, in: schema), names)
    case .collection(var reference):
      reference.steps[0].prefix =
        reference.steps[0].prefix.map { prefix.following($0, in: schema) } ?? prefix
      return .collection(reference)
    case .invalid, .ambiguous, .word: return member
    }
  }

  /// A name of a row of an entity, in the context of that row: fields, then levels, definitions,
  /// links to many rows, and flags.
  mutating func resolveMember(_ name: String, of entity: EntityID) -> Resolution? {
    let member = catalog.knownNames.member(name, of: entity) { findMember(name, of: entity) }
    if let member, !member.yieldsToDefinition { return member.resolution }
    if let index = catalog.definition(named: name, of: entity),
      catalog.definitions[index].tree.parameters.isEmpty
    {
      if let definition = resolveDefinition(index, of: entity) { return definition }
    }
    return member?.resolution
  }

  private func findMember(_ name: String, of entity: EntityID) -> KnownNames.Member? {
    if let found = resolveField(name, of: entity) ?? resolveLevel(name, of: entity) {
      return KnownNames.Member(resolution: found, yieldsToDefinition: false)
    }
    return resolveLinkOrFlag(name, of: entity).map {
      KnownNames.Member(resolution: $0, yieldsToDefinition: true)
    }
  }

  private func resolveField(_ name: String, of entity: EntityID) -> Resolution? {
    guard let id = schema.field(named: name, of: entity) else { return nil }
    let field = schema[id]
    if let link = field.link, !schema[link].isToOne {
      let collection = Collection(
        link: link, isReversed: false, entity: schema[link].target)
      return .collection(
        CollectionReference(
          steps: [.init(collection: collection)], names: field.name, path: [name]))
    }
    return .value(TypedExpression(.field(id), field.type), field.name)
  }

  private func resolveLinkOrFlag(_ name: String, of entity: EntityID) -> Resolution? {
    if let (names, collection) = schema.collections(of: entity).first(where: {
      $0.name.isNamed(name)
    }) {
      return .collection(
        CollectionReference(steps: [.init(collection: collection)], names: names, path: [name]))
    }
    guard let (tags, position) = schema.flag(named: name, of: entity) else { return nil }
    let set = TypedExpression(.field(tags), schema[tags].type)
    return .value(
      TypedExpression(.hasTags(set, .any, mask: 1 << UInt64(position)), .bool),
      schema[tags].closedValues?.entries[position] ?? Bilingual(same: name))
  }

  /// Whoever links to an area also has its levels.
  private func resolveLevel(_ name: String, of entity: EntityID) -> Resolution? {
    if let level = schema[entity].levels.firstIndex(where: { $0.isNamed(name) }) {
      return .value(levelExpression(entity, level), schema[entity].levels[level])
    }
    var found: [(FieldID, EntityID, Int)] = []
    for field in schema.areaLinks(of: entity) {
      guard case .link(let areas, _) = schema[field].type else { continue }
      if let level = schema[areas].levels.firstIndex(where: { $0.isNamed(name) }) {
        found.append((field, areas, level))
      }
    }
    guard let (field, areas, level) = found.first else { return nil }
    let names = schema[areas].levels[level]
    if found.count > 1 {
      return .ambiguous(
        found.map {
          Bilingual(
            schema[$0.0].name.english + "." + names.english,
            schema[$0.0].name.chinese + "." + names.chinese)
        })
    }
    let link = TypedExpression(.field(field), schema[field].type)
    return .value(link.following(levelExpression(areas, level), in: schema), names)
  }

  private func levelExpression(_ areas: EntityID, _ level: Int) -> TypedExpression {
    let row = TypedExpression(.row, .link(areas, .name))
    return TypedExpression(.follow(.level(areas, level), row), .link(areas, .name))
  }
}
