import HearthData
import HearthSyntax
import HearthText

/// What stands beside something in a comparison, once it is known what that is.
enum Operand {
  case value(TypedExpression)
  /// One of several rows that share a name.
  case rows([Value])
  /// A value that no row has; it was warned about.
  case never

  /// As a value of an expression: what no row has is missing.
  var expression: TypedExpression? {
    switch self {
    case .value(let expression): expression
    case .rows, .never: TypedExpression(.literal(.missing), .missing)
    }
  }
}

extension Binder {
  /// Binds an expression that stands beside another: a bare word may be a value of its category, the
  /// key or name of its row; a bare year a period; a text a date.
  mutating func bindOperand(
    _ expression: Expression, against other: TypedExpression, in scope: Scope
  ) -> Operand? {
    lintHiddenParameters(expression, in: scope)
    let inner = expression.unwrapped
    guard let word = word(of: inner, in: scope) else {
      return bind(expression, in: scope).flatMap {
        reinterpreted($0, inner.span, against: other, in: scope)
      }
    }
    switch other.type {
    case .category(let domain), .tags(let domain):
      return categoryOperand(word, domain, of: other, in: scope)
    case .link(let entity, _):
      if word.isName, let known = resolvedValue(word.text, in: scope) {
        spellName(inner, known.1)
        return reinterpreted(known.0, inner.span, against: other, in: scope)
      }
      return rowOperand(word, entity, of: other)
    case .text:
      if word.isName, resolve(word.text, in: scope) == nil, bareFunctionKind(word.text) == nil {
        return textOperand(word)
      }
    case .list(.category(let domain)):
      return categoryOperand(word, domain, of: other, in: scope)
    case .bool:
      if word.isName, resolve(word.text, in: scope) == nil, let value = yesOrNo(word) {
        return .value(.bool(value))
      }
    case .int, .number, .decimal, .date, .dateTime, .period, .list, .missing: break
    }
    return bind(expression, in: scope).flatMap {
      reinterpreted($0, inner.span, against: other, in: scope)
    }
  }

  /// A word in the place of a value.
  struct Word {
    var text: String
    var span: Span
    /// Written without quotation marks: it could also be a column.
    var isName: Bool
  }

  /// A name, a text, or a whole number (the key of a row); also a function's parameter that is one.
  func word(of expression: Expression, in scope: Scope) -> Word? {
    switch expression.kind {
    case .name(let name):
      if case .word(let word)? = parameter(name.text, in: scope) {
        return Word(text: word, span: name.span, isName: true)
      }
      return Word(text: name.text, span: name.span, isName: true)
    case .text(let text): return Word(text: text, span: expression.span, isName: false)
    case .integer(let value):
      return Word(text: String(value), span: expression.span, isName: false)
    case .decimal, .bool, .missing, .date, .dateTime, .period, .phrase, .path, .call, .running,
      .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags, .range,
      .conditional, .duration, .difference, .boundary, .invalid:
      return nil
    }
  }

  private func parameter(_ name: String, in scope: Scope) -> Scope.Argument? {
    if let own = scope.parameters[name] { return own }
    switch scope.parent {
    case .outside(let outer), .beside(let outer): return parameter(name, in: outer)
    case nil: return nil
    }
  }

  /// A constant that a parameter or an expression gave, read as what the other side is.
  mutating func reinterpreted(
    _ bound: TypedExpression, _ span: Span, against other: TypedExpression, in scope: Scope
  ) -> Operand? {
    guard let value = bound.constant else { return .value(bound) }
    switch (value, other.type) {
    case (.text(let text), .category(let domain)), (.text(let text), .tags(let domain)):
      return categoryOperand(
        Word(text: text, span: span, isName: false), domain, of: other, in: scope)
    case (.text(let text), .link(let entity, _)):
      return rowOperand(Word(text: text, span: span, isName: false), entity, of: other)
    case (.text(let text), .date), (.text(let text), .dateTime):
      if let day = Day(reading: text) {
        return .value(TypedExpression(.literal(.date(day)), .date))
      }
    case (.int(let year), .period):
      if let year = Int(exactly: year), let period = Period(.year, year: year, index: 1) {
        return .value(TypedExpression(.literal(.period(period)), .period))
      }
    case (_, _): break
    }
    return .value(bound)
  }

  func resolvedColumn(_ word: String, in scope: Scope) -> Bool {
    if scope.column(named: word) != nil { return true }
    return scope.entity.map { schema.field(named: word, of: $0) != nil } ?? false
  }

  mutating func resolvedValue(
    _ word: String, in scope: Scope
  ) -> (TypedExpression, Bilingual)? {
    if case .value(let expression, let names)? = resolve(word, in: scope) {
      return (expression, names)
    }
    return nil
  }

  func spellingSpan(_ expression: Expression) -> Span? {
    if case .name(let name) = expression.kind { return name.span }
    return nil
  }

  mutating func spellName(_ expression: Expression, _ names: Bilingual) {
    if let span = spellingSpan(expression) { spell(span, names) }
  }

  /// The words that a table shows for true and false.
  private mutating func yesOrNo(_ word: Word) -> Bool? {
    switch word.text {
    case "yes", "是":
      spell(word.span, Bilingual("yes", "是"))
      return true
    case "no", "否":
      spell(word.span, Bilingual("no", "否"))
      return false
    default: return nil
    }
  }

  private mutating func textOperand(_ word: Word) -> Operand? {
    guard isFirstReport(of: word.text) else { return nil }
    let quoted = "\"\(word.text)\""
    report(
      .unknownName, word.span,
      Bilingual(
        "there is no column or field called `\(word.text)` here",
        "这里没有名为“\(word.text)”的列或字段"),
      hint: Bilingual(
        "a text is written in quotation marks: `\(quoted)`", "文本要加引号：\(quoted)"),
      fix: Diagnostic.Fix(span: word.span, replacement: quoted))
    return nil
  }
}

extension Day {
  /// `2026-10-31`, `2026/10/31` or `2026.10.31`.
  init?(reading text: String) {
    let parts = text.split { $0 == "-" || $0 == "/" || $0 == "." }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
