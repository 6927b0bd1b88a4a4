import HearthData
import HearthPlan

@testable import HearthEngine

/// The same language once more, one value at a time and as plainly as can be: what the kernels are
/// compared with.
struct Oracle {
  let fixture: Fixture
  var definitions: [PlannedDefinition] = []

  /// One row, and the rows outside it.
  final class Place {
    let entity: EntityID?
    let row: Int
    let position: Int
    let context: EvaluationContext?
    let outer: Place?

    init(
      entity: EntityID?, row: Int, position: Int = 0, context: EvaluationContext? = nil,
      outer: Place? = nil
    ) {
      self.entity = entity
      self.row = row
      self.position = position
      self.context = context
      self.outer = outer
    }
  }

  struct Overflow: Error {}

  func values(
    _ expression: TypedExpression, in context: EvaluationContext
  ) throws -> [Value] {
    try (0..<context.rows.count).map { position in
      try value(expression, at: place(position, in: context))
    }
  }

  func place(_ position: Int, in context: EvaluationContext) -> Place {
    let row: Int
    switch context.rows {
    case .range(let range): row = range.lowerBound + position
    case .ordinals(let ordinals): row = Int(ordinals[position])
    }
    return Place(
      entity: context.entity, row: row, position: position, context: context,
      outer: context.outer.map { place(Int($0.positions[position]), in: $0.context) })
  }

  func isTrue(_ expression: TypedExpression, at place: Place) throws -> Bool {
    try value(expression, at: place) == .bool(true)
  }

  func value(_ expression: TypedExpression, at place: Place) throws -> Value {
    let type = expression.type
    switch expression.kind {
    case .literal(let value): return value
    case .slot(let slot):
      guard let column = place.context?.slots[slot] else { return .missing }
      return column.value(at: place.position)
    case .result(let index):
      return place.context?.results[index].value(at: place.position) ?? .missing
    case .field(let field):
      return place.row < 0 ? .missing : try fixture.store.column(field).value(at: place.row)
    case .row:
      guard let entity = place.entity, place.row >= 0 else { return .missing }
      return .row(entity, Int32(place.row))
    case .definition(let id): return try value(definitions[id.index].body, at: place)
    case .follow(let hop, let inner):
      let (entity, row) = try destination(hop, place)
      guard row >= 0 else { return .missing }
      return try value(inner, at: Place(entity: entity, row: row, outer: place.outer))
    case .outer(let inner):
      guard let outer = place.outer, outer.row >= 0 || outer.entity == nil else { return .missing }
      return try value(inner, at: outer)
    case .linked(let linked): return try self.linked(linked, place)
    case .negate(let operand): return try negated(try value(operand, at: place))
    case .not(let operand): return .bool(try !isTrue(operand, at: place))
    case .and(let parts):
      for part in parts where try !isTrue(part, at: place) { return .bool(false) }
      return .bool(true)
    case .or(let parts):
      for part in parts where try isTrue(part, at: place) { return .bool(true) }
      return .bool(false)
    case .compare(let comparison, let a, let b):
      return .bool(
        try compare(comparison, try value(a, at: place), try value(b, at: place), a.type))
    case .arithmetic(let operation, let a, let b):
      return try arithmetic(operation, try value(a, at: place), try value(b, at: place), type)
    case .join(let a, let b):
      guard case .text(let x) = try value(a, at: place), case .text(let y) = try value(b, at: place)
      else { return .missing }
      return .text(x + y)
    case .isMissing(let operand): return .bool(try value(operand, at: place) == .missing)
    case .isKnown(let operand): return .bool(try value(operand, at: place) != .missing)
    case .isOneOf(let operand, let values):
      let x = try value(operand, at: place)
      return .bool(try values.contains { try compare(.equal, x, $0, operand.type) })
    case .inPeriod(let date, let period):
      guard case .period(let period) = try value(period, at: place) else { return .bool(false) }
      guard let day = day(try value(date, at: place)) else { return .bool(false) }
      return .bool(period.contains(day))
    case .textMatch(let match, let text, let pattern):
      return .bool(try matches(match, try value(text, at: place), try value(pattern, at: place)))
    case .hasTags(let tags, let test, let mask):
      guard case .tags(let set) = try value(tags, at: place) else { return .bool(false) }
      return .bool(test == .any ? set & mask != 0 : set & mask == mask)
    case .listHas(let list, let test, let wanted):
      guard case .list(let values) = try value(list, at: place) else { return .bool(false) }
      return .bool(
        test == .any
          ? wanted.contains(where: values.contains) : wanted.allSatisfy(values.contains))
    case .conditional(let condition, let then, let otherwise):
      return try value(try isTrue(condition, at: place) ? then : otherwise, at: place)
    case .coalesce(let a, let b):
      let first = try value(a, at: place)
      return first == .missing ? try value(b, at: place) : first
    case .call(let function, let arguments):
      let values = try arguments.map { try value($0, at: place) }
      return try call(function, values, arguments.map(\.type), type)
    case .convert(let operand):
      return try convert(try value(operand, at: place), operand.type, type)
    case .shift(let date, let amount, let unit):
      return try shifted(try value(date, at: place), try value(amount, at: place), unit)
    case .difference(let unit, let from, let to):
      return difference(unit, try value(from, at: place), try value(to, at: place))
    case .boundary(let isStart, let operand):
      guard case .period(let period) = try value(operand, at: place) else { return .missing }
      return .date(isStart ? period.start : period.lastDay)
    case .makePeriod(let first, let last):
      guard case .date(let start) = try value(first, at: place),
        case .date(let end) = try value(last, at: place), start <= end
      else { return .missing }
      return .period(Period(from: start, through: end))
    }
  }

  private func destination(_ hop: Hop, _ place: Place) throws -> (EntityID, Int) {
    switch hop {
    case .link(let link):
      let target = fixture.schema[link].target
      guard place.row >= 0 else { return (target, -1) }
      return (target, Int(try fixture.store.targets(of: link)[place.row]))
    case .level(let areas, let level):
      guard place.row >= 0 else { return (areas, -1) }
      return (areas, Int(try fixture.store.ancestors(at: level, of: areas)[place.row]))
    case .value(let expression):
      guard case .row(let entity, let row) = try value(expression, at: place) else {
        return (place.entity ?? Fixture.rows, -1)
      }
      return (entity, Int(row))
    }
  }

  /// Nested loops: every row of the other entity is asked whether it belongs to this one.
  private func linked(_ linked: LinkedAggregate, _ place: Place) throws -> Value {
    let collection = linked.collection
    var rows: [Int] = []
    if place.row >= 0 {
      let adjacency = try fixture.store.adjacency(
        of: collection.link, reversed: collection.isReversed)
      rows = adjacency[place.row].map { Int($0) }
    }
    let places = rows.map { Place(entity: collection.entity, row: $0, outer: place) }
    return try aggregate(linked.aggregate, places)
  }
}
