import HearthData
import HearthPlan

/// The rows that fulfil some conditions, from left to right.
///
/// As long as many rows are left, all are asked and the answers are bytes; once they are few, only
/// their places are kept and the conditions to come are asked of these.
struct Selection: Sendable {
  let conditions: [Condition]

  /// Of so few of the rows of a block the places are less work than the bytes.
  private static let fewShare = 8

  /// The places in the context, ascending.
  func places(in block: Block) throws(RunError) -> Buffer<Int32> {
    let first = block.positions.first
    var open = try conditions[0].mask.run(block)
    for (index, condition) in conditions.enumerated().dropFirst() {
      let left = open.ones
      if left < block.count / Self.fewShare {
        let places = try places(among: open.positionsOfOnes(), in: block, from: index)
        return first == 0 ? places : Buffer.filled(places.count) { places[$0] &+ Int32(first) }
      }
      open = try condition.run(block, open: open, count: left)
    }
    return open.positionsOfOnes(from: first)
  }

  private func places(
    among places: Buffer<Int32>, in block: Block, from index: Int
  ) throws(RunError) -> Buffer<Int32> {
    var places = places
    for condition in conditions[index...] where places.count > 0 {
      let kept = try condition.mask.run(block.subset(places)).positionsOfOnes()
      if kept.count < places.count {
        let before = places
        places = Buffer.filled(kept.count) { before[Int(kept[$0])] }
      }
    }
    return places
  }
}

extension Compiler {
  func selection(by predicate: TypedExpression) throws(RunError) -> Selection {
    if case .and(let parts) = predicate.kind {
      return Selection(conditions: try conditions(parts))
    }
    return Selection(conditions: try conditions([predicate]))
  }
}
