/// What `coverage`, `gaps` and `cadence` look for beside each row: linked rows, or several kinds.
package struct Evidence: Hashable, Sendable {
  package indirect enum Subject: Hashable, Sendable {
    /// `of services`; a path of names.
    case link(Expression)
    /// `of all of (services where P, pairings)`.
    case members(Quantifier, [Member])
    /// `of all of services by line`: one member for every value of the field.
    case eachValue(Quantifier, link: Expression, by: Expression)
  }

  /// How many of the members a row must have.
  package enum Quantifier: Hashable, Sendable {
    case all, any
    /// A literal or a parameter.
    case exactly(Expression)
  }

  package struct Member: Hashable, Sendable {
    package var link: Expression
    package var filter: Expression?

    package init(link: Expression, filter: Expression?) {
      self.link = link
      self.filter = filter
    }
  }

  package var subject: Subject
  /// The `where` of the link; after several members it holds for each of them.
  package var filter: Expression?
  /// `at least N`: a literal or a parameter, in `cadence` also a field; nil is 1.
  package var minimum: Expression?
  /// `at least N distinct E`.
  package var distinct: Expression?

  package init(
    subject: Subject, filter: Expression? = nil, minimum: Expression? = nil,
    distinct: Expression? = nil
  ) {
    self.subject = subject
    self.filter = filter
    self.minimum = minimum
    self.distinct = distinct
  }
}

extension Stage {
  /// `excluding Q "reason"`: rows in neither number.
  package struct Exclusion: Hashable, Sendable {
    package var condition: Expression
    package var reason: String?

    package init(condition: Expression, reason: String?) {
      self.condition = condition
      self.reason = reason
    }
  }

  /// `coverage of LINK … by K across K target R with all`.
  package struct Coverage: Hashable, Sendable {
    package var evidence: Evidence
    package var exclusion: Exclusion?
    package var keys: [Column]
    package var across: Across?
    package var target: Expression?
    package var withAll: Bool

    package init(
      evidence: Evidence, exclusion: Exclusion? = nil, keys: [Column] = [],
      across: Across? = nil, target: Expression? = nil, withAll: Bool = false
    ) {
      self.evidence = evidence
      self.exclusion = exclusion
      self.keys = keys
      self.across = across
      self.target = target
      self.withAll = withAll
    }
  }

  /// What becomes columns: the values of a key, or periods written out.
  package enum Across: Hashable, Sendable {
    case key(Column)
    /// `across (last month, this month)`, at least two.
    case periods([Expression])
  }

  /// How often: `every month`, or as a field of the row says.
  package enum Rhythm: Hashable, Sendable {
    case unit(CalendarUnit)
    case field(Expression)
  }

  /// `cadence of LINK … every month at least N in PERIOD by K`.
  package struct Cadence: Hashable, Sendable {
    package var evidence: Evidence
    package var rhythm: Rhythm
    package var period: Expression?
    package var keys: [Column]

    package init(evidence: Evidence, rhythm: Rhythm, period: Expression?, keys: [Column]) {
      self.evidence = evidence
      self.rhythm = rhythm
      self.period = period
      self.keys = keys
    }
  }

  /// `trend AGGREGATE every month in PERIOD by K`.
  package struct Trend: Hashable, Sendable {
    package var measure: Column
    package var unit: CalendarUnit
    package var period: Expression?
    package var keys: [Column]

    package init(measure: Column, unit: CalendarUnit, period: Expression?, keys: [Column]) {
      self.measure = measure
      self.unit = unit
      self.period = period
      self.keys = keys
    }
  }
}
