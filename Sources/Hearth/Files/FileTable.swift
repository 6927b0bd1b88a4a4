import HearthData
import HearthIO
import HearthText

/// A file read by `from "file.csv"`: columns without a schema of their own.
struct FileTable {
  private(set) var names: [Bilingual] = []
  private(set) var columns: [Column] = []
  let rowCount: Int

  init(_ path: String) throws(DataError) {
    let store = try openFile(path)
    let entity = EntityID(0)
    rowCount = try store.rowCount(of: entity)
    for (index, field) in store.schema[entity].fields.enumerated() where field.isStored {
      names.append(field.name)
      columns.append(try store.column(FieldID(entity, index)).withOwnDictionary)
    }
  }
}

extension Column {
  /// A category of a field of another store would mean a field of this one: the type must name the
  /// dictionary itself.
  fileprivate var withOwnDictionary: Column {
    var column = self
    switch storage {
    case .codes8(_, let dictionary), .codes16(_, let dictionary), .codes32(_, let dictionary):
      column.type = .category(.fixed(dictionary))
    case .masks(_, let dictionary): column.type = .tags(.fixed(dictionary))
    case .int64, .double, .days, .rows, .bytes, .text, .periods, .lists, .missing: break
    }
    return column
  }
}
