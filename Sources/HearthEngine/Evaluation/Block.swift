import HearthData
import HearthPlan

/// Some rows of a context, as many as a kernel handles at a time.
///
/// What a block has of the context is taken when it is asked for: a range of rows shares the memory
/// of the stored column, a list of rows gathers from it.
struct Block: Sendable {
  /// So many rows fit the second cache with a few columns and outweigh the cost of a call.
  static let size = 32_768

  let context: EvaluationContext
  /// Places in the context; its slots, results and outer positions are aligned with them.
  let positions: RowSet
  /// Rows of the context's entity.
  let rows: RowSet

  var count: Int { positions.count }

  init(_ context: EvaluationContext, positions: Range<Int>) {
    self.context = context
    self.positions = .range(positions)
    rows = context.rows.taking(.range(positions))
  }

  /// All rows of a context.
  init(_ context: EvaluationContext) {
    self.init(context, positions: 0..<context.rows.count)
  }

  private init(_ context: EvaluationContext, positions: RowSet, rows: RowSet) {
    self.context = context
    self.positions = positions
    self.rows = rows
  }

  /// The rows at some places of this block.
  func subset(_ places: Buffer<Int32>) -> Block {
    Block(
      context, positions: positions.taking(.ordinals(places)), rows: rows.taking(.ordinals(places)))
  }

  /// The same places in another entity: where a hop leads, row by row.
  func following(to entity: EntityID, _ targets: Buffer<Int32>) -> Block {
    var context = context
    context.entity = entity
    return Block(context, positions: positions, rows: .ordinals(targets))
  }

  /// The rows outside, one for each row of this block.
  func outside() throws(RunError) -> Block {
    guard let outer = context.outer else { throw .misbuiltPlan("no row outside") }
    let places = RowSet.ordinals(outer.positions).taking(positions)
    return Block(
      outer.context, positions: places, rows: outer.context.rows.taking(places))
  }

  /// The values of a whole-entity column for the rows of this block.
  func field(_ column: Column) -> Column {
    context.run.countRead(bytes: column.byteCount(ofRows: rows.count))
    return column.taking(rows)
  }

  /// Where a link or a level leads from the rows of this block.
  func targets(_ targets: Buffer<Int32>) -> Buffer<Int32> {
    context.run.countRead(bytes: rows.count * MemoryLayout<Int32>.stride)
    return targets.taking(rows)
  }

  func slot(_ slot: SlotID) throws(RunError) -> Column {
    guard let column = context.slots[slot] else { throw .misbuiltPlan("no slot \(slot.index)") }
    return column.taking(positions)
  }

  func result(_ index: Int) throws(RunError) -> Column {
    guard context.results.indices.contains(index) else {
      throw .misbuiltPlan("no result \(index)")
    }
    return context.results[index].taking(positions)
  }

  /// The ordinals of the rows.
  var ordinals: Buffer<Int32> { rows.ordinals }
}

extension RowSet {
  /// The ordinals of the rows, a list in any case.
  var ordinals: Buffer<Int32> {
    switch self {
    case .ordinals(let ordinals): return ordinals
    case .range(let range):
      let start = Int32(truncatingIfNeeded: range.lowerBound)
      return Buffer.filled(range.count) { start &+ Int32(truncatingIfNeeded: $0) }
    }
  }

  /// The rows at some places of this set; a place of -1 is no row.
  func taking(_ places: RowSet) -> RowSet {
    switch (self, places) {
    case (.range(let range), .range(let part)):
      return .range(range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
    case (.ordinals(let ordinals), .range(let part)): return .ordinals(ordinals.slice(part))
    case (.range(let range), .ordinals(let list)):
      if range.lowerBound == 0 { return places }
      let start = Int32(truncatingIfNeeded: range.lowerBound)
      return .ordinals(Buffer.filled(list.count) { list[$0] < 0 ? -1 : list[$0] &+ start })
    case (.ordinals(let ordinals), .ordinals(let list)):
      return .ordinals(
        Buffer.filled(list.count) { list[$0] < 0 ? -1 : ordinals[Int(list[$0])] })
    }
  }
}

extension Column {
  func taking(_ rows: RowSet) -> Column {
    switch rows {
    case .range(let range): slice(range)
    case .ordinals(let ordinals): gather(rows: ordinals)
    }
  }
}

extension Buffer {
  /// One element after the other, by its index; the closure is part of the loop.
  @inline(__always)
  static func filled(_ count: Int, _ element: (Int) -> Element) -> Buffer {
    Buffer(count: count) { memory in
      for index in 0..<count { memory.initializeElement(at: index, to: element(index)) }
    }
  }
}
