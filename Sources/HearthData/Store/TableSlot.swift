import HearthText
import Synchronization

/// The raw cells of one table, read all at once or, after `Store.prepare`, some columns first.
final class TableSlot: Sendable {
  private let state = Mutex<State?>(nil)

  struct State: Sendable {
    var table: LoadedTable
    /// Field indexes that have been asked of the loader; nil when all have.
    var loadedFields: Set<Int>?

    func has(_ fields: Set<Int>) -> Bool { loadedFields?.isSuperset(of: fields) ?? true }
  }

  var current: LoadedTable? { state.withLock { $0?.table } }

  /// The table with at least one given field, or with whatever has been read when nil. If it has to
  /// be read, `others` are read too, all when nil.
  func get(
    field: Int?, others: Set<Int>?, load: (Set<Int>?) throws(DataError) -> LoadedTable
  ) throws(DataError) -> LoadedTable {
    try state.withLock { (state) throws(DataError) -> LoadedTable in
      let wanted = Set(field.map { [$0] } ?? [])
      if let state, state.has(wanted) { return state.table }
      let fields = others.map { $0.union(wanted).subtracting(state?.loadedFields ?? []) }
      return try Self.extend(&state, with: load(fields), fields: fields).table
    }
  }

  /// Makes sure that the fields are there, reading no others if the loader can do so.
  func prepare(
    _ fields: Set<Int>, load: (Set<Int>?) throws(DataError) -> LoadedTable
  ) throws(DataError) {
    try state.withLock { (state) throws(DataError) in
      if let state, state.has(fields) { return }
      let missing = fields.subtracting(state?.loadedFields ?? [])
      _ = try Self.extend(&state, with: load(missing), fields: missing)
    }
  }

  func getAll(load: (Set<Int>?) throws(DataError) -> LoadedTable) throws(DataError) {
    try state.withLock { (state) throws(DataError) in
      if let state, state.loadedFields == nil { return }
      _ = try Self.extend(&state, with: load(nil), fields: nil)
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
    _ state: inout State?, with table: LoadedTable, fields: Set<Int>?
  ) throws(DataError) -> State {
    guard var merged = state else {
      let first = State(table: table, loadedFields: fields)
      state = first
      return first
    }
    guard merged.table.rowCount == table.rowCount else { throw .changedOnDisk(table.file) }
    let known = Set(merged.table.problems)
    merged.table.problems += table.problems.filter { !known.contains($0) }
    for (index, column) in table.columns.enumerated() {
      while merged.table.columns.count <= index { merged.table.columns.append(nil) }
      if merged.table.columns[index] == nil { merged.table.columns[index] = column }
    }
    merged.loadedFields = fields.map { $0.union(merged.loadedFields ?? []) }
    state = merged
    return merged
  }
}

extension DataError {
  static func changedOnDisk(_ file: String) -> DataError {
    DataError(
      Bilingual("\(file) changed while it was being read", "读取期间 \(file) 发生了变化"),
      hint: Bilingual("open the data again", "请重新打开数据"), file: file)
  }
}
