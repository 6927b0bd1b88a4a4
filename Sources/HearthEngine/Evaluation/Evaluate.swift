import HearthData
import HearthPlan

/// One value per row of the context.
package func evaluate(
  _ expression: TypedExpression, in context: EvaluationContext
) throws(RunError) -> Column {
  let count = context.rows.count
  guard count > 0 else {
    let dictionary = try Scope(context).dictionary(of: expression.type)
    return Column(values: [], type: expression.type, dictionary: dictionary)
  }
  let kernel = try Compiler(Scope(context)).kernel(for: expression)
  if expression.isPlain { return try kernel.run(Block(context)).promised(expression.type) }
  return try context.column(kernel, expression.type).promised(expression.type)
}

extension EvaluationContext {
  /// The values of all blocks as one column.
  ///
  /// Plain values are copied into their places block by block, while they are in the cache and so
  /// that their memory serves the next block: fresh memory costs more than most kernels.
  fileprivate func column(_ kernel: Kernel, _ type: ValueType) throws(RunError) -> Column {
    switch type {
    case .int, .decimal, .dateTime:
      return .integers(
        try placed(kernel) { (column) throws(RunError) in try column.integers() }, type)
    case .number:
      return .numbers(try placed(kernel) { (column) throws(RunError) in try column.numbers() })
    case .date:
      return .days(try placed(kernel) { (column) throws(RunError) in try column.days() })
    case .bool:
      let bytes = try placed(kernel) { (column) throws(RunError) in try column.bytes() }
      return Column(type: .bool, count: rows.count, storage: .bytes(bytes))
    case .link:
      let links = try placed(kernel) { (column) throws(RunError) in try column.rowNumbers() }
      return Column(type: type, count: rows.count, storage: .rows(links))
    case .text, .category, .tags, .period, .list, .missing:
      let parts = try mapBlocks { (block) throws(RunError) in try kernel.run(block) }
      return try Column.joined(parts, type: type)
    }
  }

  private func placed<Element>(
    _ kernel: Kernel, _ extract: @Sendable (Column) throws(RunError) -> Buffer<Element>
  ) throws(RunError) -> Buffer<Element> {
    if rows.count <= Block.size { return try extract(try kernel.run(Block(self))) }
    let memory = SharedMemory<Element>(count: rows.count)
    _ = try mapBlocks { (block) throws(RunError) in
      memory.place(try extract(try kernel.run(block)), at: block.positions.first)
    }
    return memory.buffer
  }
}

extension Column {
  /// The type that the plan gives the values: how a link is shown, which domain a category has.
  fileprivate func promised(_ type: ValueType) -> Column {
    switch type {
    case .link, .category, .tags: typed(type)
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .list, .missing: self
    }
  }
}

/// Positions (0-based within the context's rows) for which a bool expression is true, ascending.
package func select(
  _ predicate: TypedExpression, in context: EvaluationContext
) throws(RunError) -> Buffer<Int32> {
  guard context.rows.count > 0 else { return Buffer([]) }
  let selection = try Compiler(Scope(context)).selection(by: predicate)
  let parts = try context.mapBlocks { (block) throws(RunError) in
    try selection.places(in: block)
  }
  return Buffer.joined(parts)
}

extension EvaluationContext {
  /// Applies a function to the rows, block by block, on the threads of the run.
  func mapBlocks<Result: Sendable>(
    _ body: @Sendable (Block) throws(RunError) -> Result
  ) throws(RunError) -> [Result] {
    let total = rows.count
    let blocks = (total + Block.size - 1) / Block.size
    return try parallelMap(blocks, run, grain: 4) { (index) throws(RunError) in
      let start = index * Block.size
      return try body(Block(self, positions: start..<min(start + Block.size, total)))
    }
  }
}

extension RowSet {
  /// The first place of a range; 0 for a list.
  var first: Int {
    switch self {
    case .range(let range): range.lowerBound
    case .ordinals: 0
    }
  }
}

extension TypedExpression {
  /// Whether its values lie ready or are one gathering away, so that blocks gain nothing.
  var isPlain: Bool {
    switch kind {
    case .literal, .slot, .field, .row, .result, .linked: true
    case .definition, .follow, .outer, .negate, .not, .and, .or, .compare, .arithmetic, .join,
      .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags, .listHas, .conditional,
      .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      false
    }
  }
}
