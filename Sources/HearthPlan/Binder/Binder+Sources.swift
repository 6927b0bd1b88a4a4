import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bind(_ query: Query) -> Pipeline {
    var pipeline = bind(query.source)
    // Brackets take the rows, and not how they would be drawn.
    pipeline.chart = nil
    for (index, stage) in query.stages.enumerated() {
      if index > 0, case .chart = query.stages[index - 1].kind {
        refuseStageAfterChart(stage)
        pipeline.scope.isUncertain = true
      }
      bindWithRemarks(stage, to: &pipeline)
    }
    return pipeline
  }

  mutating func bind(_ source: Source) -> Pipeline {
    switch source.kind {
    case .name(let name): return bindTable(name)
    case .file(let path): return bindFile(path, source.span)
    case .query(let query): return bind(query)
    case .literal(let records): return bindLiteral(records, source.span)
    case .invalid: return uncertain()
    }
  }

  /// Stands for a table that is not there: nothing is said about the names after it.
  private func uncertain() -> Pipeline {
    var scope = Scope()
    scope.isUncertain = true
    return Pipeline(source: .literal(rowCount: 0, []), scope: scope)
  }

  private mutating func bindTable(_ name: Name) -> Pipeline {
    if let entity = catalog.entity(named: name.text) {
      spell(name.span, schema[entity].name)
      return Pipeline(source: .entity(entity), scope: entityScope(entity))
    }
    if let (reference, shape) = host.result(named: name.text) {
      return pipeline(reference, shape, tableName: name.text)
    }
    if !host.isBroken(name.text) { reportUnknownTable(name) }
    return uncertain()
  }

  mutating func reportUnknownTable(_ name: Name) {
    let tables = schema.entities.flatMap { [$0.name.english, $0.name.chinese] }
    let message = Bilingual(
      "there is no table called `\(name.text)`", "没有名为“\(name.text)”的表")
    if name.text == "_" {
      report(
        .unknownTable, name.span, Bilingual("there is no result yet", "还没有上一个结果"))
      return
    }
    report(
      .unknownTable, name.span, message, word: name.text,
      candidates: tables + host.resultNames)
  }

  func entityScope(_ entity: EntityID) -> Scope {
    catalog.knownNames.scope(of: entity) { makeScope(of: entity) }
  }

  private func makeScope(of entity: EntityID) -> Scope {
    var scope = Scope(entity: entity)
    for (index, field) in schema[entity].fields.enumerated() where field.isStored {
      let expression = TypedExpression(.field(FieldID(entity, index)), field.type)
      scope.columns.append(
        Scope.Column(
          field.name.english, label: field.name, expression, isPrivate: field.isPrivate))
    }
    let names = schema[entity].name
    scope.tables = [(names, scope.columns)]
    return scope
  }

  private mutating func bindFile(_ path: String, _ span: Span) -> Pipeline {
    do throws(DataError) {
      let (reference, shape) = try host.file(path)
      return pipeline(reference, shape, tableName: nil)
    } catch {
      report(error, span)
      return uncertain()
    }
  }

  /// A kept result as a source: its computed columns get new numbers.
  private mutating func pipeline(
    _ reference: ResultReference, _ shape: ResultShape, tableName: String?
  ) -> Pipeline {
    record(shape.periods)
    var renumbered: [SlotID: SlotID] = [:]
    var slots: [(from: SlotID, to: SlotID)] = []
    for column in shape.columns {
      for slot in column.expression.slots.sorted(by: { $0.index < $1.index })
      where renumbered[slot] == nil {
        let new = newSlot(column.label)
        renumbered[slot] = new
        slots.append((from: slot, to: new))
      }
    }
    var scope = Scope(entity: shape.entity)
    for column in shape.columns {
      let expression = column.expression.mapped { part in
        guard case .slot(let slot) = part.kind, let new = renumbered[slot] else { return nil }
        return TypedExpression(.slot(new), part.type)
      }
      if column.isPrivate, case .slot(let slot) = expression.kind { privateSlots.insert(slot) }
      scope.columns.append(
        Scope.Column(
          column.name, label: column.label, expression, role: column.role,
          isPrivate: column.isPrivate, cell: column.cell))
    }
    if let tableName { scope.tables = [(Bilingual(same: tableName), scope.columns)] }
    let source = PlanSource.result(reference, entity: shape.entity, slots: slots)
    return Pipeline(source: source, scope: scope)
  }

  // MARK: Literal tables

  private mutating func bindLiteral(_ records: [[HearthSyntax.Column]], _ span: Span) -> Pipeline {
    var names: [String] = []
    var cells: [String: [TypedExpression?]] = [:]
    for (row, record) in records.enumerated() {
      for column in record {
        let name = column.name?.text ?? column.expression.bareWord?.text ?? ""
        if cells[name] == nil {
          names.append(name)
          cells[name] = Array(repeating: nil, count: records.count)
        }
        cells[name]?[row] = bindConstant(column.expression)
      }
    }
    var columns: [(SlotID, [Value], ValueType)] = []
    var scope = Scope()
    for name in names {
      guard let values = cells[name], let (type, constants) = constants(values, span) else {
        scope.columns.append(Scope.Column(name, label: Bilingual(same: name), nil))
        continue
      }
      let slot = newSlot(Bilingual(same: name))
      columns.append((slot, constants, type))
      scope.columns.append(
        Scope.Column(
          name, label: Bilingual(same: name), TypedExpression(.slot(slot), type)))
    }
    return Pipeline(source: .literal(rowCount: records.count, columns), scope: scope)
  }

  /// A value that needs no row; a bare word is suggested as a text.
  mutating func bindConstant(_ expression: Expression) -> TypedExpression? {
    let text = TypedExpression(.literal(.missing), .text)
    let bound: TypedExpression?
    if expression.bareWord != nil {
      bound = bindOperand(expression, against: text, in: Scope())?.expression
    } else {
      bound = bind(expression, in: Scope())
    }
    guard let bound else { return nil }
    if bound.constant != nil { return bound }
    report(
      .notConstant, expression.span,
      Bilingual("a constant is needed here", "这里须是常量"))
    return nil
  }

  /// All cells of a column brought to one type.
  private mutating func constants(
    _ cells: [TypedExpression?], _ span: Span
  ) -> (ValueType, [Value])? {
    var type = ValueType.missing
    for cell in cells {
      guard let cell else { continue }
      guard let common = commonType(type, cell.type) else {
        reportMismatch(.mixedTypes, span, type, cell.type)
        return nil
      }
      type = common
    }
    let values = cells.map { cell -> Value in
      cell.flatMap { converted($0, to: type).constant } ?? .missing
    }
    return (type, values)
  }
}
