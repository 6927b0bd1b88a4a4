import HearthData
import HearthSyntax
import HearthText

extension ReadBack {
  /// An expression as a noun phrase.
  func value(_ expression: Expression) -> String {
    switch expression.kind {
    case .integer, .decimal: return printer.print(expression)
    case .text(let text): return say("“\(text)”", "“\(text)”")
    case .bool(let isYes): return isYes ? say("yes", "是") : say("no", "否")
    case .missing: return say("missing", "缺失")
    case .date(let date): return text(date)
    case .dateTime: return printer.print(expression)
    case .period(let period): return text(period)
    case .phrase(let phrase): return text(phrase, expression)
    case .name(let name): return bareWord(name)
    case .path(let base, let name):
      return say("the \(self.name(name)) of \(value(base))", "\(value(base))的\(self.name(name))")
    case .call(let call): return text(call)
    case .running(let inner):
      return say("the running value of \(value(inner))", "累计的\(value(inner))")
    case .parenthesized(let inner): return value(inner)
    case .negate(let inner): return say("minus \(operand(inner))", "负\(operand(inner))")
    case .binary(let operation, let left, let right):
      return arithmetic(operation, left, right) ?? whether(expression)
    case .not, .missingness, .membership, .between, .tags: return whether(expression)
    case .range(let low, let high):
      return say("\(value(low)) to \(value(high))", "\(value(low))至\(value(high))")
    case .conditional(let test, let then, let otherwise):
      return conditional(test, then, otherwise)
    case .duration(let amount, let unit): return duration(amount, unit)
    case .difference(let unit, let whole, let from, let to):
      return say(
        "the number of \(whole ? "whole " : "")\(word(unit, isPlural: true)) from \(operand(from)) to \(operand(to))",
        "从\(operand(from))到\(operand(to))的\(whole ? "整" : "")\(word(unit, isPlural: true))数")
    case .boundary(let boundary, let inner):
      let period = value(inner)
      return boundary == .start
        ? say("the first day of \(period)", "\(period)的第一天")
        : say("the last day of \(period)", "\(period)的最后一天")
    case .invalid: return say("nothing", "空")
    }
  }

  /// `count` and `row_number` may stand without brackets.
  private func bareWord(_ name: Name) -> String {
    let isFunction = names.spellings[name.span].map { FunctionTable.allNames.contains($0) } ?? false
    guard isFunction, !readsColumns, let meaning = FunctionTable.meaning(of: name.text) else {
      return self.name(name)
    }
    if meaning.window == .rowNumber { return say("the row's number", "行号") }
    if meaning.aggregate == .count { return say("the number of rows", "行数") }
    return self.name(name)
  }

  /// A condition as a value that is yes or no.
  private func whether(_ condition: Expression) -> String {
    let statement = clause(condition).statement
    return say("whether \(statement)", "是否\(statement)")
  }

  /// A part of a longer phrase: an operation in brackets.
  func operand(_ expression: Expression) -> String {
    let text = value(expression)
    switch expression.unwrapped.kind {
    case .binary, .conditional, .negate, .running, .not, .missingness, .membership, .between,
      .tags, .range:
      return say("(\(text))", "（\(text)）")
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .name,
      .path, .call, .parenthesized, .duration, .difference, .boundary, .invalid:
      return text
    }
  }

  private func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> String? {
    let (a, b) = (operand(left), operand(right))
    if case .duration = right.kind {
      if operation == .add { return say("\(b) after \(a)", "\(a)之后\(b)") }
      if operation == .subtract { return say("\(b) before \(a)", "\(a)之前\(b)") }
    }
    switch operation {
    case .add: return say("\(a) plus \(b)", "\(a)加\(b)")
    case .subtract: return say("\(a) minus \(b)", "\(a)减\(b)")
    case .multiply: return say("\(a) times \(b)", "\(a)乘以\(b)")
    case .divide: return say("\(a) divided by \(b)", "\(a)除以\(b)")
    case .quotient: return say("the whole part of \(a) divided by \(b)", "\(a)除以\(b)的整数部分")
    case .remainder: return say("the remainder of \(a) divided by \(b)", "\(a)除以\(b)的余数")
    case .power: return say("\(a) to the power of \(b)", "\(a)的\(b)次方")
    case .coalesce: return say("\(a), or \(b) where that is missing", "\(a)（缺失时取\(b)）")
    case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .startsWith, .endsWith, .like, .matches:
      return nil
    }
  }

  private func conditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression?
  ) -> String {
    let test = clause(test).statement
    let other = otherwise.map(operand) ?? say("nothing", "空")
    return say(
      "\(operand(then)) if \(test), otherwise \(other)", "若\(test)则为\(operand(then))，否则为\(other)")
  }

  private func duration(_ amount: Expression, _ unit: CalendarUnit) -> String {
    if case .integer(1) = amount.kind {
      return say("1 \(word(unit, isPlural: false))", "1" + counted(unit))
    }
    return say(
      "\(operand(amount)) \(word(unit, isPlural: true))", "\(operand(amount))" + counted(unit))
  }

  // MARK: Calendar

  /// The unit after a number in Chinese: 3个月, 3天.
  func counted(_ unit: CalendarUnit) -> String {
    switch unit {
    case .day, .week, .year: word(unit, isPlural: false)
    case .month, .quarter, .half, .term: "个" + word(unit, isPlural: false)
    }
  }

  func word(_ unit: CalendarUnit, isPlural: Bool) -> String {
    switch unit {
    case .day: say(isPlural ? "days" : "day", "天")
    case .week: say(isPlural ? "weeks" : "week", "周")
    case .month: say(isPlural ? "months" : "month", "月")
    case .quarter: say(isPlural ? "quarters" : "quarter", "季度")
    case .half: say(isPlural ? "halves of a year" : "half-year", "半年")
    case .year: say(isPlural ? "years" : "year", "年")
    case .term: say(isPlural ? "terms" : "term", "学期")
    }
  }

  private func text(_ date: DateLiteral) -> String {
    Day(date).map(text) ?? say("no date", "无此日期")
  }

  /// `2 October 2026`, 2026年10月2日.
  func text(_ day: Day) -> String {
    say(
      "\(day.day) \(CalendarNames.month(day.month, width: 4, .english)) \(day.year)",
      "\(day.year)年\(day.month)月\(day.day)日")
  }

  private func text(_ literal: PeriodLiteral) -> String {
    switch literal {
    case .year(let year): return say("\(year)", "\(year)年")
    case .month(let year, let month):
      return say(
        "\(CalendarNames.month(month, width: 4, .english)) \(year)", "\(year)年\(month)月")
    case .half, .quarter, .week:
      guard let period = Period(literal) else { return literal.written }
      return dated(say(literal.written, chinese(literal)), period)
    }
  }

  private func chinese(_ literal: PeriodLiteral) -> String {
    switch literal {
    case .year(let year): "\(year)年"
    case .half(let year, let half): "\(year)年\(half == 1 ? "上" : "下")半年"
    case .quarter(let year, let quarter): "\(year)年第\(quarter)季度"
    case .month(let year, let month): "\(year)年\(month)月"
    case .week(let year, let week): "\(year)年第\(week)周"
    }
  }

  /// The words of a phrase with the dates they stand for.
  private func text(_ phrase: PeriodPhrase, _ expression: Expression) -> String {
    switch phrase {
    case .since(let date): return say("the time since \(value(date))", "自\(value(date))起")
    case .until(let date): return say("the time until \(value(date))", "至\(value(date))止")
    case .today, .yesterday, .this, .last, .following, .lastCount, .toDate, .next,
      .samePeriodLastYear, .halfOfYear, .term, .festival:
      let words = printer.print(expression)
      return names.dates[expression.span].map { dated(words, $0) } ?? words
    }
  }

  private func dated(_ words: String, _ period: Period) -> String {
    say("\(words) (\(text(period)))", "\(words)（\(text(period))）")
  }

  /// `2 to 31 October 2026`, 2026年10月2日至31日.
  func text(_ period: Period) -> String {
    let (first, last) = (period.start, period.lastDay)
    if first >= last { return text(first) }
    if first.year != last.year {
      return say("\(text(first)) to \(text(last))", "\(text(first))至\(text(last))")
    }
    if first.month != last.month {
      let start = "\(first.day) \(CalendarNames.month(first.month, width: 4, .english))"
      return say("\(start) to \(text(last))", "\(text(first))至\(last.month)月\(last.day)日")
    }
    return say("\(first.day) to \(text(last))", "\(text(first))至\(last.day)日")
  }
}
