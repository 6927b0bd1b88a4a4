import HearthData
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work on several threads.
enum Parallel {
  static let processors = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// Calls `body` once with each number below `count`, on this thread and on helpers.
  ///
  /// `threads` is 1 for work so small that a thread would take longer to start.
  static func forEach(
    _ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) -> Void
  ) {
    let work = Work(count: count, body: body)
    let helpers = (0..<max(0, min(threads, count) - 1)).compactMap { _ in
      WorkThread { work.run() }
    }
    work.run()
    for helper in helpers { helper.join() }
  }

  private final class Work: Sendable {
    private let next = Atomic(0)
    private let count: Int
    private let body: @Sendable (Int) -> Void

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }
  }
}
