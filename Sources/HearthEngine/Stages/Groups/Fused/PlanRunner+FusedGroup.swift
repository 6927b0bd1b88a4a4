import HearthData
import HearthPlan

/// Groups with the values of their keys and of their aggregates.
struct AggregatedGroups: Sendable {
  var count: Int
  var keys: [Column]
  var results: [Column]
}

extension PlanRunner {
  /// A dense grouping in one pass over stored columns; nil when the stage or the data do not fit.
  func fusedGroups(_ stage: GroupStage, _ frame: Frame) throws(RunError) -> AggregatedGroups? {
    guard run.options.usesShortcuts, !stage.withAll, stage.across == nil,
      !stage.keys.contains(where: \.isExploded)
    else { return nil }
    return try fusedGroups(stage.keys.map(\.expression), stage.aggregates, frame)
  }

  /// Without keys there is one group.
  func fusedGroups(
    _ keys: [TypedExpression], _ aggregates: [Aggregate], _ frame: Frame
  ) throws(RunError) -> AggregatedGroups? {
    guard let entity = frame.entity, frame.rows.areAllRows,
      let lanes = try codeLanes(for: keys, of: entity, rowCount: frame.count)
    else { return nil }
    var plan = FusedAggregates()
    let codeCount = lanes.reduce(1) { $0 * $1.count }
    for aggregate in aggregates {
      plan.parts.append(try part(aggregate, of: entity, codeCount: codeCount, in: &plan))
    }
    // Where nothing can be taken along, one pass more is no gain.
    guard plan.parts.contains(where: { $0 != .other }) || aggregates.isEmpty else { return nil }
    let scan = FusedScan(
      rows: frame.rows, lanes: lanes, sums: plan.sums, distinct: plan.distinct)
    let strips = try forEachStrip(of: frame.count) { (range) throws(RunError) in
      try scan.tallies(range, in: run)
    }
    let tallies = strips.compactMap { $0 }
    guard tallies.count == strips.count else { return nil }
    keepBounds(plan.sums, tallies, frame)
    return try finish(scan, tallies, plan, aggregates, frame)
  }

  /// What was seen of summed columns, if it was all their rows.
  private func keepBounds(
    _ sums: [FusedAggregates.Summed], _ tallies: [FusedTallies], _ frame: Frame
  ) {
    for (index, sum) in sums.enumerated()
    where sum.known == nil && frame.rows.count == sum.values.count {
      guard case .range = frame.rows else { continue }
      let parts = tallies.map { $0.sums[index] }
      let bound = ColumnBound(
        bits: parts.reduce(0) { $0 | $1.bits },
        hasMissing: parts.contains { $0.missingCount > 0 })
      store.derived.keep(bound, for: ColumnBound.Key(field: sum.field))
    }
  }

  private func finish(
    _ scan: FusedScan, _ tallies: [FusedTallies], _ plan: FusedAggregates,
    _ aggregates: [Aggregate], _ frame: Frame
  ) throws(RunError) -> AggregatedGroups? {
    let found = CodesInUse(scan, tallies)
    var map: GroupMap?
    var results: [Column] = []
    for (aggregate, part) in zip(aggregates, plan.parts) {
      switch part {
      case .rows: results.append(.integers(found.counts, .int))
      case .distinct(let index):
        let bits = tallies.map { $0.bits[index] }
        results.append(
          .integers(
            Buffer.filled(found.codes.count) { FusedBits.count(bits, code: Int(found.codes[$0])) },
            .int))
      case .sum(let index):
        guard let sums = IntegerSums(tallies.map { $0.sums[index] }, found) else { return nil }
        run.count(.missingSkipped(aggregate.function), sums.skips.total)
        results.append(try aggregate.result(of: sums, groupCount: found.codes.count))
      case .other:
        if map == nil {
          map = try scan.map(found.numbers, groupCount: found.codes.count, in: self)
        }
        if let map { results += try self.aggregates([aggregate], over: map, frame) }
      }
    }
    return AggregatedGroups(
      count: found.codes.count, keys: found.keys(scan.lanes), results: results)
  }

  /// How an aggregate is taken along, with what it reads noted down.
  private func part(
    _ aggregate: Aggregate, of entity: EntityID, codeCount: Int, in plan: inout FusedAggregates
  ) throws(RunError) -> FusedAggregates.Part {
    guard aggregate.filter == nil, aggregate.each == nil else { return .other }
    guard let argument = aggregate.argument else {
      return aggregate.function == .count ? .rows : .other
    }
    guard case .field(let field) = argument.kind, field.entity == entity else { return .other }
    let column = try reading { () throws(DataError) in try store.column(field) }
    switch (aggregate.function, aggregate.isDistinct, column.storage) {
    case (.sum, false, .int64(let values)), (.avg, false, .int64(let values)):
      guard argument.type != .dateTime else { return .other }
      let known = store.derived.known(
        for: ColumnBound.Key(field: field), as: ColumnBound.self)
      plan.sums.append(FusedAggregates.Summed(field: field, values: values, known: known))
      return .sum(plan.sums.count - 1)
    case (.count, true, .codes8(let codes, let dictionary)):
      let source = FusedValues(source: .codes8(codes), placeCount: dictionary.count + 1)
      return plan.takes(source, codeCount: codeCount)
    case (.count, true, .rows(let rows)):
      guard case .link(let target, _) = argument.type else { return .other }
      let count = try reading { () throws(DataError) in try store.rowCount(of: target) }
      let source = FusedValues(source: .ordinals(rows), placeCount: count + 1)
      return plan.takes(source, codeCount: codeCount)
    default: return .other
    }
  }
}

/// What the aggregates of a stage read in the one pass, and where each finds its part.
struct FusedAggregates {
  enum Part: Equatable {
    case rows
    case sum(Int)
    case distinct(Int)
    /// Not taken along: asked in the general way of the groups that were found.
    case other
  }

  struct Summed: Sendable {
    let field: FieldID
    let values: Buffer<Int64>
    /// Nil while nobody has seen them all.
    let known: ColumnBound?
  }

  /// More bits than this are not worth clearing, for each thread.
  private static let bitLimit = 1 << 27

  var parts: [Part] = []
  var sums: [Summed] = []
  var distinct: [FusedValues] = []

  mutating func takes(_ values: FusedValues, codeCount: Int) -> Part {
    let (bits, overflow) = (values.words * 64).multipliedReportingOverflow(by: codeCount)
    guard !overflow, bits <= Self.bitLimit else { return .other }
    distinct.append(values)
    return .distinct(distinct.count - 1)
  }
}

/// The codes that rows have, in their order: they are the groups.
struct CodesInUse {
  let codes: Buffer<Int32>
  /// The group of each code, -1 for one that no row has.
  let numbers: Buffer<Int32>
  let counts: Buffer<Int64>

  init(_ scan: FusedScan, _ tallies: [FusedTallies]) {
    let totals = SharedMemory<Int64>(count: scan.codeCount)
    totals.fill(0)
    let all = totals.first(totals.count)
    for part in tallies { part.counts.add(to: all) }
    // All rows together are a group if there is none.
    let areAllGroups = scan.lanes.isEmpty
    let codes = SharedMemory<Int32>(count: all.count)
    let numbers = SharedMemory<Int32>(count: all.count)
    var found = 0
    for code in all.indices {
      let isGroup = all[code] > 0 || areAllGroups
      numbers[code] = isGroup ? Int32(truncatingIfNeeded: found) : -1
      // Written for every code, and kept for those that are a group: no branch to guess.
      codes[found] = Int32(truncatingIfNeeded: code)
      found &+= isGroup ? 1 : 0
    }
    self.codes = codes.buffer.slice(0..<found)
    self.numbers = numbers.buffer
    let inUse = self.codes
    counts = Buffer.filled(found) { totals[Int(inUse[$0])] }
  }

  /// The values of the keys of all groups.
  func keys(_ lanes: [CodeLane]) -> [Column] {
    var stride = lanes.reduce(1) { $0 * $1.count }
    return lanes.map { lane in
      stride /= lane.count
      let (codes, step) = (codes, stride)
      return lane.values.gather(
        rows: Buffer.filled(codes.count) {
          Int32(truncatingIfNeeded: Int(codes[$0]) / step % lane.count)
        })
    }
  }
}

extension IntegerSums {
  /// Those of all parts together; nil when they might not fit 64 bits.
  init?(_ parts: [FusedSum], _ found: CodesInUse) {
    var bound: UInt64 = 0
    var skips = Skips(groupCount: 0)
    for part in parts {
      let (sum, carry) = bound.addingReportingOverflow(part.bound)
      bound = sum
      if carry || sum > UInt64(Int64.max) { return nil }
      skips.total += part.missingCount
    }
    self.init(
      sums: found.codes.map { code in parts.reduce(0) { $0 &+ $1.sum(Int(code)) } },
      known: found.codes.indices.map { index in
        let missing = parts.reduce(0) { $0 &+ $1.missing(Int(found.codes[index])) }
        return Int32(truncatingIfNeeded: found.counts[index]) &- missing
      }, skips: skips)
  }
}

extension RowSet {
  /// Whether none of them stands for no row.
  fileprivate var areAllRows: Bool {
    switch self {
    case .range: true
    case .ordinals(let ordinals): !ordinals.hasNegative
    }
  }
}
