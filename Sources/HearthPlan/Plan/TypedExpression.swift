import HearthData

/// An expression whose names are resolved and whose types are known.
///
/// It is evaluated *in a context*: the rows of a frame (the pipeline at one stage), or the rows of
/// an entity (inside a link, a path or a definition). Binding has inserted every conversion, so that
/// both sides of an operation have the same type.
package struct TypedExpression: Hashable, Sendable {
  package var kind: Kind
  package var type: ValueType

  package init(_ kind: Kind, _ type: ValueType) {
    self.kind = kind
    self.type = type
  }

  package indirect enum Kind: Hashable, Sendable {
    case literal(Value)
    /// A computed column of the frame.
    case slot(SlotID)
    /// A stored field of the context's entity; for a to-one link field, the row it leads to.
    case field(FieldID)
    /// The row of the context's entity itself, as a link.
    case row
    /// A definition of the context's entity, evaluated for the row.
    case definition(DefinitionID)
    /// The inner expression, in the context of the row that the hop leads to; missing without one.
    case follow(Hop, TypedExpression)
    /// Inside the filter or argument of a link aggregate: an expression of the row outside.
    case outer(TypedExpression)
    /// An aggregate over the rows linked to this one.
    case linked(LinkedAggregate)
    /// In `add`: the value of window `n` of the stage; in `group`: of aggregate `n` of the stage.
    case result(Int)

    case negate(TypedExpression)
    case not(TypedExpression)
    /// Flat, at least two; all `bool`.
    case and([TypedExpression])
    case or([TypedExpression])
    /// Both sides of one type; `=` and `!=` know missing, the others are false with it.
    case compare(Comparison, TypedExpression, TypedExpression)
    /// int, number, decimal: operands already converted (for `*` of decimals the scales add up).
    case arithmetic(Arithmetic, TypedExpression, TypedExpression)
    /// text + text.
    case join(TypedExpression, TypedExpression)
    case isMissing(TypedExpression)
    case isKnown(TypedExpression)
    /// Equal to one of these constants of the expression's type (missing may be among them).
    case isOneOf(TypedExpression, [Value])
    /// A date (or dateTime) inside a period.
    case inPeriod(TypedExpression, period: TypedExpression)
    case textMatch(TextMatch, TypedExpression, TypedExpression)
    /// A tag set or list has any / all of these values.
    case hasTags(TypedExpression, TagTest, mask: UInt64)
    case listHas(TypedExpression, TagTest, [Value])
    case conditional(TypedExpression, then: TypedExpression, otherwise: TypedExpression)
    case coalesce(TypedExpression, TypedExpression)
    case call(ScalarFunction, [TypedExpression])
    /// To the type of this node: int → decimal or number, decimal → number or other scale,
    /// date → dateTime, category or link → text, category → category of another dictionary by name.
    case convert(TypedExpression)
    /// date (or dateTime) plus `amount` (int) units; months clamp the day.
    case shift(TypedExpression, amount: TypedExpression, ShiftUnit)
    /// Units from `from` to `to`: an int; whole units only, negative when `to` is earlier.
    case difference(ShiftUnit, from: TypedExpression, to: TypedExpression)
    /// The first or the last day of a period.
    case boundary(isStart: Bool, TypedExpression)
    /// From two dates, both included: a period without unit.
    case makePeriod(first: TypedExpression, last: TypedExpression)
  }
}

/// A computed column of a pipeline; numbers are never reused within one plan.
package struct SlotID: Hashable, Sendable {
  package var index: Int
  @inlinable package init(_ index: Int) { self.index = index }
}

/// A position in `Plan.definitions`.
package struct DefinitionID: Hashable, Sendable {
  package var index: Int
  @inlinable package init(_ index: Int) { self.index = index }
}

/// One step from a row to at most one other row.
package indirect enum Hop: Hashable, Sendable {
  case link(LinkID)
  /// To the row that a link-typed expression of the context gives: a group key, a joined column,
  /// `last(services.program)`.
  case value(TypedExpression)
  /// From an area to the area above it (or itself) at a level; to reach it from another entity,
  /// a link hop comes first.
  case level(EntityID, Int)
}

/// A way from a row to many rows of another entity.
package struct Collection: Hashable, Sendable {
  package var link: LinkID
  /// Against the link's direction: from its target to its sources.
  package var isReversed: Bool
  /// The entity of the many rows.
  package var entity: EntityID

  package init(link: LinkID, isReversed: Bool, entity: EntityID) {
    self.link = link
    self.isReversed = isReversed
    self.entity = entity
  }
}

package struct LinkedAggregate: Hashable, Sendable {
  package var collection: Collection
  /// Its expressions are evaluated in the context of the many rows; `outer` leads back.
  package var aggregate: Aggregate

  package init(collection: Collection, aggregate: Aggregate) {
    self.collection = collection
    self.aggregate = aggregate
  }
}

/// An aggregate over the rows of a group, a link or a table.
package struct Aggregate: Hashable, Sendable {
  package var function: AggregateFunction
  package var isDistinct: Bool
  /// nil for `count`, and for `any`, `all`, `no`, `share` of which only the filter counts.
  package var argument: TypedExpression?
  package var filter: TypedExpression?
  /// The percentile (0…100), or the separator of `concat`.
  package var option: Value?
  /// For `first` and `last`: the order of the rows; source order when empty.
  package var order: [PlannedSortKey]
  package var type: ValueType
  /// For `count` with an argument: asked for each of some values at once; the type is then that of
  /// a tag set.
  package var each: EachValue?

  package init(
    _ function: AggregateFunction, isDistinct: Bool = false, argument: TypedExpression? = nil,
    filter: TypedExpression? = nil, option: Value? = nil, order: [PlannedSortKey] = [],
    type: ValueType, each: EachValue? = nil
  ) {
    self.function = function
    self.isDistinct = isDistinct
    self.argument = argument
    self.filter = filter
    self.option = option
    self.order = order
    self.type = type
    self.each = each
  }
}

/// Of which values (64 at most) there are so many rows: one bit a value, in one scan for all.
package struct EachValue: Hashable, Sendable {
  package var values: [Value]
  package var minimum: Int64

  package init(values: [Value], minimum: Int64) {
    self.values = values
    self.minimum = minimum
  }
}

package struct PlannedSortKey: Hashable, Sendable {
  package var expression: TypedExpression
  package var isDescending: Bool

  package init(_ expression: TypedExpression, isDescending: Bool = false) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

package enum Comparison: Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

package enum Arithmetic: Hashable, Sendable {
  case add, subtract, multiply
  /// Gives a number; by zero: missing, with a counted warning.
  case divide
  /// Cuts towards zero.
  case quotient, remainder
  /// Of numbers.
  case power
}

package enum TextMatch: Hashable, Sendable {
  /// These ignore case and width.
  case contains, startsWith, endsWith, like
  /// A regular expression found anywhere, exact.
  case matches
}

package enum TagTest: Hashable, Sendable { case any, all }

package enum ShiftUnit: Hashable, Sendable { case day, week, month, quarter, half, year }
