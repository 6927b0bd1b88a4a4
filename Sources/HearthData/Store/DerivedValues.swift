import Synchronization

/// What was reckoned from the columns of a store and will be asked for again by later queries: the
/// street of every family, the month of every day.
///
/// A store never changes, so nothing in here is ever wrong; of too many values all are let go.
package final class DerivedValues: Sendable {
  private struct Key: Hashable, @unchecked Sendable {
    let value: AnyHashable
  }

  /// So many values are kept.
  private static let limit = 64

  private let values = Mutex<[Key: any Sendable]>([:])

  package init() {}

  /// The value that is kept for a key, or the one that is made now; two threads may both make it.
  package func value<Value: Sendable, Failure: Error>(
    for key: some Hashable & Sendable, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = known(for: key, as: Value.self) { return known }
    let made = try make()
    keep(made, for: key)
    return made
  }

  /// The value that is kept for a key; nil when there is none.
  package func known<Value: Sendable>(
    for key: some Hashable & Sendable, as type: Value.Type = Value.self
  ) -> Value? {
    let key = Key(value: AnyHashable(key))
    // Two steps: a value may be an optional, as which nothing would pass for one that is nil.
    guard let kept = values.withLock({ $0[key] }) else { return nil }
    return kept as? Value
  }

  /// Keeps what was found on the way to something else.
  package func keep(_ value: some Sendable, for key: some Hashable & Sendable) {
    let key = Key(value: AnyHashable(key))
    values.withLock { values in
      if values.count >= Self.limit { values.removeAll() }
      values[key] = value
    }
  }
}
