import HearthData
import HearthPlan

/// How many rows in a row fulfil a condition, at most, in every group.
///
/// What is known of the rows of a group so far suffices to go on with those of a later portion:
///
///     rows       ● ● ○ ● ● ● ○ ●
///     leading    2                the run that begins with the first row
///     trailing   1                the run that ends with the last row
///     longest    3
struct LongestRuns: Accumulator {
  static var isExact: Bool { true }

  private let condition: MaskKernel
  private var counts: [Int32]
  private var leading: [Int32]
  private var trailing: [Int32]
  private var longest: [Int32]

  init(_ condition: MaskKernel, groupCount: Int) {
    self.condition = condition
    let nothing = [Int32](repeating: 0, count: groupCount)
    (counts, leading, trailing, longest) = (nothing, nothing, nothing, nothing)
  }

  subscript(group: Int) -> Int32 { longest[group] }

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let (block, groups) = try rows.kept()
    let marks = try condition.run(block)
    for row in 0..<groups.count { add(marks[row], to: Int(groups[row])) }
  }

  private mutating func add(_ mark: UInt8, to group: Int) {
    trailing[group] = mark == 1 ? trailing[group] &+ 1 : 0
    counts[group] &+= 1
    if trailing[group] == counts[group] { leading[group] = trailing[group] }
    longest[group] = max(longest[group], trailing[group])
  }

  mutating func merge(_ later: LongestRuns) {
    for group in counts.indices where later.counts[group] > 0 {
      let joint = trailing[group] &+ later.leading[group]
      longest[group] = max(longest[group], later.longest[group], joint)
      if leading[group] == counts[group] { leading[group] = joint }
      let isOneRun = later.trailing[group] == later.counts[group]
      trailing[group] = isOneRun ? joint : later.trailing[group]
      counts[group] &+= later.counts[group]
    }
  }
}

extension AggregateSource {
  /// In the order of the rows, or in that of the aggregate.
  func longestRuns() throws(RunError) -> Column {
    guard let argument = aggregate.argument else { throw .misbuiltPlan("a run of nothing") }
    let condition = try Compiler(Scope(context)).mask(for: argument)
    let runs: Buffer<Int64>
    if aggregate.order.isEmpty {
      let state = try accumulate(LongestRuns(condition, groupCount: groupCount))
      runs = Buffer.filled(groupCount) { Int64(state[$0]) }
    } else {
      runs = try OrderedRows(self, condition).longestRuns()
    }
    return .integers(runs, .int)
  }
}

/// The rows of every group side by side, each group in the order of the aggregate.
private struct OrderedRows {
  private let marks: Buffer<UInt8>
  private let keys: [Buffer<UInt64>]
  private let rows: CollectedValues

  init(_ source: AggregateSource, _ condition: MaskKernel) throws(RunError) {
    let order = try source.orderKeys(isReversed: false)
    let parts = try source.context.mapBlocks { (block) throws(RunError) in
      let (kept, groups) = try source.rows(block.range).kept()
      let marks = try condition.run(kept)
      let values = Column(type: .bool, count: marks.count, storage: .bytes(marks))
      var keys: [Buffer<UInt64>] = []
      for key in order { keys.append(try key.run(kept, values)) }
      return (marks, groups, keys)
    }
    marks = Buffer.joined(parts.map(\.0))
    keys = order.indices.map { index in Buffer.joined(parts.map { $0.2[index] }) }
    let numbers = Buffer<Int32>.filled(marks.count) { Int32(truncatingIfNeeded: $0) }
    rows = CollectedValues(
      Column(type: .int, count: marks.count, storage: .rows(numbers)),
      groups: Buffer.joined(parts.map(\.1)), groupCount: source.groupCount
    ) { _ in true }
  }

  func longestRuns() throws(RunError) -> Buffer<Int64> {
    guard case .rows(let numbers) = rows.values.storage else {
      throw .misbuiltPlan("rows without numbers")
    }
    var order = Array(numbers)
    return Buffer.filled(rows.groupCount) { group in
      sort(&order, rows.range(group))
      var (run, longest): (Int64, Int64) = (0, 0)
      for place in rows.range(group) {
        run = marks[Int(order[place])] == 1 ? run &+ 1 : 0
        longest = max(longest, run)
      }
      return longest
    }
  }

  /// Mostly the rows of a group are in order already.
  private func sort(_ order: inout [Int32], _ range: Range<Int>) {
    let isOrdered = range.dropFirst().allSatisfy { !isBefore(order[$0], order[$0 - 1]) }
    if !isOrdered { order[range].sort(by: isBefore) }
  }

  /// Equal rows stay in source order.
  private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    for column in keys where column[Int(left)] != column[Int(right)] {
      return column[Int(left)] < column[Int(right)]
    }
    return left < right
  }
}
