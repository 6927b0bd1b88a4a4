/// A source and the stages after it, read top to bottom.
package struct Query: Hashable, Sendable {
  package var source: Source
  package var stages: [Stage]
  package var span: Span

  package init(_ source: Source, _ stages: [Stage], _ span: Span) {
    self.source = source
    self.stages = stages
    self.span = span
  }
}

/// Where rows come from: the first word of a query, and the operand of `join`, `union`, ….
package struct Source: Hashable, Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Hashable, Sendable {
    /// A table, a `let`, or `_`, the last result.
    case name(Name)
    /// `from "file.csv"`.
    case file(String)
    case query(Query)
    /// `[{id = 1, x = 13}, …]`; every record is a list of named constants.
    case literal([[Column]])
    case invalid
  }
}

/// A column that may bear a name: `n = E`, or `E` alone.
package struct Column: Hashable, Sendable {
  package var name: Name?
  package var expression: Expression

  package init(_ name: Name?, _ expression: Expression) {
    self.name = name
    self.expression = expression
  }
}

package struct SortKey: Hashable, Sendable {
  package var expression: Expression
  /// nil when no direction was written: ascending in `sort`, descending in `top`.
  package var isDescending: Bool?

  package init(_ expression: Expression, isDescending: Bool?) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// One stage; the span runs from its keyword to its last token.
package struct Stage: Hashable, Sendable {
  package var kind: Kind
  package var keyword: Span
  package var span: Span

  package init(_ kind: Kind, keyword: Span, _ span: Span) {
    self.kind = kind
    self.keyword = keyword
    self.span = span
  }

  package indirect enum Kind: Hashable, Sendable {
    case filter(Expression)
    case select([Column])
    /// `add n = E per K sort S`; `per` and `sort` are empty when not written.
    case add([Column], per: [Expression], sort: [SortKey])
    case drop([Name])
    case rename([Renaming])
    case sort([SortKey])
    /// `take 10` has no `first`, `take 3..5` is 3…5; with `per`, of each group (in the order of
    /// `sort`). The numbers of rows, here and below, are literals or names of parameters.
    case take(first: Expression?, last: Expression, per: [Expression], sort: [SortKey])
    case skip(Expression)
    case top(Expression, by: SortKey, per: [Expression])
    /// Without expressions: whole rows.
    case distinct([Expression])
    case sample(Expression, seed: Expression?)
    case summarize(Summary)
    /// `count by street` is `summarize count by street`; kept apart for the printer.
    case count(by: [Column], Summary.Extras)
    /// `with services where P`, `without services`.
    case having(Bool, link: Name, filter: Expression?)
    case expand(link: Name, filter: Expression?)
    /// `expand every day in PERIOD`: one row for each slot in which the row exists.
    case expandSlots(CalendarUnit, period: Expression?)
    case join(Join)
    case combine(SetOperation, Source)
    case suppress(below: Expression)
    case coverage(Coverage)
    case gaps(Evidence, Exclusion?)
    case cadence(Cadence)
    case trend(Trend)
    /// `funnel raised > designed > delivered by K`, at least two steps.
    case funnel(steps: [Expression], keys: [Column])
    /// The last stage.
    case chart(Chart)
    case invalid
  }

  package enum SetOperation: Hashable, Sendable { case union, except, intersect }

  package struct Renaming: Hashable, Sendable {
    package var new: Name
    package var old: Name

    package init(new: Name, old: Name) {
      self.new = new
      self.old = old
    }
  }

  package struct Summary: Hashable, Sendable {
    package var measures: [Column]
    package var keys: [Column]
    package var extras: Extras

    package init(measures: [Column], keys: [Column], extras: Extras) {
      self.measures = measures
      self.keys = keys
      self.extras = extras
    }

    package struct Extras: Hashable, Sendable {
      package var across: Across?
      package var withTotal: Bool
      package var withAll: Bool

      package init(across: Across? = nil, withTotal: Bool = false, withAll: Bool = false) {
        self.across = across
        self.withTotal = withTotal
        self.withAll = withAll
      }
    }
  }

  package struct Join: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case inner, left, full }
    /// `on a = b`; `on a` for a column of the same name on both sides has no `right`.
    package struct Condition: Hashable, Sendable {
      package var left: Expression
      package var right: Expression?

      package init(left: Expression, right: Expression?) {
        self.left = left
        self.right = right
      }
    }

    package var kind: Kind
    package var table: Source
    package var alias: Name?
    package var conditions: [Condition]

    package init(kind: Kind, table: Source, alias: Name?, conditions: [Condition]) {
      self.kind = kind
      self.table = table
      self.alias = alias
      self.conditions = conditions
    }
  }
}
