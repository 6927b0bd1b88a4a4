import HearthData
import HearthPlan
import Synchronization

/// Answers that hold for every row of an entity, kept for the length of a run, so that a filter and
/// a column that ask the same of linked rows scan them once.
final class RunCache: Sendable {
  private let linked = Mutex<[LinkedAggregate: LinkedValues]>([:])
  private let whole = Mutex<[WholeKey: Column]>([:])
  private let ranks = Mutex<[EntityID: Buffer<Int32>]>([:])

  private struct WholeKey: Hashable {
    var entity: EntityID
    var expression: TypedExpression
  }

  init() {}

  /// Two threads that ask at once may both compute it; the answers are equal.
  func linkedValues(
    _ key: LinkedAggregate, make: () throws(RunError) -> LinkedValues
  ) throws(RunError) -> LinkedValues {
    if let known = linked.withLock({ $0[key] }) { return known }
    let made = try make()
    linked.withLock { $0[key] = made }
    return made
  }

  func wholeColumn(
    _ expression: TypedExpression, of entity: EntityID, make: () throws(RunError) -> Column
  ) throws(RunError) -> Column {
    let key = WholeKey(entity: entity, expression: expression)
    if let known = whole.withLock({ $0[key] }) { return known }
    let made = try make()
    whole.withLock { $0[key] = made }
    return made
  }

  /// The place of every row of an entity in the order of its keys.
  func ranks(
    of entity: EntityID, make: () throws(RunError) -> Buffer<Int32>
  ) throws(RunError) -> Buffer<Int32> {
    if let known = ranks.withLock({ $0[entity] }) { return known }
    let made = try make()
    ranks.withLock { $0[entity] = made }
    return made
  }
}

/// An aggregate over linked rows for every row of the entity they are linked to.
struct LinkedValues: Sendable {
  var values: Column
  /// What each row's aggregate skipped; nil when none skipped anything.
  var skipped: SkipReport?
}

/// How many missing values the aggregate of each row skipped, each row said only once in a run.
final class SkipReport: Sendable {
  private let skipped: Buffer<Int32>
  private let told: Mutex<[Bool]>

  init(_ skipped: [Int32]) {
    self.skipped = Buffer(skipped)
    told = Mutex(Array(repeating: false, count: skipped.count))
  }

  /// The values skipped by those of the rows that nobody has asked for before.
  func count(_ rows: RowSet) -> Int {
    told.withLock { told in
      var total = 0
      func tell(_ row: Int) {
        guard row >= 0, !told[row] else { return }
        told[row] = true
        total += Int(skipped[row])
      }
      switch rows {
      case .range(let range): for row in range { tell(row) }
      case .ordinals(let ordinals): for row in ordinals { tell(Int(row)) }
      }
      return total
    }
  }
}
