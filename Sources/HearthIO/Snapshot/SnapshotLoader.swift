import HearthData

/// Gives a store the columns of a snapshot, each when it is asked for.
package struct SnapshotLoader: TableLoader {
  private let file: SnapshotFile

  package init(_ file: SnapshotFile) { self.file = file }

  package var readsSingleFields: Bool { true }

  package func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    try load(entity, schema: schema, fields: Set(schema[entity].fields.indices))
  }

  package func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>
  ) throws(DataError) -> LoadedTable {
    let table = file.directory.tables[entity.index]
    do throws(Archive.Damage) {
      var columns = [Column?](repeating: nil, count: schema[entity].fields.count)
      for (index, stored) in table.columns.enumerated() where fields.contains(index) {
        guard let stored else { continue }
        let field = schema[entity].fields[index]
        // The cells of a link are keys as its target has them.
        guard stored.type == field.type || field.link != nil else { throw Archive.Damage() }
        columns[index] = try file.column(
          stored, count: table.rowCount, closed: field.closedValues)
      }
      return LoadedTable(
        rowCount: table.rowCount, columns: columns, lines: try file.lines(table.lines),
        file: table.file, problems: table.problems)
    } catch {
      throw .damagedSnapshot(file.name)
    }
  }

  package func resolvedLink(
    _ link: LinkID, schema: Schema
  ) throws(DataError) -> ResolvedLink? {
    let stored = file.directory.links[link.index]
    guard let targets = stored.targets else { return nil }
    do throws(Archive.Damage) {
      return ResolvedLink(
        targets: try file.targets(
          targets, count: rowCount(of: schema[link].source),
          targetCount: rowCount(of: schema[link].target)),
        problems: stored.problems)
    } catch {
      throw .damagedSnapshot(file.name)
    }
  }

  private func rowCount(of entity: EntityID) -> Int {
    file.directory.tables[entity.index].rowCount
  }
}
