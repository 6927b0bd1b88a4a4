import HearthData
import HearthPlan

extension PlanRunner {
  /// Every row once for each label, its rows one below the other.
  func stack(_ stage: StackStage, _ frame: Frame) throws(RunError) -> Frame {
    let height = stage.labels.count
    let count = frame.count * height
    guard count <= Int(Int32.max) else { throw .stopped(.rows) }
    let origin = Buffer<Int32>.filled(count) { Int32(truncatingIfNeeded: $0 / height) }
    var slots: [SlotID: Column] = [:]
    for slot in stage.kept { slots[slot] = frame.slots[slot]?.gather(rows: origin) }
    slots[stage.label] = Column(
      codes: (0..<count).map { $0 % height + 1 }, dictionary: stage.labels)
    // The values come label by label: those of one row lie as many rows apart as there are rows.
    let places = Buffer<Int32>.filled(count) { row in
      Int32(truncatingIfNeeded: row % height * frame.count + row / height)
    }
    for column in stage.columns {
      let values = try concatenated(try values(of: column.values, in: frame))
      slots[column.slot] = values.gather(rows: places)
    }
    return Frame(count: count, slots: slots)
  }
}
