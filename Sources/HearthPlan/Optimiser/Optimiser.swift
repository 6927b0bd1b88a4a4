import HearthData
import HearthText

/// One way to make a plan cheaper without changing its answer.
package struct OptimiserRule: Sendable {
  package let name: String
  package let documentation: Bilingual
  /// The steps afterwards are no longer the stages as they were written.
  var mergesStages = false
  /// The better plan, or nil when there is nothing to do.
  let apply: @Sendable (Plan) -> Plan?

  /// The plan after this rule alone, sub-plans included.
  package func applied(to plan: Plan) -> Plan {
    let inner = plan.mappingSubplans { applied(to: $0) }
    return apply(inner) ?? inner
  }
}

package enum Optimiser {
  /// In the order in which they are tried.
  package static let rules: [OptimiserRule] = [
    foldConstants, combineFilters, combineDates, filterBeforeCompute, filterBeforeSort,
    filterBeforeGroup, topFromSort, dropUnused,
  ]

  /// More rounds than any plan needs; a rule that undid another would stop here.
  fileprivate static let mostRounds = 8
}

/// The plan after all rules, until none finds anything to do.
///
/// With `keepsStages` every stage stays a step of its own, so that its rows can be counted.
package func optimise(_ plan: Plan, keepsStages: Bool = false) -> Plan {
  var plan = plan.mappingSubplans { optimise($0, keepsStages: keepsStages) }
  let rules = Optimiser.rules.filter { !(keepsStages && $0.mergesStages) }
  for _ in 0..<Optimiser.mostRounds {
    var hasChanged = false
    for rule in rules {
      guard let better = rule.apply(plan) else { continue }
      plan = better
      hasChanged = true
    }
    if !hasChanged { break }
  }
  return plan
}

extension Plan {
  func mappingSubplans(_ map: (Plan) -> Plan) -> Plan {
    var result = self
    if case .query(let inner) = source { result.source = .query(map(inner)) }
    for index in steps.indices {
      switch steps[index].kind {
      case .join(var stage):
        stage.right = map(stage.right)
        result.steps[index].kind = .join(stage)
      case .union(let right, let columns):
        result.steps[index].kind = .union(map(right), columns: columns)
      case .match(let right, let isKept, let columns):
        result.steps[index].kind = .match(map(right), isKept: isKept, columns: columns)
      case .filter, .compute, .window, .sort, .slice, .top, .distinct, .sample, .group, .expand,
        .suppress, .remark, .cadence, .trend, .stack, .expandSlots:
        break
      }
    }
    return result
  }
}
