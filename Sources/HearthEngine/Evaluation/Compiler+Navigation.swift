import HearthData
import HearthPlan

extension Compiler {
  /// The body in the definition's own entity; computed for the whole entity when most of it is
  /// asked for, and then kept for the run.
  func definition(_ definition: DefinitionID) throws(RunError) -> Kernel {
    let body = try scope.body(of: definition)
    if let entity = scope.entity, let column = try whole(body, of: entity) {
      return Kernel { (block) in block.field(column) }
    }
    return try kernel(for: body)
  }

  /// Where the hop leads for each row, and there the inner expression; missing without a row.
  func follow(_ hop: Hop, _ inner: TypedExpression) throws(RunError) -> Kernel {
    let (entity, targets) = try destination(hop)
    let innerScope = scope.inside(entity)
    if case .row = inner.kind {
      return Kernel { (block) throws(RunError) in
        Column(type: inner.type, count: block.count, storage: .rows(try targets(block)))
      }
    }
    let compiler = Compiler(innerScope)
    if let column = try compiler.whole(inner, of: entity) {
      return Kernel { (block) throws(RunError) in column.gather(rows: try targets(block)) }
    }
    let value = try compiler.kernel(for: inner)
    return Kernel { (block) throws(RunError) in
      let rows = try targets(block)
      return try value.run(block.following(to: entity, rows)).missing(where: rows)
    }
  }

  typealias Targets = @Sendable (Block) throws(RunError) -> Buffer<Int32>

  func destination(_ hop: Hop) throws(RunError) -> (EntityID, Targets) {
    let store = scope.run.store
    switch hop {
    case .link(let link):
      let targets = try reading { () throws(DataError) in try store.targets(of: link) }
      return (store.schema[link].target, { (block) in block.targets(targets) })
    case .level(let areas, let level):
      let ancestors = try reading { () throws(DataError) in
        try store.ancestors(at: level, of: areas)
      }
      return (areas, { (block) in block.targets(ancestors) })
    case .value(let expression):
      guard case .link(let entity, _) = expression.type else {
        throw .misbuiltPlan("a hop from \(expression.type)")
      }
      let value = try kernel(for: expression)
      return (entity, { (block) throws(RunError) in try value.run(block).rowNumbers() })
    }
  }

  /// The values for every row of an entity, if that is worth it: there are fewer rows than are
  /// asked for, nothing from the frame or outside is needed, and it cannot fail or count.
  func whole(
    _ expression: TypedExpression, of entity: EntityID
  ) throws(RunError) -> Column? {
    if case .field(let field) = expression.kind { return try scope.column(field) }
    let total = try scope.rowCount(of: entity)
    let reach = expression.reach(scope.run.definitions)
    guard scope.rowCount >= total / 2, scope.rowCount > Block.size / 8, isTotal(expression),
      reach.frame == 0, reach.rows <= 1
    else { return nil }
    let run = scope.run
    return try run.cache.wholeColumn(expression, of: entity) { () throws(RunError) in
      let context = EvaluationContext(run: run, entity: entity, rows: .range(0..<total))
      return try evaluate(expression, in: context)
    }
  }

  /// The inner expression for the row outside.
  func outer(_ inner: TypedExpression) throws(RunError) -> Kernel {
    guard let outer = scope.outer else { throw .misbuiltPlan("no row outside") }
    let outerScope = Scope(
      run: scope.run, entity: outer.entity, rowCount: scope.rowCount, outer: outer.outer)
    let compiler = Compiler(outerScope)
    if let entity = outer.entity, let column = try compiler.whole(inner, of: entity) {
      return Kernel { (block) throws(RunError) in try block.outside().field(column) }
    }
    let value = try compiler.kernel(for: inner)
    return Kernel { (block) throws(RunError) in
      let outside = try block.outside()
      return try value.run(outside).missing(where: outside.positions.ordinals)
    }
  }

  /// One scan of the linked rows for the whole entity, or the pairs of each block when values of
  /// the frame outside are needed.
  func linked(_ linked: LinkedAggregate) throws(RunError) -> Kernel {
    let run = scope.run
    guard linked.aggregate.reach(run.definitions).isOfWholeEntity else {
      return try pairwise(linked)
    }
    let scan = LinkedScan(run: run, linked: linked)
    let found = try run.cache.linkedValues(linked) { () throws(RunError) in try scan.values() }
    let function = linked.aggregate.function
    let none = try scan.valueOfNothing()
    return Kernel { (block) throws(RunError) in
      if let skipped = found.skipped {
        run.count(.missingSkipped(function), skipped.count(block.rows))
      }
      return try found.values.taking(block.rows, noRow: none)
    }
  }

  /// Aggregates the linked rows of each block's rows, which may refer to all that is outside.
  private func pairwise(_ linked: LinkedAggregate) throws(RunError) -> Kernel {
    let run = scope.run
    let adjacency = try reading { () throws(DataError) in
      try run.store.adjacency(
        of: linked.collection.link, reversed: linked.collection.isReversed)
    }
    return Kernel { (block) throws(RunError) in
      let pairs = LinkedPairs(adjacency, of: block.ordinals)
      let places = block.positions.ordinals
      let context = EvaluationContext(
        run: run, entity: linked.collection.entity, rows: .ordinals(pairs.rows),
        outer: EvaluationContext.Outer(
          context: block.context,
          positions: Buffer.filled(pairs.owners.count) { places[Int(pairs.owners[$0])] }))
      let groups = GroupMap(groupCount: block.count, groups: pairs.owners)
      return try aggregate(linked.aggregate, over: groups, in: context)
    }
  }
}

/// The linked rows of some rows, each with the place of the row it belongs to.
struct LinkedPairs {
  let rows: Buffer<Int32>
  let owners: Buffer<Int32>

  init(_ adjacency: Adjacency, of ordinals: Buffer<Int32>) {
    var total = 0
    for row in ordinals where row >= 0 { total += adjacency[Int(row)].count }
    var rows = BufferBuilder<Int32>(capacity: total)
    var owners = BufferBuilder<Int32>(capacity: total)
    for place in 0..<ordinals.count where ordinals[place] >= 0 {
      for row in adjacency[Int(ordinals[place])] {
        rows.append(row)
        owners.append(Int32(truncatingIfNeeded: place))
      }
    }
    self.rows = rows.finish()
    self.owners = owners.finish()
  }
}

extension Buffer where Element == Int32 {
  /// The elements of some rows; -1 for no row.
  func taking(_ rows: RowSet) -> Buffer<Int32> {
    switch rows {
    case .range(let range): slice(range)
    case .ordinals(let ordinals):
      Buffer.filled(ordinals.count) { ordinals[$0] < 0 ? -1 : self[Int(ordinals[$0])] }
    }
  }
}

extension Column {
  /// Missing where there is no row: an expression of constants knows nothing of it.
  func missing(where rows: Buffer<Int32>) -> Column {
    if !rows.hasNegative { return self }
    return gather(
      rows: Buffer.filled(rows.count) { rows[$0] < 0 ? -1 : Int32(truncatingIfNeeded: $0) })
  }
}
