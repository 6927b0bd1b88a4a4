import HearthData
import HearthSyntax
import HearthText

/// What may be meant as it stands, but seldom is.
extension Binder {
  // MARK: Rows that never had any

  /// `days > 60` after `gaps` looks for those who waited long, and leaves out who waited for ever:
  /// theirs is missing.
  mutating func lintNeverLeftOut(_ condition: Expression, in scope: Scope) {
    for part in condition.conjuncts {
      let comparison = part.unwrapped
      guard let name = longAgo(comparison, in: scope) else { continue }
      let isMissing = Expression(
        .missingness(Expression(.name(name), name.span), isMissing: true), name.span)
      var either = Expression(.binary(.or, comparison, isMissing), comparison.span)
      let stands = part.span != comparison.span || part.span == condition.span
      if !stands { either = Expression(.parenthesized(either), comparison.span) }
      let isChinese = name.text.unicodeScalars.contains(where: isHan)
      let text = Printer(language: isChinese ? .chinese : .english).print(either)
      report(
        .neverLeftOut, comparison.span,
        Bilingual(
          "`\(name.text)` is missing for who never had any: this leaves them out",
          "从未有过的行，“\(name.text)”是缺失：这个条件会漏掉它们"),
        hint: Bilingual("to keep them, write `\(text)`", "要保留它们，请写“\(text)”"),
        fix: Diagnostic.Fix(
          span: comparison.span, replacement: text, changesMeaning: true), severity: .warning)
    }
  }

  /// The column by which a comparison finds what was long ago: many days, or an early last date.
  private func longAgo(_ comparison: Expression, in scope: Scope) -> Name? {
    guard case .binary(let operation, let left, let right) = comparison.kind else { return nil }
    let (early, late): (Expression, Expression)
    switch operation {
    case .greater, .greaterOrEqual: (early, late) = (right, left)
    case .less, .lessOrEqual: (early, late) = (left, right)
    case .or, .and, .equal, .notEqual, .contains, .startsWith, .endsWith, .like, .matches,
      .coalesce, .add, .subtract, .multiply, .divide, .quotient, .remainder, .power:
      return nil
    }
    if let name = early.bareWord, isColumn(name, ResultNames.last, scope) { return name }
    if let name = late.bareWord, isColumn(name, ResultNames.days, scope) { return name }
    return nil
  }

  /// Whether a name is a column that `gaps` made; one that a person has named so is labelled by its
  /// name alone.
  private func isColumn(_ name: Name, _ made: Bilingual, _ scope: Scope) -> Bool {
    scope.column(named: name.text)?.label == made
  }

  // MARK: Values without rows

  /// A value that is declared, and of which the data have no row. Reads the field, so only when
  /// a text is looked over.
  mutating func lintValueWithoutRows(
    _ word: Word, _ position: Int, _ domain: CategoryDomain, _ values: CategoryDictionary
  ) {
    guard options.isChecking, options.privacy < .aggregate, foreignDepth == 0, values.isClosed,
      case .field(let field) = domain, let column = try? catalog.store.column(field),
      column.count > 0, !column.holds(category: position)
    else { return }
    let names = schema[field].name
    let held = values.entries.indices.filter { column.holds(category: $0) }
      .map { values.entries[$0] }
    let hint = Bilingual(
      "there are rows of \(held.map(\.english).joined(separator: ", "))",
      "数据中有：\(held.map(\.chinese).joined(separator: "、"))")
    report(
      .valueWithoutRows, word.span,
      Bilingual(
        "no row of \(schema[field.entity].name.english) has `\(word.text)` as its \(names.english)",
        "“\(schema[field.entity].name.chinese)”中没有任何行的“\(names.chinese)”是“\(word.text)”"),
      hint: held.isEmpty || held.count > 12 ? nil : hint, severity: .warning)
  }
}

extension Expression {
  /// The parts that `and` joins; itself when there is none.
  fileprivate var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = unwrapped.kind {
      return left.conjuncts + right.conjuncts
    }
    return [self]
  }
}
