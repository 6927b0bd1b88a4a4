import CHearthResources
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

/// A folder of tables, opened: what there is, and what it is called. Immutable, and safe to share.
public struct DataSet: Sendable {
  /// The folder's name, or `siming` for the embedded sample.
  public let name: String
  package let catalog: Catalog
  /// What was wrong in the data set's own `schema.hearth`.
  package let schemaReport: DiagnosticReport?
  let source: any FileSource

  package var store: Store { catalog.store }
  package var schema: Schema { catalog.schema }
  package var asOf: Day? { catalog.schema.asOf }
}

extension DataSet {
  /// Opens a folder of CSV files, or one CSV file; tables are read when they are first asked for.
  ///
  /// - Throws: `HearthError` when there is no such folder, or its `schema.hearth` is wrong.
  public static func open(_ path: String) throws(HearthError) -> DataSet {
    try open(path, isStopped: { false })
  }

  /// `isStopped` is asked, from any thread, whether reading a table has become pointless.
  package static func open(
    _ path: String, isStopped: @escaping @Sendable () -> Bool
  ) throws(HearthError) -> DataSet {
    do {
      return try DataSet(
        source: FolderSource(at: path), name: DataSet.lastComponent(of: path), isStopped: isStopped)
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
  private static func lastComponent(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return TableFiles.stem(of: name)
  }
}
