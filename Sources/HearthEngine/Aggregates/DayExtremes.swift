import HearthData
import HearthPlan

/// For every group its earliest or its latest day, without the rows that they come from.
struct DayExtremes: Accumulator {
  static var isExact: Bool { true }

  private let argument: Kernel
  /// Whether the days of all rows lie ready, also of those that the filter drops.
  private let isPlain: Bool
  private let isLatest: Bool
  private let days: SharedMemory<Int32>
  private var skips: Skips

  init(_ argument: Kernel, isPlain: Bool, isLatest: Bool, groupCount: Int, skips: Skips) {
    self.argument = argument
    self.isPlain = isPlain
    self.isLatest = isLatest
    self.skips = skips
    days = SharedMemory(count: groupCount)
    days.fill(isLatest ? Self.beforeAll : Self.afterAll)
  }

  /// Missing is before every day.
  private static let beforeAll = MissingValue.days
  private static let afterAll = Int32.max

  mutating func add(_ rows: AggregateRows) throws(RunError) {
    let places = try rows.keptPlaces()
    if isPlain, let places {
      let values = try argument.run(rows.block)
      let days = try values.days()
      let missing = places.count { days[Int($0)] == MissingValue.days }
      if missing == 0 {
        return add(days, rows.groups, count: places.count) { Int(places[$0]) }
      }
    }
    let (block, groups) = rows.kept(at: places)
    let values = try argument.run(block)
    skips.add(values.missingMask, groups)
    add(try values.days(), groups, count: groups.count) { $0 }
  }

  /// The days and groups at some places.
  @inline(__always)
  private func add(
    _ found: Buffer<Int32>, _ groups: Buffer<Int32>, count: Int, _ place: (Int) -> Int
  ) {
    let days = days
    if isLatest {
      for index in 0..<count {
        let row = place(index)
        let group = Int(groups[row])
        days[group] = max(days[group], found[row])
      }
    } else {
      for index in 0..<count {
        let row = place(index)
        let group = Int(groups[row])
        let day = found[row] == MissingValue.days ? Self.afterAll : found[row]
        days[group] = min(days[group], day)
      }
    }
  }

  mutating func merge(_ later: DayExtremes) {
    let (days, others) = (days, later.days)
    if isLatest {
      for group in 0..<days.count { days[group] = max(days[group], others[group]) }
    } else {
      for group in 0..<days.count { days[group] = min(days[group], others[group]) }
    }
    skips.merge(later.skips)
  }

  /// One day for each group, missing where none is known.
  func finish() -> (Column, Skips) {
    let known = Buffer<Int32>.filled(days.count) {
      days[$0] == Self.afterAll ? MissingValue.days : days[$0]
    }
    return (Column(type: .date, count: known.count, storage: .days(known)), skips)
  }
}

extension AggregateSource {
  /// `min`, `max`, `first` and `last` of days that are their own order need no rows; nil for all
  /// else.
  func extremesOfDays() throws(RunError) -> (Column, Skips)? {
    guard let argument, aggregate.argument?.type == .date else { return nil }
    let isLatest: Bool
    switch aggregate.function {
    case .min, .max: isLatest = aggregate.function == .max
    case .first, .last:
      guard aggregate.order.count == 1, aggregate.order[0].isDescending == false,
        aggregate.order[0].expression == aggregate.argument
      else { return nil }
      isLatest = aggregate.function == .last
    case .count, .sum, .avg, .median, .percentile, .stddev, .any, .all, .no, .share, .list, .concat,
      .longestRun:
      return nil
    }
    let isPlain = aggregate.argument?.isPlain ?? false
    let extremes = try accumulate(
      DayExtremes(
        argument, isPlain: isPlain, isLatest: isLatest, groupCount: groupCount,
        skips: Skips(groupCount: countsSkipsByGroup ? groupCount : 0)))
    return extremes.finish()
  }
}
