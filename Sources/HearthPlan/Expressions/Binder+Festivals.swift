import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// The day of a festival, or the days around it, so many years before the one written.
  mutating func period(
    _ phrase: FestivalPhrase, yearsAgo: Int, _ span: Span, in scope: Scope
  ) -> Period? {
    guard let year = year(phrase.year, in: scope) else { return nil }
    guard let day = Festival(phrase.name).day(in: year - yearsAgo) else {
      return festivalUnknown(in: year - yearsAgo, span)
    }
    guard let margin = phrase.margin else { return Period(.day, containing: day) }
    guard let unit = ShiftUnit(margin.unit)?.unit, let count = count(margin.amount, in: scope)
    else { return nil }
    guard let first = day.adding(-count, unit), let last = day.adding(count, unit) else {
      return outOfCalendar(span)
    }
    return Period(from: first, through: last)
  }

  private mutating func year(_ year: FestivalPhrase.Year, in scope: Scope) -> Int? {
    switch year {
    case .this: return options.today.year
    case .last: return options.today.year - 1
    case .of(let expression):
      guard let bound = bind(expression, in: scope) else { return nil }
      // A number no year can be is as unknown as any before 1901.
      if case .int(let number)? = bound.constant { return Int(Int32(clamping: number)) }
      report(
        .notConstant, expression.span,
        Bilingual("a year, or a parameter that is one, is needed here", "这里须是年份或表示年份的参数"))
      return nil
    }
  }

  private mutating func festivalUnknown(in year: Int, _ span: Span) -> Period? {
    let (first, last) = (Festival.years.lowerBound, Festival.years.upperBound)
    report(
      .impossiblePeriodPhrase, span,
      Bilingual(
        "the days of festivals are known from \(first) to \(last), not for \(year)",
        "节日的日期只有 \(first) 至 \(last) 年的，没有 \(year) 年的"))
    return nil
  }

  /// The festival that a single word means when it is nothing else.
  mutating func bareFestival(_ name: Name) -> FestivalName? {
    guard !name.isQuoted, let festival = FestivalName(word: name.text) else { return nil }
    spell(name.span, festival.names)
    return festival
  }

  /// The festival that a period is, and how many years before the one written:
  /// the same period last year of a festival is the festival of that year, not the same dates.
  mutating func festival(
    in expression: Expression, in scope: Scope
  ) -> (festival: FestivalPhrase, yearsAgo: Int)? {
    switch expression.unwrapped.kind {
    case .phrase(.festival(let phrase)): return (phrase, 0)
    case .phrase(.samePeriodLastYear(let inner)):
      return festival(in: inner, in: scope).map { ($0.festival, $0.yearsAgo + 1) }
    case .name(let name):
      if resolve(name.text, in: scope) != nil { return nil }
      return bareFestival(name).map { (FestivalPhrase($0), 0) }
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .path,
      .call, .running, .parenthesized, .negate, .not, .binary, .missingness, .membership, .between,
      .tags, .range, .conditional, .duration, .difference, .boundary, .invalid:
      return nil
    }
  }
}

extension Festival {
  init(_ name: FestivalName) {
    switch name {
    case .spring: self = .spring
    case .lantern: self = .lantern
    case .qingming: self = .qingming
    case .dragonBoat: self = .dragonBoat
    case .midAutumn: self = .midAutumn
    case .doubleNinth: self = .doubleNinth
    case .nationalDay: self = .nationalDay
    }
  }
}
