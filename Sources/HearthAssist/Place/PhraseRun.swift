import HearthSyntax

/// Phrases of several words that have begun before a place: what may go on with them.
extension TokenRun {
  /// What is left of the phrases of these roles whose first words have been typed: `day` after
  /// `national`, `date` and `to date` after `year`.
  func rest(of entries: [KeywordEntry]) -> [(entry: KeywordEntry, rest: String)] {
    guard case .word = last?.kind else { return [] }
    return entries.flatMap { entry in
      (entry.english + entry.chinese).flatMap { text -> [(KeywordEntry, String)] in
        let words = text.split(separator: " ")
        return (1..<max(1, words.count)).compactMap { typed in
          ends(in: Array(words.prefix(typed)))
            ? (entry, words.dropFirst(typed).joined(separator: " ")) : nil
        }
      }
    }
  }

  /// The words that may follow a number, or a phrase that it ends in or that is still open.
  var phraseWords: [Keyword] {
    var words: [Keyword] = []
    if last?.kind == .literal { words += units }
    switch keyword(in: [.period, .unit, .festival]) {
    case (let time, _)? where Self.festivals.contains(time): words += Self.years + [.around]
    case (let time, let length)? where KeywordTable.entry(time).role == .unit:
      let before = dropLast(length)
      let isPeriod =
        before.last?.kind == .literal
        || before.keyword(in: [.period, .countedPeriod]) != nil
      if !isPeriod { words.append(.differenceFrom) }
    case _?, nil: break
    }
    if isOpen(from: .differenceFrom, to: .differenceTo) { words.append(.differenceTo) }
    if isBetween { words.append(.betweenAnd) }
    return words
  }

  /// Whether the second value of a `between` is still to come.
  var isBetween: Bool { isOpen(from: .between, to: .betweenAnd) }

  /// Whether one unit follows, after `this`, or several.
  var isOfOneUnit: Bool {
    keyword(in: [.period, .clause]).map {
      [.this, .last, .following, .every].contains($0.keyword)
    } ?? false
  }

  /// The units that may follow: a margin is one of days or weeks; terms cannot be counted.
  var units: [Keyword] {
    let before = dropLast(1)
    if before.last?.isSign("±") == true || before.keyword(in: [.clause])?.keyword == .around {
      return [.day, .week]
    }
    let isRhythm = keyword(in: [.clause])?.keyword == .every
    return KeywordTable.entries(of: .unit).map(\.keyword).filter { unit in
      !isRhythm && isOfOneUnit ? unit != .day : unit != .term
    }
  }

  /// Words that follow in Chinese and stand before in English, and those that close what they
  /// embrace: 去年同期 and 首日 after 本月, 国庆 after 2026, 起 after 自 and a date, 的天数.
  var chineseEndings: [(entry: KeywordEntry, text: String)] {
    var endings: [(KeywordEntry, String)] = []
    func add(_ keyword: Keyword, _ text: String? = nil) {
      let entry = KeywordTable.entry(keyword)
      endings.append((entry, text ?? entry.spelling(in: .chinese)))
    }
    if last?.kind == .literal { (Self.festivals + [.around]).forEach { add($0) } }
    if let (time, length) = keyword(in: [.period, .unit, .festival]) {
      if Self.years.contains(time) { Self.festivals.forEach { add($0) } }
      let before = dropLast(length)
      let isPeriod =
        KeywordTable.entry(time).role != .unit || before.last?.kind == .literal
        || before.keyword(in: [.period]) != nil
      if isPeriod { Self.afterPeriods.forEach { add($0) } }
    }
    for keyword in [Keyword.since, .until, .differenceFrom] {
      let opening = KeywordTable.entry(keyword)
      let entry = keyword == .differenceFrom ? KeywordTable.entry(.since) : opening
      guard let closing = entry.chineseClosing, let open = lastIndex(ofAny: opening.chinese),
        open < tokens.endIndex - 1, !tokens[open...].contains(where: { $0.isWord(closing) })
      else { continue }
      add(keyword, closing)
    }
    if isDistance {
      for word in KeywordTable.distanceWords.sorted() { add(.differenceFrom, word) }
    }
    return endings
  }

  /// Whether a distance has both of its ends, so that in Chinese its unit follows.
  private var isDistance: Bool {
    guard let from = lastIndex(of: .differenceFrom), let to = lastIndex(of: .differenceTo) else {
      return false
    }
    return from < to && to < tokens.endIndex - 1
  }

  private func isOpen(from: Keyword, to: Keyword) -> Bool {
    guard let open = lastIndex(of: from), open < tokens.endIndex - 1 else { return false }
    let entry = KeywordTable.entry(to)
    let after = TokenRun(tokens[(open + 1)...])
    return after.lastIndex(ofAny: entry.english + entry.chinese) == nil
  }

  private func lastIndex(of keyword: Keyword) -> Int? {
    let entry = KeywordTable.entry(keyword)
    return lastIndex(ofAny: entry.english + entry.chinese)
  }

  /// In the value that is being typed.
  private func lastIndex(ofAny words: [String]) -> Int? {
    lastElement.tokens.lastIndex { token in words.contains { token.isWord($0) } }
  }

  private static let festivals = KeywordTable.entries(of: .festival).map(\.keyword)

  private static let years: [Keyword] = [.thisYear, .lastYear, .followingYear]

  /// What makes another period, or a day, of the period before it.
  private static let afterPeriods: [Keyword] = [.toDate, .samePeriodLastYear, .startOf, .endOf]
}
