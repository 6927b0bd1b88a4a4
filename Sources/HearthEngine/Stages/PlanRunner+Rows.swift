import HearthData
import HearthPlan

// The stages that keep, move or pick rows.

extension PlanRunner {
  func filter(_ predicate: TypedExpression, _ frame: Frame) throws(RunError) -> Frame {
    if case .range(let rows) = frame.rows, let entity = frame.entity {
      let narrowed = try narrowed(rows, of: entity, by: predicate)
      if narrowed.rows != rows || narrowed.condition == nil {
        let first = narrowed.rows.lowerBound - rows.lowerBound
        let part = frame.slice(first..<first + narrowed.rows.count)
        return try narrowed.condition.map { (condition) throws(RunError) in
          try filter(condition, part)
        } ?? part
      }
    }
    let positions = try select(predicate, in: context(frame))
    return positions.count == frame.count ? frame : try gathered(frame, positions)
  }

  func compute(_ assignments: [Assignment], _ frame: Frame) throws(RunError) -> Frame {
    var frame = frame
    for assignment in assignments {
      frame.slots[assignment.slot] = try evaluate(assignment.expression, in: context(frame))
      if let total = frame.total {
        let value = try evaluate(assignment.expression, in: totalContext(total))
        frame.total?[assignment.slot] = value
      }
    }
    return frame
  }

  func sort(_ keys: [PlannedSortKey], _ frame: Frame) throws(RunError) -> Frame {
    if frame.count < 2 { return frame }
    let encoders = try encode(keys, in: frame)
    if try isOrdered(by: encoders, count: frame.count) { return frame }
    return try gathered(frame, try order(by: encoders, count: frame.count))
  }

  func slice(
    first: Int64, last: Int64, per: [TypedExpression], order: [PlannedSortKey], _ frame: Frame
  ) throws(RunError) -> Frame {
    let count = frame.count
    let start = Int(clamping: max(first, 1)) - 1
    guard start < count, last > Int64(start) else { return frame.slice(0..<0) }
    let end = Int(clamping: last)
    if per.isEmpty, order.isEmpty { return frame.slice(start..<min(end, count)) }
    let segments = try segments(per: per, order: order, frame)
    let chosen = SharedMemory<Bool>(count: count)
    chosen.fill(false)
    for range in segments.ranges {
      let low = min(range.lowerBound + start, range.upperBound)
      let high = min(range.upperBound, end > count ? count : range.lowerBound + end)
      for place in low..<max(low, high) { chosen[Int(segments.rows[place])] = true }
    }
    return frame.gathered(chosen.buffer.positions)
  }

  /// The groups come in the order of their keys, each with its first rows in the order of the key.
  func top(
    _ wanted: Int64, by key: PlannedSortKey, per: [TypedExpression], _ frame: Frame
  ) throws(RunError) -> Frame {
    let wanted = Int(clamping: max(0, min(wanted, Int64(frame.count))))
    guard wanted > 0 else { return frame.slice(0..<0) }
    if per.isEmpty {
      let encoder = try encode([key], in: frame)
      return frame.gathered(try leading(wanted, by: encoder, count: frame.count))
    }
    let segments = try segments(per: per, order: [key], frame)
    var positions = BufferBuilder<Int32>()
    for range in segments.ranges {
      let end = min(range.upperBound, range.lowerBound + wanted)
      positions.append(UnsafeBufferPointer(rebasing: segments.rows.pointer[range.lowerBound..<end]))
    }
    return frame.gathered(positions.finish())
  }

  /// The first row of each combination, in source order.
  func distinct(_ expressions: [TypedExpression], _ frame: Frame) throws(RunError) -> Frame {
    if frame.count < 2 { return frame }
    let columns = try values(of: expressions, in: frame)
    let grouping = try group(by: columns, count: frame.count, isOrdered: false)
    if grouping.count == frame.count { return frame }
    return frame.gathered(Buffer(grouping.firstRows.sorted()))
  }

  /// Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): one pass,
  /// every set of rows equally likely, the rows in source order.
  func sample(_ wanted: Int64, seed: Int64, _ frame: Frame) throws(RunError) -> Frame {
    let count = frame.count
    guard wanted < Int64(count) else { return frame }
    var missing = UInt64(max(0, wanted))
    var generator = SplitMix(seed: UInt64(bitPattern: seed))
    var positions = BufferBuilder<Int32>(capacity: Int(missing))
    var row = 0
    while missing > 0 {
      if generator.number(below: UInt64(count - row)) < missing {
        positions.append(Int32(truncatingIfNeeded: row))
        missing -= 1
      }
      row += 1
    }
    return frame.gathered(positions.finish())
  }
}

/// The same numbers for the same seed on every machine (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014).
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// Uniform (Lemire, "Fast random integer generation in an interval", 2019).
  mutating func number(below limit: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: limit)
    if product.low < limit {
      let rejected = (0 &- limit) % limit
      while product.low < rejected { product = next().multipliedFullWidth(by: limit) }
    }
    return product.high
  }
}

extension Buffer<Bool> {
  /// Where it says true, ascending.
  var positions: Buffer<Int32> {
    var positions = BufferBuilder<Int32>()
    for (index, isChosen) in pointer.enumerated() where isChosen {
      positions.append(Int32(truncatingIfNeeded: index))
    }
    return positions.finish()
  }
}
