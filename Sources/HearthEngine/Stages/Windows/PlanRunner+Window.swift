import HearthData
import HearthPlan

extension PlanRunner {
  /// Columns that look along the rows of a group, in the stage's order; the rows stay in place.
  func window(_ stage: WindowStage, _ frame: Frame) throws(RunError) -> Frame {
    let segments = try segments(per: stage.per, order: stage.order, frame)
    var results: [Column] = []
    for window in stage.windows {
      results.append(try values(of: window, stage, segments, frame))
    }
    var frame = frame
    for assignment in stage.assignments {
      let context = context(frame, results: results)
      frame.slots[assignment.slot] = try evaluate(assignment.expression, in: context)
      // The total row stands in no group.
      frame.total?[assignment.slot] = .missing(count: 1, type: assignment.expression.type)
    }
    return frame
  }

  private func values(
    of window: Window, _ stage: WindowStage, _ segments: Segments, _ frame: Frame
  ) throws(RunError) -> Column {
    switch window {
    case .rowNumber:
      let numbers = SharedMemory<Int64>(count: frame.count)
      for range in segments.ranges {
        for place in range {
          numbers[Int(segments.rows[place])] = Int64(place - range.lowerBound + 1)
        }
      }
      return Column(type: .int, count: frame.count, storage: .int64(numbers.buffer))
    case .whole(let function):
      let groups = try whole(function.ordered(by: stage.order), stage, segments, frame)
      return groups.gather(rows: segments.map.groups)
    case .running(let function):
      let running = RunningAggregate(function.ordered(by: stage.order), segments, self, frame)
      return try running.values()
    case .neighbour(let expression, let distance):
      let column = try evaluate(expression, in: context(frame))
      return column.gather(rows: segments.neighbours(distance, count: frame.count))
    }
  }
}

extension PlanRunner {
  /// One value per group; lists take the rows in the stage's order, as running ones do.
  private func whole(
    _ function: Aggregate, _ stage: WindowStage, _ segments: Segments, _ frame: Frame
  ) throws(RunError) -> Column {
    let isList = function.function == .list || function.function == .concat
    guard isList, !stage.order.isEmpty else {
      return try aggregate(function, over: segments.map, in: context(frame))
    }
    let groups = segments.map.groups
    let map = GroupMap(
      groupCount: segments.map.groupCount,
      groups: Buffer.filled(groups.count) { groups[Int(segments.rows[$0])] })
    return try aggregate(function, over: map, in: context(frame.gathered(segments.rows)))
  }
}

extension Aggregate {
  /// `first`, `last` and `longest_run` without an order of their own follow that of the stage.
  fileprivate func ordered(by keys: [PlannedSortKey]) -> Aggregate {
    guard [.first, .last, .longestRun].contains(function), order.isEmpty else { return self }
    var ordered = self
    ordered.order = keys
    return ordered
  }
}

extension Segments {
  /// For each row the one so many places before it in its group, -1 beyond the ends.
  fileprivate func neighbours(_ distance: Int64, count: Int) -> Buffer<Int32> {
    let rows = rows
    let neighbours = SharedMemory<Int32>(count: count)
    // Any greater distance leads out of every group too.
    let distance = Int(max(-Int64(count), min(Int64(count), distance)))
    for range in ranges {
      for place in range {
        let other = place - distance
        neighbours[Int(rows[place])] = range.contains(other) ? rows[other] : -1
      }
    }
    return neighbours.buffer
  }
}
