import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work on several threads; plain POSIX threads, because loading Dispatch would cost every start.
enum Parallel {
  static let processors = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// Calls `body` once with each number below `count`, on this thread and on helpers.
  ///
  /// `threads` is 1 for work so small that a thread would take longer to start.
  static func forEach(
    _ count: Int, threads: Int = processors, _ body: @escaping @Sendable (Int) -> Void
  ) {
    let work = Work(count: count, body: body)
    let helpers = (0..<max(0, min(threads, count) - 1)).compactMap { _ in start(work) }
    work.run()
    for helper in helpers { pthread_join(helper, nil) }
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

  /// Nil when the system gives no more threads; the caller's own thread then does the work.
  private static func start(_ work: Work) -> pthread_t? {
    let context = Unmanaged.passRetained(work).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(
      &thread, nil,
      { context in
        let pointer: UnsafeMutableRawPointer? = context
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, context)
    if status == 0 { return thread }
    Unmanaged<Work>.fromOpaque(context).release()
    return nil
  }
}
