import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindPath(
    _ base: Expression, _ name: Name, in scope: Scope
  ) -> TypedExpression? {
    switch resolvePath(base, name, in: scope) {
    case .value(let expression, let names):
      spell(name.span, names)
      return expression
    case .collection(let reference):
      report(
        .manyRows, name.span,
        Bilingual("`\(name.text)` is many rows, not one value", "“\(name.text)”是许多行，不是一个值"),
        hint: Bilingual(
          "ask `count(\(reference.path.joined(separator: ".")))`",
          "可以问“计数(\(reference.path.joined(separator: ".")))”"))
      return nil
    case .invalid, .word, .ambiguous, nil: return nil
    }
  }

  /// What a path leads to; nil after an error has been reported.
  mutating func resolvePath(
    _ base: Expression, _ name: Name, in scope: Scope
  ) -> Resolution? {
    let whole = Expression(.path(base: base, name), base.span.joined(name.span))
    if let entity = scope.entity, whole.isAlias(of: scope) {
      return .value(rowExpression(entity), scope.aliasNames ?? schema[entity].name)
    }
    if let alias = base.bareWord, let column = tableColumn(alias, name, in: scope) {
      return column
    }
    if let reference = collection(in: base, scope), base.pathNames != nil {
      return resolvePath(through: reference, base, name, in: scope)
    }
    guard let link = bind(base, in: scope) else { return nil }
    guard case .link(let entity, _) = link.type else {
      return reportNoLink(base, name, link)
    }
    nameSpan = name.span
    switch resolveMember(name.text, of: entity) {
    case nil:
      reportUnknownMember(name, of: entity)
      return nil
    case .ambiguous(let paths):
      _ = paths
      reportUnknownMember(name, of: entity)
      return nil
    case .collection(var reference):
      let result = reached(.collection(reference), by: link)
      guard case .collection(let outer) = result else { return nil }
      reference = outer
      reference.path = (base.pathNames?.map(\.text) ?? []) + [name.text]
      return .collection(reference)
    case let member?: return reached(member, by: link)
    }
  }

  /// `families.services` of an area: many rows of many rows. Anything else after many rows is only
  /// meant inside an aggregate.
  private mutating func resolvePath(
    through reference: CollectionReference, _ base: Expression, _ name: Name, in scope: Scope
  ) -> Resolution? {
    let whole = Expression(.path(base: base, name), base.span.joined(name.span))
    if let longer = collection(in: whole, scope),
      longer.path.count == (base.pathNames?.count ?? 0) + 1
    {
      return .collection(longer)
    }
    let path = reference.path.joined(separator: ".")
    report(
      .manyRows, base.span,
      Bilingual("`\(path)` is many rows, so this has many values", "“\(path)”是许多行，这里会有许多值"),
      hint: Bilingual(
        "put it into an aggregate: `last(\(path).\(name.text))`, `count(\(path))`",
        "请放进聚合函数：“末次(\(path).\(name.text))”“计数(\(path))”"))
    return nil
  }

  /// A column of a joined table, `plan.amount`.
  private mutating func tableColumn(
    _ table: Name, _ name: Name, in scope: Scope
  ) -> Resolution? {
    guard let joined = scope.tables.last(where: { $0.names.isNamed(table.text) }) else {
      return nil
    }
    guard let column = joined.columns.first(where: { $0.isNamed(name.text) }) else { return nil }
    spell(table.span, joined.names)
    return column.expression.map { .value($0, column.label) } ?? .invalid
  }

  private mutating func reportNoLink(
    _ base: Expression, _ name: Name, _ value: TypedExpression
  ) -> Resolution? {
    let what = Message.type(value.type, schema)
    report(
      .notALink, name.span,
      Bilingual(
        "only a link has fields of its own; this is \(what.english)",
        "只有关联才有下级字段；这里是\(what.chinese)"))
    return nil
  }

  mutating func reportUnknownMember(_ name: Name, of entity: EntityID) {
    let candidates = names(of: entity).flatMap { [$0.names.english, $0.names.chinese] }
    report(
      .unknownName, name.span,
      Bilingual(
        "`\(schema[entity].name.english)` has no field called `\(name.text)`",
        "“\(schema[entity].name.chinese)”没有名为“\(name.text)”的字段"),
      word: name.text, candidates: candidates)
  }

  // MARK: Links to many rows

  /// The link to many rows that an argument speaks of: its own name, the beginning of a path, or
  /// the first such path inside an operation. Aggregates inside it have links of their own.
  mutating func collection(in expression: Expression, _ scope: Scope) -> CollectionReference? {
    if expression.isAlias(of: scope) { return nil }
    switch expression.kind {
    case .name(let name):
      nameSpan = name.span
      if case .collection(var reference)? = resolve(name.text, in: scope) {
        reference.path = [name.text]
        spell(name.span, reference.names)
        return reference
      }
      return nil
    case .path(let base, let name): return collection(base, name, scope)
    case .call(let call):
      let meaning = FunctionTable.meaning(of: call.function.text)
      if meaning?.aggregate != nil && call.arguments.count < 2 { return nil }
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .running,
      .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags, .range,
      .conditional, .duration, .difference, .boundary, .invalid:
      break
    }
    for child in expression.children {
      if let found = collection(in: child, scope) { return found }
    }
    return nil
  }

  private mutating func collection(
    _ base: Expression, _ name: Name, _ scope: Scope
  ) -> CollectionReference? {
    if var reference = collection(in: base, scope) {
      guard let names = base.pathNames else { return reference }
      // What follows the many rows may lead to many rows again.
      let row = rowScope(of: reference, outside: scope)
      let rest = Array(names.dropFirst(reference.path.count))
      guard let (prefix, entity) = quietLink(rest, in: row, reference.entity),
        let next = collection(named: name.text, of: entity)
      else { return reference }
      reference.steps.append(.init(prefix: prefix, collection: next.collection))
      reference.names = next.name
      reference.path = names.map(\.text) + [name.text]
      spell(name.span, next.name)
      return reference
    }
    guard let names = base.pathNames, let (prefix, entity) = quietLink(names, in: scope, nil),
      let found = collection(named: name.text, of: entity)
    else { return nil }
    spell(name.span, found.name)
    return CollectionReference(
      steps: [.init(prefix: prefix, collection: found.collection)], names: found.name,
      path: names.map(\.text) + [name.text])
  }

  private func collection(
    named name: String, of entity: EntityID
  ) -> (name: Bilingual, collection: Collection)? {
    // A field of the same name is meant first.
    if let field = schema.field(named: name, of: entity) {
      guard let link = schema[field].link, !schema[link].isToOne else { return nil }
      let collection = Collection(link: link, isReversed: false, entity: schema[link].target)
      return (schema[field].name, collection)
    }
    return schema.collections(of: entity).first { $0.name.isNamed(name) }
  }

  /// The row that a path of links to one leads to, without saying anything when there is none. An
  /// empty path is the row of `entity` itself.
  private mutating func quietLink(
    _ names: [Name], in scope: Scope, _ entity: EntityID?
  ) -> (TypedExpression?, EntityID)? {
    guard let first = names.first else { return entity.map { (nil, $0) } }
    guard case .value(var link, let spelling)? = resolve(first.text, in: scope) else { return nil }
    spell(first.span, spelling)
    for name in names.dropFirst() {
      guard case .link(let target, _) = link.type,
        case .value(let inner, let spelling)? = resolveMember(name.text, of: target)
      else { return nil }
      spell(name.span, spelling)
      link = link.following(inner, in: schema)
    }
    guard case .link(let target, _) = link.type else { return nil }
    return (link, target)
  }

  /// The scope inside the filter and argument of an aggregate over a link.
  func rowScope(of reference: CollectionReference, outside scope: Scope) -> Scope {
    var outer = scope
    for _ in 0..<reference.depth {
      if case .outside(let next) = outer.parent { outer = next }
    }
    for step in reference.steps {
      if let prefix = step.prefix, case .link(let entity, _) = prefix.type {
        outer = Scope(entity: entity)
      }
      var inner = Scope(entity: step.collection.entity)
      inner.parent = .outside(outer)
      outer = inner
    }
    outer.alias = reference.path
    outer.aliasNames = reference.names
    return outer
  }
}

extension Expression {
  /// Whether this is the name or path by which the scope's rows were reached.
  func isAlias(of scope: Scope) -> Bool {
    !scope.alias.isEmpty && pathNames?.map(\.text) == scope.alias
  }
}
