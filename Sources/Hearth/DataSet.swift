import CHearthResources
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

/// A folder of tables, or a snapshot of one, opened: what there is, and what it is called. Immutable, and safe to share.
public struct DataSet: Sendable {
  /// The folder's name, or `siming` for the embedded sample.
  public let name: String
  package let catalog: Catalog
  /// What was wrong in the data set's own `schema.hearth`.
  package let schemaReport: DiagnosticReport?
  /// Why the snapshot that lies beside the data was not used; nil where there is none, or it was.
  package var snapshotNote: Bilingual?
  let content: Content

  /// What the tables are read from.
  enum Content: Sendable {
    case files(any FileSource)
    case snapshot(SnapshotOrigin)
  }

  package var store: Store { catalog.store }
  package var schema: Schema { catalog.schema }
  package var asOf: Day? { catalog.schema.asOf }
}

extension DataSet {
  /// Opens a folder of CSV files, one CSV file, or a snapshot that `hearth pack` made of them; tables
  /// are read when they are first asked for.
  ///
  /// A snapshot that lies beside the data, as `hearth pack DATA` puts it, is used as long as they
  /// are unchanged.
  ///
  /// - Throws: `HearthError` when there is no such folder, its `schema.hearth` is wrong, or the
  ///   snapshot is damaged or newer than this version.
  public static func open(_ path: String) throws(HearthError) -> DataSet {
    try open(path, isStopped: { false })
  }

  /// `isStopped` is asked, from any thread, whether reading a table has become pointless.
  package static func open(
    _ path: String, isStopped: @escaping @Sendable () -> Bool
  ) throws(HearthError) -> DataSet {
    do throws(DataError) {
      if Snapshot.isNamed(path) { return try Snapshot.open(path) }
      let source = FolderSource(at: path)
      let (packed, note) = Snapshot.beside(path, source)
      if let packed { return packed }
      var data = try DataSet(
        source: source, name: DataSet.lastComponent(of: path), isStopped: isStopped)
      data.snapshotNote = note
      return data
    } catch {
      throw HearthError(error)
    }
  }

  /// The sample that is part of the program: the made-up district of Siming.
  public static func sample() throws(HearthError) -> DataSet {
    do {
      return try DataSet(source: EmbeddedSample.source, name: "siming")
    } catch {
      throw HearthError(error)
    }
  }

  /// Of a file without its suffix.
  static func lastComponent(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return TableFiles.stem(of: name)
  }
}
