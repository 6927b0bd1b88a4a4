import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

/// Snapshots of data sets: files of their own, or beside the tables they were made of.
package enum Snapshot {
  package static let suffix = ".hearthdb"

  static func isNamed(_ path: String) -> Bool { path.lowercased().hasSuffix(suffix) }

  /// Where the snapshot of some data lies unless somebody says otherwise.
  package static func path(beside data: String) -> String {
    var data = data[...]
    while data.count > 1, data.hasSuffix("/") { data.removeLast() }
    return data + suffix
  }

  static func open(_ path: String) throws(DataError) -> DataSet {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try DataSet(SnapshotFile(FolderSource.bytes(at: path), name: name))
  }

  /// The snapshot beside some data if it is of what they are now; else why it is not used.
  static func beside(_ path: String, _ source: FolderSource) -> (DataSet?, note: Bilingual?) {
    // Of `.` and `..` nobody knows the name.
    guard let last = path.split(separator: "/").last, last != ".", last != ".." else {
      return (nil, nil)
    }
    let place = Self.path(beside: path)
    guard let bytes = try? FolderSource.bytes(at: place) else { return (nil, nil) }
    do throws(DataError) {
      let file = try SnapshotFile(bytes, name: place)
      let isCurrent =
        file.origin.program == Release.version
        && file.origin.isMade(of: source, schema: DataSet.schemaFile)
      if isCurrent { return (try DataSet(file), nil) }
      let reason = Bilingual(
        "\(place) is not of the data as they are now", "\(place) 与当前数据不一致")
      return (nil, note(reason, path))
    } catch {
      return (nil, note(error.message, path))
    }
  }

  private static func note(_ reason: Bilingual, _ path: String) -> Bilingual {
    Bilingual(
      "\(reason.english), so the tables are read; `hearth pack \(path)` renews it.",
      "\(reason.chinese)，因此直接读取数据表；可用“hearth pack \(path)”更新。")
  }
}

extension DataSet {
  /// Writes the whole data set as a snapshot, whole or not at all.
  package func pack(to path: String) throws(DataError) {
    let file = try AtomicFile(path)
    try pack { (bytes) throws(DataError) in try file.write(bytes) }
    try file.keep()
  }

  func pack(to sink: @escaping SnapshotWriter.Sink) throws(DataError) {
    try SnapshotWriter.write(store, origin: try origin(), to: sink)
  }

  /// What a snapshot tells of where it comes from.
  private func origin() throws(DataError) -> SnapshotOrigin {
    switch content {
    case .snapshot(let origin): return origin
    case .files(let source):
      var origin = SnapshotOrigin()
      origin.program = Release.version
      origin.name = name
      origin.dataVersion = version ?? ""
      origin.definitions = catalog.definitions.map { definition in
        SnapshotOrigin.Definition(
          text: Printer(language: .english).text(definition.tree),
          isBuiltIn: definition.isBuiltIn)
      }
      origin.files = try SnapshotOrigin.files(of: source, schema: DataSet.schemaFile)
      return origin
    }
  }
}

extension SnapshotOrigin.Definition {
  /// Nil for what is none.
  var catalogDefinition: CatalogDefinition? {
    guard case .define(let tree)? = parse(text, vocabulary: .empty).statements.first?.kind else {
      return nil
    }
    return CatalogDefinition(tree, isBuiltIn: isBuiltIn)
  }
}
