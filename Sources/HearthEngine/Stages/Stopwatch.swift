import HearthPlan

/// Takes the time of one step after the other, and what each read.
struct Stopwatch {
  private let run: RunState
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant
  private var bytes: Int

  init(_ run: RunState) {
    self.run = run
    start = clock.now
    bytes = run.bytesRead
  }

  /// Ends the step; the next one begins.
  mutating func trace(rowsOut: Int) -> StepTrace {
    let (now, read) = (clock.now, run.bytesRead)
    let trace = StepTrace(
      rowsOut: rowsOut, duration: start.duration(to: now), bytesRead: read - bytes)
    (start, bytes) = (now, read)
    return trace
  }
}
