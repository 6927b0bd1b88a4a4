extension Period {
  /// The calendar unit that a day lies in; weeks begin on Monday.
  package init(_ unit: Unit, containing day: Day) {
    let (year, month, _) = day.civil
    switch unit {
    case .day: self.init(start: day, length: 1, unit: unit)
    case .week: self.init(start: Day(day.number - Int32(day.weekday) + 1), length: 7, unit: unit)
    case .month: self.init(year: year, firstMonth: month, months: 1, unit: unit)
    case .quarter:
      self.init(year: year, firstMonth: (month - 1) / 3 * 3 + 1, months: 3, unit: unit)
    case .half: self.init(year: year, firstMonth: month <= 6 ? 1 : 7, months: 6, unit: unit)
    case .year: self.init(year: year, firstMonth: 1, months: 12, unit: unit)
    }
  }

  private init(start: Day, length: Int, unit: Unit) {
    self.init(start: start, end: Day(start.number + Int32(length)), unit: unit)
  }

  private init(year: Int, firstMonth: Int, months: Int, unit: Unit) {
    let start = Day(year: year, month: firstMonth, day: 1) ?? .first
    let length = (firstMonth..<firstMonth + months).reduce(0) {
      $0 + Day.dayCount(year: year, month: $1)
    }
    self.init(start: start, length: length, unit: unit)
  }

  /// `2026-Q3` is `Period(.quarter, year: 2026, index: 3)`; nil when there is no such unit.
  ///
  /// The index is the month, quarter, half or ISO week of its year, the day of the year, and 1 for
  /// a year.
  package init?(_ unit: Unit, year: Int, index: Int) {
    guard Day.years.contains(year), index >= 1, index <= Self.count(of: unit, in: year) else {
      return nil
    }
    let day: Day?
    switch unit {
    case .day: day = Day(year: year, month: 1, day: 1)?.adding(days: index - 1)
    case .week: day = Day(isoWeekYear: year, week: index)
    case .month: day = Day(year: year, month: index, day: 1)
    case .quarter: day = Day(year: year, month: index * 3, day: 1)
    case .half: day = Day(year: year, month: index * 6, day: 1)
    case .year: day = Day(year: year, month: 1, day: 1)
    }
    guard let day else { return nil }
    self.init(unit, containing: day)
  }

  private static func count(of unit: Unit, in year: Int) -> Int {
    switch unit {
    case .day: Day.isLeap(year) ? 366 : 365
    case .week: 53
    case .month: 12
    case .quarter: 4
    case .half: 2
    case .year: 1
    }
  }

  /// From the first to the last day, both included.
  package init(from first: Day, through last: Day) {
    self.init(start: first, end: Day(last.number &+ 1), unit: nil)
  }

  package func contains(_ day: Day) -> Bool { start <= day && day < end }

  /// The last day that belongs to it; the day before `start` when it is empty.
  package var lastDay: Day { Day(end.number &- 1) }

  package var isEmpty: Bool { end <= start }

  /// The calendar unit after this one; for a range without unit the next one of equal length.
  package var next: Period? { shifted(by: 1) }

  /// The calendar unit before this one.
  package var previous: Period? { shifted(by: -1) }

  /// `count` units later; nil when that leaves the years 1 to 9999.
  package func shifted(by count: Int) -> Period? {
    guard let unit else { return shiftedByLength(count) }
    guard let day = start.adding(count, unit) else { return nil }
    return Period(unit, containing: day)
  }

  private func shiftedByLength(_ count: Int) -> Period? {
    let length = Int(end.number) - Int(start.number)
    let (distance, overflow) = length.multipliedReportingOverflow(by: count)
    guard !overflow, let newStart = start.adding(days: distance),
      let newLast = newStart.adding(days: max(0, length - 1))
    else { return nil }
    return Period(start: newStart, end: Day(newLast.number + (length > 0 ? 1 : 0)), unit: nil)
  }
}

extension Day {
  /// So many units later, the day of the month clamped; nil outside the years 1 to 9999.
  package func adding(_ count: Int, _ unit: Period.Unit) -> Day? {
    let (factor, isDays) = unit.length
    let (amount, overflow) = count.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    return isDays ? adding(days: amount) : adding(months: amount)
  }
}

extension Period.Unit {
  /// In days or in months.
  fileprivate var length: (Int, isDays: Bool) {
    switch self {
    case .day: (1, true)
    case .week: (7, true)
    case .month: (1, false)
    case .quarter: (3, false)
    case .half: (6, false)
    case .year: (12, false)
    }
  }
}

extension Period: CustomStringConvertible {
  /// `2026-10`, `2026-Q3`, `2026-H1`, `2026-W07`, `2026`, `2026-10-31`, else both ends.
  package var description: String {
    let (year, month, _) = start.civil
    switch unit {
    case .day: return start.description
    case .week:
      let (weekYear, week) = start.isoWeek
      return "\(padded(weekYear, 4))-W\(padded(week, 2))"
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter: return "\(padded(year, 4))-Q\((month + 2) / 3)"
    case .half: return "\(padded(year, 4))-H\(month <= 6 ? 1 : 2)"
    case .year: return padded(year, 4)
    case nil: return "\(start) … \(lastDay)"
    }
  }
}
