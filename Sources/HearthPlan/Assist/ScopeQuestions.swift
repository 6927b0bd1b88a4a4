import HearthData
import HearthSyntax
import HearthText

/// What could be typed at a place of a query: asked by completion, hover and help.
///
/// It is made from the scope that `bind` answers for the stages before the cursor.
package struct ScopeQuestions {
  private var binder: Binder
  private let scope: Scope

  package init(
    _ scope: Scope, catalog: Catalog, options: BinderOptions, host: any BinderHost
  ) {
    self.binder = Binder(catalog: catalog, options: options, host: host)
    self.scope = scope
  }

  /// The names of the row, and of the row outside when this is the inside of a link.
  package var names: [ScopeName] {
    var result = binder.names(in: scope)
    if case .outside(let outer) = scope.parent { result += binder.names(in: outer) }
    var seen: Set<Bilingual> = []
    return result.filter { seen.insert($0.names).inserted }
  }

  /// The tables that a query may begin with: those of the data set and those of the session.
  package func tables(results: [String]) -> [Bilingual] {
    binder.schema.entities.map(\.name) + results.map { Bilingual(same: $0) }
  }

  /// The names after `path.`: those of the row, or of the many rows, that it leads to.
  package mutating func members(of path: [String]) -> [ScopeName] {
    guard let entity = target(of: path) else { return [] }
    return binder.names(of: entity)
  }

  /// The scope inside `path where …`, for a link to many rows.
  package mutating func inside(_ path: [String]) -> Scope? {
    guard let expression = expression(path),
      let reference = binder.collection(in: expression, scope)
    else { return nil }
    return binder.rowScope(of: reference, outside: scope)
  }

  /// The values that a category, a tag set or a level can have; those found in the data are read.
  package mutating func values(of path: [String], limit: Int = 500) -> [Bilingual] {
    guard let type = type(of: path) else { return [] }
    switch type {
    case .category(let domain), .tags(let domain):
      let values = binder.closedValues(domain) ?? (try? binder.catalog.store.dictionary(domain))
      return Array((values?.entries ?? []).prefix(limit))
    case .link(let entity, let display): return rowNames(entity, display, path, limit)
    case .bool:
      return [Bilingual("true", "true"), Bilingual("false", "false")]
    case .text, .int, .number, .decimal, .date, .dateTime, .period, .list, .missing: return []
    }
  }

  /// The type of a name or path; nil when it has none.
  package mutating func type(of path: [String]) -> ValueType? {
    guard let expression = expression(path) else { return nil }
    binder.diagnostics = []
    return binder.bind(expression, in: scope)?.type
  }

  private func expression(_ path: [String]) -> Expression? {
    let span = Span(0, 0)
    guard let first = path.first else { return nil }
    var result = Expression(.name(Name(first, span)), span)
    for name in path.dropFirst() {
      result = Expression(.path(base: result, Name(name, span)), span)
    }
    return result
  }

  private mutating func target(of path: [String]) -> EntityID? {
    guard let expression = expression(path) else { return nil }
    if let reference = binder.collection(in: expression, scope),
      reference.path.count == path.count
    {
      return reference.entity
    }
    if case .link(let entity, _)? = type(of: path) { return entity }
    return nil
  }

  private mutating func rowNames(
    _ entity: EntityID, _ display: ValueType.LinkDisplay, _ path: [String], _ limit: Int
  ) -> [Bilingual] {
    let schema = binder.schema
    let field = display == .name ? schema[entity].nameField : schema[entity].key
    guard let field, !schema[entity].fields[field].isPrivate, let expression = expression(path),
      let bound = binder.bind(expression, in: scope),
      let column = try? binder.catalog.store.column(FieldID(entity, field))
    else { return [] }
    var rows = Array(0..<Int32(column.count))
    if let level = binder.levelOfResult(bound),
      let ancestors = try? binder.catalog.store.ancestors(at: level, of: entity)
    {
      rows = rows.filter { ancestors[Int($0)] == $0 }
    }
    var seen: Set<String> = []
    return rows.lazy.compactMap { column.cellText(at: Int($0)) }
      .filter { seen.insert($0).inserted }.prefix(limit).map { Bilingual(same: $0) }
  }
}
