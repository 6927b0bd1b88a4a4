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
    if let text = workspace.options.parameterTexts[name] {
      guard let value = value(of: text, for: parameter) else { return }
      workspace.state.parameters[name] = value
      return
    }
    guard let expression = parameter.defaultValue else {
      report(
        .missingParameter, parameter.name.span,
        Bilingual(
          "The parameter \(name) has no value\(meaning(parameter, " (", ")")).",
          "参数 \(name) 没有值\(meaning(parameter, "（", "）"))。"),
        hint: Bilingual("Give it with --set \(name)=…", "请用 --set \(name)=… 给出。"))
      return
    }
    bindValue(expression, for: parameter).map { workspace.state.parameters[name] = $0 }
  }

  /// A text from the command line is read as the script would read it, but a text parameter needs
  /// no quotes.
  private mutating func value(
    of text: String, for parameter: Statement.Parameter
  ) -> ParameterValue? {
    if case .text = parameter.type { return (.text, .text(normalized(text))) }
    let parsed = parseExpression(text, vocabulary: workspace.vocabulary)
    if parsed.diagnostics.isEmpty, let expression = parsed.expression {
      let before = diagnostics.count
      if let value = bindValue(expression, for: parameter) { return value }
      diagnostics.removeSubrange(before...)
    }
    report(
      .wrongParameter, parameter.name.span,
      Bilingual(
        "\(text) is no value for the parameter \(parameter.name.text)"
          + "\(meaning(parameter, " (", ")")).",
        "\(text) 不能作为参数 \(parameter.name.text) 的值\(meaning(parameter, "（", "）"))。"))
    return nil
  }

  private mutating func bindValue(
    _ expression: Expression, for parameter: Statement.Parameter
  ) -> ParameterValue? {
    let bound = bindConstant(
      expression, as: parameter.type, catalog: workspace.state.catalog,
      options: workspace.binderOptions, host: workspace)
    diagnostics += bound.diagnostics
    return bound.value
  }

  private func meaning(
    _ parameter: Statement.Parameter, _ opening: String, _ closing: String
  ) -> String {
    parameter.label.map { opening + $0 + closing } ?? ""
  }
}
