import HearthData

/// The stored fields that a plan may read, so that they can be read together and no others with them.
///
/// More is no harm, and what is missing is read when it is asked for.
package struct PlanFields {
  private let schema: Schema
  private var definitions: [PlannedDefinition] = []
  private var seen: Set<DefinitionID> = []
  package private(set) var fields: Set<FieldID> = []

  package init(_ schema: Schema) { self.schema = schema }

  package mutating func add(_ plan: Plan) {
    definitions = plan.definitions
    seen = []
    addSteps(of: plan)
  }

  private mutating func addSteps(of plan: Plan) {
    if case .query(let inner) = plan.source { addSteps(of: inner) }
    for step in plan.steps {
      if let inner = step.kind.inner { addSteps(of: inner) }
      for collection in step.kind.collections { add(collection.link) }
      step.kind.forEachExpression { add($0) }
    }
    for column in plan.output { add(column.expression) }
  }

  package mutating func add(_ expression: TypedExpression) {
    switch expression.kind {
    case .field(let field): fields.insert(field)
    case .follow(.link(let link), _): add(link)
    case .follow(.level(let areas, _), _): addLevels(of: areas)
    case .linked(let linked): add(linked.collection.link)
    case .definition(let id):
      if seen.insert(id).inserted, definitions.indices.contains(id.index) {
        add(definitions[id.index].body)
      }
    case .literal, .slot, .row, .follow, .outer, .result, .negate, .not, .and, .or, .compare,
      .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags,
      .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      break
    }
    if case .link(let target, _) = expression.type { addNames(of: target) }
    expression.forEachChild { add($0) }
  }

  /// What a row of the entity is called by.
  private mutating func addNames(of entity: EntityID) {
    for field in [schema[entity].key, schema[entity].nameField].compactMap({ $0 }) {
      fields.insert(FieldID(entity, field))
    }
  }

  private mutating func addLevels(of areas: EntityID) {
    addNames(of: areas)
    if let level = schema[areas].levelField { fields.insert(FieldID(areas, level)) }
    if let parent = schema[areas].parentLink { add(parent) }
  }

  private mutating func add(_ id: LinkID) {
    let link = schema[id]
    switch link.kind {
    case .key(let field):
      fields.insert(FieldID(link.source, field))
      if let key = schema[link.target].key { fields.insert(FieldID(link.target, key)) }
    case .match(let pairs):
      for pair in pairs {
        fields.insert(FieldID(link.source, pair.own))
        fields.insert(FieldID(link.target, pair.target))
      }
    }
  }
}

extension PlanStep.Kind {
  /// The ways to many rows that the step goes itself.
  fileprivate var collections: [Collection] {
    switch self {
    case .expand(let collection, _, _): [collection]
    case .cadence(let stage): stage.evidence.steps.map(\.collection)
    case .filter, .compute, .window, .sort, .slice, .top, .distinct, .sample, .group, .join,
      .union, .match, .suppress, .remark, .trend, .stack, .expandSlots:
      []
    }
  }
}
