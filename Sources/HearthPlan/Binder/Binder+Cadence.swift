import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `cadence`: columns beside each row, and with `by` the groups that they add up to.
  mutating func bindCadence(
    _ cadence: Stage.Cadence, _ stage: Stage, _ pipeline: inout Pipeline
  ) {
    let scope = pipeline.scope
    let evidence = bindDated(cadence.evidence, stage, in: scope)
    let rhythm = bindRhythm(cadence.rhythm, in: scope)
    let minimum = bindMinimum(cadence.evidence, in: scope)
    let period = bindSlotPeriod(cadence.period, stage, in: scope)
    guard let evidence, let rhythm, let minimum, let period else {
      for key in cadence.keys { _ = bind(key.expression, in: scope) }
      pipeline.scope.isUncertain = true
      return
    }
    let columns = CadenceMeasure.allCases.map { measure in
      CadenceStage.Column(measure, newSlot(measure.names))
    }
    pipeline.add(
      .cadence(
        CadenceStage(
          evidence: evidence, rhythm: rhythm, minimum: minimum, period: period,
          today: options.today, opens: lifeDate(\.opens, of: scope.entity),
          closes: lifeDate(\.closes, of: scope.entity), columns: columns)), stage.span)
    guard cadence.keys.isEmpty else {
      return bindCadenceGroups(cadence.keys, columns, stage.span, &pipeline)
    }
    for column in columns {
      let value = TypedExpression(.slot(column.slot), column.measure.type)
      show(column.measure, value, in: &pipeline.scope)
    }
  }

  /// A column is called as its measure, unless the rows show one of that name.
  private func show(
    _ measure: CadenceMeasure, _ value: TypedExpression, in scope: inout Scope
  ) {
    let names = unique(measure.names, besides: scope.columns)
    scope.columns.append(
      Scope.Column(
        names.english, label: names, value, role: measure == .rate ? .rate : .plain))
  }

  func lifeDate(
    _ mark: KeyPath<Entity, Int?>, of entity: EntityID?
  ) -> TypedExpression? {
    guard let entity, let field = schema[entity][keyPath: mark] else { return nil }
    let id = FieldID(entity, field)
    return TypedExpression(.field(id), schema[id].type)
  }

  // MARK: Groups

  /// The rows of a group added up; what has no meaning for a row is not counted as skipped.
  private mutating func bindCadenceGroups(
    _ keys: [HearthSyntax.Column], _ columns: [CadenceStage.Column], _ span: Span,
    _ pipeline: inout Pipeline
  ) {
    let rows = pipeline.scope
    var groups = Scope()
    groups.isGrouped = true
    var stage = GroupStage(keys: [], aggregates: [], measures: [], withTotal: true)
    for key in keys { bindKey(key, rows, &groups, &stage.keys) }
    var sums: [CadenceMeasure: TypedExpression] = [:]
    for column in columns {
      guard let function = column.measure.ofGroup else { continue }
      let value = TypedExpression(.slot(column.slot), column.measure.type)
      sums[column.measure] = TypedExpression(.result(stage.aggregates.count), value.type)
      stage.aggregates.append(
        Aggregate(
          function, argument: value, filter: TypedExpression(.isKnown(value), .bool),
          type: value.type))
    }
    for measure in CadenceMeasure.allCases where measure != .slots {
      guard let value = sums[measure] ?? rate(sums[.met], of: sums[.expected]) else { continue }
      let slot = newSlot(measure.names)
      stage.measures.append(Assignment(slot, value))
      show(measure, TypedExpression(.slot(slot), value.type), in: &groups)
    }
    pipeline.add(.group(stage), span)
    pipeline.scope = groups
  }

  /// Missing where nothing was expected.
  private func rate(_ met: TypedExpression?, of expected: TypedExpression?) -> TypedExpression? {
    guard let met, let expected else { return nil }
    let nothing = TypedExpression(
      .compare(.equal, expected, TypedExpression(.literal(.int(0)), .int)), .bool)
    let quotient = TypedExpression(
      .arithmetic(.divide, converted(met, to: .number), converted(expected, to: .number)), .number)
    return TypedExpression(
      .conditional(
        nothing, then: TypedExpression(.literal(.missing), .number), otherwise: quotient), .number)
  }
}
