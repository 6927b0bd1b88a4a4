import HearthText

extension Parser {
  /// `since D`, `until D`, `自 D 起`, `至 D 止`; nil, with nothing consumed, when none begins here.
  mutating func openPeriod() throws(Failure) -> Expression? {
    let start = token.span.start
    for keyword in [Keyword.since, .until] {
      guard let end = end(of: keyword), startsOperand(end) else { continue }
      consume(to: end)
      let date = try parseExpression(.additive)
      takeClosing(keyword)
      let phrase = keyword == .since ? PeriodPhrase.since(date) : .until(date)
      return try node(.phrase(phrase), from: start, height)
    }
    return nil
  }

  /// The periods that stand on their own; `height` is that of their operand.
  mutating func periodPhrase() throws(Failure) -> PeriodPhrase? {
    height = 0
    if let counted = try countedPeriod() { return counted }
    if let unit = unitToDate() { return unit }
    if let term = namedTerm() { return term }
    if let festival = try festivalPhrase() { return .festival(festival) }
    guard let found = keyword(.period) else { return nil }
    let isCalled = read(at: found.end).0.kind == .symbol(.leftParenthesis)
    guard !isCalled || found.keyword == .samePeriodLastYear else { return nil }
    switch found.keyword {
    case .this, .last, .following: return unitPeriod(found.keyword, found.end)
    case .samePeriodLastYear:
      guard startsOperand(found.end) else { return nil }
      consume(to: found.end)
      return .samePeriodLastYear(try parseExpression(.primary))
    default: break
    }
    guard let phrase = Self.fixedPhrases[found.keyword] else { return nil }
    consume(to: found.end)
    if found.keyword == .thisYear && take(.toDate) { return .toDate(.year) }
    if let year = FestivalPhrase.Year(found.keyword), let festival = try festivalPhrase(of: year) {
      return .festival(festival)
    }
    return phrase
  }

  private static let fixedPhrases: [Keyword: PeriodPhrase] = [
    .today: .today, .yesterday: .yesterday, .thisYear: .this(.year), .lastYear: .last(.year),
    .followingYear: .following(.year), .yearToDate: .toDate(.year),
    .firstHalf: .halfOfYear(half: 1, yearsAgo: 0),
    .secondHalf: .halfOfYear(half: 2, yearsAgo: 0),
    .firstHalfOfLastYear: .halfOfYear(half: 1, yearsAgo: 1),
    .secondHalfOfLastYear: .halfOfYear(half: 2, yearsAgo: 1),
  ]

  /// The unit at a place, and the place after it.
  mutating func unit(at place: Cursor) -> (CalendarUnit, Cursor)? {
    let saved = (token, cursor, following, meanings)
    defer { (token, cursor, following, meanings) = saved }
    move(to: place)
    return unitHere()
  }

  /// `this month`, `last month`, `next month`, 本月至今.
  private mutating func unitPeriod(_ keyword: Keyword, _ end: Cursor) -> PeriodPhrase? {
    guard let (unit, afterUnit) = unit(at: end), unit != .day else { return nil }
    consume(to: afterUnit)
    if keyword == .last { return .last(unit) }
    if keyword == .following { return .following(unit) }
    if unit != .term && take(.toDate) { return .toDate(unit) }
    return .this(unit)
  }

  /// `month to date`.
  private mutating func unitToDate() -> PeriodPhrase? {
    guard let (unit, afterUnit) = unitHere(), unit != .day, unit != .term else { return nil }
    let (to, _, afterTo) = read(at: afterUnit)
    let (date, _, afterDate) = read(at: afterTo)
    guard to.kind == .word("to"), date.kind == .word("date") else { return nil }
    consume(to: afterDate)
    return .toDate(unit)
  }

  /// `last 30 days`, `last 3 complete months`, `next n days`, 最近3个整月.
  private mutating func countedPeriod() throws(Failure) -> PeriodPhrase? {
    guard let found = keyword(.countedPeriod), found.keyword != .complete else { return nil }
    if let half = halfYear(found.keyword, found.end) { return half }
    let (amount, _, afterAmount) = read(at: found.end)
    let kind: Expression.Kind
    switch amount.kind {
    case .integer(let value): kind = .integer(value)
    case .word(let text): kind = .name(Name(text, amount.span))
    case .quotedWord(let text): kind = .name(Name(text, amount.span, isQuoted: true))
    case .run, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end: return nil
    }
    var place = afterAmount
    var isComplete = false
    if let end = complete(at: place) {
      isComplete = true
      place = end
    }
    guard let (unit, end) = unit(at: place), unit != .term else { return nil }
    consume(to: end)
    let count = Expression(kind, amount.span)
    height = 1
    if found.keyword == .lastCount { return .lastCount(count, unit, complete: isComplete) }
    return isComplete ? nil : .next(count, unit)
  }

  /// 最近半年 is the last half, the one without its number.
  private mutating func halfYear(_ keyword: Keyword, _ place: Cursor) -> PeriodPhrase? {
    guard let (unit, end) = unit(at: place), unit == .half,
      read(at: place).0.kind == .word(KeywordTable.entry(.half).chinese[0])
    else { return nil }
    consume(to: end)
    let one = Expression(.integer(1), Span(consumedEnd, consumedEnd))
    height = 1
    return keyword == .lastCount ? .lastCount(one, .half, complete: false) : .next(one, .half)
  }

  private mutating func complete(at place: Cursor) -> Cursor? {
    let (word, _, after) = read(at: place)
    guard case .word(let text) = word.kind,
      KeywordTable.entry(.complete).spellings.contains([text])
    else { return nil }
    return after
  }

  /// `term "2026春"`.
  private mutating func namedTerm() -> PeriodPhrase? {
    guard at(.term), case .text(let name) = peek().kind else { return nil }
    advance()
    advance()
    return .term(name)
  }
}

extension Parser {
  /// `days from a to b`, `whole years from a to b`, `从 a 到 b 的天数`.
  mutating func difference() throws(Failure) -> Expression? {
    let start = token.span.start
    if atChinese(.differenceFrom), startsClause(following) {
      advance()
      return try chineseDifference(from: start)
    }
    var place = cursor
    var isWhole = false
    if token.kind == .word("whole") {
      isWhole = true
      place = following
    }
    guard let (unit, afterUnit) = unit(at: place), unit != .term,
      read(at: afterUnit).0.kind == .word("from")
    else { return nil }
    let afterFrom = read(at: afterUnit).2
    guard startsClause(afterFrom) || read(at: afterFrom).0.kind == .end else { return nil }
    consume(to: afterFrom)
    let from = try parseExpression(.coalesce)
    let (to, tallest) = try otherEnd()
    return try node(
      .difference(unit, whole: isWhole, from: from, to: to), from: start, tallest)
  }

  private mutating func otherEnd() throws(Failure) -> (Expression, Int) {
    let fromHeight = height
    try require(.differenceTo)
    let to = try parseExpression(.primary)
    return (to, max(fromHeight, height))
  }

  private mutating func chineseDifference(from start: Int32) throws(Failure) -> Expression {
    let from = try parseExpression(.coalesce)
    // 从 … 起 is 自 … 起.
    if case .word(KeywordTable.entry(.since).chineseClosing) = token.kind {
      advance()
      return try node(.phrase(.since(from)), from: start, height)
    }
    let (to, tallest) = try otherEnd()
    if token.kind == .word("的") { advance() }
    guard case .word(let text) = token.kind, let found = KeywordTable.differenceWords[text] else {
      throw unexpected(.init("的天数, 的整年数, …", "“的天数”、“的整年数”等"))
    }
    advance()
    return try node(
      .difference(found.unit, whole: found.whole, from: from, to: to), from: start, tallest)
  }

  /// `start of p`, `end of p`; the Chinese words stand after the period.
  mutating func boundary() throws(Failure) -> Expression? {
    let start = token.span.start
    for keyword in [Keyword.startOf, .endOf] where !atChinese(keyword) {
      guard let end = end(of: keyword), startsClause(end) else { continue }
      consume(to: end)
      let period = try parseExpression(.primary)
      let boundary = keyword == .startOf ? Expression.Boundary.start : .end
      return try node(.boundary(boundary, period), from: start, height)
    }
    return nil
  }
}
