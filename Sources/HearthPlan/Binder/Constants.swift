import HearthData
import HearthSyntax
import HearthText

/// The value of a parameter: its type as the query will see it.
package struct BoundParameter: Sendable {
  package var type: ValueType
  /// nil when there is neither a given value nor a default, or after an error.
  package var value: Value?
  /// The relative periods in it.
  package var periods: [ResolvedPeriod] = []
  package var diagnostics: [Diagnostic]
}

/// Binds a `param` line: the value given from outside, else its default.
///
/// `given` is what was written behind `--set name=`, parsed as an expression where possible; a bare
/// word or anything else is a text.
package func bindParameter(
  _ parameter: Statement.Parameter, given: Expression?, catalog: Catalog, options: BinderOptions,
  host: any BinderHost
) -> BoundParameter {
  var binder = Binder(catalog: catalog, options: options, host: host)
  let type = binder.type(of: parameter)
  guard let expression = given ?? parameter.defaultValue else {
    return BoundParameter(type: type, value: nil, diagnostics: [])
  }
  let value = binder.constant(expression, as: type)
  return BoundParameter(
    type: type, value: value, periods: binder.periods, diagnostics: binder.diagnostics)
}

extension Binder {
  func type(of parameter: Statement.Parameter) -> ValueType {
    switch parameter.type {
    case .text: return .text
    case .int: return .int
    case .number: return .number
    case .bool: return .bool
    case .date: return .date
    case .dateTime: return .dateTime
    case .period: return .period
    case .decimal(let scale): return .decimal(scale: min(max(scale, 0), Decimal.maximumScale))
    case .category(let values), .tags(let values):
      if values.isEmpty { return .text }
      let entries = values.map { Bilingual($0.name.text, $0.label ?? $0.name.text) }
      return .category(.fixed(CategoryDictionary(entries, isClosed: true)))
    case .link: return .text
    }
  }

  /// A constant of a wanted type; nil after an error.
  mutating func constant(_ expression: Expression, as type: ValueType) -> Value? {
    let wanted = TypedExpression(.literal(.missing), type)
    if type == .text, let word = expression.bareWord { return .text(word.text) }
    if type == .period {
      return bindPeriod(expression, in: Scope()).flatMap { constant($0, expression.span) }
    }
    guard let bound = bindOperand(expression, against: wanted, in: Scope())?.expression else {
      return nil
    }
    if type == .text, bound.type != .text, bound.constant != nil {
      return .text(valueName(bound.constant!, bound.type).english)
    }
    guard let common = commonType(type, bound.type), common == type else {
      let (a, b) = (Message.type(type, schema), Message.type(bound.type, schema))
      report(
        .badArgument, expression.span,
        Bilingual(
          "this must be \(a.english); it is \(b.english)", "这里须是\(a.chinese)，而这是\(b.chinese)"))
      return nil
    }
    return constant(converted(bound, to: type), expression.span)
  }

  private mutating func constant(_ bound: TypedExpression, _ span: Span) -> Value? {
    if let value = bound.constant { return value }
    report(.notConstant, span, Bilingual("a constant is needed here", "这里须是常量"))
    return nil
  }
}
