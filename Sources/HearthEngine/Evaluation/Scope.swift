import HearthData
import HearthPlan

/// Where an expression is compiled: the entity of its rows, how many there are, what lies outside.
final class Scope: Sendable {
  let run: RunState
  let entity: EntityID?
  /// How many rows the kernel will see in all; decides what is worth doing beforehand.
  let rowCount: Int
  let outer: Scope?

  init(run: RunState, entity: EntityID?, rowCount: Int, outer: Scope? = nil) {
    self.run = run
    self.entity = entity
    self.rowCount = rowCount
    self.outer = outer
  }

  convenience init(_ context: EvaluationContext) {
    self.init(
      run: context.run, entity: context.entity, rowCount: context.rows.count,
      outer: context.outer.map { Scope($0.context) })
  }

  func inside(_ entity: EntityID, rowCount: Int? = nil) -> Scope {
    Scope(run: run, entity: entity, rowCount: rowCount ?? self.rowCount, outer: outer)
  }

  func column(_ field: FieldID) throws(RunError) -> Column {
    try reading { () throws(DataError) in try run.store.column(field) }
  }

  func rowCount(of entity: EntityID) throws(RunError) -> Int {
    try reading { () throws(DataError) in try run.store.rowCount(of: entity) }
  }

  /// The dictionary of a category, a tag set, or a list of categories; nil for other types.
  func dictionary(of type: ValueType) throws(RunError) -> CategoryDictionary? {
    switch type {
    case .category(let domain), .tags(let domain):
      return try reading { () throws(DataError) in try run.store.dictionary(domain) }
    case .list(let element): return try dictionary(of: element)
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link, .missing:
      return nil
    }
  }

  /// A column of one row with a constant.
  func constant(_ value: Value, _ type: ValueType) throws(RunError) -> Column {
    Column(values: [value], type: type, dictionary: try dictionary(of: type))
  }

  func body(of definition: DefinitionID) throws(RunError) -> TypedExpression {
    guard run.definitions.indices.contains(definition.index) else {
      throw .misbuiltPlan("no definition \(definition.index)")
    }
    return run.definitions[definition.index].body
  }
}
