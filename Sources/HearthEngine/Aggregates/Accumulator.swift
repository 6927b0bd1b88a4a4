import HearthData
import HearthPlan

/// What is known of every group so far, in dense arrays; rows are added in order.
protocol Accumulator: Sendable {
  /// Whether adding the same rows in other portions gives the same bits: not so for sums of
  /// floating-point numbers.
  static var isExact: Bool { get }
  mutating func add(_ rows: AggregateRows) throws(RunError)
  /// Takes over what another one knows of later rows.
  mutating func merge(_ later: Self)
}

/// A block on its way into an accumulator.
struct AggregateRows {
  let block: Block
  let groups: Buffer<Int32>
  let filter: MaskKernel?

  /// 1 for the rows that the filter keeps; nil without a filter.
  func mask() throws(RunError) -> Buffer<UInt8>? { try filter?.run(block) }

  /// Where those rows are; nil when it is all of them.
  func keptPlaces() throws(RunError) -> Buffer<Int32>? {
    guard let keep = try keptMask() else { return nil }
    return keep.positionsOfOnes()
  }

  /// 1 for the rows that are kept and belong to a group; nil when all do.
  private func keptMask() throws(RunError) -> Buffer<UInt8>? {
    let keep = try mask()
    guard groups.hasNegative else { return keep }
    let inGroup = Buffer<UInt8>.filled(groups.count) { groups[$0] < 0 ? 0 : 1 }
    return keep?.intersection(inGroup) ?? inGroup
  }

  /// The rows that are kept and belong to a group.
  func kept() throws(RunError) -> (block: Block, groups: Buffer<Int32>) {
    kept(at: try keptPlaces())
  }

  func kept(at places: Buffer<Int32>?) -> (block: Block, groups: Buffer<Int32>) {
    guard let places, places.count < block.count else { return (block, groups) }
    return (block.subset(places), Buffer.filled(places.count) { groups[Int(places[$0])] })
  }
}

extension AggregateSource {
  /// Runs the rows through an accumulator, in portions on the threads of the run.
  ///
  /// Portions of inexact accumulators depend on the numbers of rows and groups alone, so that
  /// results never depend on the threads.
  ///
  /// `empty` is made anew for every portion: clearing memory costs less than copying what is clear.
  func accumulate<State: Accumulator>(
    _ empty: @autoclosure @Sendable () -> State
  ) throws(RunError) -> State {
    let total = context.rows.count
    let portion = portionSize(total, isExact: State.isExact)
    let portions = max(1, (total + portion - 1) / portion)
    let states = try parallelMap(portions, context.run) { (index) throws(RunError) in
      var state = empty()
      let end = min(total, (index + 1) * portion)
      for start in stride(from: index * portion, to: end, by: Block.size) {
        try context.run.checkLimits()
        try state.add(rows(start..<min(start + Block.size, end)))
      }
      return state
    }
    var merged = states[0]
    for later in states.dropFirst() { merged.merge(later) }
    return merged
  }

  /// Each portion has arrays of its own, so that many groups want large portions.
  private func portionSize(_ total: Int, isExact: Bool) -> Int {
    let fixed = max(4 * Block.size, (16 * groupCount + Block.size - 1) / Block.size * Block.size)
    guard isExact, fixed > 4 * Block.size else { return fixed }
    let blocks = (total + Block.size - 1) / Block.size
    let share = (blocks + context.run.threadCount - 1) / context.run.threadCount
    return max(4, share) * Block.size
  }

  func rows(_ range: Range<Int>) -> AggregateRows {
    AggregateRows(
      block: Block(context, positions: range), groups: groups.groups.slice(range), filter: filter)
  }
}

extension Buffer where Element == Int32 {
  /// Whether some row is none, or in no group; without leaving the loop, so that it is fast.
  var hasNegative: Bool {
    var signs: Int32 = 0
    for row in 0..<count { signs |= self[row] }
    return signs < 0
  }
}
