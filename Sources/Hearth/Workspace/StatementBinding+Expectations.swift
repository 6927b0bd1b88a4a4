import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// An `expect`, bound: the rows that decide it.
struct PreparedExpectation {
  enum Rule { case none, some }

  /// The rows that the rule is about: all, those with P, or those that are against P.
  var rows: ResultReference
  /// Whether such rows must not be there, or must.
  var rule: Rule
  /// Rows that could not be judged because something in P is missing; nil when that cannot be.
  var unjudged: ResultReference?
  var message: String?
  var place: SourcePlace
}

extension StatementBinding {
  mutating func bindExpectation(_ expectation: Statement.Expectation, span: Span) {
    let subject = expectation.subject
    var unjudged: ResultReference?
    let rule: PreparedExpectation.Rule
    let rows: ResultReference?
    switch expectation.condition {
    case .isEmpty: (rows, rule) = (bind(subject, filters: []), .none)
    case .isNotEmpty: (rows, rule) = (bind(subject, filters: []), .some)
    case .hasAny(let condition): (rows, rule) = (bind(subject, filters: [condition]), .some)
    case .hasNo(let condition): (rows, rule) = (bind(subject, filters: [condition]), .none)
    case .hasEvery(let condition):
      let failed = Expression(.not(condition), condition.span)
      let known = condition.names.map { Expression(.missingness($0, isMissing: false), $0.span) }
      rows = bind(subject, filters: [failed] + known)
      rule = .none
      if let missing = condition.anyNameIsMissing, rows != nil {
        unjudged = bind(subject, filters: [failed, missing])
      }
    }
    guard let rows else { return }
    prepared.append(
      .expect(
        PreparedExpectation(
          rows: rows, rule: rule, unjudged: unjudged, message: expectation.message,
          place: SourcePlace(source: source, span: span))))
  }

  private mutating func bind(_ subject: Source, filters: [Expression]) -> ResultReference? {
    let stages = filters.map { Stage(.filter($0), keyword: $0.span, $0.span) }
    return bind(Query(subject, stages, subject.span))
  }
}

extension Expression {
  /// The names and paths that a condition looks at; not those inside calls, which have their own
  /// rules for what is missing.
  fileprivate var names: [Expression] {
    switch kind {
    case .name, .path: [self]
    case .binary(_, let left, let right): left.names + right.names
    case .not(let inner), .negate(let inner), .parenthesized(let inner): inner.names
    case .between(let value, let low, let high): value.names + low.names + high.names
    case .membership(let value, _), .tags(let value, _, _): value.names
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .call,
      .running, .missingness, .range, .conditional, .duration, .difference, .boundary, .invalid:
      []
    }
  }

  fileprivate var anyNameIsMissing: Expression? {
    names.map { Expression(.missingness($0, isMissing: true), $0.span) }.reduce(nil) {
      guard let before = $0 else { return $1 }
      return Expression(.binary(.or, before, $1), $1.span)
    }
  }
}
