import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// The values of a domain; those of an open category are in the data.
  mutating func dictionary(_ domain: CategoryDomain, _ span: Span) -> CategoryDictionary? {
    if let closed = closedValues(domain) { return closed }
    do throws(DataError) {
      return try catalog.store.dictionary(domain)
    } catch {
      report(error, span)
      return nil
    }
  }

  mutating func categoryOperand(
    _ word: Word, _ domain: CategoryDomain, of other: TypedExpression, in scope: Scope
  ) -> Operand? {
    guard let values = dictionary(domain, word.span) else { return nil }
    if let position = values.position(of: word.text) {
      if word.isName {
        spell(word.span, values.entries[position])
        if resolvedColumn(word.text, in: scope) { lintValueAndColumn(word) }
        lintHiddenParameter(word)
      }
      lintValueWithoutRows(word, position, domain, values)
      return .value(TypedExpression(.literal(.category(position)), .category(domain)))
    }
    if word.isName, let (expression, names) = resolvedValue(word.text, in: scope) {
      spell(word.span, names)
      return reinterpreted(expression, word.span, against: other, in: scope)
    }
    return unknownValue(word, values, of: other)
  }

  private mutating func lintValueAndColumn(_ word: Word) {
    report(
      .valueAndColumn, word.span,
      Bilingual(
        "`\(word.text)` is read as the value, though a column has that name too",
        "“\(word.text)”当作取值理解，虽然也有同名的列"), severity: .warning)
  }

  /// An error for a closed category, a warning for an open one: a misspelt value never answers zero.
  private mutating func unknownValue(
    _ word: Word, _ values: CategoryDictionary, of other: TypedExpression
  ) -> Operand? {
    let candidates = values.entries.flatMap { [$0.english, $0.chinese] }
    let suggestion = nearest(to: word.text, in: candidates)
    let typed = suggestion.map { word.isName ? quotedIfNeeded($0) : "\"\($0)\"" }
    var hint = typed.map { Diagnostic.didYouMean($0) }
    if hint == nil, word.isName { hint = knownBeginning(of: word.text) }
    if hint == nil && values.count > 0 && values.count <= 12 {
      hint = Bilingual(
        "there are \(values.entries.map(\.english).joined(separator: ", "))",
        "取值有：\(values.entries.map(\.chinese).joined(separator: "、"))")
    }
    let what = name(of: other)
    report(
      .unknownValue, word.span,
      Bilingual(
        "\(what.english) has no value `\(word.text)`", "\(what.chinese)没有取值“\(word.text)”"),
      hint: hint, fix: typed.map { Diagnostic.Fix(span: word.span, replacement: $0) },
      severity: values.isClosed ? .error : .warning)
    return values.isClosed ? nil : .never
  }

  /// What an expression shows, for messages: `kind`, or "this".
  func name(of expression: TypedExpression) -> Bilingual {
    switch expression.kind {
    case .field(let id):
      return Bilingual(
        "`\(schema[id].name.english)`", "“\(schema[id].name.chinese)”")
    case .follow(.level(let entity, let level), let inner):
      guard case .row = inner.kind else { return name(of: inner) }
      let names = schema[entity].levels[level]
      return Bilingual("`\(names.english)`", "“\(names.chinese)”")
    case .follow(_, let inner), .outer(let inner): return name(of: inner)
    case .definition(let id):
      let names = definitions[id.index].name
      return Bilingual("`\(names.english)`", "“\(names.chinese)”")
    case .literal, .slot, .row, .linked, .result, .negate, .not, .and, .or, .compare,
      .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch, .hasTags,
      .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      return Bilingual("this", "这里")
    }
  }
}
