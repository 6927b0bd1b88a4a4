/// The calendar units that a period touches, one after the other: the slots of a rhythm. None for an
/// empty period.
///
///     period            ├──────────────┤
///     slots         │    0    │    1    │
///     starts        a         b         c
///     places        0 0 0 0 0 1 1 1 1 1      one per day, from the day `a` on
package struct Slots: Sendable {
  /// The first day of each slot, and last the day after them all.
  package let starts: Buffer<Int32>
  /// The slot of every day.
  package let places: Buffer<Int32>

  package var count: Int { starts.count - 1 }

  package init(_ unit: Period.Unit, touching period: Period) {
    var starts = BufferBuilder<Int32>()
    var places = BufferBuilder<Int32>()
    var slot = Period(unit, containing: period.start)
    starts.append(slot.start.number)
    while !period.isEmpty, slot.start < period.end {
      for _ in slot.start.number..<slot.end.number {
        places.append(Int32(truncatingIfNeeded: starts.count - 1))
      }
      starts.append(slot.end.number)
      slot = Period(unit, containing: slot.end)
    }
    self.starts = starts.finish()
    self.places = places.finish()
  }
}
