import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `with services where P`, `without services`: a condition on the rows of a link.
  mutating func bindHaving(
    _ isWith: Bool, _ link: Name, _ filter: Expression?, _ span: Span,
    _ pipeline: inout Pipeline
  ) {
    guard let resolution = resolveLink(link, in: pipeline.scope) else { return }
    switch resolution {
    case .collection(let reference):
      let rows = rowScope(of: reference, outside: pipeline.scope)
      var condition: TypedExpression?
      if let filter {
        guard let bound = bindCondition(filter, in: rows) else { return }
        refusePrivate(bound, filter.span)
        condition = bound
      }
      let aggregate = Aggregate(isWith ? .any : .no, filter: condition, type: .bool)
      guard let test = linked(aggregate, reference, link.span) else { return }
      pipeline.add(.filter(test), span)
    case .value(let value, _):
      guard let test = bindToOne(value, filter, in: pipeline.scope) else { return }
      pipeline.add(.filter(isWith ? test : TypedExpression(.not(test), .bool)), span)
    case .invalid, .ambiguous, .word: return
    }
  }

  /// A link to one row: there is such a row, and it satisfies the condition.
  private mutating func bindToOne(
    _ link: TypedExpression, _ filter: Expression?, in scope: Scope
  ) -> TypedExpression? {
    let known = TypedExpression(.isKnown(link), .bool)
    guard let filter, case .link(let entity, _) = link.type else { return known }
    var inner = Scope(entity: entity)
    inner.prefix = link
    inner.parent = .beside(scope)
    guard let condition = bindCondition(filter, in: inner) else { return nil }
    refusePrivate(condition, filter.span)
    return .conjunction([known, condition])
  }

  /// The link that a stage names; nil after an error.
  mutating func resolveLink(_ name: Name, in scope: Scope) -> Resolution? {
    nameSpan = name.span
    let found = resolve(name.text, in: scope)
    switch found {
    case .collection(let reference):
      spell(name.span, reference.names)
      return found
    case .value(let value, let names):
      spell(name.span, names)
      if case .link = value.type { return found }
    case .invalid: return nil
    case .ambiguous, .word, nil: break
    }
    guard isFirstReport(of: name.text) else { return nil }
    reportNoLink(name, isKnown: found != nil, in: scope)
    return nil
  }

  /// Suggests the nearest link, else one whose name contains the word, else names them all.
  private mutating func reportNoLink(_ name: Name, isKnown: Bool, in scope: Scope) {
    let message =
      isKnown
      ? Bilingual("`\(name.text)` is no link", "“\(name.text)”不是关联")
      : Bilingual("there is no link called `\(name.text)` here", "这里没有名为“\(name.text)”的关联")
    let links = scope.entity.map { names(of: $0) } ?? []
    let reachable = links.filter { $0.kind == .collection || $0.kind == .link }.map(\.names)
    let candidates = reachable.flatMap { [$0.english, $0.chinese] }
    let suggestion =
      nearest(to: name.text, in: candidates) ?? candidates.first { $0.contains(name.text) }
    report(
      isKnown ? .notALink : .unknownName, name.span, message,
      hint: suggestion.map(Diagnostic.didYouMean)
        ?? listed(links.filter { $0.kind == .collection }.map(\.names)),
      fix: suggestion.map { Diagnostic.Fix(span: name.span, replacement: quotedIfNeeded($0)) })
  }

  private func listed(_ links: [Bilingual]) -> Bilingual {
    guard !links.isEmpty else {
      return Bilingual("no link leads from these rows to many", "这些行没有指向许多行的关联")
    }
    return Bilingual(
      "many rows are behind \(links.map { "`\($0.english)`" }.joined(separator: ", "))",
      "指向许多行的关联有：\(links.map { "“\($0.chinese)”" }.joined(separator: "、"))")
  }

  /// `expand services`: the linked rows, with the columns of both.
  mutating func bindExpand(
    _ link: Name, _ filter: Expression?, _ span: Span, _ pipeline: inout Pipeline
  ) {
    let scope = pipeline.scope
    guard let resolution = resolveLink(link, in: scope) else {
      pipeline.scope.isUncertain = true
      return
    }
    guard case .collection(let reference) = resolution, reference.steps.count == 1,
      reference.steps[0].prefix == nil
    else {
      report(
        .notALink, link.span,
        Bilingual(
          "`\(link.text)` leads to one row; there is nothing to expand",
          "“\(link.text)”只指向一行，无从展开"),
        hint: Bilingual("use a path like `\(link.text).…`", "请用“\(link.text).…”取它的字段"))
      return
    }
    var condition: TypedExpression?
    if let filter {
      condition = bindCondition(filter, in: rowScope(of: reference, outside: scope))
      if let condition { refusePrivate(condition, filter.span) }
    }
    var carried: [Assignment] = []
    var columns: Scope.Columns = []
    for column in scope.columns { columns.append(carry(column, &carried)) }
    pipeline.add(
      .expand(reference.steps[0].collection, filter: condition, carried: carried), span)
    var expanded = entityScope(reference.entity)
    let own = expanded.columns
    for column in own {
      columns.append(prefixed(column, reference.names, besides: columns))
    }
    expanded.columns = columns
    expanded.tables += scope.tables.map { table in
      let own = columns.filter { column in table.columns.contains { $0.name == column.name } }
      return (table.names, Scope.Columns(own))
    }
    pipeline.scope = expanded
  }

  /// A shown column of the row before, kept in a slot.
  private mutating func carry(
    _ column: Scope.Column, _ carried: inout [Assignment]
  ) -> Scope.Column {
    var result = column
    guard let expression = column.expression else { return result }
    let slot = newSlot(column.label)
    noteSlot(slot, expression)
    carried.append(Assignment(slot, expression))
    result.expression = TypedExpression(.slot(slot), expression.type)
    return result
  }

  /// A clash is named after the table that it comes from.
  func prefixed(
    _ column: Scope.Column, _ table: Bilingual, besides taken: Scope.Columns
  ) -> Scope.Column {
    let isTaken = taken.contains {
      $0.isNamed(column.name) || $0.isNamed(column.label.english)
        || $0.isNamed(column.label.chinese)
    }
    guard isTaken else { return column }
    var result = column
    let names = Bilingual(
      table.english + "_" + column.label.english, table.chinese + "_" + column.label.chinese)
    result.label = unique(names, besides: taken)
    result.name = result.label.english
    return result
  }
}
