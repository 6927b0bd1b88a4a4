import HearthData
import HearthPlan

extension Compiler {
  /// A condition on what lies behind a hop, asked once of each row there and then looked up: `street
  /// = 莲前` is asked of the areas, not of the families. nil where that is not less work.
  func maskBehindHop(_ expression: TypedExpression) throws(RunError) -> MaskKernel? {
    guard scope.run.options.usesShortcuts, let condition = expression.behindHop else { return nil }
    let (entity, targets) = try destination(condition.hop)
    let compiler = Compiler(scope.inside(entity))
    guard let answers = try compiler.whole(condition.asked, of: entity)?.bytes() else { return nil }
    let none = condition.ofNoRow
    return MaskKernel { (block) throws(RunError) in
      let rows = try targets(block)
      return Buffer<UInt8>.filled(rows.count) { row in
        let target = rows[row]
        return target < 0 ? none : answers[Int(target)]
      }
    }
  }
}

/// A condition on one value behind a hop.
private struct ConditionBehindHop {
  var hop: Hop
  /// What is asked of the row behind it.
  var asked: TypedExpression
  /// 1 where it holds of a missing value, which is what no row has.
  var ofNoRow: UInt8
}

extension TypedExpression {
  fileprivate var behindHop: ConditionBehindHop? {
    switch kind {
    case .compare(let comparison, let value, let other):
      guard let literal = other.literal, literal != .missing else { return nil }
      return behindHop(of: value, ofNoRow: comparison == .notEqual ? 1 : 0) {
        .compare(comparison, $0, other)
      }
    case .isOneOf(let value, let values) where !values.contains(.missing):
      return behindHop(of: value, ofNoRow: 0) { .isOneOf($0, values) }
    case .textMatch(let match, let value, let pattern) where pattern.isLiteral:
      return behindHop(of: value, ofNoRow: 0) { .textMatch(match, $0, pattern) }
    case .isMissing(let value): return behindHop(of: value, ofNoRow: 1) { .isMissing($0) }
    case .isKnown(let value): return behindHop(of: value, ofNoRow: 0) { .isKnown($0) }
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .not, .and, .or, .arithmetic, .join, .isOneOf, .inPeriod, .textMatch, .hasTags, .listHas,
      .conditional, .coalesce, .call, .convert, .shift, .difference, .boundary, .makePeriod:
      return nil
    }
  }

  private func behindHop(
    of value: TypedExpression, ofNoRow: UInt8, _ condition: (TypedExpression) -> Kind
  ) -> ConditionBehindHop? {
    guard case .follow(let hop, let inner) = value.kind else { return nil }
    return ConditionBehindHop(
      hop: hop, asked: TypedExpression(condition(inner), .bool), ofNoRow: ofNoRow)
  }
}
