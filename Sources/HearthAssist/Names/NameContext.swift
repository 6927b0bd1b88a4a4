import HearthData
import HearthPlan
import HearthText

/// A name that a row has, as completion needs to know it.
struct KnownName: Hashable, Sendable {
  var names: Bilingual
  var kind: Candidate.Kind
  var type: ValueType?
  /// Where a path may go on: the entity of the row or rows that it leads to.
  var target: EntityID?
  var isMany = false
  var isPrivate = false
  /// For an area at a level: the position of the level.
  var level: Int?
}

/// The names that a row has at a place: shown and hidden columns, those of the entity that the row
/// is a row of, and, inside a link, those of the row outside.
indirect enum NameContext: Sendable {
  case row(columns: [KnownName], hidden: [KnownName], entity: EntityID?)
  case inside(EntityID, outer: NameContext)
  /// Of two tables, after the `on` of a join.
  case beside(NameContext, NameContext)

  static let nothing = NameContext.row(columns: [], hidden: [], entity: nil)

  init(_ scope: Scope, _ schema: Schema) {
    self = .row(
      columns: scope.columns.map { KnownName($0, schema) },
      hidden: scope.hidden.reversed().map { KnownName($0, schema) }, entity: scope.entity)
  }

  /// The entity of the innermost row.
  var entity: EntityID? {
    switch self {
    case .row(_, _, let entity): entity
    case .inside(let entity, _): entity
    case .beside(let left, _): left.entity
    }
  }

  /// Every name, the nearest first; of two equal ones the first counts.
  func names(_ catalog: Catalog) -> [KnownName] {
    var seen: Set<Bilingual> = []
    return allNames(catalog).filter { seen.insert($0.names).inserted }
  }

  private func allNames(_ catalog: Catalog) -> [KnownName] {
    switch self {
    case .row(let columns, let hidden, let entity):
      columns + hidden + (entity.map { EntityNames(catalog, $0).all } ?? [])
    case .inside(let entity, let outer):
      EntityNames(catalog, entity).all + outer.allNames(catalog)
    case .beside(let left, let right): left.allNames(catalog) + right.allNames(catalog)
    }
  }

  /// What a path leads to; nil when a part of it is unknown.
  func resolve(_ path: [String], _ catalog: Catalog) -> KnownName? {
    guard let first = path.first, var known = allNames(catalog).first(named: first) else {
      return nil
    }
    var isMany = known.isMany
    for name in path.dropFirst() {
      guard let entity = known.target,
        let next = EntityNames(catalog, entity).all.first(named: name)
      else { return nil }
      known = next
      isMany = isMany || next.isMany
    }
    known.isMany = isMany
    return known
  }
}

extension KnownName {
  init(_ column: Scope.Column, _ schema: Schema) {
    self.init(
      names: Bilingual(column.name, column.label.chinese), kind: .column,
      type: column.expression?.type, isPrivate: column.isPrivate)
    if case .link(let entity, _) = type { target = entity }
    if let expression = column.expression { level = expression.areaLevel }
  }

  var isCategory: Bool { if case .category = type { true } else { false } }

  func isNamed(_ name: String) -> Bool { names.english == name || names.chinese == name }
}

extension TypedExpression {
  /// The level of areas that a path to a level ends at.
  fileprivate var areaLevel: Int? {
    guard case .follow(let hop, let inner) = kind else { return nil }
    if case .level(_, let level) = hop { return level }
    return inner.areaLevel
  }
}

extension [KnownName] {
  fileprivate func first(named name: String) -> KnownName? { first { $0.isNamed(name) } }
}
