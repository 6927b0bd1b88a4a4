import HearthData
import HearthPlan

/// A frame with its key columns, in which a row stands once for each of its tags where a key is
/// exploded, and once with a missing key if it has none.
struct Exploded: Sendable {
  private(set) var frame: Frame
  private(set) var keys: [Column]
  /// The key whose values become columns.
  private(set) var across: Column?

  init(_ frame: Frame, _ keys: [Column], _ isExploded: [Bool], _ across: Column?) {
    self.frame = frame
    self.keys = keys
    self.across = across
    for (index, isExploded) in isExploded.enumerated() where isExploded {
      guard case .masks(let masks, let dictionary) = self.keys[index].storage else { continue }
      let tags = Tags(masks, dictionary, self.keys[index].type)
      self.frame = self.frame.gathered(tags.positions)
      self.keys = self.keys.map { $0.gather(rows: tags.positions) }
      self.keys[index] = tags.values
      self.across = self.across?.gather(rows: tags.positions)
    }
  }
}

/// The tags of a column one by one, in source order and within a row in theirs.
private struct Tags {
  /// The row of each tag.
  let positions: Buffer<Int32>
  let values: Column

  init(_ masks: Buffer<UInt64>, _ dictionary: CategoryDictionary, _ type: ValueType) {
    var positions = BufferBuilder<Int32>(capacity: masks.count)
    var codes = BufferBuilder<UInt8>(capacity: masks.count)
    for row in 0..<masks.count {
      var rest = masks[row]
      if rest == 0 {
        positions.append(Int32(truncatingIfNeeded: row))
        codes.append(0)
      }
      while rest != 0 {
        positions.append(Int32(truncatingIfNeeded: row))
        codes.append(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount + 1))
        rest &= rest &- 1
      }
    }
    let domain: CategoryDomain =
      if case .tags(let domain) = type { domain } else { .fixed(dictionary) }
    self.positions = positions.finish()
    values = Column(
      type: .category(domain), count: self.positions.count,
      storage: .codes8(codes.finish(), dictionary))
  }
}
