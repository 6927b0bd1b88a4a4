import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// A period phrase as the dates it stands for today.
  mutating func bindPhrase(
    _ phrase: PeriodPhrase, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    switch phrase {
    case .today, .yesterday:
      guard let day = options.today.adding(days: phrase == .today ? 0 : -1) else {
        return reportOutOfCalendar(span)
      }
      record(spelled(phrase, in: scope), Period(.day, containing: day))
      date(span, Period(.day, containing: day))
      return TypedExpression(.literal(.date(day)), .date)
    case .since(let date):
      guard let first = bindMoment(date, isStart: true, in: scope) else { return nil }
      return period(from: dayOf(first), to: TypedExpression(.literal(.date(.last)), .date))
    case .until(let date):
      guard let last = bindMoment(date, isStart: false, in: scope) else { return nil }
      return period(from: TypedExpression(.literal(.date(.first)), .date), to: dayOf(last))
    case .this, .last, .following, .lastCount, .toDate, .next, .samePeriodLastYear, .halfOfYear,
      .term, .festival:
      guard let period = resolved(phrase, span, in: scope) else { return nil }
      record(spelled(phrase, in: scope), period)
      date(span, period)
      return TypedExpression(.literal(.period(period)), .period)
    }
  }

  /// Keeps the dates of a phrase for reading the query back.
  private mutating func date(_ span: Span, _ period: Period) {
    if foreignDepth == 0 { dates[span] = period }
  }

  private mutating func reportOutOfCalendar(_ span: Span) -> TypedExpression? {
    report(
      .impossiblePeriodPhrase, span,
      Bilingual("this period lies outside the years 1 to 9999", "这个时段超出了公元 1 至 9999 年"))
    return nil
  }

  private mutating func resolved(
    _ phrase: PeriodPhrase, _ span: Span, in scope: Scope
  ) -> Period? {
    let today = options.today
    switch phrase {
    case .this(let unit): return calendarUnit(unit, 0, span)
    case .last(let unit): return calendarUnit(unit, -1, span)
    case .following(let unit): return calendarUnit(unit, 1, span)
    case .toDate(let unit):
      guard let whole = calendarUnit(unit, 0, span) else { return nil }
      return Period(from: whole.start, through: today)
    case .lastCount(let amount, let unit, let complete):
      return counted(amount, unit, complete ? .complete : .past, span, in: scope)
    case .next(let amount, let unit): return counted(amount, unit, .future, span, in: scope)
    case .samePeriodLastYear(let inner):
      if let (festival, yearsAgo) = festival(in: inner, in: scope) {
        return self.period(festival, yearsAgo: yearsAgo + 1, inner.span, in: scope)
      }
      return bindConstantPeriod(inner, in: scope).flatMap { yearBefore($0, span) }
    case .halfOfYear(let half, let yearsAgo):
      return Period(.half, year: today.year - yearsAgo, index: half)
        ?? outOfCalendar(span)
    case .term(let name): return term(named: name, span)
    case .festival(let festival): return self.period(festival, yearsAgo: 0, span, in: scope)
    case .today, .yesterday, .since, .until: return nil
    }
  }

  mutating func outOfCalendar(_ span: Span) -> Period? {
    _ = reportOutOfCalendar(span)
    return nil
  }

  /// A period that is the same for every row; nil after an error.
  mutating func bindConstantPeriod(_ expression: Expression, in scope: Scope) -> Period? {
    guard let bound = bindPeriod(expression, in: scope) else { return nil }
    if case .period(let period)? = bound.constant { return period }
    return constantPeriodNeeded(expression.span)
  }

  private mutating func constantPeriodNeeded(_ span: Span) -> Period? {
    report(
      .notConstant, span,
      Bilingual("a period that does not depend on the row is needed here", "这里须是不随行变化的时段"))
    return nil
  }

  /// The calendar unit of today, the one before or the one after it.
  private mutating func calendarUnit(_ unit: CalendarUnit, _ offset: Int, _ span: Span) -> Period? {
    guard let shiftUnit = ShiftUnit(unit) else { return term(offset, span) }
    return Period(shiftUnit.unit, containing: options.today).shifted(by: offset)
      ?? outOfCalendar(span)
  }

  private enum Direction { case past, complete, future }

  /// `last 30 days`, `last 3 complete months`, `next 7 days`.
  private mutating func counted(
    _ amount: Expression, _ unit: CalendarUnit, _ direction: Direction, _ span: Span,
    in scope: Scope
  ) -> Period? {
    guard let count = count(amount, in: scope) else { return nil }
    guard let unit = ShiftUnit(unit)?.unit else {
      report(
        .impossiblePeriodPhrase, span,
        Bilingual("terms are not counted; write `last term`", "学期不能计数；请写“上学期”"))
      return nil
    }
    let period = spanned(count, unit, direction)
    return period ?? outOfCalendar(span)
  }

  /// A literal or a parameter, from 1.
  mutating func count(_ amount: Expression, in scope: Scope) -> Int? {
    guard let bound = bind(amount, in: scope) else { return nil }
    if case .int(let number)? = bound.constant, let count = Int(exactly: number), count > 0 {
      return count
    }
    report(
      .notConstant, amount.span,
      Bilingual("a whole number from 1, or a parameter, is needed here", "这里须是从 1 起的整数或参数"))
    return nil
  }

  private func spanned(_ count: Int, _ unit: Period.Unit, _ direction: Direction) -> Period? {
    let today = options.today
    switch direction {
    case .past:
      // Ends today; starts the day after today − N units.
      guard let before = today.adding(-count, unit), let first = before.adding(days: 1) else {
        return nil
      }
      return Period(from: first, through: today)
    case .complete:
      let current = Period(unit, containing: today)
      guard let first = current.shifted(by: -count) else { return nil }
      if count == 1 { return first }
      return Period(start: first.start, end: current.start, unit: nil)
    case .future:
      guard let first = today.adding(days: 1), let last = today.adding(count, unit) else {
        return nil
      }
      return Period(from: first, through: last)
    }
  }

  /// Both ends a year back, the day of the month clamped; a calendar unit stays one.
  private mutating func yearBefore(_ period: Period, _ span: Span) -> Period? {
    guard let start = period.start.adding(-1, .year),
      let last = period.lastDay.adding(-1, .year)
    else { return outOfCalendar(span) }
    if let unit = period.unit, unit != .week, unit != .day {
      return Period(unit, containing: start)
    }
    return Period(from: start, through: last)
  }

  // MARK: Terms

  private mutating func term(named name: String, _ span: Span) -> Period? {
    if let term = schema.terms.first(where: { $0.name == name }) {
      return Period(from: term.first, through: term.last)
    }
    let suggestion = nearest(to: name, in: schema.terms.map(\.name))
    report(
      .noSuchTerm, span,
      Bilingual("there is no term called `\(name)`", "没有名为“\(name)”的学期"),
      hint: suggestion.map { Diagnostic.didYouMean($0) })
    return nil
  }

  /// The term of today, or the last one that ended before it, or the first that begins after it
  /// (before and after today, in the holidays).
  private mutating func term(_ offset: Int, _ span: Span) -> Period? {
    let today = options.today
    let current = schema.terms.last { $0.first <= today && today <= $0.last }
    if offset == 0 {
      if let current { return Period(from: current.first, through: current.last) }
    } else if offset > 0 {
      let limit = current?.last ?? today
      if let after = schema.terms.first(where: { $0.first > limit }) {
        return Period(from: after.first, through: after.last)
      }
    } else {
      let limit = current?.first ?? today
      if let before = schema.terms.last(where: { $0.last < limit }) {
        return Period(from: before.first, through: before.last)
      }
    }
    report(
      .noSuchTerm, span,
      Bilingual(
        "the schema declares no such term around \(today)", "数据集没有声明 \(today) 前后的这个学期"),
      hint: Bilingual(
        "add a line like `term \"2026春\" 2026-02-23 .. 2026-07-10`",
        "请加一行，例如“学期 \"2026春\" 2026-02-23 .. 2026-07-10”"))
    return nil
  }

  // MARK: Expressions that are periods

  /// A period; a date is its day, a bare year its year.
  mutating func bindPeriod(_ expression: Expression, in scope: Scope) -> TypedExpression? {
    guard let bound = bind(expression, in: scope) else { return nil }
    if let period = asPeriod(bound, allowsDates: true) { return period }
    let what = Message.type(bound.type, schema)
    report(
      .badOperand, expression.span,
      Bilingual("a period is needed here; this is \(what.english)", "这里须是时段，而这是\(what.chinese)"))
    return nil
  }

  func asPeriod(_ bound: TypedExpression, allowsDates: Bool) -> TypedExpression? {
    if bound.type == .period { return bound }
    if case .int(let year)? = bound.constant, let year = Int(exactly: year),
      let period = Period(.year, year: year, index: 1)
    {
      return TypedExpression(.literal(.period(period)), .period)
    }
    guard allowsDates, bound.type.isMoment else { return nil }
    if case .date(let day)? = bound.constant {
      return TypedExpression(.literal(.period(Period(.day, containing: day))), .period)
    }
    let day = dayOf(bound)
    return TypedExpression(.makePeriod(first: day, last: day), .period)
  }

  /// `D1 .. D2`, both included.
  mutating func bindRange(
    _ low: Expression, _ high: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let first = bindRangeEnd(low, isStart: true, in: scope)
    let last = bindRangeEnd(high, isStart: false, in: scope)
    guard let first, let last else { return nil }
    return period(from: dayOf(first), to: dayOf(last))
  }

  private mutating func bindRangeEnd(
    _ expression: Expression, isStart: Bool, in scope: Scope
  ) -> TypedExpression? {
    if case .integer(let year) = expression.unwrapped.kind, let year = Int(exactly: year),
      let period = Period(.year, year: year, index: 1)
    {
      return edge(isStart, of: TypedExpression(.literal(.period(period)), .period))
    }
    return bindMoment(expression, isStart: isStart, in: scope)
  }

  func period(from first: TypedExpression, to last: TypedExpression) -> TypedExpression {
    if case .date(let start)? = first.constant, case .date(let end)? = last.constant {
      // From a later to an earlier day there is no day at all.
      let period =
        end < start
        ? Period(start: start, end: start, unit: nil) : Period(from: start, through: end)
      return TypedExpression(.literal(.period(period)), .period)
    }
    return TypedExpression(.makePeriod(first: first, last: last), .period)
  }

  /// The day of a date-time.
  func dayOf(_ moment: TypedExpression) -> TypedExpression {
    moment.type == .dateTime ? TypedExpression(.call(.date, [moment]), .date) : moment
  }
}

extension Period {
  /// A literal that the parser has found possible.
  init?(_ literal: PeriodLiteral) {
    switch literal {
    case .year(let year): self.init(.year, year: year, index: 1)
    case .half(let year, let half): self.init(.half, year: year, index: half)
    case .quarter(let year, let quarter): self.init(.quarter, year: year, index: quarter)
    case .month(let year, let month): self.init(.month, year: year, index: month)
    case .week(let year, let week): self.init(.week, year: year, index: week)
    }
  }
}
