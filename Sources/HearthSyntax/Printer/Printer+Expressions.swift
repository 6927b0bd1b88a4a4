import HearthText

extension Printer {
  /// The expression, in brackets if it binds less tightly than its place asks for.
  func text(_ expression: Expression, _ place: Precedence) -> String {
    let text = bare(expression)
    return precedence(of: expression) < place ? "(" + text + ")" : text
  }

  private func precedence(of expression: Expression) -> Precedence {
    switch expression.kind {
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .name, .path,
      .call, .running, .parenthesized, .difference, .boundary, .invalid:
      .primary
    case .phrase: expression.isOpenPeriod ? .range : .primary
    case .duration(let amount, _): if case .name = amount.kind { .multiplicative } else { .primary }
    case .negate: .unary
    case .not: .not
    case .binary(let operation, _, _): operation.precedence
    case .missingness, .membership, .between, .tags: .comparison
    case .range: .range
    case .conditional: .lowest
    }
  }

  private func bare(_ expression: Expression) -> String {
    switch expression.kind {
    case .integer(let value): String(value)
    case .decimal(let digits, let scale, let isPercent): decimal(digits, scale, isPercent)
    case .text(let text): Self.literal(text)
    case .bool(let value): word(value ? .trueValue : .falseValue)
    case .missing: word(.missingValue)
    case .date(let date): date.written
    case .dateTime(let date, let hour, let minute, let second):
      date.written + "T" + padded(hour, 2) + ":" + padded(minute, 2)
        + (second == 0 ? "" : ":" + padded(second, 2))
    case .period(let period): period.written
    case .phrase(let phrase): text(phrase)
    case .name(let name): text(name)
    case .path(let base, let name): postfixable(base) + "." + text(name)
    case .call(let call): text(call)
    case .running(let operand): word(.running) + " " + text(operand, .primary)
    case .parenthesized(let inner): "(" + text(inner, .lowest) + ")"
    case .negate(let operand): "-" + text(operand, .unary)
    case .not(let operand): word(.not) + " " + text(operand, .not)
    case .binary(let operation, let left, let right): binary(operation, left, right)
    case .missingness(let operand, let isMissing):
      text(operand, .range) + " " + word(isMissing ? .isMissing : .isKnown)
    case .membership(let operand, let list): membership(operand, list)
    case .between(let operand, let low, let high):
      text(operand, .range) + " " + word(.between) + " " + text(low, .coalesce) + " "
        + word(.betweenAnd) + " " + text(high, .coalesce)
    case .tags(let operand, let quantifier, let values): tags(operand, quantifier, values)
    case .range(let low, let high): text(low, .coalesce) + " .. " + text(high, .coalesce)
    case .conditional(let condition, let then, let otherwise):
      conditional(condition, then, otherwise)
    case .duration(let amount, let unit): duration(amount, unit)
    case .difference(let unit, let whole, let from, let to): difference(unit, whole, from, to)
    case .boundary(let boundary, let period): self.boundary(boundary, period)
    case .invalid: "`?`"
    }
  }

  private func decimal(_ digits: Int64, _ scale: Int, _ isPercent: Bool) -> String {
    let places = isPercent ? scale - 2 : scale
    let text = String(digits)
    let sign = isPercent ? "%" : ""
    if places <= 0 { return text + sign }
    let whole = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return whole.dropLast(places) + "." + whole.suffix(places) + sign
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> String {
    let sign = operation.keyword.map(word) ?? operation.rawValue
    let (leftPlace, rightPlace): (Precedence, Precedence) =
      switch operation.precedence {
      case .comparison: (.range, .range)
      case .power: (.primary, .unary)
      case .lowest, .or, .and, .not, .range, .coalesce, .additive, .multiplicative, .unary,
        .primary:
        (operation.precedence, operation.precedence.tighter)
      }
    let breaks = [BinaryOperator.and, .or].contains(operation) || operation.precedence == .additive
    let place = breaks ? mark(.operand) : ""
    // The amount of a duration may be a name only right of a sign: `date + n days`.
    if operation.precedence == .additive, case .duration = right.kind {
      return text(left, leftPlace) + place + " " + sign + " " + bare(right)
    }
    return text(left, leftPlace) + place + " " + sign + " " + text(right, rightPlace)
  }

  private func membership(_ operand: Expression, _ list: Expression.MembershipList) -> String {
    let start = text(operand, .range) + " " + word(.among) + " "
    if list.isBracketed {
      return start + "(" + self.list(list.elements) { text($0, .lowest) } + ")"
    }
    return start + self.list(list.elements) { text($0, .range) }
  }

  private func tags(
    _ operand: Expression, _ quantifier: Expression.Quantifier, _ values: [Expression]
  ) -> String {
    let start = text(operand, .range) + " "
    if quantifier == .any && values.count == 1 {
      return start + word(.has) + " " + text(values[0], .coalesce)
    }
    return start + word(quantifier == .any ? .hasAny : .hasAll) + " ("
      + list(values) { text($0, .lowest) } + ")"
  }

  private func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression?
  ) -> String {
    // An `else` belongs to the nearest `if` before it.
    let needsBrackets = otherwise != nil && endsWithOpenIf(then)
    var result = word(.condition) + " " + text(condition, .lowest) + " " + word(.then) + " "
    result += text(then, needsBrackets ? .or : .lowest)
    if let otherwise { result += " " + word(.otherwise) + " " + text(otherwise, .lowest) }
    return result
  }

  private func endsWithOpenIf(_ expression: Expression) -> Bool {
    guard case .conditional(_, _, let otherwise) = expression.kind else { return false }
    return otherwise.map(endsWithOpenIf) ?? true
  }

  private func text(_ call: Expression.Call) -> String {
    var parts: [String] = []
    let inside = inside
    let arguments = list(call.arguments) { inside.text($0, .lowest) }
    if call.isDistinct { parts.append(word(.distinctValues)) }
    if !arguments.isEmpty { parts.append(arguments) }
    if let filter = call.filter {
      parts.append(word(.whereClause) + " " + inside.text(filter, .lowest))
    }
    return functionText(call.function) + "(" + parts.joined(separator: " ") + ")"
  }

  /// An operand that something may be written after: a path, or a Chinese word.
  func postfixable(_ expression: Expression) -> String {
    switch expression.kind {
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .name, .path,
      .call, .parenthesized, .invalid:
      text(expression, .primary)
    case .phrase where !expression.isOpenPeriod: text(expression, .primary)
    case .boundary where language == .chinese: text(expression, .primary)
    case .phrase, .running, .negate, .not, .binary, .missingness, .membership, .between, .tags,
      .range, .conditional, .duration, .difference, .boundary:
      "(" + text(expression, .lowest) + ")"
    }
  }
}

extension PeriodLiteral {
  /// `2026-10`, `2026-Q3`, `2026-H1`, `2026-W07`; a bare year would be read as a number.
  package var written: String {
    switch self {
    case .year(let year): padded(year, 4) + "年"
    case .half(let year, let half): padded(year, 4) + "-H" + String(half)
    case .quarter(let year, let quarter): padded(year, 4) + "-Q" + String(quarter)
    case .month(let year, let month): padded(year, 4) + "-" + padded(month, 2)
    case .week(let year, let week): padded(year, 4) + "-W" + padded(week, 2)
    }
  }
}
