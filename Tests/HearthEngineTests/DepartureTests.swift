import HearthData
import Synchronization
import Testing

@testable import HearthEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work that is left when it has to stop.
@Suite struct DepartureTests {
  /// Work that cannot be stopped until it is let go.
  private final class Stubborn: Sendable {
    private let isLetGo = Atomic(false)
    private let isOver = Atomic(false)

    func work() {
      while !isLetGo.load(ordering: .acquiring) { usleep(1000) }
    }

    func letGo() { isLetGo.store(true, ordering: .releasing) }

    func end() { isOver.store(true, ordering: .releasing) }

    var hasEnded: Bool { isOver.load(ordering: .acquiring) }
  }

  private func options(stop: @escaping @Sendable () -> StopReason?) -> RunOptions {
    RunOptions(stop: stop, leavesWhenStopped: true)
  }

  @Test func `work that does not look whether it should stop is left behind and ends later`() throws
  {
    let work = Stubborn()
    #expect(throws: RunError.self) {
      try options { .cancelled }.leavingWhenStopped { (inner) throws(RunError) in
        work.work()
        // The wish of the one who waited may have been taken back since.
        if inner.stop() == .cancelled { work.end() }
      }
    }
    #expect(!work.hasEnded)
    work.letGo()
    while !work.hasEnded { usleep(1000) }
  }

  @Test func `work that was left behind stops though the wish to stop is gone`() {
    let wish = Atomic(true)
    let work = Stubborn()
    let options = options { wish.load(ordering: .acquiring) ? .time : nil }
    #expect(throws: RunError.self) {
      try options.leavingWhenStopped { (inner) throws(RunError) in
        work.work()
        if inner.stop() == .time { work.end() }
      }
    }
    wish.store(false, ordering: .releasing)
    work.letGo()
    while !work.hasEnded { usleep(1000) }
  }

  @Test func `work that ends by itself gives its result or its error`() throws {
    let never = options { nil }
    #expect(try never.leavingWhenStopped { (_) throws(RunError) in 7 } == 7)
    let error = #expect(throws: RunError.self) {
      try never.leavingWhenStopped { (_) throws(RunError) -> Int in throw .stopped(.rows) }
    }
    guard case .stopped(.rows) = error else {
      Issue.record("the error of the work is passed on")
      return
    }
  }
}
