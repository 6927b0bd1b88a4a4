import HearthData
import HearthPlan

extension PlanRunner {
  /// Every row with every right row that is equal in all conditions, in the right's order; a row
  /// without one stays in a left or full join, and a full join ends with the right rows left over.
  func join(_ stage: JoinStage, _ frame: Frame) throws(RunError) -> Frame {
    let outputs = stage.carried.map(\.rightColumn) + stage.merged.map(\.rightColumn)
    let right = try inner(stage.right, outputs: outputs, also: stage.conditions.map(\.right))
    let left = try values(of: stage.conditions.map(\.left), in: frame)
    let keys = try joinKeys(left, right.values, frame.count, right.frame.count)
    let pairs = try matchingPairs(stage.kind, keys)
    var joined = pairs.isEveryLeftOnce ? frame : try gathered(frame, pairs.left)
    joined.total = nil
    joined.populationCount = joined.count
    for (slot, output) in stage.carried {
      try run.checkLimits()
      joined.slots[slot] = right.columns[output]?.gather(rows: pairs.right)
    }
    for (slot, expression, output) in stage.merged {
      guard let values = right.columns[output] else { continue }
      let own = try evaluate(expression, in: context(frame))
      let both = try concatenated([own, try convert(values, to: own.type)])
      let first = Int32(truncatingIfNeeded: frame.count)
      joined.slots[slot] = both.gather(
        rows: Buffer.filled(pairs.left.count) { index in
          pairs.left[index] >= 0 ? pairs.left[index] : pairs.right[index] &+ first
        })
    }
    return joined
  }

  /// Numbers that are equal where all conditions are; -1 where one is missing.
  private struct JoinKeys: Sendable {
    var count: Int
    var left: Buffer<Int32>
    var right: Buffer<Int32>
  }

  private func joinKeys(
    _ left: [Column], _ right: [Column], _ leftCount: Int, _ rightCount: Int
  ) throws(RunError) -> JoinKeys {
    let count = leftCount + rightCount
    guard count <= Int(Int32.max) else { throw .stopped(.rows) }
    var encoders: [KeyEncoder] = []
    for (left, right) in zip(left, right) {
      let both = try concatenated([left, try convert(right, to: left.type)])
      encoders.append(try encode(both, isOrdered: false))
    }
    let map = try group(by: encoders, count: count).map
    let groups = SharedMemory<Int32>(count: count)
    groups.place(map.groups, at: 0)
    for encoder in encoders {
      let word = KeyWord(encoders: [encoder])
      try forEachMorsel(of: count) { (range) throws(RunError) in
        forEachBlock(of: range) { rows, words in
          word.write(to: words, rows: rows)
          for index in words.indices where words[index] == encoder.span {
            groups[rows.lowerBound &+ index] = -1
          }
        }
      }
    }
    return JoinKeys(
      count: map.groupCount, left: groups.buffer.slice(0..<leftCount),
      right: groups.buffer.slice(leftCount..<count))
  }

  /// A morsel of few rows may have very many partners; so many take about a millisecond.
  private static var pairsBetweenChecks: Int { 1 << 20 }

  /// Positions in both frames, -1 for no row.
  private struct Pairs: Sendable {
    var left: Buffer<Int32>
    var right: Buffer<Int32>
    var isEveryLeftOnce: Bool
  }

  private func matchingPairs(
    _ kind: JoinStage.Kind, _ keys: JoinKeys
  ) throws(RunError) -> Pairs {
    let members = Members(of: keys.right, groupCount: keys.count)
    let keepsLeft = kind != .inner
    let sizes = try forEachMorsel(of: keys.left.count) { (range) throws(RunError) in
      range.reduce(0) { sum, row in
        let matches = members.count(keys.left[row])
        return sum + (matches == 0 && keepsLeft ? 1 : matches)
      }
    }
    let matched = sizes.reduce(0, +)
    let leftOver = kind == .full ? unmatched(keys) : []
    let total = matched + leftOver.count
    guard total <= Int(Int32.max) else { throw .stopped(.rows) }
    let starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    let left = SharedMemory<Int32>(count: total)
    let right = SharedMemory<Int32>(count: total)
    let areSingle = try forEachMorsel(of: keys.left.count) { (range) throws(RunError) in
      var place = starts[range.lowerBound / Self.morselSize]
      var isSingle = true
      var checked = place
      for row in range {
        if place &- checked > Self.pairsBetweenChecks {
          try run.checkLimits()
          checked = place
        }
        let start = place
        for match in members[keys.left[row]] {
          left[place] = Int32(truncatingIfNeeded: row)
          right[place] = match
          place &+= 1
        }
        if place == start, keepsLeft {
          left[place] = Int32(truncatingIfNeeded: row)
          right[place] = -1
          place &+= 1
        }
        if place != start &+ 1 { isSingle = false }
      }
      return isSingle
    }
    for (index, row) in leftOver.enumerated() {
      left[matched + index] = -1
      right[matched + index] = row
    }
    return Pairs(
      left: left.buffer, right: right.buffer,
      isEveryLeftOnce: areSingle.allSatisfy { $0 } && leftOver.isEmpty)
  }

  /// The right rows that no left row is equal to.
  private func unmatched(_ keys: JoinKeys) -> [Int32] {
    var hasLeft = [Bool](repeating: false, count: keys.count)
    for key in keys.left where key >= 0 { hasLeft[Int(key)] = true }
    return keys.right.enumerated().compactMap { row, key in
      key >= 0 && hasLeft[Int(key)] ? nil : Int32(truncatingIfNeeded: row)
    }
  }
}

/// For each group the rows in it, in their order: count, add up, place.
private struct Members: Sendable {
  private let starts: Buffer<Int32>
  private let rows: Buffer<Int32>

  init(of groups: Buffer<Int32>, groupCount: Int) {
    let starts = SharedMemory<Int32>(count: groupCount + 1)
    starts.fill(0)
    for group in groups where group >= 0 { starts[Int(group) + 1] &+= 1 }
    for group in 0..<groupCount { starts[group + 1] &+= starts[group] }
    let rows = SharedMemory<Int32>(count: Int(starts[groupCount]))
    var next = Array(starts.buffer)
    next.withUnsafeMutableBufferPointer { next in
      for row in 0..<groups.count where groups[row] >= 0 {
        rows[Int(next[Int(groups[row])])] = Int32(truncatingIfNeeded: row)
        next[Int(groups[row])] &+= 1
      }
    }
    self.starts = starts.buffer
    self.rows = rows.buffer
  }

  @inline(__always)
  func count(_ group: Int32) -> Int {
    group < 0 ? 0 : Int(starts[Int(group) &+ 1] &- starts[Int(group)])
  }

  @inline(__always)
  subscript(group: Int32) -> UnsafeBufferPointer<Int32> {
    guard group >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let range = Int(starts[Int(group)])..<Int(starts[Int(group) &+ 1])
    return UnsafeBufferPointer(rebasing: rows.pointer[range])
  }
}
