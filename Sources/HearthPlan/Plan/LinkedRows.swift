import HearthData

/// Rows of evidence beside each row of a frame: reached over one link after the other, those for
/// which a condition holds, each with a date.
package struct LinkedRows: Sendable {
  package struct Step: Sendable {
    /// The way from the row before to the row that the link starts from; nil when it is that row.
    package var prefix: TypedExpression?
    package var collection: Collection

    package init(prefix: TypedExpression?, collection: Collection) {
      self.prefix = prefix
      self.collection = collection
    }
  }

  package var steps: [Step]
  /// In the context of the many rows; `outer` leads back.
  package var filter: TypedExpression?
  /// A date or a date-time of the many rows.
  package var date: TypedExpression

  package init(steps: [Step], filter: TypedExpression?, date: TypedExpression) {
    self.steps = steps
    self.filter = filter
    self.date = date
  }

  /// The entity of the many rows.
  package var entity: EntityID { steps[steps.count - 1].collection.entity }

  package var expressions: [TypedExpression] {
    steps.compactMap(\.prefix) + [filter].compactMap { $0 } + [date]
  }

  func mapped(_ map: (TypedExpression) -> TypedExpression) -> LinkedRows {
    LinkedRows(
      steps: steps.map { Step(prefix: $0.prefix.map(map), collection: $0.collection) },
      filter: filter.map(map), date: map(date))
  }
}
