import HearthData
import HearthPlan

/// A frame with its key columns, in which a row stands once for each of its tags where a key is
/// exploded, and once with a missing key if it has none.
struct Exploded: Sendable {
  private(set) var frame: Frame
  private(set) var keys: [Column]
  private(set) var across: Column?

  init(
    _ frame: Frame, _ keys: [Column], _ isExploded: [Bool], _ across: Column?,
    _ stage: GroupStage.Across?
  ) {
    self.frame = frame
    self.keys = keys
    self.across = across
    for (index, isExploded) in isExploded.enumerated() where isExploded {
      guard case .masks(let masks, let dictionary) = self.keys[index].storage else { continue }
      let tags = Tags(masks, dictionary, self.keys[index].type)
      take(tags.positions)
      self.keys[index] = tags.values
    }
    if let stage, stage.isExploded, let across = self.across,
      case .masks(let masks, let dictionary) = across.storage
    {
      let tags = Tags(masks, dictionary, across.type)
      take(tags.positions)
      self.across = tags.values
    }
  }

  private mutating func take(_ positions: Buffer<Int32>) {
    frame = frame.gathered(positions)
    keys = keys.map { $0.gather(rows: positions) }
    across = across?.gather(rows: positions)
  }
}

/// The tags of a column one by one, in source order and within a row in theirs.
struct Tags: Sendable {
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

extension GroupStage.Across {
  /// Tag by tag, when the columns are for single tags and not for whole sets.
  fileprivate var isExploded: Bool {
    !values.contains { if case .tags = $0 { true } else { false } }
  }
}
