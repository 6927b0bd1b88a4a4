import HearthData
import HearthText

/// Fits a declared schema to the files that are there, and infers the rest.
///
/// - An entity of the built-in schema stays when a file bears its name and has its key column;
///   else it is dropped, and links to it become text.
/// - An entity of the data set's own schema stays even without a file, with no rows; a file without
///   its key column is an error.
/// - Columns that are not declared become fields behind the declared ones, files that belong to no
///   entity become entities.
package func openDataSet(
  source: any FileSource, declared: Schema
) throws(DataError) -> Schema {
  let files = try TableFiles(source)
  var schema = declared
  var kept: Set<EntityID> = []
  var opened: [String: CSVFile] = [:]
  for index in schema.entities.indices {
    let entity = schema.entities[index]
    guard let name = try files.file(of: entity) else {
      if let missing = entity.file, !entity.isBuiltIn { throw .noSuchFile(missing) }
      schema.entities[index].file = nil
      if !entity.isBuiltIn { kept.insert(EntityID(index)) }
      continue
    }
    let file = try CSVFile(source.bytes(of: name), name: name)
    opened[name] = file
    if let key = entity.key, !file.headers.isEmpty, file.column(of: entity.fields[key].name) == nil
    {
      if entity.isBuiltIn { continue }
      throw .noKeyColumn(entity, entity.fields[key], file)
    }
    schema.entities[index].file = name
    kept.insert(EntityID(index))
  }
  let reduced = SchemaReduction.keep({ kept.contains($0) }, of: schema)
  return try DataSetInference.complete(reduced, source: source, files: files.names, opened: opened)
}

/// One file as a data set of its own, for `from "file.csv"`.
package func openFile(_ path: String) throws(DataError) -> Store {
  let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  return try openFile(name, in: FolderSource(at: path))
}

/// One file of a source as a data set of its own.
package func openFile(_ name: String, in source: any FileSource) throws(DataError) -> Store {
  let schema = try DataSetInference.complete(Schema(), source: source, files: [name])
  return Store(schema: schema, loader: FileLoader(source))
}

extension DataError {
  fileprivate static func noKeyColumn(
    _ entity: Entity, _ key: Field, _ file: CSVFile
  ) -> DataError {
    let headers = file.headers.map(\.english)
    let near =
      nearest(to: key.name.english, in: headers)
      ?? nearest(to: key.name.chinese, in: headers)
    return DataError(
      Bilingual(
        "\(file.name) has no column \(key.name.english) (\(key.name.chinese)), the key of "
          + entity.name.english,
        "\(file.name) 中没有“\(entity.name.chinese)”的键列“\(key.name.chinese)”（\(key.name.english)）"),
      hint: near.map { Bilingual("did you mean \($0)?", "是否为“\($0)”？") }, file: file.name)
  }
}
