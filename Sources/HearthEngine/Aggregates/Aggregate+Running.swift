import HearthData
import HearthPlan

/// One value per group; rows with group -1 are ignored. Runs the aggregate's filter, argument and
/// order in the context.
package func aggregate(
  _ aggregate: Aggregate, over groups: GroupMap, in context: EvaluationContext
) throws(RunError) -> Column {
  let source = try AggregateSource(aggregate, groups, context, countsSkipsByGroup: false)
  let (values, skipped) = try source.values()
  context.run.count(.missingSkipped(aggregate.function), skipped.total)
  return values
}

/// Everything that an aggregate reads: the rows, their groups, and its compiled expressions.
struct AggregateSource: Sendable {
  let aggregate: Aggregate
  let groups: GroupMap
  let context: EvaluationContext
  /// Whether skipped values are counted for each group, not only in all.
  let countsSkipsByGroup: Bool
  let filter: MaskKernel?
  /// Nil for an aggregate without one, of which only rows and filter count.
  let argument: Kernel?

  init(
    _ aggregate: Aggregate, _ groups: GroupMap, _ context: EvaluationContext,
    countsSkipsByGroup: Bool
  ) throws(RunError) {
    guard groups.groups.count == context.rows.count else {
      throw .misbuiltPlan("\(groups.groups.count) groups of \(context.rows.count) rows")
    }
    self.aggregate = aggregate
    self.groups = groups
    self.context = context
    self.countsSkipsByGroup = countsSkipsByGroup
    let compiler = Compiler(Scope(context))
    filter = try aggregate.filter.map { (filter) throws(RunError) in
      try compiler.mask(for: filter)
    }
    argument = try aggregate.argument.map { (argument) throws(RunError) in
      try compiler.kernel(for: argument)
    }
  }

  var groupCount: Int { groups.groupCount }

  func values() throws(RunError) -> (Column, Skips) {
    if let each = aggregate.each { return (try valuesReached(each), Skips(groupCount: 0)) }
    switch aggregate.function {
    case .any, .all, .no, .share: return (try truths(), Skips(groupCount: 0))
    case .longestRun: return (try longestRuns(), Skips(groupCount: 0))
    case .count:
      if aggregate.argument == nil { return (try rowCounts(), Skips(groupCount: 0)) }
      let counts = aggregate.isDistinct ? try distinctCounts() : try knownCounts()
      return (counts, Skips(groupCount: 0))
    case .list, .concat, .median, .percentile: return try collected()
    case .min, .max, .first, .last: return try winners()
    case .sum, .avg, .stddev:
      return aggregate.isDistinct ? try collected() : try sums()
    }
  }
}

/// The missing values that an aggregate passed over, and in which groups.
struct Skips: Sendable {
  var total = 0
  /// Nil until one is met, or if nobody asked.
  private(set) var byGroup: [Int32]?
  private let groupCount: Int

  /// With 0 groups only the total is counted.
  init(groupCount: Int) { self.groupCount = groupCount }

  mutating func add(_ missing: Buffer<UInt8>, _ groups: Buffer<Int32>) {
    add(missing.ones, groups) { missing[$0] == 1 }
  }

  /// So many rows are missing, and these.
  @inline(__always)
  mutating func add(_ count: Int, _ groups: Buffer<Int32>, isMissing: (Int) -> Bool) {
    total += count
    guard count > 0, groupCount > 0 else { return }
    var counts = byGroup ?? [Int32](repeating: 0, count: groupCount)
    byGroup = nil
    for row in 0..<groups.count where isMissing(row) { counts[Int(groups[row])] += 1 }
    byGroup = counts
  }

  mutating func merge(_ other: Skips) {
    total += other.total
    guard let theirs = other.byGroup else { return }
    guard var ours = byGroup else {
      byGroup = theirs
      return
    }
    byGroup = nil
    for group in ours.indices { ours[group] += theirs[group] }
    byGroup = ours
  }
}
