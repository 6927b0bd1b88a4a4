import HearthData
import HearthSyntax
import HearthText

/// What a query means besides its text and its data.
package struct BinderOptions: Sendable {
  package var today: Day
  package var language: Language
  /// The script's parameters with the values given to them.
  package var parameters: [String: (type: ValueType, value: Value)]
  /// The relative periods that the values were given by.
  package var parameterPeriods: [String: [ResolvedPeriod]]
  package var privacy: PrivacyLevel
  /// Whether the text is looked over and not run: then data are read for what is to be said of it.
  package var isChecking: Bool

  package init(
    today: Day, language: Language = .english,
    parameters: [String: (type: ValueType, value: Value)] = [:],
    parameterPeriods: [String: [ResolvedPeriod]] = [:], privacy: PrivacyLevel = .open,
    isChecking: Bool = false
  ) {
    self.today = today
    self.language = language
    self.parameters = parameters
    self.parameterPeriods = parameterPeriods
    self.privacy = privacy
    self.isChecking = isChecking
  }
}

/// A query after binding.
package struct BoundQuery: Sendable {
  /// nil when there was an error.
  package var plan: Plan?
  package var diagnostics: [Diagnostic]
  /// What the words of the query stand for, for the printer and for reading it back.
  package var names: ReadBackNames
  /// The names that a further stage could use.
  package var scope: Scope

  package var spellings: [Span: Bilingual] { names.spellings }

  package var shape: ResultShape? {
    plan.map { ResultShape(entity: $0.entity, columns: $0.output, periods: $0.periods) }
  }
}

/// Binds a query: every name resolved, every type known, every conversion in place.
///
/// The plan is not optimised yet; see `optimise`.
package func bind(
  _ query: Query, catalog: Catalog, options: BinderOptions, host: any BinderHost
) -> BoundQuery {
  var binder = Binder(catalog: catalog, options: options, host: host)
  let pipeline = binder.bind(query)
  return binder.finish(pipeline)
}
