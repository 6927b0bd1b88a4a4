import HearthData
import HearthText

/// `cadence`: columns that say of each row how its rhythm is kept; the rows stay as they are.
package struct CadenceStage: Sendable {
  /// How often evidence is expected.
  package enum Rhythm: Sendable {
    case every(Period.Unit)
    /// A category whose values name rhythms; another value, or none, expects nothing.
    case field(TypedExpression)
  }

  /// Which of the columns, and where it goes.
  package struct Column: Sendable {
    package var measure: CadenceMeasure
    package var slot: SlotID

    package init(_ measure: CadenceMeasure, _ slot: SlotID) {
      self.measure = measure
      self.slot = slot
    }
  }

  package var evidence: LinkedRows
  package var rhythm: Rhythm
  /// An int: so many rows of evidence meet a slot.
  package var minimum: TypedExpression
  package var period: Period
  /// Evidence after it does not count yet.
  package var today: Day
  /// The days between which the row exists; nil where its entity does not say.
  package var opens: TypedExpression?
  package var closes: TypedExpression?
  package var columns: [Column]

  package init(
    evidence: LinkedRows, rhythm: Rhythm, minimum: TypedExpression, period: Period, today: Day,
    opens: TypedExpression? = nil, closes: TypedExpression? = nil, columns: [Column]
  ) {
    self.evidence = evidence
    self.rhythm = rhythm
    self.minimum = minimum
    self.period = period
    self.today = today
    self.opens = opens
    self.closes = closes
    self.columns = columns
  }

  /// All that is evaluated, in the frame or in the rows of evidence.
  package var expressions: [TypedExpression] {
    var result = evidence.expressions + [minimum] + [opens, closes].compactMap { $0 }
    if case .field(let field) = rhythm { result.append(field) }
    return result
  }

  func mapped(_ map: (TypedExpression) -> TypedExpression) -> CadenceStage {
    var result = self
    result.evidence = evidence.mapped(map)
    if case .field(let field) = rhythm { result.rhythm = .field(map(field)) }
    result.minimum = map(minimum)
    result.opens = opens.map(map)
    result.closes = closes.map(map)
    return result
  }
}

/// The columns of `cadence`, in their order.
package enum CadenceMeasure: CaseIterable, Hashable, Sendable {
  case expected, met, missed, rate, longestGap, streak, bestStreak, last, nextDue, slots

  package var names: Bilingual {
    switch self {
    case .expected: ResultNames.expected
    case .met: ResultNames.met
    case .missed: ResultNames.missed
    case .rate: ResultNames.kept
    case .longestGap: ResultNames.longestGap
    case .streak: ResultNames.streak
    case .bestStreak: ResultNames.bestStreak
    case .last: ResultNames.last
    case .nextDue: ResultNames.nextDue
    case .slots: ResultNames.slots
    }
  }

  package var type: ValueType {
    switch self {
    case .expected, .met, .missed, .longestGap, .streak, .bestStreak: .int
    case .rate: .number
    case .last, .nextDue: .date
    case .slots: .text
    }
  }

  /// What the rows of a group come to; nil for what has no meaning for several rows at once, or
  /// is made of the others.
  var ofGroup: AggregateFunction? {
    switch self {
    case .expected, .met, .missed: .sum
    case .longestGap, .bestStreak, .last: .max
    case .streak, .nextDue: .min
    case .rate, .slots: nil
    }
  }
}
