import HearthData
import HearthText

extension Optimiser {
  static let combineDates = OptimiserRule(
    name: "combine dates",
    documentation: Bilingual(
      "Several conditions on one date become one period, which skips whole blocks of rows.",
      "对同一日期的几个条件合成一个时段，可以整块跳过。")
  ) { plan in
    rewritingExpressions(plan) { part in
      guard case .and(let conditions) = part.kind else { return nil }
      return combinedDates(conditions).map { .conjunction($0) }
    }
  }

  /// nil when no date is limited twice.
  private static func combinedDates(_ conditions: [TypedExpression]) -> [TypedExpression]? {
    var ranges: [(date: TypedExpression, range: DayRange, count: Int, first: Int)] = []
    var isLimit = Array(repeating: false, count: conditions.count)
    for (index, condition) in conditions.enumerated() {
      guard let (date, range) = condition.dayRange else { continue }
      isLimit[index] = true
      if let known = ranges.firstIndex(where: { $0.date == date }) {
        ranges[known].range = ranges[known].range.intersection(range)
        ranges[known].count += 1
      } else {
        ranges.append((date, range, 1, index))
      }
    }
    guard ranges.contains(where: { $0.count > 1 }) else { return nil }
    return conditions.indices.compactMap { index in
      guard isLimit[index] else { return conditions[index] }
      guard let range = ranges.first(where: { $0.first == index }) else { return nil }
      return range.count == 1 ? conditions[index] : range.range.condition(on: range.date)
    }
  }
}

/// Days from `start` up to, not including, `end`.
private struct DayRange {
  var start: Day
  var end: Day

  func intersection(_ other: DayRange) -> DayRange {
    DayRange(start: max(start, other.start), end: min(end, other.end))
  }

  func condition(on date: TypedExpression) -> TypedExpression {
    if end <= start { return .bool(false) }
    let period = Period(start: start, end: end, unit: nil)
    return TypedExpression(
      .inPeriod(date, period: TypedExpression(.literal(.period(period)), .period)), .bool)
  }
}

extension TypedExpression {
  /// The stored date that this condition limits, and to which days; nil for other conditions. A
  /// missing date fulfils none of them.
  package var limitedField: (field: FieldID, days: Range<Int32>)? {
    guard let (date, range) = dayRange, case .field(let field) = date.kind else { return nil }
    let start = range.start.number
    return (field, start..<max(start, range.end.number))
  }

  /// The date that is limited, and the days to which, if this is such a condition.
  fileprivate var dayRange: (TypedExpression, DayRange)? {
    let end = Day(Day.last.number + 1)
    if case .inPeriod(let date, let period) = kind, date.type == .date,
      case .period(let range)? = period.constant
    {
      return (date, DayRange(start: range.start, end: range.end))
    }
    guard case .compare(let operation, let date, let limit) = kind, date.type == .date,
      case .date(let day)? = limit.constant
    else { return nil }
    let next = Day(day.number + 1)
    switch operation {
    case .equal: return (date, DayRange(start: day, end: next))
    case .less: return (date, DayRange(start: .first, end: day))
    case .lessOrEqual: return (date, DayRange(start: .first, end: next))
    case .greater: return (date, DayRange(start: next, end: end))
    case .greaterOrEqual: return (date, DayRange(start: day, end: end))
    case .notEqual: return nil
    }
  }
}
