import HearthText

extension Printer {
  func text(_ phrase: PeriodPhrase) -> String {
    switch phrase {
    case .today: word(.today)
    case .yesterday: word(.yesterday)
    case .this(.year): word(.thisYear)
    case .last(.year): word(.lastYear)
    case .following(.year): word(.followingYear)
    case .this(let unit): joined(.this, name(unit))
    // 上半年 is the first half of this year.
    case .last(.half) where language == .chinese: word(.last) + "个" + name(.half)
    case .last(let unit): joined(.last, name(unit))
    case .following(.half) where language == .chinese: word(.following) + "个" + name(.half)
    case .following(let unit): joined(.following, name(unit))
    case .lastCount(let count, let unit, let complete):
      counted(.lastCount, count, unit, complete: complete)
    case .next(let count, let unit): counted(.next, count, unit, complete: false)
    case .toDate(.year): word(.yearToDate)
    case .toDate(let unit): toDate(unit)
    case .since(let date): open(.since, date)
    case .until(let date): open(.until, date)
    case .samePeriodLastYear(let period): samePeriodLastYear(period)
    case .halfOfYear(let half, let yearsAgo):
      yearsAgo == 0
        ? word(half == 1 ? .firstHalf : .secondHalf)
        : word(half == 1 ? .firstHalfOfLastYear : .secondHalfOfLastYear)
    case .term(let name): self.name(.term) + " " + Self.literal(name)
    case .festival(let festival): text(festival)
    }
  }

  /// The unit in the singular.
  func name(_ unit: CalendarUnit) -> String {
    let entry = KeywordTable.entry(unit.keyword)
    return language == .english ? entry.english[1] : entry.chinese[0]
  }

  private func plural(_ unit: CalendarUnit, _ count: Expression) -> String {
    if case .integer(1) = count.kind { return name(unit) }
    return word(unit.keyword)
  }

  private func joined(_ keyword: Keyword, _ unit: String) -> String {
    language == .english ? word(keyword) + " " + unit : word(keyword) + unit
  }

  private func toDate(_ unit: CalendarUnit) -> String {
    language == .english
      ? name(unit) + " " + word(.toDate) : word(.this) + name(unit) + word(.toDate)
  }

  /// `last 3 complete months`, 最近3个整月.
  private func counted(
    _ keyword: Keyword, _ count: Expression, _ unit: CalendarUnit, complete: Bool
  ) -> String {
    let amount = text(count, .primary)
    if language == .english {
      let complete = complete ? word(.complete) + " " : ""
      return word(keyword) + " " + amount + " " + complete + plural(unit, count)
    }
    // 最近半年 needs no number.
    if case .integer(1) = count.kind, unit == .half, !complete { return word(keyword) + name(unit) }
    let completed = (complete ? word(.complete) : "") + name(unit)
    guard case .integer = count.kind else {
      return word(keyword) + " " + amount + " " + completed
    }
    return word(keyword) + amount + (complete ? "个" : unit.measureWord) + completed
  }

  /// `since D`, 自 D 起.
  private func open(_ keyword: Keyword, _ date: Expression) -> String {
    let start = word(keyword) + " " + text(date, .additive)
    guard language == .chinese, let closing = KeywordTable.entry(keyword).chineseClosing else {
      return start
    }
    return start + " " + closing
  }

  /// The Chinese word stands after its period; before it when that is in brackets, which after
  /// 在 would be read as a list.
  private func samePeriodLastYear(_ period: Expression) -> String {
    let name = word(.samePeriodLastYear)
    if language == .english { return name + " " + text(period, .primary) }
    let operand = postfixable(period)
    return operand.hasPrefix("(") ? name + " " + operand : operand + " " + name
  }

  /// A name that a unit would make a period, `last` or `this`, stands in backticks.
  private func amount(_ amount: Expression) -> String {
    let written = text(amount, .primary)
    guard case .name = amount.kind, !written.hasPrefix("`"),
      KeywordTable.byFirstWord[written]?.contains(where: { $0.role == .period }) == true
    else { return written }
    return Self.quoted(written)
  }

  func duration(_ amount: Expression, _ unit: CalendarUnit) -> String {
    let number = self.amount(amount)
    if language == .english { return number + " " + plural(unit, amount) }
    if case .name = amount.kind { return number + " " + name(unit) }
    return number + unit.measureWord + name(unit)
  }

  /// `days from a to b`, `从 a 到 b 的天数`.
  func difference(
    _ unit: CalendarUnit, _ whole: Bool, _ from: Expression, _ to: Expression
  ) -> String {
    let ends =
      word(.differenceFrom) + " " + text(from, .coalesce) + " " + word(.differenceTo) + " "
      + text(to, .primary)
    if language == .english {
      return (whole ? word(.whole) + " " : "") + word(unit.keyword) + " " + ends
    }
    return ends + " 的" + (whole ? word(.whole) : "") + name(unit) + "数"
  }

  func boundary(_ boundary: Expression.Boundary, _ period: Expression) -> String {
    let name = word(boundary == .start ? .startOf : .endOf)
    return language == .english
      ? name + " " + text(period, .primary) : postfixable(period) + " " + name
  }
}

extension CalendarUnit {
  /// The measure word between a number and the unit: 3个月, 3天.
  fileprivate var measureWord: String {
    switch self {
    case .day, .week, .year: ""
    case .month, .quarter, .half, .term: "个"
    }
  }
}
