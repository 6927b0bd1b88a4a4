import HearthData
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Applies a function to 0 ..< count on the threads of a run; the results come in order.
///
/// Limits are checked before each call. Of several errors that of the lowest index is thrown, so
/// that the number of threads never changes what is said.
///
/// A thread is worth its making for so many calls (`grain`) each.
func parallelMap<Result: Sendable>(
  _ count: Int, _ run: RunState, grain: Int = 1,
  _ body: @Sendable (Int) throws(RunError) -> Result
) throws(RunError) -> [Result] {
  let isOwn = run.options.progress?.begin(pieces: count) ?? false
  defer { if isOwn { run.options.progress?.endPieces() } }
  let progress = isOwn ? run.options.progress : nil
  let threads = min(run.threadCount, count / max(1, grain))
  if threads <= 1 {
    var results: [Result] = []
    results.reserveCapacity(count)
    for index in 0..<count {
      try run.checkLimits()
      results.append(try body(index))
      progress?.finishPiece()
    }
    return results
  }
  return try withoutActuallyEscaping(body) { (body) throws(RunError) in
    let job = ParallelJob(count: count, run: run, progress: progress, body: body)
    job.work(threads: threads)
    return try job.finish()
  }
}

extension RunState {
  /// As the options say; one per core for 0.
  var threadCount: Int {
    options.threads > 0 ? options.threads : Self.coreCount
  }

  /// Asked of the system once: it opens a file for the answer.
  private static let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// Work handed out one index after the other to whoever asks next.
private final class ParallelJob<Result: Sendable>: Sendable {
  private let count: Int
  private let run: RunState
  private let progress: RunProgress?
  private let body: @Sendable (Int) throws(RunError) -> Result
  private let next = Atomic<Int>(0)
  private let outcome: Mutex<Outcome>

  private struct Outcome: Sendable {
    var results: [Result?]
    var failure: (index: Int, error: RunError)?
  }

  init(
    count: Int, run: RunState, progress: RunProgress?,
    body: @escaping @Sendable (Int) throws(RunError) -> Result
  ) {
    self.count = count
    self.run = run
    self.progress = progress
    self.body = body
    outcome = Mutex(Outcome(results: Array(repeating: nil, count: count)))
  }

  /// Works on this thread and so many others until nothing is left.
  func work(threads: Int) {
    let helpers = (1..<threads).compactMap { _ in WorkThread { self.work() } }
    work()
    for helper in helpers { helper.join() }
  }

  private func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      do throws(RunError) {
        try run.checkLimits()
        let result = try body(index)
        outcome.withLock { $0.results[index] = result }
        progress?.finishPiece()
      } catch {
        // All lower indexes have been handed out and will be finished by their threads.
        next.store(count, ordering: .relaxed)
        outcome.withLock { outcome in
          if outcome.failure.map({ index < $0.index }) ?? true { outcome.failure = (index, error) }
        }
      }
    }
  }

  func finish() throws(RunError) -> [Result] {
    let outcome = outcome.withLock { $0 }
    if let failure = outcome.failure { throw failure.error }
    return outcome.results.compactMap { $0 }
  }
}
