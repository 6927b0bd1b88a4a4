/// Reads tables for a store; files are one implementation, tests make others.
package protocol TableLoader: Sendable {
  /// Reads the stored fields of an entity.
  ///
  /// Link fields come as the text or integer column of their cells; the store resolves them.
  /// Closed categories use the declared dictionary; open ones a dictionary in order of code point.
  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable

  /// Whether one field costs nothing but its own reading, so that no other need be read with it.
  var readsSingleFields: Bool { get }

  /// The targets of a to-one link, where they need not be found from its cells; else nil.
  func resolvedLink(_ link: LinkID, schema: Schema) throws(DataError) -> ResolvedLink?

  /// Whether links of the entity are best resolved while its cells are read; `load` is then given
  /// the keys of their targets.
  func resolvesLinks(of entity: EntityID, schema: Schema) -> Bool

  /// The same, where links are resolved while they are read: `keys` has those of the target of a
  /// link field, by field. The column of such a field is `.rows`.
  func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>, keys: [Int: KeyIndex]
  ) throws(DataError) -> LoadedTable

  /// Reads only some of the fields, by index; columns of others may be nil.
  ///
  /// The same file must give the same rows whatever fields are asked for. Without an
  /// implementation of its own a loader reads them all.
  func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>
  ) throws(DataError) -> LoadedTable
}

extension TableLoader {
  package var readsSingleFields: Bool { false }

  package func resolvedLink(
    _ link: LinkID, schema: Schema
  ) throws(DataError) -> ResolvedLink? { nil }

  package func resolvesLinks(of entity: EntityID, schema: Schema) -> Bool { false }

  package func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>, keys: [Int: KeyIndex]
  ) throws(DataError) -> LoadedTable {
    try load(entity, schema: schema, fields: fields)
  }

  package func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>
  ) throws(DataError) -> LoadedTable {
    try load(entity, schema: schema)
  }
}

package struct LoadedTable: Sendable {
  package var rowCount: Int
  /// By field index; nil for fields that are not stored or that the file does not have.
  package var columns: [Column?]
  /// The physical line of each row in its file, for problems found later.
  package var lines: RowLines
  package var file: String
  package var problems: [DataProblem]
  /// By link field that was resolved while it was read: the keys that no row of the target has,
  /// without a reason.
  package var unknownKeys: [Int: [DataProblem]] = [:]

  package init(
    rowCount: Int, columns: [Column?], lines: RowLines = RowLines(), file: String = "",
    problems: [DataProblem] = []
  ) {
    self.rowCount = rowCount
    self.columns = columns
    self.lines = lines
    self.file = file
    self.problems = problems
  }
}
