/// An expression as written: what it means is decided by the binder.
package struct Expression: Hashable, Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Hashable, Sendable {
    case integer(Int64)
    /// `3.5` is `digits: 35, scale: 1`; `90%` is `digits: 90, scale: 2` with `isPercent`.
    case decimal(digits: Int64, scale: Int, isPercent: Bool)
    case text(String)
    case bool(Bool)
    case missing
    case date(DateLiteral)
    case dateTime(DateLiteral, hour: Int, minute: Int, second: Int)
    case period(PeriodLiteral)
    case phrase(PeriodPhrase)

    case name(Name)
    /// `family.street`: the name after the dot, in the row that the base leads to.
    case path(base: Expression, Name)
    case call(Call)
    /// `running sum(x)`.
    case running(Expression)

    /// Kept so that the printer can give back what was written and lints can see it.
    case parenthesized(Expression)
    case negate(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `x is missing`, `x is known`.
    case missingness(Expression, isMissing: Bool)
    /// `x in (a, b, c)`; `x in PERIOD` and `x in name` have one element and no brackets.
    case membership(Expression, MembershipList)
    case between(Expression, low: Expression, high: Expression)
    /// `tags has any (x, y)`; plain `has x` is `.any` of one.
    case tags(Expression, Quantifier, [Expression])
    case range(low: Expression, high: Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)

    /// `30 days`, beside `+` or `-`; the amount is a literal or a name.
    case duration(amount: Expression, CalendarUnit)
    /// `days from a to b`, `whole years from a to b`.
    case difference(CalendarUnit, whole: Bool, from: Expression, to: Expression)
    /// `start of p`, `end of p`.
    case boundary(Boundary, Expression)

    /// Stands where an error was reported; nothing further is said about it.
    case invalid
  }

  package enum Quantifier: Hashable, Sendable { case any, all }
  package enum Boundary: Hashable, Sendable { case start, end }

  package struct MembershipList: Hashable, Sendable {
    package var elements: [Expression]
    package var isBracketed: Bool

    package init(_ elements: [Expression], isBracketed: Bool) {
      self.elements = elements
      self.isBracketed = isBracketed
    }
  }

  /// `name(distinct a, b where p)`.
  package struct Call: Hashable, Sendable {
    package var function: Name
    package var isDistinct: Bool
    package var arguments: [Expression]
    package var filter: Expression?

    package init(
      _ function: Name, isDistinct: Bool = false, _ arguments: [Expression],
      filter: Expression? = nil
    ) {
      self.function = function
      self.isDistinct = isDistinct
      self.arguments = arguments
      self.filter = filter
    }
  }
}

package enum BinaryOperator: String, CaseIterable, Hashable, Sendable {
  case or, and
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">"
  case greaterOrEqual = ">="
  case contains, startsWith = "starts with", endsWith = "ends with", like, matches
  case coalesce = "??"
  case add = "+", subtract = "-"
  case multiply = "*", divide = "/", quotient = "//", remainder = "%"
  case power = "^"
}
