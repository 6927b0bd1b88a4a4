import Synchronization

/// An immutable data set in memory, read table by table on first use.
///
/// Safe to share between tasks: what has been read never changes.
package final class Store: Sendable {
  package let schema: Schema
  private let loader: any TableLoader
  private let cache: Mutex<Cache>

  package init(schema: Schema, loader: any TableLoader) {
    self.schema = schema
    self.loader = loader
    self.cache = Mutex(Cache(entityCount: schema.entities.count, linkCount: schema.links.count))
  }

  struct Cache: ~Copyable {
    var tables: [LoadedTable?]
    var forward: [Buffer<Int32>?]
    var reverse: [Adjacency?]

    init(entityCount: Int, linkCount: Int) {
      tables = Array(repeating: nil, count: entityCount)
      forward = Array(repeating: nil, count: linkCount)
      reverse = Array(repeating: nil, count: linkCount)
    }
  }
}

/// For every row of one side of a link, the rows of the other side, in source order.
///
///     offsets  0 2 2 5     rows of row i are rows[offsets[i] ..< offsets[i + 1]]
///     rows     7 9 1 3 4
package struct Adjacency: Sendable {
  package var offsets: Buffer<Int32>
  package var rows: Buffer<Int32>

  package init(offsets: Buffer<Int32>, rows: Buffer<Int32>) {
    self.offsets = offsets
    self.rows = rows
  }
}
