import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// A parameter's type with the value given to it.
typealias ParameterValue = (type: ValueType, value: Value)

extension StatementBinding {
  /// The value comes from outside (`--set name=value`), else it is the script's own.
  mutating func bindParameter(_ parameter: Statement.Parameter) {
    let name = parameter.name.text
    let text = workspace.options.parameterTexts[name]
    let bound = HearthPlan.bindParameter(
      parameter, given: text.map(given), catalog: workspace.state.catalog,
      options: workspace.binderOptions, host: workspace)
    if let value = bound.value {
      workspace.state.parameters[name] = (bound.type, value)
      workspace.state.parameterPeriods[name] = bound.periods
    } else if let text {
      reportWrong(parameter, text)
    } else if parameter.defaultValue == nil, !workspace.isChecking {
      reportMissing(parameter)
    }
    // What is wrong with a given value has no place in this text.
    if text == nil { diagnostics += bound.diagnostics }
    // The rest of the text may use the name all the same, where a constant must stand too.
    if bound.value == nil {
      workspace.state.parameters[name] = (bound.type, standIn(for: bound.type))
    }
  }

  /// Some value of a type, so that what is wrong besides can be seen; nothing is run with it.
  private func standIn(for type: ValueType) -> Value {
    switch type {
    case .int: .int(1)
    case .number: .number(1)
    case .decimal(let scale): .decimal(Decimal(unscaled: 0, scale: scale))
    case .bool: .bool(true)
    case .date: .date(workspace.today)
    case .period: .period(Period(.month, containing: workspace.today))
    case .text, .category, .tags, .dateTime, .link, .list, .missing: .missing
    }
  }

  /// A text from the command line is read as the script would read it; what cannot be is a text.
  private func given(_ text: String) -> Expression {
    let parsed = parseExpression(text, vocabulary: workspace.vocabulary)
    if parsed.diagnostics.isEmpty, let expression = parsed.expression { return expression }
    return Expression(.text(normalized(text)), Span(0, 0))
  }

  private mutating func reportMissing(_ parameter: Statement.Parameter) {
    let name = parameter.name.text
    report(
      .missingParameter, parameter.name.span,
      Bilingual(
        "the parameter `\(name)` has no value\(meaning(parameter, " (", ")"))",
        "参数“\(name)”没有值\(meaning(parameter, "（", "）"))"),
      hint: Bilingual("give it with `--set \(name)=…`", "请用“--set \(name)=…”给出"))
  }

  private mutating func reportWrong(_ parameter: Statement.Parameter, _ text: String) {
    let name = parameter.name.text
    report(
      .wrongParameter, parameter.name.span,
      Bilingual(
        "`\(text)` is no value for the parameter `\(name)`\(meaning(parameter, " (", ")"))",
        "“\(text)”不能作为参数“\(name)”的值\(meaning(parameter, "（", "）"))"))
  }

  private func meaning(
    _ parameter: Statement.Parameter, _ opening: String, _ closing: String
  ) -> String {
    parameter.label.map { opening + $0 + closing } ?? ""
  }
}
