import HearthData
import HearthPlan
import HearthText

extension Compiler {
  /// A date and so many units later; the day of the month is clamped.
  func shift(
    _ date: TypedExpression, _ amount: TypedExpression, _ unit: ShiftUnit
  ) throws(RunError) -> Kernel {
    let value = try kernel(for: date)
    let count = try integers(amount)
    let isDateTime = date.type == .dateTime
    return Kernel { (block) throws(RunError) in
      let column = try value.run(block)
      let days = try column.days()
      var overflows = false
      let result: Buffer<Int32>
      if let constant = count.constant {
        result = shifted(days, ConstantLane(value: constant), unit, &overflows)
      } else {
        result = shifted(days, try count.values(block), unit, &overflows)
      }
      if overflows { throw .overflow(.dateOutOfRange) }
      return isDateTime ? try column.withDays(result) : .days(result)
    }
  }

  /// Whole units from one date to another, negative when the second is earlier.
  func difference(
    _ unit: ShiftUnit, _ from: TypedExpression, _ to: TypedExpression
  ) throws(RunError) -> Kernel {
    let (first, last) = (try kernel(for: from), try kernel(for: to))
    let withTimes = from.type == .dateTime && to.type == .dateTime
    return Kernel { (block) throws(RunError) in
      let (a, b) = (try first.run(block), try last.run(block))
      let (start, end) = (try a.days(), try b.days())
      let times = withTimes ? (try a.integers(), try b.integers()) : nil
      return .integers(
        Buffer.filled(block.count) { row in
          guard start[row] != MissingValue.days, end[row] != MissingValue.days else {
            return MissingValue.int64
          }
          if let times {
            return wholeUnits(unit, fromTime: times.0[row], toTime: times.1[row])
          }
          return wholeUnits(unit, from: start[row], to: end[row], isPartial: false)
        }, .int)
    }
  }

  func boundary(_ isStart: Bool, _ period: TypedExpression) throws(RunError) -> Kernel {
    let value = try kernel(for: period)
    return Kernel { (block) throws(RunError) in
      let periods = try value.run(block).periods()
      if isStart { return .days(periods.starts) }
      return .days(
        Buffer.filled(block.count) { row in
          periods.ends[row] == MissingValue.days ? MissingValue.days : periods.ends[row] &- 1
        })
    }
  }

  /// Both days belong to the period; missing when the last day is before the first.
  func makePeriod(
    _ first: TypedExpression, _ last: TypedExpression
  ) throws(RunError) -> Kernel {
    let (start, end) = (try days(first), try days(last))
    return Kernel { (block) throws(RunError) in
      let starts = try start.values(block)
      let lasts = try end.values(block)
      func isPeriod(_ row: Int) -> Bool {
        starts[row] != MissingValue.days && starts[row] <= lasts[row]
      }
      return .periods(
        starts: Buffer.filled(block.count) { isPeriod($0) ? starts[$0] : MissingValue.days },
        ends: Buffer.filled(block.count) { isPeriod($0) ? lasts[$0] &+ 1 : MissingValue.days },
        unit: nil)
    }
  }
}

extension Column {
  static func days(_ values: Buffer<Int32>) -> Column {
    Column(type: .date, count: values.count, storage: .days(values))
  }

  static func periods(
    starts: Buffer<Int32>, ends: Buffer<Int32>, unit: Period.Unit?
  ) -> Column {
    let units = Buffer([unit?.rawValue ?? MissingValue.noUnit])
    return Column(
      type: .period, count: starts.count,
      storage: .periods(PeriodBuffer(starts: starts, ends: ends, units: units)))
  }

  /// The times of day of these date-times on other days.
  fileprivate func withDays(_ days: Buffer<Int32>) throws(RunError) -> Column {
    let seconds = try integers()
    return .integers(
      Buffer.filled(count) { row in
        let value = seconds[row]
        if value == MissingValue.int64 { return value }
        let time = value - floorDivided(value, DateTime.secondsPerDay) * DateTime.secondsPerDay
        return Int64(days[row]) * DateTime.secondsPerDay + time
      }, .dateTime)
  }
}

extension ShiftUnit {
  /// In days or in months.
  var length: (count: Int, isDays: Bool) {
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

@inline(__always)
private func shifted<Amounts: Lane>(
  _ days: Buffer<Int32>, _ amounts: Amounts, _ unit: ShiftUnit, _ overflows: inout Bool
) -> Buffer<Int32> where Amounts.Element == Int64 {
  let (factor, isDays) = unit.length
  var isOutside = false
  let result = Buffer<Int32>.filled(days.count) { row in
    let amount = amounts[row]
    if days[row] == MissingValue.days || amount == MissingValue.int64 {
      return MissingValue.days
    }
    let (total, overflow) = amount.multipliedReportingOverflow(by: Int64(factor))
    let day = Day(days[row])
    let shifted = isDays ? day.adding(days: Int(total)) : day.adding(months: Int(total))
    guard !overflow, let shifted else {
      isOutside = true
      return MissingValue.days
    }
    return shifted.number
  }
  overflows = isOutside
  return result
}

/// Counted from the earlier date; `isPartial` when its time of day is later than that of the other.
@inline(__always)
private func wholeUnits(
  _ unit: ShiftUnit, from: Int32, to: Int32, isPartial: Bool
) -> Int64 {
  if to < from { return -wholeUnits(unit, later: from, earlier: to, isPartial: isPartial) }
  return wholeUnits(unit, later: to, earlier: from, isPartial: isPartial)
}

private func wholeUnits(
  _ unit: ShiftUnit, later: Int32, earlier: Int32, isPartial: Bool
) -> Int64 {
  let (length, isDays) = unit.length
  if isDays {
    return (Int64(later) - Int64(earlier) - (isPartial ? 1 : 0)) / Int64(length)
  }
  let (a, b) = (Day(earlier).civil, Day(later).civil)
  let months = (b.year - a.year) * 12 + b.month - a.month
  let isIncomplete = b.day < a.day || b.day == a.day && isPartial
  return Int64((months - (isIncomplete ? 1 : 0)) / length)
}

private func wholeUnits(_ unit: ShiftUnit, fromTime from: Int64, toTime to: Int64) -> Int64 {
  let (earlier, later) = from <= to ? (from, to) : (to, from)
  let (a, b) = (
    floorDivided(earlier, DateTime.secondsPerDay), floorDivided(later, DateTime.secondsPerDay)
  )
  let timeA = earlier - a * DateTime.secondsPerDay
  let timeB = later - b * DateTime.secondsPerDay
  let units = wholeUnits(
    unit, later: Int32(clamping: b), earlier: Int32(clamping: a), isPartial: timeB < timeA)
  return from <= to ? units : -units
}

extension Bilingual {
  static let dateOutOfRange = Bilingual(
    "a date lies outside the years 1 to 9999", "日期超出公元 1 年至 9999 年的范围")
}
