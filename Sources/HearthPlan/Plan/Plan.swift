import HearthData
import HearthSyntax
import HearthText

/// A bound query: what the engine runs and what `explain` prints. The waist of the house.
///
/// The pipeline works on a *frame*: rows that may still be rows of an entity (`entity` below), plus
/// computed columns in slots. `select`, `drop` and `rename` are names only, and leave no step.
package struct Plan: Sendable {
  package var source: PlanSource
  package var steps: [PlanStep]
  /// The shown columns, evaluated in the frame after the last step.
  package var output: [OutputColumn]
  /// The entity that the rows of the last frame are rows of; nil after grouping.
  package var entity: EntityID?
  /// Shared by all parts of the plan: the definitions that expressions refer to.
  package var definitions: [PlannedDefinition]
  package var periods: [ResolvedPeriod]
  package var notes: [Note]
  /// What the computed columns are called, for `explain`.
  package var slotNames: [SlotID: Bilingual]
  /// Computed columns that show something that identifies a person.
  package var privateSlots: Set<SlotID> = []
  /// How the shown columns are drawn.
  package var chart: Chart?
  /// Slots are numbered below it, those of inner plans included.
  package var slotCount = 0

  package init(
    source: PlanSource, steps: [PlanStep] = [], output: [OutputColumn] = [],
    entity: EntityID? = nil, definitions: [PlannedDefinition] = [],
    periods: [ResolvedPeriod] = [], notes: [Note] = [], slotNames: [SlotID: Bilingual] = [:]
  ) {
    self.source = source
    self.steps = steps
    self.output = output
    self.entity = entity
    self.definitions = definitions
    self.periods = periods
    self.notes = notes
    self.slotNames = slotNames
  }
}

package struct PlannedDefinition: Sendable {
  package var name: Bilingual
  package var entity: EntityID
  package var body: TypedExpression

  package init(name: Bilingual, entity: EntityID, body: TypedExpression) {
    self.name = name
    self.entity = entity
    self.body = body
  }
}

package indirect enum PlanSource: Sendable {
  case entity(EntityID)
  /// The frame of an earlier run (a `let`, `_`) or of a file: its rows, still rows of `entity` if
  /// they were, with its computed columns brought over from their old slots to new ones.
  case result(ResultReference, entity: EntityID?, slots: [(from: SlotID, to: SlotID)])
  /// A literal table: one column of constants per slot.
  case literal(rowCount: Int, [(SlotID, [Value], ValueType)])
  case query(Plan)
}

/// A frame that the host keeps: an index into the array handed to the engine with the plan.
package struct ResultReference: Hashable, Sendable {
  package var index: Int
  package init(_ index: Int) { self.index = index }
}

package struct PlanStep: Sendable {
  package var kind: Kind
  /// The stage it came from, for `explain` and errors; nil for what the binder added.
  package var span: Span?

  package init(_ kind: Kind, span: Span?) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    case filter(TypedExpression)
    case compute([Assignment])
    case window(WindowStage)
    case sort([PlannedSortKey])
    /// Rows `first`…`last` (from 1) of the frame, or of each group, in the order of `order`; the
    /// rows that remain keep their places.
    case slice(first: Int64, last: Int64, per: [TypedExpression], order: [PlannedSortKey])
    /// The first `count` rows by a key, in its order; ties in source order; per group with `per`.
    case top(Int64, by: PlannedSortKey, per: [TypedExpression])
    /// The first row of each combination.
    case distinct([TypedExpression])
    /// `count` rows drawn without replacement, in source order.
    case sample(Int64, seed: Int64)
    case group(GroupStage)
    /// One row per linked row; the frame's rows are then rows of the collection's entity.
    /// `carried` are evaluated in the old frame and kept under their slots.
    case expand(Collection, filter: TypedExpression?, carried: [Assignment])
    /// One row for each slot of a period in which the row exists; still rows of the same entity.
    case expandSlots(SlotStage)
    case join(JoinStage)
    /// Rows of the right plan's output appended; `columns` name, for every column of the new frame,
    /// its expression on the left (nil: missing) and the position in the right output (nil: missing).
    case union(Plan, columns: [UnionColumn])
    /// Rows whose shown columns equal a row of the right plan: kept (`intersect`) or dropped
    /// (`except`). `columns` pairs a left expression with a position in the right output.
    case match(Plan, isKept: Bool, columns: [MatchColumn])
    case cadence(CadenceStage)
    case suppress(SuppressStage)
    /// Changes nothing: says how often something is so among the rows.
    case remark(CountedRemark)
    case trend(TrendStage)
    case stack(StackStage)
  }
}

/// Counts from 1 to `below` − 1 become missing, with those that would give them away.
package struct SuppressStage: Sendable {
  /// What follows from counts, and is missing where one of them is.
  package struct Dependent: Sendable {
    package var slot: SlotID
    package var counts: [SlotID]

    package init(_ slot: SlotID, on counts: [SlotID]) {
      self.slot = slot
      self.counts = counts
    }
  }

  package var below: Int64
  package var measures: [SlotID]
  package var keys: [SlotID]
  package var dependents: [Dependent]

  package init(
    below: Int64, measures: [SlotID], keys: [SlotID], dependents: [Dependent] = []
  ) {
    self.below = below
    self.measures = measures
    self.keys = keys
    self.dependents = dependents
  }

  /// The computed columns that it reads.
  package var slots: [SlotID] { measures + keys + dependents.map(\.slot) }
}

package struct Assignment: Sendable {
  package var slot: SlotID
  package var expression: TypedExpression

  package init(_ slot: SlotID, _ expression: TypedExpression) {
    self.slot = slot
    self.expression = expression
  }
}

/// `add … per … sort …`: windows are computed over each group, then the assignments refer to them
/// by `.result(n)`.
package struct WindowStage: Sendable {
  package var windows: [Window]
  package var per: [TypedExpression]
  package var order: [PlannedSortKey]
  package var assignments: [Assignment]

  package init(
    windows: [Window], per: [TypedExpression], order: [PlannedSortKey], assignments: [Assignment]
  ) {
    self.windows = windows
    self.per = per
    self.order = order
    self.assignments = assignments
  }
}

package enum Window: Sendable {
  /// From 1, in the stage's order.
  case rowNumber
  /// The whole group's.
  case whole(Aggregate)
  /// From the group's first row to this one.
  case running(Aggregate)
  /// The value `distance` rows before (negative: after); missing beyond the ends.
  case neighbour(TypedExpression, distance: Int64)
}

/// `summarize`: a new frame with one row per group, in the order of the keys.
package struct GroupStage: Sendable {
  package struct Key: Sendable {
    package var slot: SlotID
    package var expression: TypedExpression
    /// A tag set is a key per tag: a row is in each of its groups, and in one of its own without.
    package var isExploded: Bool
    /// For a key whose values are slots: all those that it could have.
    package var range: SlotRange?

    package init(
      slot: SlotID, expression: TypedExpression, isExploded: Bool = false, range: SlotRange? = nil
    ) {
      self.slot = slot
      self.expression = expression
      self.isExploded = isExploded
      self.range = range
    }
  }

  package var keys: [Key]
  package var aggregates: [Aggregate]
  /// Expressions over `.result(n)` (and key slots), one per measure.
  package var measures: [Assignment]
  /// Also a total over all rows: each measure asked once more without keys.
  package var withTotal: Bool
  /// Also the groups of a closed category or a level (or area link) that no row fell into.
  package var withAll: Bool
  /// The values of one more key become columns.
  package var across: Across?

  /// One column per value of a key and measure; the binder has asked for the values beforehand.
  ///
  /// A combination that no row fell into is 0 for a bare count, and missing for all else.
  package struct Across: Sendable {
    package var expression: TypedExpression
    /// In key order; `missing` last if there is one.
    package var values: [Value]
    /// `slots[v][m]` is the column of value `v` and measure `m`; the slots in `measures` are unused.
    package var slots: [[SlotID]]
    /// Whether a combination that no row fell into has the measures of no rows.
    package var asksOfNothing: Bool

    package init(
      expression: TypedExpression, values: [Value], slots: [[SlotID]],
      asksOfNothing: Bool = false
    ) {
      self.expression = expression
      self.values = values
      self.slots = slots
      self.asksOfNothing = asksOfNothing
    }
  }

  package init(
    keys: [Key], aggregates: [Aggregate], measures: [Assignment], withTotal: Bool = false,
    withAll: Bool = false, across: Across? = nil
  ) {
    self.keys = keys
    self.aggregates = aggregates
    self.measures = measures
    self.withTotal = withTotal
    self.withAll = withAll
    self.across = across
  }
}

package struct JoinStage: Sendable {
  package enum Kind: Sendable { case inner, left, full }

  package var kind: Kind
  package var right: Plan
  /// Equal on all of them; missing matches nothing. Left in the frame, right in its own frame.
  package var conditions: [(left: TypedExpression, right: TypedExpression)]
  /// The right output columns that are kept, by position, and where they go.
  package var carried: [(slot: SlotID, rightColumn: Int)]
  /// For `full`: columns shown once take the left value, else the right one.
  package var merged: [(slot: SlotID, left: TypedExpression, rightColumn: Int)]

  package init(
    kind: Kind, right: Plan, conditions: [(left: TypedExpression, right: TypedExpression)],
    carried: [(slot: SlotID, rightColumn: Int)],
    merged: [(slot: SlotID, left: TypedExpression, rightColumn: Int)] = []
  ) {
    self.kind = kind
    self.right = right
    self.conditions = conditions
    self.carried = carried
    self.merged = merged
  }
}

package struct UnionColumn: Sendable {
  package var slot: SlotID
  package var left: TypedExpression?
  package var rightColumn: Int?
  package var type: ValueType

  package init(slot: SlotID, left: TypedExpression?, rightColumn: Int?, type: ValueType) {
    self.slot = slot
    self.left = left
    self.rightColumn = rightColumn
    self.type = type
  }
}

package struct MatchColumn: Sendable {
  package var left: TypedExpression
  package var rightColumn: Int

  package init(left: TypedExpression, rightColumn: Int) {
    self.left = left
    self.rightColumn = rightColumn
  }
}

/// A shown column: its name in data formats, its labels, and where its values come from.
package struct OutputColumn: Sendable {
  package var name: String
  package var label: Bilingual
  package var expression: TypedExpression
  package var role: ResultColumn.Role
  package var isPrivate: Bool
  package var cell: ResultColumn.Cell?

  package init(
    name: String, label: Bilingual, expression: TypedExpression,
    role: ResultColumn.Role = .plain, isPrivate: Bool = false, cell: ResultColumn.Cell? = nil
  ) {
    self.name = name
    self.label = label
    self.expression = expression
    self.role = role
    self.isPrivate = isPrivate
    self.cell = cell
  }
}
