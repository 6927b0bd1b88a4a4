import HearthData

/// What became of one row in a query, stage by stage, until it was dropped or counted in a group.
package struct RowStory: Sendable {
  package var steps: [Step] = []

  package init() {}

  /// Whether the row is still a row of its own.
  package var isAlive: Bool {
    switch steps.last?.outcome {
    case .kept, .became, .placed(_, _, isKept: true), .left: true
    case .absent, .dropped, .placed(_, _, isKept: false), .grouped, nil: false
    }
  }

  package struct Step: Sendable {
    /// nil for the source.
    package var kind: PlanStep.Kind?
    package var outcome: Outcome
    package var conditions: [JudgedCondition] = []
    package var evidence: [DecidingRows] = []

    package init(
      kind: PlanStep.Kind?, outcome: Outcome, conditions: [JudgedCondition] = [],
      evidence: [DecidingRows] = []
    ) {
      self.kind = kind
      self.outcome = outcome
      self.conditions = conditions
      self.evidence = evidence
    }
  }

  package enum Outcome: Sendable {
    /// The source does not have it.
    case absent
    case kept, dropped
    /// At this place among so many, from 1; kept or not.
    case placed(Int, of: Int, isKept: Bool)
    /// So many rows instead of one.
    case became(Int)
    /// So many of the rows that it had become.
    case left(Int, of: Int)
    /// Counted in these groups, more than one only where it had become several rows.
    case grouped([Group])
  }

  /// The values of the keys; none where all rows are one group.
  package struct Group: Hashable, Sendable {
    package var values: [KeyValue] = []

    package init() {}
  }

  package struct KeyValue: Hashable, Sendable {
    package var slot: SlotID
    package var expression: TypedExpression
    package var value: Value

    package init(slot: SlotID, expression: TypedExpression, value: Value) {
      self.slot = slot
      self.expression = expression
      self.value = value
    }
  }
}

/// A condition asked of the one row.
package struct JudgedCondition: Sendable {
  package var condition: TypedExpression
  package var isMet: Bool
  /// What it looked at, and the row's own values.
  package var values: [(expression: TypedExpression, value: Value)]

  package init(
    _ condition: TypedExpression, isMet: Bool,
    values: [(expression: TypedExpression, value: Value)]
  ) {
    self.condition = condition
    self.isMet = isMet
    self.values = values
  }
}

/// The rows behind a link of the one row, those that count first, then those that fail least.
package struct DecidingRows: Sendable {
  package struct Row: Sendable {
    package var row: Int32
    package var values: [Value]
    /// For each condition whether it is met.
    package var isMet: [Bool]

    package init(row: Int32, values: [Value], isMet: [Bool]) {
      self.row = row
      self.values = values
      self.isMet = isMet
    }
  }

  package var collection: Collection
  package var conditions: [TypedExpression]
  /// The fields that the conditions name.
  package var fields: [TypedExpression]
  package var rows: [Row]
  package var count: Int
  /// How many meet all conditions.
  package var countingCount: Int
  /// How many are asked for, or how many different values; nil where one is enough.
  package var needed: Int64?

  package init(
    collection: Collection, conditions: [TypedExpression], fields: [TypedExpression],
    rows: [Row], count: Int, countingCount: Int
  ) {
    self.collection = collection
    self.conditions = conditions
    self.fields = fields
    self.rows = rows
    self.count = count
    self.countingCount = countingCount
  }
}
