import HearthData
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RunOptions {
  /// Runs `work` on a thread of its own and comes back without it when the run has to stop and
  /// `work` does not end soon after.
  ///
  /// Limits are checked between morsels, but a sort or the freeing of gigabytes may lie between two
  /// checks, and a person who has pressed Ctrl-C waits for nothing. The thread that was left behind
  /// reads data that never change, writes only what is its own, and ends at its next check.
  func leavingWhenStopped<Result: Sendable>(
    _ work: @escaping @Sendable (RunOptions) throws(RunError) -> Result
  ) throws(RunError) -> Result {
    guard leavesWhenStopped else { return try work(self) }
    let departure = Departure<Result>()
    var inner = self
    inner.stop = { [stop] in stop() ?? departure.reason }
    let thread = WorkThread { [inner] in
      departure.finish { () throws(RunError) in try work(inner) }
    }
    guard let thread else { return try work(self) }
    thread.detach()
    if let result = departure.wait(for: stop) { return try result.get() }
    throw .stopped(departure.reason ?? .cancelled)
  }
}

/// What the one who waits and the one who works have between them.
private final class Departure<Result: Sendable>: Sendable {
  private struct State: Sendable {
    var result: Swift.Result<Result, RunError>?
    var reason: StopReason?
  }

  private let state = Mutex(State())
  /// Closing the second end wakes the one who waits.
  private let ends: (wait: Int32, wake: Int32)

  init() {
    var both: [Int32] = [-1, -1]
    if pipe(&both) == 0 {
      for end in both { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    ends = (both[0], both[1])
  }

  deinit { close(ends.wait) }

  /// Set once the work has been left behind, though the wish to stop may be gone by then.
  var reason: StopReason? { state.withLock { $0.reason } }

  func finish(_ work: () throws(RunError) -> Result) {
    let result: Swift.Result<Result, RunError>
    do throws(RunError) { result = .success(try work()) } catch { result = .failure(error) }
    // A result that nobody waits for is freed here and not while the lock is held.
    state.withLock { if $0.reason == nil { $0.result = result } }
    close(ends.wake)
  }

  /// Milliseconds between two looks at whether the run has to stop.
  private static var interval: Int32 { 10 }
  /// Looks that the work has to end by itself.
  private static var patience: Int { 2 }

  /// Nil when the work has been left behind.
  func wait(for stop: () -> StopReason?) -> Swift.Result<Result, RunError>? {
    var looks = 0
    while true {
      var end = pollfd(fd: ends.wait, events: Int16(POLLIN), revents: 0)
      if poll(&end, 1, Self.interval) > 0 { return state.withLock { $0.result.take() } }
      guard let reason = stop() else { continue }
      looks += 1
      guard looks > Self.patience else { continue }
      return state.withLock { state in
        if state.result == nil { state.reason = reason }
        return state.result.take()
      }
    }
  }
}
