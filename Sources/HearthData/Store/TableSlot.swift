import HearthText
import Synchronization

/// The raw cells of one table, read all at once or some columns first.
final class TableSlot: Sendable {
  typealias Load = (Set<Int>) throws(DataError) -> LoadedTable

  private let state = Mutex<State?>(nil)

  private struct State: Sendable {
    var table: LoadedTable
    /// Field indexes that have been asked of the loader.
    var loadedFields: Set<Int>
  }

  var current: LoadedTable? { state.withLock { $0?.table } }

  /// The table, if the field has been read, or, for nil, anything at all.
  func known(_ field: Int?) -> LoadedTable? {
    state.withLock { state in
      guard let state, field.map(state.loadedFields.contains) ?? true else { return nil }
      return state.table
    }
  }

  /// The fields that have not been asked of the loader; nil when nothing has.
  func missing(of fields: Set<Int>) -> Set<Int>? {
    state.withLock { $0.map { fields.subtracting($0.loadedFields) } }
  }

  /// The table with at least one given field, or with whatever has been read when nil. If it has to
  /// be read, `others` are read too.
  func get(
    field: Int?, others: Set<Int>, load: Load
  ) throws(DataError) -> LoadedTable {
    try state.withLock { (state) throws(DataError) -> LoadedTable in
      let wanted = Set(field.map { [$0] } ?? [])
      if let state, wanted.isSubset(of: state.loadedFields) { return state.table }
      return try Self.extend(&state, by: others.union(wanted), load)
    }
  }

  /// Makes sure that the fields are there, reading no others if the loader can do so.
  func prepare(_ fields: Set<Int>, load: Load) throws(DataError) {
    try state.withLock { (state) throws(DataError) in
      if let state, fields.isSubset(of: state.loadedFields) { return }
      _ = try Self.extend(&state, by: fields, load)
    }
  }

  /// Lets go of cells that nobody will ask for again.
  func forget(_ field: Int) {
    state.withLock { state in
      guard field < state?.table.columns.count ?? 0 else { return }
      state?.table.columns[field] = nil
    }
  }

  /// Adds newly read columns; what was there before stays, so that no answer changes.
  private static func extend(
    _ state: inout State?, by fields: Set<Int>, _ load: Load
  ) throws(DataError) -> LoadedTable {
    guard var merged = state else {
      let table = try load(fields)
      state = State(table: table, loadedFields: fields)
      return table
    }
    let table = try load(fields.subtracting(merged.loadedFields))
    guard merged.table.rowCount == table.rowCount else { throw .changedOnDisk(table.file) }
    let known = Set(merged.table.problems)
    merged.table.problems += table.problems.filter { !known.contains($0) }
    merged.table.unknownKeys.merge(table.unknownKeys) { first, _ in first }
    for (index, column) in table.columns.enumerated() {
      while merged.table.columns.count <= index { merged.table.columns.append(nil) }
      if merged.table.columns[index] == nil { merged.table.columns[index] = column }
    }
    merged.loadedFields.formUnion(fields)
    state = merged
    return merged.table
  }
}

extension DataError {
  static func changedOnDisk(_ file: String) -> DataError {
    DataError(
      Bilingual("\(file) changed while it was being read", "读取期间 \(file) 发生了变化"),
      hint: Bilingual("open the data again", "请重新打开数据"), file: file)
  }
}
