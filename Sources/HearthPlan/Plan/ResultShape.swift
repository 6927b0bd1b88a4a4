import HearthData

/// What a later query may know of a result kept by the host: the rows' entity and the shown columns.
///
/// The expressions of the columns are those of the plan that made it; its slots are renumbered when
/// the result becomes a source.
package struct ResultShape: Sendable {
  package var entity: EntityID?
  package var columns: [OutputColumn]
  /// The relative periods it depends on: every answer made from it states their dates.
  package var periods: [ResolvedPeriod]

  package init(entity: EntityID?, columns: [OutputColumn], periods: [ResolvedPeriod] = []) {
    self.entity = entity
    self.columns = columns
    self.periods = periods
  }
}
