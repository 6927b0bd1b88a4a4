import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// The row that a word names: by its key, or by its name; for a level only areas of that level.
  mutating func rowOperand(
    _ word: Word, _ entity: EntityID, of other: TypedExpression
  ) -> Operand? {
    do throws(DataError) {
      let rows = try rows(word, entity, of: other)
      switch rows.count {
      case 0: return try unknownRow(word, entity, of: other)
      case 1:
        return .value(
          TypedExpression(.literal(.row(entity, rows[0])), .link(entity, display(of: other))))
      default:
        note(
          Bilingual(
            "`\(word.text)` names \(rows.count) rows of \(schema[entity].name.english)",
            "“\(word.text)”在“\(schema[entity].name.chinese)”中有 \(rows.count) 行"))
        return .rows(rows.map { .row(entity, $0) })
      }
    } catch {
      report(error, word.span)
      return nil
    }
  }

  private func display(of expression: TypedExpression) -> ValueType.LinkDisplay {
    if case .link(_, let display) = expression.type { return display }
    return .key
  }

  private mutating func rows(
    _ word: Word, _ entity: EntityID, of other: TypedExpression
  ) throws(DataError) -> [Int32] {
    let level = level(of: other)
    if display(of: other) == .key, let row = try catalog.store.row(of: entity, key: word.text) {
      return [row]
    }
    guard hasReadableName(entity) else { return [] }
    for (index, name) in spellings(of: word.text, entity, level).enumerated() {
      let rows = try catalog.store.rows(of: entity, named: name)
      let found = try atLevel(rows, level, entity)
      if found.isEmpty { continue }
      if index > 0 {
        note(
          Bilingual("`\(word.text)` is read as `\(name)`", "“\(word.text)”按“\(name)”查找"))
      }
      return found
    }
    return []
  }

  /// Whether rows can be found by a name that is neither the key nor private.
  private func hasReadableName(_ entity: EntityID) -> Bool {
    guard let field = schema[entity].nameField else { return false }
    return field != schema[entity].key && !schema[entity].fields[field].isPrivate
  }

  /// The word as it is, then without or with the level behind it: 莲前街道 is 莲前.
  private func spellings(of word: String, _ entity: EntityID, _ level: Int?) -> [String] {
    let levels = schema[entity].levels
    let wanted = level.map { [levels[$0]] } ?? levels
    var result = [word]
    for level in wanted {
      for suffix in [level.chinese, " " + level.english] {
        if word.hasSuffix(suffix), word.count > suffix.count {
          result.append(String(word.dropLast(suffix.count)))
        } else {
          result.append(word + suffix)
        }
      }
    }
    return result
  }

  private func atLevel(
    _ rows: [Int32], _ level: Int?, _ entity: EntityID
  ) throws(DataError) -> [Int32] {
    guard let level, !rows.isEmpty else { return rows }
    let ancestors = try catalog.store.ancestors(at: level, of: entity)
    return rows.filter { ancestors[Int($0)] == $0 }
  }

  /// The level that a link leads to, when it is one.
  private func level(of expression: TypedExpression) -> Int? {
    switch expression.kind {
    case .follow(.level(_, let level), let inner):
      if case .row = inner.kind { return level }
      return self.level(of: inner)
    case .follow(_, let inner), .outer(let inner): return level(of: inner)
    case .slot(let slot): return slotLevels[slot]
    case .literal, .field, .row, .definition, .linked, .result, .negate, .not, .and,
      .or, .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas, .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      return nil
    }
  }

  func levelOfResult(_ expression: TypedExpression) -> Int? { level(of: expression) }

  private mutating func unknownRow(
    _ word: Word, _ entity: EntityID, of other: TypedExpression
  ) throws(DataError) -> Operand {
    let names = try knownNames(entity, of: other)
    let suggestion = nearest(to: word.text, in: names)
    let typed = suggestion.map { word.isName ? quotedIfNeeded($0) : "\"\($0)\"" }
    let what = schema[entity].name
    report(
      .unknownValue, word.span,
      Bilingual(
        "no row of \(what.english) is called `\(word.text)`",
        "“\(what.chinese)”中没有“\(word.text)”"),
      hint: typed.map { Diagnostic.didYouMean($0) },
      fix: typed.map { Diagnostic.Fix(span: word.span, replacement: $0) }, severity: .warning)
    return .never
  }

  /// What could have been meant: names of the level, else keys; few enough to be compared.
  private func knownNames(
    _ entity: EntityID, of other: TypedExpression
  ) throws(DataError) -> [String] {
    let field = hasReadableName(entity) ? schema[entity].nameField : schema[entity].key
    guard let field else { return [] }
    let column = try catalog.store.column(FieldID(entity, field))
    guard column.count <= 20_000, case .text(let texts) = column.storage else { return [] }
    var rows = Array(0..<Int32(column.count))
    rows = try atLevel(rows, level(of: other), entity)
    var seen: Set<String> = []
    return rows.compactMap { texts[Int($0)] }.filter { seen.insert($0).inserted }
  }
}
