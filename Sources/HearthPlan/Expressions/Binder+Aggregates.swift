import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// An aggregate: over a link when its argument begins with one, else over the group or table.
  mutating func bindAggregate(
    _ function: AggregateFunction, _ call: Expression.Call, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let row = FunctionTable.row(function)
    if let argument = call.arguments.first,
      let reference = collection(in: argument, scope)
    {
      return bindLinked(row, call, reference, span, in: scope)
    }
    guard var current = collector else {
      // An unknown name is what is wrong, if there is one.
      if let argument = call.arguments.first, bind(argument, in: scope) == nil { return nil }
      reportOutOfPlace(row, call.function.span)
      return nil
    }
    let rows = current.rowScope
    if scope.isGrouped, let argument = call.arguments.first,
      let reference = collection(in: argument, rows)
    {
      return bindLifted(row, call, reference, span)
    }
    collector = nil
    let made = makeAggregate(row, call, alias: nil, span, in: rows, order: current.order)
    collector = current
    guard let made else { return nil }
    if row.function == .share { remarkOnShare(made, in: rows) }
    let expressions = made.parts.map { aggregate -> TypedExpression in
      TypedExpression(.result(current.add(aggregate)), aggregate.type)
    }
    collector = current
    return made.combined(expressions)
  }

  private mutating func reportOutOfPlace(_ row: AggregateRow, _ span: Span) {
    report(
      .aggregateOutOfPlace, span,
      Bilingual(
        "`\(row.names.english)` looks at many rows; there is only one here",
        "“\(row.names.chinese)”针对许多行，这里只有一行"),
      hint: Bilingual(
        "use it in `summarize` or `add`, or over a link: `\(row.names.english)(services …)`",
        "请用在“汇总”或“添加”里，或针对关联：“\(row.names.chinese)(服务 …)”"))
  }

  /// A bare `count` or `row_number`; nil when the name is neither.
  func bareFunctionKind(_ name: String) -> FunctionTable.Meaning? {
    guard let meaning = FunctionTable.meaning(of: name) else { return nil }
    return meaning.aggregate == .count || meaning.window == .rowNumber ? meaning : nil
  }

  struct BareResult { var expression: TypedExpression? }

  mutating func bareFunction(_ name: Name) -> BareResult? {
    guard let meaning = bareFunctionKind(name.text) else { return nil }
    spell(name.span, meaning.names)
    if meaning.window == .rowNumber {
      guard var current = collector, current.kind == .window else {
        reportWindowOutOfPlace(meaning.names, name.span)
        return BareResult()
      }
      let expression = TypedExpression(.result(current.add(.rowNumber)), .int)
      collector = current
      return BareResult(expression: expression)
    }
    let call = Expression.Call(name, [])
    return BareResult(
      expression: bindAggregate(.count, call, name.span, in: collector?.rowScope ?? Scope()))
  }

  // MARK: Over a link

  private mutating func bindLinked(
    _ row: AggregateRow, _ call: Expression.Call, _ reference: CollectionReference,
    _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let inner = rowScope(of: reference, outside: scope)
    let entity = reference.entity
    let saved = collector
    collector = nil
    let made = makeAggregate(
      row, call, alias: reference.path, span, in: inner, order: occurredOrder(entity))
    collector = saved
    guard let made else { return nil }
    if row.function == .share { remarkOnShare(made, of: reference, span, in: scope) }
    var results: [TypedExpression] = []
    for part in made.parts {
      guard let linked = linked(part, reference, span) else { return nil }
      results.append(linked)
    }
    return made.combined(results)
  }

  /// The aggregate of the last link, asked through the links before it.
  mutating func linked(
    _ aggregate: Aggregate, _ reference: CollectionReference, _ span: Span
  ) -> TypedExpression? {
    var aggregate = aggregate
    var expression: TypedExpression?
    for (index, step) in reference.steps.enumerated().reversed() {
      let linked = TypedExpression(
        .linked(LinkedAggregate(collection: step.collection, aggregate: aggregate)),
        aggregate.type)
      var reached = step.prefix.map { $0.following(linked, in: schema) } ?? linked
      if step.prefix != nil, let nothing = aggregate.valueOfNothing {
        // Without a row on the way there are no rows at its end.
        reached = TypedExpression(.coalesce(reached, nothing), aggregate.type)
      }
      expression = reached
      if index == 0 { break }
      guard let outer = combining(aggregate, reached) else {
        reportThroughMany(aggregate.function, span)
        return nil
      }
      aggregate = outer
    }
    guard var result = expression else { return nil }
    for _ in 0..<reference.depth {
      result = TypedExpression(.outer(result), result.type)
    }
    return result
  }

  /// The aggregate of aggregates that equals one over all rows; nil where there is none.
  private func combining(_ inner: Aggregate, _ value: TypedExpression) -> Aggregate? {
    if inner.isDistinct { return nil }
    switch inner.function {
    case .count, .sum: return Aggregate(.sum, argument: value, type: inner.type)
    case .min: return Aggregate(.min, argument: value, type: inner.type)
    case .max: return Aggregate(.max, argument: value, type: inner.type)
    case .any: return Aggregate(.any, filter: value, type: .bool)
    case .all, .no: return Aggregate(.all, filter: value, type: .bool)
    case .avg, .median, .percentile, .stddev, .first, .last, .share, .longestRun, .list, .concat:
      return nil
    }
  }

  private mutating func reportThroughMany(_ function: AggregateFunction, _ span: Span) {
    let row = FunctionTable.row(function)
    report(
      .badArgument, span,
      Bilingual(
        "`\(row.names.english)` cannot be asked through several links to many rows",
        "“\(row.names.chinese)”不能跨越多层一对多的关联"),
      hint: Bilingual(
        "start from the table itself and `summarize`", "请直接从那张表出发，再“汇总”"))
  }

  /// `summarize n = count(services) by street`: over all services of the group's families.
  private mutating func bindLifted(
    _ row: AggregateRow, _ call: Expression.Call, _ reference: CollectionReference,
    _ span: Span
  ) -> TypedExpression? {
    guard var current = collector,
      let perRow = bindLinked(row, call, reference, span, in: current.rowScope)
    else { return nil }
    guard case .linked(let linked) = perRow.innermost.kind,
      let lifted = combining(linked.aggregate, perRow)
    else {
      reportThroughMany(row.function, span)
      return nil
    }
    let result = TypedExpression(.result(current.add(lifted)), lifted.type)
    collector = current
    return result
  }

  func occurredOrder(_ entity: EntityID?) -> [PlannedSortKey] {
    guard let entity, let field = schema[entity].occurred else { return [] }
    let id = FieldID(entity, field)
    return [PlannedSortKey(TypedExpression(.field(id), schema[id].type))]
  }
}

extension TypedExpression {
  /// What a chain of hops ends with, whatever stands for it where there is no row.
  var innermost: TypedExpression {
    switch kind {
    case .follow(_, let inner), .outer(let inner), .coalesce(let inner, _): inner.innermost
    case .literal, .slot, .field, .row, .definition, .linked, .result, .negate, .not, .and,
      .or, .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .conditional, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      self
    }
  }
}

extension AggregateCollector {
  /// The position of an aggregate, which may be there already.
  mutating func add(_ aggregate: Aggregate) -> Int {
    switch kind {
    case .group:
      if let index = aggregates.firstIndex(of: aggregate) { return index }
      aggregates.append(aggregate)
      return aggregates.count - 1
    case .window: return add(isRunning ? .running(aggregate) : .whole(aggregate))
    }
  }

  mutating func add(_ window: Window) -> Int {
    windows.append(window)
    return windows.count - 1
  }
}

extension Aggregate {
  /// What the aggregate of no rows is, unless that is missing.
  var valueOfNothing: TypedExpression? {
    switch function {
    case .count, .sum, .longestRun:
      switch type {
      case .int: TypedExpression(.literal(.int(0)), type)
      case .number: TypedExpression(.literal(.number(0)), type)
      case .decimal(let scale):
        TypedExpression(.literal(.decimal(Decimal(unscaled: 0, scale: scale))), type)
      case .text, .category, .tags, .bool, .date, .dateTime, .period, .link, .list, .missing: nil
      }
    case .any: .bool(false)
    case .no, .all: .bool(true)
    case .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .share, .list, .concat:
      nil
    }
  }
}
