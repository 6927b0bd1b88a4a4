import Synchronization

/// An immutable data set in memory, read table by table on first use.
///
/// Safe to share between tasks: what has been read never changes. Everything lies in slots of its
/// own lock that depend on each other in one direction only, so that no two can wait in a circle:
///
///     table (raw cells) ← key index ← link targets ← reverse and matching links ← ancestors
package final class Store: Sendable {
  package let schema: Schema
  let loader: any TableLoader
  let tables: [TableSlot]
  let keys: [OnceSlot<KeyIndex>]
  let forward: [OnceSlot<ResolvedLink>]
  let adjacencies: [OnceSlot<Adjacency>]
  let reverseAdjacencies: [OnceSlot<Adjacency>]
  /// By entity, then by level.
  let ancestorRows: [[OnceSlot<Buffer<Int32>>]]
  /// What is read with the first field of a table; nil for all that the table has.
  let expected = Mutex<[EntityID: Set<Int>]?>(nil)
  /// Of date fields that somebody asked for.
  let dayBlocks = Mutex<[FieldID: DayBlocks]>([:])
  /// What follows from the columns and was worth keeping.
  package let derived = DerivedValues()

  package init(schema: Schema, loader: any TableLoader) {
    self.schema = schema
    self.loader = loader
    tables = schema.entities.map { _ in TableSlot() }
    keys = schema.entities.map { _ in OnceSlot() }
    forward = schema.links.map { _ in OnceSlot() }
    adjacencies = schema.links.map { _ in OnceSlot() }
    reverseAdjacencies = schema.links.map { _ in OnceSlot() }
    ancestorRows = schema.entities.map { $0.levels.map { _ in OnceSlot() } }
  }
}

/// A value that the first who needs it makes, while others wait; an error is not kept.
final class OnceSlot<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func get(_ make: () throws(DataError) -> Value) throws(DataError) -> Value {
    try value.withLock { (stored) throws(DataError) -> Value in
      if let stored { return stored }
      let made = try make()
      stored = made
      return made
    }
  }

  /// Nil while nobody has made it.
  var current: Value? { value.withLock { $0 } }
}

/// For every row of one side of a link, the rows of the other side, in source order.
///
///     offsets  0 2 2 5     rows of row i are rows[offsets[i] ..< offsets[i + 1]]
///     rows     7 9 1 3 4
@usableFromInline
package struct Adjacency: Sendable {
  @usableFromInline package var offsets: Buffer<Int32>
  @usableFromInline package var rows: Buffer<Int32>

  package init(offsets: Buffer<Int32>, rows: Buffer<Int32>) {
    self.offsets = offsets
    self.rows = rows
  }

  /// The rows of the other side that belong to one row.
  @inlinable
  package subscript(row: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(rebasing: rows.pointer[Int(offsets[row])..<Int(offsets[row + 1])])
  }
}
