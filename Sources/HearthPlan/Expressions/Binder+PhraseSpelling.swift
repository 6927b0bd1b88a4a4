import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// A period phrase as it is written in each language, for the line that states its dates.
  mutating func spelled(_ phrase: PeriodPhrase, in scope: Scope) -> Bilingual {
    switch phrase {
    case .today: return Bilingual("today", "今天")
    case .yesterday: return Bilingual("yesterday", "昨天")
    case .this(let unit): return prefixed(unit, "this ", thisWord(unit))
    case .last(let unit): return prefixed(unit, "last ", lastWord(unit))
    case .lastCount(let amount, let unit, let complete):
      let (count, names) = (number(amount, in: scope), unit.counted)
      return Bilingual(
        "last \(count) \(complete ? "complete " : "")\(plural(names.english, count))",
        "最近\(count)\(complete ? "个整" : unit.measure)\(names.chinese)")
    case .toDate(let unit):
      return Bilingual(
        "\(unit.counted.english) to date", unit == .year ? "今年以来" : thisWord(unit) + "至今")
    case .next(let amount, let unit):
      let (count, names) = (number(amount, in: scope), unit.counted)
      return Bilingual(
        "next \(count) \(plural(names.english, count))", "未来\(count)\(unit.measure)\(names.chinese)"
      )
    case .since: return Bilingual("since", "自…起")
    case .until: return Bilingual("until", "至…止")
    case .samePeriodLastYear(let inner):
      let of = spelled(inner, in: scope)
      return Bilingual("same period last year of " + of.english, of.chinese + "的去年同期")
    case .halfOfYear(let half, let yearsAgo):
      let name = half == 1 ? Bilingual("first half", "上半年") : Bilingual("second half", "下半年")
      if yearsAgo == 0 { return name }
      return Bilingual(name.english + " of last year", "去年" + name.chinese)
    case .term(let name): return Bilingual("term \"\(name)\"", "学期\"\(name)\"")
    }
  }

  private mutating func spelled(_ expression: Expression, in scope: Scope) -> Bilingual {
    switch expression.unwrapped.kind {
    case .phrase(let phrase): return spelled(phrase, in: scope)
    case .period(let literal):
      return Bilingual(same: Period(literal)?.description ?? "")
    case .date(let date): return Bilingual(same: Day(date)?.description ?? "")
    case .integer(let value): return Bilingual(same: String(value))
    case .name(let name): return Bilingual(same: name.text)
    case .range(let low, let high):
      let (a, b) = (spelled(low, in: scope), spelled(high, in: scope))
      return Bilingual(a.english + " .. " + b.english, a.chinese + " .. " + b.chinese)
    case .decimal, .text, .bool, .missing, .dateTime, .path, .call, .running, .parenthesized,
      .negate, .not, .binary, .missingness, .membership, .between, .tags, .conditional, .duration,
      .difference, .boundary, .invalid:
      return Bilingual("…", "…")
    }
  }

  /// The amount has been found to be a constant.
  private mutating func number(_ amount: Expression, in scope: Scope) -> String {
    if case .int(let value)? = bind(amount, in: scope)?.constant { return String(value) }
    return "…"
  }

  private func plural(_ word: String, _ count: String) -> String {
    if count == "1" { return word }
    return word == "half" ? "halves" : word + "s"
  }

  private func prefixed(_ unit: CalendarUnit, _ english: String, _ chinese: String) -> Bilingual {
    Bilingual(english + unit.counted.english, chinese)
  }

  private func thisWord(_ unit: CalendarUnit) -> String {
    switch unit {
    case .day: "今天"
    case .year: "今年"
    case .half: "本半年"
    case .week, .month, .quarter, .term: "本" + unit.counted.chinese
    }
  }

  private func lastWord(_ unit: CalendarUnit) -> String {
    switch unit {
    case .day: "昨天"
    case .year: "去年"
    case .half: "上个半年"
    case .week, .month, .quarter, .term: "上" + unit.counted.chinese
    }
  }
}

extension CalendarUnit {
  fileprivate var counted: Bilingual {
    switch self {
    case .day: Bilingual("day", "天")
    case .week: Bilingual("week", "周")
    case .month: Bilingual("month", "月")
    case .quarter: Bilingual("quarter", "季度")
    case .half: Bilingual("half", "半年")
    case .year: Bilingual("year", "年")
    case .term: Bilingual("term", "学期")
    }
  }

  /// The measure word after a number.
  fileprivate var measure: String {
    switch self {
    case .month, .quarter, .half, .term: "个"
    case .day, .week, .year: ""
    }
  }
}
