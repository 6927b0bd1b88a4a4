/// A date that exists in the proleptic Gregorian calendar; the parser has checked it.
package struct DateLiteral: Hashable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A period written as a literal, in range by construction.
package enum PeriodLiteral: Hashable, Sendable {
  case year(Int)
  /// 1 is January to June.
  case half(year: Int, Int)
  case quarter(year: Int, Int)
  case month(year: Int, Int)
  /// An ISO week: `2026-W07`.
  case week(year: Int, Int)
}

package enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, half, year
  /// A school term, as the schema declares them; no arithmetic is done in it.
  case term
}

/// The period vocabulary of section 7: words whose dates depend on `today`.
package indirect enum PeriodPhrase: Hashable, Sendable {
  case today, yesterday
  /// `this month`: the whole calendar unit, its future days included.
  case this(CalendarUnit)
  /// `last month`: the calendar unit before this one.
  case last(CalendarUnit)
  /// `next month`: the calendar unit after this one.
  case following(CalendarUnit)
  /// `last 30 days` ends today; `last 3 complete months` ends before this month.
  case lastCount(Expression, CalendarUnit, complete: Bool)
  /// `month to date`.
  case toDate(CalendarUnit)
  /// `next 7 days`, from tomorrow.
  case next(Expression, CalendarUnit)
  case since(Expression)
  case until(Expression)
  /// `same period last year of P`.
  case samePeriodLastYear(Expression)
  /// 上半年, 下半年, 去年上半年: half 1 or 2 of this year (`yearsAgo` 0) or of an earlier one.
  case halfOfYear(half: Int, yearsAgo: Int)
  /// `term "2026春"`.
  case term(String)
  case festival(FestivalPhrase)
}
