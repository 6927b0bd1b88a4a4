/// One value at the edge of the system: a literal, a parameter, a cell of a total row.
///
/// Columns never hold these; see `Column`.
package enum Value: Hashable, Sendable {
  case missing
  case text(String)
  case int(Int64)
  /// Never NaN: what has no value is `missing`.
  case number(Double)
  case decimal(Decimal)
  case bool(Bool)
  case date(Day)
  /// Seconds since 1970-01-01 00:00, in no time zone.
  case dateTime(Int64)
  case period(Period)
  /// A value of a dictionary by its position (0 is the first value).
  case category(Int)
  /// A tag set, bit `n` for the dictionary's value `n`.
  case tags(UInt64)
  /// A row of an entity by its ordinal.
  case row(EntityID, Int32)
  case list([Value])
}

/// An exact decimal: `unscaled` × 10^−`scale`.
package struct Decimal: Hashable, Sendable {
  package var unscaled: Int64
  package var scale: Int

  package init(unscaled: Int64, scale: Int) {
    self.unscaled = unscaled
    self.scale = scale
  }
}

/// A day of the proleptic Gregorian calendar: days since 1970-01-01.
@usableFromInline
package struct Day: Hashable, Comparable, Sendable {
  @usableFromInline package var number: Int32

  @inlinable package init(_ number: Int32) { self.number = number }
  @inlinable package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// A range of days, `end` not included, with the unit that gives its printed form.
package struct Period: Hashable, Sendable {
  /// What the period is printed as: `2026-10`, `2026-Q3`, `2026-W07`, …; `nil` prints both ends.
  package enum Unit: UInt8, CaseIterable, Hashable, Sendable {
    case day, week, month, quarter, half, year
  }

  package var start: Day
  package var end: Day
  package var unit: Unit?

  package init(start: Day, end: Day, unit: Unit?) {
    self.start = start
    self.end = end
    self.unit = unit
  }
}
