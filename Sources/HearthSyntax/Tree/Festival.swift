/// The festivals that periods are named after.
package enum FestivalName: CaseIterable, Hashable, Sendable {
  case spring, lantern, qingming, dragonBoat, midAutumn, doubleNinth, nationalDay
}

/// `spring festival 2026 ± 7 days`: one day of a year, or so much time around it.
package struct FestivalPhrase: Hashable, Sendable {
  package var name: FestivalName
  package var year: Year
  package var margin: Margin?

  package init(_ name: FestivalName, _ year: Year = .this, margin: Margin? = nil) {
    self.name = name
    self.year = year
    self.margin = margin
  }

  package indirect enum Year: Hashable, Sendable {
    /// Written or left out.
    case this
    case last
    /// A number, or the name of one.
    case of(Expression)
  }

  /// So much before and after the day.
  package struct Margin: Hashable, Sendable {
    package var amount: Expression
    /// Days or weeks.
    package var unit: CalendarUnit

    package init(_ amount: Expression, _ unit: CalendarUnit) {
      self.amount = amount
      self.unit = unit
    }
  }
}
