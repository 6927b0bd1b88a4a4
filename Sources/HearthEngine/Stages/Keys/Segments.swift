import HearthData
import HearthPlan

/// A frame's rows put together by group and ordered within each: what windows run along.
struct Segments: Sendable {
  /// Positions in the frame, group after group.
  var rows: Buffer<Int32>
  /// The groups as runs of `rows`.
  var ranges: [Range<Int>]
  /// The group of each row of the frame.
  var map: GroupMap
}

extension PlanRunner {
  func segments(
    per: [TypedExpression], order keys: [PlannedSortKey], _ frame: Frame
  ) throws(RunError) -> Segments {
    let count = frame.count
    let sortEncoders = try encode(keys, in: frame)
    if per.isEmpty {
      let rows = try order(by: sortEncoders, count: count)
      return Segments(
        rows: rows, ranges: count == 0 ? [] : [0..<count], map: Grouping.whole(count: count).map)
    }
    let grouping = try group(by: try values(of: per, in: frame), count: count)
    let rows = try order(by: [grouping.encoder] + sortEncoders, count: count)
    var sizes = [Int](repeating: 0, count: grouping.count)
    for group in grouping.map.groups { sizes[Int(group)] += 1 }
    var start = 0
    let ranges = sizes.map { size in
      defer { start += size }
      return start..<start + size
    }
    return Segments(rows: rows, ranges: ranges, map: grouping.map)
  }
}
