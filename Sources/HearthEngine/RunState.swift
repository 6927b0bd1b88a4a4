import HearthData
import HearthPlan
import HearthText
import Synchronization

/// What all parts of one run share: the store, the definitions, the limits, and what there is to say.
package final class RunState: Sendable {
  package let store: Store
  package let definitions: [PlannedDefinition]
  package let options: RunOptions
  /// What was computed for whole entities and may be asked for again.
  let cache: RunCache
  private let counters = Mutex<[Counter: Int]>([:])
  private let read: ReadCounter

  package init(store: Store, definitions: [PlannedDefinition], options: RunOptions) {
    self.store = store
    self.definitions = definitions
    self.options = options
    cache = RunCache()
    read = ReadCounter()
  }

  private init(sharing other: RunState) {
    store = other.store
    definitions = other.definitions
    options = other.options
    cache = other.cache
    // What is read a second time is read.
    read = other.read
  }

  /// The same run with counters of its own, for what is computed a second time.
  func withOwnCounters() -> RunState { RunState(sharing: self) }

  /// Things that happen to single rows and are said once, with their number.
  package enum Counter: Hashable, Sendable {
    case divisionByZero
    case failedConversion
    /// A root of a negative number, a logarithm of nothing: the result is missing.
    case outsideDomain
    /// By the name of the aggregate.
    case missingSkipped(AggregateFunction)
  }

  package func count(_ counter: Counter, _ number: Int) {
    guard number > 0 else { return }
    counters.withLock { $0[counter, default: 0] += number }
  }

  package var counted: [Counter: Int] { counters.withLock { $0 } }

  /// Takes down that so many bytes of stored columns or links were read, at least once a block.
  @inline(__always)
  func countRead(bytes: Int) { read.bytes.wrappingAdd(bytes, ordering: .relaxed) }

  /// Bytes of stored columns and links that the run has read so far, each time that it read them.
  package var bytesRead: Int { read.bytes.load(ordering: .relaxed) }

  /// Called between morsels.
  package func checkLimits() throws(RunError) {
    if let reason = options.stop() { throw .stopped(reason) }
  }
}

private final class ReadCounter: Sendable {
  let bytes = Atomic(0)
}

package struct RunOptions: Sendable {
  /// For the names of months and weekdays in `format`.
  package var language: Language
  /// 0 means one per core.
  package var threads: Int
  /// Why the run must stop now (cancelled, out of time, out of memory); nil to go on.
  package var stop: @Sendable () -> StopReason?
  /// Whether somebody waits who must not wait for what lies between two checks.
  package var leavesWhenStopped: Bool
  /// Is told how far the run has come.
  package var progress: RunProgress?
  /// Off only in tests that compare the ways made for common questions with the general one.
  package var usesShortcuts = true

  package init(
    language: Language = .english, threads: Int = 0,
    stop: @escaping @Sendable () -> StopReason? = { nil }, leavesWhenStopped: Bool = false,
    progress: RunProgress? = nil
  ) {
    self.language = language
    self.threads = threads
    self.stop = stop
    self.leavesWhenStopped = leavesWhenStopped
    self.progress = progress
  }
}

package enum StopReason: Hashable, Sendable { case cancelled, time, memory, rows }

/// Why a run gave no answer.
package enum RunError: Error, Sendable {
  /// An integer or decimal result does not fit; the text names the operation.
  case overflow(Bilingual)
  /// A value that no function accepts: a bad regular expression made from data, ….
  case invalid(Bilingual)
  case stopped(StopReason)
  case data(DataError)
}
