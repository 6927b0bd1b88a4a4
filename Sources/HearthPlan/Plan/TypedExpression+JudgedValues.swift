import HearthData

extension TypedExpression {
  /// The sides of its comparisons, as far as they are no constants: a row in which one is missing
  /// cannot be judged. What asks about missing values itself is judged as it is.
  package var judgedValues: [TypedExpression] {
    var result: [TypedExpression] = []
    collectJudged(&result)
    return result
  }

  private func collectJudged(_ result: inout [TypedExpression]) {
    let sides: [TypedExpression]
    switch kind {
    case .and(let parts), .or(let parts):
      for part in parts { part.collectJudged(&result) }
      return
    case .not(let part):
      part.collectJudged(&result)
      return
    case .compare(_, let left, let right), .textMatch(_, let left, let right):
      sides = [left, right]
    case .isOneOf(let part, _), .inPeriod(let part, _), .hasTags(let part, _, _),
      .listHas(let part, _, _):
      sides = [part]
    case .field, .slot, .definition, .follow: sides = [self]
    case .literal, .row, .outer, .linked, .result, .negate, .arithmetic, .join, .isMissing,
      .isKnown, .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary,
      .makePeriod:
      return
    }
    for side in sides where side.constant == nil && !result.contains(side) { result.append(side) }
  }

  /// Whether one of the values that it looks at is missing; nil when it looks at none.
  var lacksJudgedValue: TypedExpression? {
    let missing = judgedValues.map { TypedExpression(.isMissing($0), .bool) }
    return missing.isEmpty ? nil : .disjunction(missing)
  }
}
