import HearthText

/// One line of the canonical form, and the part of the source it stands for: comments of that
/// part go with it.
struct PrintedLine {
  var text: String
  var start: Int32
  var indentation = ""
}

extension Printer {
  /// The lines of a statement. A short query stays on one line unless it is kept apart: it was
  /// written on several, or comments must stand between its stages.
  func lines(_ statement: Statement, keepsApart: Bool) -> [PrintedLine] {
    let start = statement.span.start
    switch statement.kind {
    case .query(let query): return lines(query, start, keepsApart) { _ in "" }
    case .binding(let name, let query):
      return lines(query, start, keepsApart) { $0.word(.binding) + " " + $0.text(name) + " = " }
    case .explain(let query, let isTimed):
      return lines(query, start, keepsApart) {
        $0.word(isTimed ? .explainTiming : .explain) + " "
      }
    case .entity(let entity): return lines(entity, statement.span)
    case .version, .define, .parameter, .expect, .include, .today, .explainWhy, .describe, .save,
      .asOf, .term, .privacy, .invalid:
      return [PrintedLine(text: broken { $0.line(statement.kind) }, start: start)]
    }
  }

  private func lines(
    _ query: Query, _ start: Int32, _ keepsApart: Bool, after head: (Printer) -> String
  ) -> [PrintedLine] {
    if !keepsApart && fitsOneLine(query, after: head) {
      return [PrintedLine(text: head(self) + inline(query), start: start)]
    }
    return [PrintedLine(text: broken { head($0) + $0.text(query.source) }, start: start)]
      + query.stages.map { stage in
        PrintedLine(text: broken { "| " + $0.text(stage) }, start: stage.keyword.start)
      }
  }

  /// The statements that take one line.
  private func line(_ kind: Statement.Kind) -> String {
    switch kind {
    case .version(let number): word(.version) + " " + String(number)
    case .query(let query), .binding(_, let query), .explain(let query, _): inline(query)
    case .define(let definition): text(definition)
    case .parameter(let parameter):
      word(.parameter) + " " + text(parameter.name) + ": " + text(parameter.type)
        + (parameter.defaultValue.map { " = " + text($0, .lowest) } ?? "")
        + label(parameter.label)
    case .expect(let expectation): text(expectation)
    case .include(let file): word(.include) + " " + Self.literal(file)
    case .today(let date): word(.todayLine) + " " + date.written
    case .explainWhy(let entity, let key, let source):
      word(.explainWhy) + " " + text(entity) + " " + text(key, .primary) + " " + word(.among)
        + " " + text(source)
    case .describe(let name): word(.describe) + " " + text(name)
    case .save(let name, let file):
      word(.save) + " " + text(name) + " " + word(.alias) + " " + Self.literal(file)
    case .asOf(let date): word(.asOf) + " " + date.written
    case .entity(let entity): word(.entity) + " " + text(entity.name)
    case .term(let name, let first, let last):
      word(.termLine) + " " + Self.literal(name) + " " + first.written + " .. " + last.written
    case .privacy(let level): word(.privacy) + " " + text(level)
    case .invalid: "`?`"
    }
  }

  private func label(_ label: String?) -> String {
    label.map { mark(.clause) + " " + Self.literal($0) } ?? ""
  }

  /// The statement that defines it, on one line.
  package func text(_ definition: Statement.Definition) -> String {
    let entity = definition.entity.map { text($0) + "." } ?? ""
    let parameters =
      definition.parameters.isEmpty ? "" : "(" + list(definition.parameters, text) + ")"
    return word(.define) + " " + entity + text(definition.name) + parameters + " = "
      + text(definition.body, .lowest) + label(definition.label)
  }

  private func text(_ expectation: Statement.Expectation) -> String {
    let start = word(.expect) + " " + text(expectation.subject) + mark(.clause) + " "
    let condition =
      switch expectation.condition {
      case .isEmpty: word(.isEmpty)
      case .isNotEmpty: word(.isNotEmpty)
      case .hasAny(let condition): word(.hasAnyRow) + " " + text(condition, .lowest)
      case .hasNo(let condition): word(.hasNoRow) + " " + text(condition, .lowest)
      case .hasEvery(let condition): word(.hasEveryRow) + " " + text(condition, .lowest)
      }
    return start + condition + label(expectation.message)
  }
}

extension Printer {
  /// An entity with its fields in three columns: name, type and modifiers, label.
  private func lines(_ entity: EntityDeclaration, _ span: Span) -> [PrintedLine] {
    var head = word(.entity) + " " + text(entity.name) + label(entity.label)
    if !entity.levels.isEmpty {
      head += " " + word(.levels) + " " + entity.levels.map(text).joined(separator: " > ")
    }
    if let file = entity.file { head += " " + word(.from) + " " + Self.literal(file) }
    let names = entity.fields.map { text($0.name) }
    let types = entity.fields.map(typeText)
    let nameWidth = names.map { displayWidth(of: $0) }.max() ?? 0
    // A long list of values does not push every other label to the right.
    let typeWidth = types.map { displayWidth(of: $0) }.filter { $0 <= 40 }.max() ?? 0
    var lines = [PrintedLine(text: head + " {", start: span.start)]
    for (index, field) in entity.fields.enumerated() {
      var text = "  " + padded(names[index], toWidth: nameWidth) + " "
      let label = field.label.map { "  " + Self.literal($0) } ?? ""
      text += label.isEmpty ? types[index] : padded(types[index], toWidth: typeWidth) + label
      lines.append(PrintedLine(text: text, start: field.span.start, indentation: "  "))
    }
    lines.append(PrintedLine(text: "}", start: span.end - 1))
    return lines
  }

  private func typeText(_ field: FieldDeclaration) -> String {
    ([text(field.type)] + field.modifiers.map(text)).joined(separator: " ")
  }

  private func text(_ modifier: FieldDeclaration.Modifier) -> String {
    switch modifier {
    case .key: word(.key)
    case .isPrivate: word(.privateField)
    case .flags: word(.flags)
    case .occurred: word(.occurred)
    case .opens: word(.opens)
    case .closes: word(.closes)
    case .reverse(let name): word(.alias) + " " + text(name)
    case .match(let matches):
      word(.on) + " "
        + list(matches) {
          $0.own == $0.target ? text($0.own) : text($0.own) + " = " + text($0.target)
        }
    }
  }

  package func text(_ type: FieldType) -> String {
    switch type {
    case .text: word(.textType)
    case .int: word(.intType)
    case .number: word(.numberType)
    case .bool: word(.boolType)
    case .date: word(.dateType)
    case .dateTime: word(.dateTimeType)
    case .period: word(.periodType)
    case .decimal(let scale): word(.decimalType) + "(" + String(scale) + ")"
    case .category(let values):
      values.isEmpty ? word(.categoryType) : "(" + list(values, text) + ")"
    case .tags(let values):
      word(.setType) + (values.isEmpty ? "" : " (" + list(values, text) + ")")
    case .link(let name): "-> " + text(name)
    }
  }

  private func text(_ value: CategoryValue) -> String { text(value.name) + label(value.label) }
}
