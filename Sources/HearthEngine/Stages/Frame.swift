import HearthData
import HearthPlan

/// The pipeline's rows between two steps.
struct Frame: Sendable {
  /// What the rows are rows of; nil after grouping.
  var entity: EntityID?
  /// A range for as long as no step has picked or moved rows.
  var rows: RowSet
  /// The computed columns, aligned with the rows.
  var slots: [SlotID: Column] = [:]
  /// The total row: columns of one value each; nil when none was asked for.
  var total: [SlotID: Column]?

  /// How many rows there were before any step picked some of them.
  var populationCount: Int

  var count: Int { rows.count }

  /// A table of slots alone.
  init(count: Int, slots: [SlotID: Column], total: [SlotID: Column]? = nil) {
    self.init(entity: nil, rows: .range(0..<count), slots: slots, total: total)
  }

  init(
    entity: EntityID?, rows: RowSet, slots: [SlotID: Column] = [:],
    total: [SlotID: Column]? = nil
  ) {
    self.entity = entity
    self.rows = rows
    self.slots = slots
    self.total = total
    populationCount = rows.count
  }

  /// The rows at some positions, in that order; -1 stands for no row.
  func gathered(_ positions: Buffer<Int32>) -> Frame {
    var frame = self
    // The ordinals of a table of slots mean nothing.
    frame.rows =
      entity == nil ? .range(0..<positions.count) : rows.taking(.ordinals(positions))
    frame.slots = slots.mapValues { $0.gather(rows: positions) }
    return frame
  }

  /// A run of rows, sharing their memory.
  func slice(_ range: Range<Int>) -> Frame {
    if range == 0..<count { return self }
    var frame = self
    frame.rows = entity == nil ? .range(0..<range.count) : rows.taking(.range(range))
    frame.slots = slots.mapValues { $0.slice(range) }
    return frame
  }

  /// Forgets the columns that nobody will ask for.
  mutating func keep(_ needed: Set<SlotID>) {
    slots = slots.filter { needed.contains($0.key) }
    total = total?.filter { needed.contains($0.key) }
  }
}

/// What the host keeps of a run for a `let`, `_` or a file: rows and columns for later queries.
package struct FrameSnapshot: Sendable {
  package var entity: EntityID?
  package var rows: RowSet
  /// Of the plan that made it: the computed columns that its output shows.
  package var slots: [SlotID: Column]
  /// Those of the total row, one value each.
  package var total: [SlotID: Column]?
  /// How many rows there were before any step picked some of them.
  package var populationCount: Int

  package init(
    entity: EntityID?, rows: RowSet, slots: [SlotID: Column], total: [SlotID: Column]? = nil,
    populationCount: Int? = nil
  ) {
    self.populationCount = populationCount ?? rows.count
    self.entity = entity
    self.rows = rows
    self.slots = slots
    self.total = total
  }

  /// A table read from a file: column `n` is in slot `n`.
  package init(rowCount: Int, columns: [Column]) {
    let slots = columns.enumerated().map { (SlotID($0.offset), $0.element) }
    self.init(
      entity: nil, rows: .range(0..<rowCount), slots: Dictionary(uniqueKeysWithValues: slots))
  }

  package var rowCount: Int { rows.count }
}
