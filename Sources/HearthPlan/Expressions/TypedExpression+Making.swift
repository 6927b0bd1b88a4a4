import HearthData

extension TypedExpression {
  static func bool(_ value: Bool) -> TypedExpression {
    TypedExpression(.literal(.bool(value)), .bool)
  }

  /// Flat; one condition stays itself.
  package static func conjunction(_ conditions: [TypedExpression]) -> TypedExpression {
    let flat = conditions.flatMap { condition -> [TypedExpression] in
      if case .and(let inner) = condition.kind { inner } else { [condition] }
    }
    return flat.count == 1 ? flat[0] : TypedExpression(.and(flat), .bool)
  }

  static func disjunction(_ conditions: [TypedExpression]) -> TypedExpression {
    let flat = conditions.flatMap { condition -> [TypedExpression] in
      if case .or(let inner) = condition.kind { inner } else { [condition] }
    }
    return flat.count == 1 ? flat[0] : TypedExpression(.or(flat), .bool)
  }

  /// A quotient of counts as a number; missing where there is nothing to divide by.
  static func fraction(
    _ part: TypedExpression, of whole: TypedExpression
  ) -> TypedExpression {
    let numbers = [part, whole].map { TypedExpression(.convert($0), .number) }
    let zero = TypedExpression(.literal(.int(0)), .int)
    let missing = TypedExpression(.literal(.missing), .number)
    let quotient = TypedExpression(.arithmetic(.divide, numbers[0], numbers[1]), .number)
    return TypedExpression(
      .conditional(
        TypedExpression(.compare(.equal, whole, zero), .bool), then: missing,
        otherwise: quotient), .number)
  }

  /// The value of a literal.
  package var constant: Value? {
    if case .literal(let value) = kind { return value }
    return nil
  }

  /// A stored field, a computed column, or a way over links to one: nothing to compute.
  var isReference: Bool {
    if case .field = kind { return true }
    if case .slot = kind { return true }
    if case .row = kind { return true }
    if case .follow(let hop, let inner) = kind {
      if case .value(let start) = hop, !start.isReference { return false }
      return inner.isReference
    }
    return false
  }
}
