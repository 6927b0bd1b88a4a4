import HearthData

/// `expand every day in PERIOD`: one row for each slot of the period in which the row exists.
package struct SlotStage: Sendable {
  package var range: SlotRange
  package var life: Life
  /// The new column: a date for days, else a period.
  package var slot: SlotID

  /// The days on which a row exists.
  package enum Life: Sendable {
    /// Both days belong to it; missing, or nil, is without end.
    case between(opens: TypedExpression?, closes: TypedExpression?)
    /// One day; none if it is missing.
    case on(TypedExpression)
  }

  package init(range: SlotRange, life: Life, slot: SlotID) {
    self.range = range
    self.life = life
    self.slot = slot
  }
}

/// The calendar units that a period touches.
package struct SlotRange: Hashable, Sendable {
  package var unit: Period.Unit
  package var period: Period

  package init(_ unit: Period.Unit, _ period: Period) {
    self.unit = unit
    self.period = period
  }

  package var type: ValueType { unit == .day ? .date : .period }
}

extension SlotStage {
  func mapped(_ map: (TypedExpression) -> TypedExpression) -> SlotStage {
    var result = self
    switch life {
    case .between(let opens, let closes):
      result.life = .between(opens: opens.map(map), closes: closes.map(map))
    case .on(let day): result.life = .on(map(day))
    }
    return result
  }

  package var expressions: [TypedExpression] {
    switch life {
    case .between(let opens, let closes): [opens, closes].compactMap { $0 }
    case .on(let day): [day]
    }
  }
}
