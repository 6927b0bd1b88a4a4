import HearthData
import HearthPlan
import HearthText

/// An aggregate over a group's rows from its first to each one: one pass along the group.
struct RunningAggregate {
  let aggregate: Aggregate
  let segments: Segments
  let runner: PlanRunner
  let frame: Frame

  init(_ aggregate: Aggregate, _ segments: Segments, _ runner: PlanRunner, _ frame: Frame) {
    self.aggregate = aggregate
    self.segments = segments
    self.runner = runner
    self.frame = frame
  }

  /// Aligned with the frame.
  func values() throws(RunError) -> Column {
    let included = try includedRows()
    switch aggregate.function {
    case .count: return counts(included)
    case .any, .no, .all: return truth(included)
    case .share: return shares(included)
    case .longestRun: return try longestRuns(included)
    case .sum: return try sums(included, try argument())
    case .avg: return try averages(included, try argument())
    case .stddev: return try deviations(included, try argument())
    case .min, .max, .first, .last:
      let argument = try argument()
      return argument.gather(rows: try bestRows(included, argument))
    case .median, .percentile: return try quantiles(included, try argument())
    case .list, .concat: return try prefixes(included)
    }
  }

  func argument() throws(RunError) -> Column {
    guard let argument = aggregate.argument else { throw .misbuiltPlan("no argument") }
    return try evaluate(argument, in: runner.context(frame))
  }

  /// The rows that count: the filter is true, the argument is known, and with `distinct` it is the
  /// first of its value in the group.
  private func includedRows() throws(RunError) -> Buffer<Bool> {
    let context = runner.context(frame)
    let included = SharedMemory<Bool>(count: frame.count)
    included.fill(aggregate.filter == nil)
    if let filter = aggregate.filter {
      for row in try select(filter, in: context) { included[Int(row)] = true }
    }
    // A run is ended by a condition that is missing.
    guard let argument = aggregate.argument, aggregate.function != .longestRun else {
      return included.buffer
    }
    var skipped = 0
    let missing = TypedExpression(.isMissing(argument), .bool)
    for row in try select(missing, in: context) where included[Int(row)] {
      included[Int(row)] = false
      skipped += 1
    }
    if aggregate.function != .count {
      runner.run.count(.missingSkipped(aggregate.function), skipped)
    }
    if aggregate.isDistinct { try keepFirst(included, of: try self.argument()) }
    return included.buffer
  }

  private func keepFirst(_ included: SharedMemory<Bool>, of column: Column) throws(RunError) {
    let values = try runner.group(by: [column], count: column.count, isOrdered: false).map
    // The group in which a value was last seen; groups come one after the other.
    var seen = [Int](repeating: -1, count: values.groupCount)
    for (group, range) in segments.ranges.enumerated() {
      for place in range {
        let row = Int(segments.rows[place])
        guard included[row] else { continue }
        let value = Int(values.groups[row])
        included[row] = seen[value] != group
        seen[value] = group
      }
    }
  }

  /// Visits the rows of each group in order; `start` is called before each group.
  @inline(__always)
  func scan<Output: BitwiseCopyable & Sendable>(
    start: () -> Void, _ visit: (Int) -> Output
  ) -> Buffer<Output> {
    let output = SharedMemory<Output>(count: frame.count)
    for range in segments.ranges {
      start()
      for place in range {
        let row = Int(segments.rows[place])
        output[row] = visit(row)
      }
    }
    return output.buffer
  }

  private func counts(_ included: Buffer<Bool>) -> Column {
    var count: Int64 = 0
    let values = scan {
      count = 0
    } _: { row in
      if included[row] { count &+= 1 }
      return count
    }
    return Column(type: .int, count: frame.count, storage: .int64(values))
  }

  private func truth(_ included: Buffer<Bool>) -> Column {
    let function = aggregate.function
    var rows = 0
    var trueRows = 0
    let values = scan {
      (rows, trueRows) = (0, 0)
    } _: { row -> UInt8 in
      rows &+= 1
      if included[row] { trueRows &+= 1 }
      let isTrue =
        function == .any ? trueRows > 0 : function == .no ? trueRows == 0 : trueRows == rows
      return isTrue ? 1 : 0
    }
    return Column(type: .bool, count: frame.count, storage: .bytes(values))
  }

  private func longestRuns(_ included: Buffer<Bool>) throws(RunError) -> Column {
    guard let condition = aggregate.argument else { throw .misbuiltPlan("no condition") }
    let holds = SharedMemory<Bool>(count: frame.count)
    holds.fill(false)
    for row in try select(condition, in: runner.context(frame)) { holds[Int(row)] = true }
    var (run, longest): (Int64, Int64) = (0, 0)
    let values = scan {
      (run, longest) = (0, 0)
    } _: { row in
      guard included[row] else { return longest }
      run = holds[row] ? run &+ 1 : 0
      longest = max(longest, run)
      return longest
    }
    return Column(type: .int, count: frame.count, storage: .int64(values))
  }

  private func shares(_ included: Buffer<Bool>) -> Column {
    var rows = 0.0
    var trueRows = 0.0
    let values = scan {
      (rows, trueRows) = (0, 0)
    } _: { row in
      rows += 1
      if included[row] { trueRows += 1 }
      return trueRows / rows
    }
    return Column(type: .number, count: frame.count, storage: .double(values))
  }
}
