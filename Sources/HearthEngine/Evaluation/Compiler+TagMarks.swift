import HearthData
import HearthPlan

/// Which rows of a table have some tags: what is reckoned of a stored column holds for all queries.
private struct TagMarksKey: Hashable, Sendable {
  let field: FieldID
  let test: TagTest
  let mask: UInt64
}

extension Compiler {
  /// A stored tag set takes a word a row, whether a row has a tag a byte: of big tables the bytes are
  /// made once. Nil for all else, and where few of the rows are asked for.
  func marks(
    _ tags: TypedExpression, _ test: TagTest, _ mask: UInt64
  ) throws(RunError) -> Buffer<UInt8>? {
    guard case .field(let field) = tags.kind, field.entity == scope.entity,
      scope.run.options.usesShortcuts
    else { return nil }
    let total = try scope.rowCount(of: field.entity)
    guard total >= Self.leastRows, scope.rowCount >= total / 2 else { return nil }
    let key = TagMarksKey(field: field, test: test, mask: mask)
    return try scope.run.store.derived.value(for: key) { () throws(RunError) in
      scope.run.countRead(bytes: total * MemoryLayout<UInt64>.stride)
      return try scope.column(field).tagMasks().marks(test, mask)
    }
  }

  private static var leastRows: Int { 1 << 16 }
}

extension Buffer where Element == UInt64 {
  /// 1 for the sets that have any or all of some tags.
  func marks(_ test: TagTest, _ mask: UInt64) -> Buffer<UInt8> {
    switch test {
    case .any: .filled(count) { self[$0] & mask != 0 ? 1 : 0 }
    case .all: .filled(count) { self[$0] & mask == mask ? 1 : 0 }
    }
  }
}

extension Block {
  /// What is marked of the rows of this block; no row is not.
  func marks(_ marks: Buffer<UInt8>) -> Buffer<UInt8> {
    context.run.countRead(bytes: rows.count)
    switch rows {
    case .range(let range): return marks.slice(range)
    case .ordinals(let ordinals):
      return Buffer.filled(ordinals.count) { ordinals[$0] < 0 ? 0 : marks[Int(ordinals[$0])] }
    }
  }
}
