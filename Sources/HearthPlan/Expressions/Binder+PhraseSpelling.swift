import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// A period phrase as it is written in each language, for the line that states its dates; its
  /// number is the one that a parameter gave.
  mutating func spelled(_ phrase: PeriodPhrase, in scope: Scope) -> Bilingual {
    let phrase = Expression(.phrase(withConstants(phrase, in: scope)), Span(0, 0))
    return Bilingual(
      Printer(language: .english).print(phrase), Printer(language: .chinese).print(phrase))
  }

  private mutating func withConstants(_ phrase: PeriodPhrase, in scope: Scope) -> PeriodPhrase {
    switch phrase {
    case .lastCount(let amount, let unit, let complete):
      .lastCount(number(amount, in: scope), unit, complete: complete)
    case .next(let amount, let unit): .next(number(amount, in: scope), unit)
    case .festival(let festival): .festival(withConstants(festival, in: scope))
    case .today, .yesterday, .this, .last, .following, .toDate, .since, .until, .samePeriodLastYear,
      .halfOfYear, .term:
      phrase
    }
  }

  private mutating func withConstants(
    _ phrase: FestivalPhrase, in scope: Scope
  ) -> FestivalPhrase {
    var phrase = phrase
    if case .of(let year) = phrase.year { phrase.year = .of(number(year, in: scope)) }
    if let margin = phrase.margin {
      phrase.margin = .init(number(margin.amount, in: scope), margin.unit)
    }
    return phrase
  }

  private mutating func number(_ amount: Expression, in scope: Scope) -> Expression {
    guard case .int(let value)? = bind(amount, in: scope)?.constant else { return amount }
    return Expression(.integer(value), amount.span)
  }
}
