/// How a result is drawn: which columns are its measures and keys.
package struct Chart: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable { case bar, line, heat, spark }

  package var kind: Kind
  /// Positions of numeric columns; more than one only for `heat` with a single key.
  package var measures: [Int]
  /// Positions of the columns that say what a number is of; the last is what goes across in `line`,
  /// `heat` and `spark`. Empty where the rows have no names.
  package var keys: [Int]

  package init(kind: Kind, measures: [Int], keys: [Int]) {
    self.kind = kind
    self.measures = measures
    self.keys = keys
  }
}
