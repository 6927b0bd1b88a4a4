import HearthData

/// Every row becomes several, one below the other: `funnel` makes one per step.
package struct StackStage: Sendable {
  package struct Column: Sendable {
    package var slot: SlotID
    /// One per row that is made, all of one type.
    package var values: [TypedExpression]

    package init(slot: SlotID, values: [TypedExpression]) {
      self.slot = slot
      self.values = values
    }
  }

  /// Columns that each of the rows made keeps.
  package var kept: [SlotID]
  /// Says which of them a row is.
  package var label: SlotID
  package var labels: CategoryDictionary
  package var columns: [Column]

  package init(
    kept: [SlotID], label: SlotID, labels: CategoryDictionary, columns: [Column]
  ) {
    self.kept = kept
    self.label = label
    self.labels = labels
    self.columns = columns
  }

  func mapped(_ map: (TypedExpression) -> TypedExpression) -> StackStage {
    var result = self
    for index in columns.indices {
      result.columns[index].values = columns[index].values.map(map)
    }
    return result
  }
}
