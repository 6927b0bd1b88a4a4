import HearthData
import HearthPlan

/// The rows in which an expression is evaluated: some rows of an entity, with computed columns.
///
/// `evaluate` answers with one column, aligned with `rows`. It divides its work into blocks and
/// over the threads of the run by itself: hand it all the rows at once.
package struct EvaluationContext: Sendable {
  package let run: RunState
  /// nil after grouping: there are only slots then.
  package var entity: EntityID?
  package var rows: RowSet
  /// Aligned with `rows`: one value per row of the context, in the same order.
  package var slots: [SlotID: Column]
  /// The values of `.result(n)`: windows or aggregates, aligned with `rows`.
  package var results: [Column]
  /// Inside a link's filter or argument: the rows outside, and for each row here the position there.
  package var outer: Outer?

  package final class Outer: Sendable {
    package let context: EvaluationContext
    package let positions: Buffer<Int32>

    package init(context: EvaluationContext, positions: Buffer<Int32>) {
      self.context = context
      self.positions = positions
    }
  }

  package init(
    run: RunState, entity: EntityID?, rows: RowSet, slots: [SlotID: Column] = [:],
    results: [Column] = [], outer: Outer? = nil
  ) {
    self.run = run
    self.entity = entity
    self.rows = rows
    self.slots = slots
    self.results = results
    self.outer = outer
  }
}

/// Which rows of an entity (or of a table of slots): a contiguous range, or a list of ordinals,
/// in which -1 stands for no row (all its fields are missing).
package enum RowSet: Sendable {
  case range(Range<Int>)
  case ordinals(Buffer<Int32>)

  package var count: Int {
    switch self {
    case .range(let range): range.count
    case .ordinals(let ordinals): ordinals.count
    }
  }
}

/// For every row the number of its group, -1 for none.
package struct GroupMap: Sendable {
  package var groupCount: Int
  package var groups: Buffer<Int32>

  package init(groupCount: Int, groups: Buffer<Int32>) {
    self.groupCount = groupCount
    self.groups = groups
  }
}
