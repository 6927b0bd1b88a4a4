import HearthText

extension Parser {
  /// `spring festival 2026 ± 7 days`, 春节前后7天; after a year that stands before it, 2026年春节.
  /// Nil, with nothing consumed, when none begins here.
  ///
  /// A single word alone is a name, which may be that of a column: only with a year or a margin it
  /// is a festival wherever it stands.
  mutating func festivalPhrase(
    of year: FestivalPhrase.Year? = nil
  ) throws(Failure) -> FestivalPhrase? {
    height = 0
    guard let found = keyword(.festival), let name = FestivalName(found.keyword),
      read(at: found.end).0.kind != .symbol(.leftParenthesis)
    else { return nil }
    let isSingleWord = found.end == following && !isHyphenated
    let later = year == nil ? festivalYear(at: found.end) : nil
    let end = later?.end ?? found.end
    let sign = marginSign(at: end)
    if isSingleWord && year == nil && later == nil && sign == nil { return nil }
    consume(to: end)
    var phrase = FestivalPhrase(name, year ?? later?.year ?? .this)
    if case .of = phrase.year { height = 1 }
    if let sign {
      consume(to: sign)
      phrase.margin = try margin()
      height = 1
    }
    return phrase
  }

  private var isHyphenated: Bool {
    if case .word(let text) = token.kind { KeywordTable.hyphenated.contains(text) } else { false }
  }

  /// `2026`, `last year` or the name of a number.
  private mutating func festivalYear(
    at place: Cursor
  ) -> (year: FestivalPhrase.Year, end: Cursor)? {
    let (token, _, end) = read(at: place)
    switch token.kind {
    case .integer(let value): return (.of(Expression(.integer(value), token.span)), end)
    case .quotedWord(let text):
      return (.of(Expression(.name(Name(text, token.span, isQuoted: true)), token.span)), end)
    case .word(let text):
      let meanings = KeywordTable.byFirstWord[text] ?? []
      for meaning in meanings {
        guard let end = self.end(of: meaning.words, at: place) else { continue }
        if let year = FestivalPhrase.Year(meaning.keyword) { return (year, end) }
        // A word that may go on after an operand is none of its parts.
        if !Self.rolesOfNames.contains(meaning.role) { return nil }
      }
      if meanings.isEmpty && KeywordTable.chineseWords.contains(text) { return nil }
      return (.of(Expression(.name(Name(text, token.span)), token.span)), end)
    case .run, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end: return nil
    }
  }

  /// Words of these places may also name a number: `spring festival year`.
  private static let rolesOfNames: Set<KeywordRole> = [.unit, .aggregate, .type, .schema]

  /// The place after `±`, `+-`, `+/-` or 前后.
  private mutating func marginSign(at place: Cursor) -> Cursor? {
    let (first, _, second) = read(at: place)
    if first.kind == .symbol(.plusMinus) { return second }
    if case .word(let text) = first.kind {
      return KeywordTable.entry(.around).chinese.contains(text) ? second : nil
    }
    // `+ -7` with a space is a sum.
    let (next, _, third) = read(at: second)
    guard first.kind == .symbol(.plus), first.span.end == next.span.start else { return nil }
    if next.kind == .symbol(.minus) { return third }
    let (last, _, end) = read(at: third)
    return next.kind == .symbol(.slash) && last.kind == .symbol(.minus) ? end : nil
  }

  /// `7 days`, `2 weeks`, `n days`.
  private mutating func margin() throws(Failure) -> FestivalPhrase.Margin {
    let amount: Expression
    switch token.kind {
    case .integer(let value): amount = Expression(.integer(value), token.span)
    case .word(let text): amount = Expression(.name(Name(text, token.span)), token.span)
    case .quotedWord(let text):
      amount = Expression(.name(Name(text, token.span, isQuoted: true)), token.span)
    case .run, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end:
      throw unexpected(.init("a number of days or weeks", "天数或周数"))
    }
    advance()
    guard let (unit, end) = unitHere(), unit == .day || unit == .week else {
      throw unexpected(.init("`days` or `weeks`", "“天”或“周”"))
    }
    consume(to: end)
    return FestivalPhrase.Margin(amount, unit)
  }
}

extension FestivalPhrase.Year {
  /// 今年春节, 去年中秋.
  init?(_ keyword: Keyword) {
    switch keyword {
    case .thisYear: self = .this
    case .lastYear: self = .last
    default: return nil
    }
  }
}
