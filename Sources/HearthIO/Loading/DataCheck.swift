import HearthData
import HearthText

/// What `hearth check` tells of a data set: its tables, and every cell and row set aside.
package struct DataCheck: Sendable {
  package struct Table: Sendable {
    package var name: Bilingual
    /// Nil for a declared table without a file.
    package var file: String?
    package var rowCount: Int
  }

  package var tables: [Table]
  /// By table, within a table by line; problems of links follow those of the tables.
  package var problems: [DataProblem]

  /// The number of cells and rows set aside, unlisted ones included.
  package var problemCount: Int { problems.reduce(0) { $0 + $1.count } }

  /// Reads everything and resolves every link.
  package init(_ store: Store) throws(DataError) {
    try store.loadEverything()
    tables = []
    for index in store.schema.entities.indices {
      let entity = store.schema.entities[index]
      tables.append(
        Table(
          name: entity.name, file: entity.file,
          rowCount: try store.rowCount(of: EntityID(index))))
    }
    problems = store.problems()
  }
}
