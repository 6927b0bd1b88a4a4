import HearthData
import HearthSyntax
import HearthText

/// Binds a constant to a declared type: the value of a parameter.
///
/// `value` is nil when there were errors.
package func bindConstant(
  _ expression: Expression, as type: FieldType, catalog: Catalog, options: BinderOptions,
  host: any BinderHost
) -> (value: (type: ValueType, value: Value)?, diagnostics: [Diagnostic]) {
  var binder = Binder(catalog: catalog, options: options, host: host)
  let value = binder.bindConstant(expression, as: type)
  return (value, binder.diagnostics)
}

extension Binder {
  fileprivate mutating func bindConstant(
    _ expression: Expression, as declared: FieldType
  ) -> (type: ValueType, value: Value)? {
    guard let type = constantType(declared, expression.span) else { return nil }
    if expression.kind == .missing { return (type, .missing) }
    let bound: TypedExpression?
    if type == .period {
      bound = bindPeriod(expression, in: Scope())
    } else if expression.bareWord != nil {
      let typed = TypedExpression(.literal(.missing), type)
      bound = bindOperand(expression, against: typed, in: Scope())?.expression
    } else {
      bound = bind(expression, in: Scope())
    }
    guard let bound else { return nil }
    guard commonType(bound.type, type) == type,
      let value = converted(bound, to: type).constant
    else {
      report(
        .notConstant, expression.span,
        Bilingual("A constant of this type is needed here.", "这里须是该类型的常量。"))
      return nil
    }
    return (type, value)
  }

  /// What a parameter can be: no tag set, and of links only their keys.
  private mutating func constantType(_ type: FieldType, _ span: Span) -> ValueType? {
    switch type {
    case .text: return .text
    case .int: return .int
    case .number: return .number
    case .bool: return .bool
    case .date: return .date
    case .dateTime: return .dateTime
    case .period: return .period
    case .decimal(let scale): return .decimal(scale: scale)
    case .category(let values):
      let entries = values.map { Bilingual($0.name.text, $0.label ?? $0.name.text) }
      return entries.isEmpty
        ? .text : .category(.fixed(CategoryDictionary(entries, isClosed: true)))
    case .link(let name):
      guard let entity = catalog.entity(named: name.text) else {
        reportUnknownTable(name)
        return nil
      }
      return .link(entity, .key)
    case .tags:
      report(
        .notConstant, span,
        Bilingual("A parameter cannot be a set.", "参数不能是集合类型。"))
      return nil
    }
  }
}
