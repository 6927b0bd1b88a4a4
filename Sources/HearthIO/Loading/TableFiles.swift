import HearthData
import HearthText

/// Which of a folder's files are tables, and whose.
package struct TableFiles {
  let names: [String]

  init(_ source: any FileSource) throws(DataError) {
    names = try source.fileNames().filter { Self.isTable($0) }
  }

  static func isTable(_ name: String) -> Bool {
    let folded = name.lowercased()
    return folded.hasSuffix(".csv") || folded.hasSuffix(".tsv")
  }

  /// `Album.csv` is `Album`.
  package static func stem(of name: String) -> String {
    isTable(name) ? String(name.dropLast(4)) : name
  }

  /// The file that the entity names, else the one that bears one of its names.
  func file(of entity: Entity) throws(DataError) -> String? {
    if let file = entity.file {
      // The name of an absolute path, or of a file in another folder, is taken as it is.
      if file.contains("/") || names.contains(file) { return file }
      let folded = foldedForSearch(file)
      return names.first { foldedForSearch($0) == folded }
    }
    let wanted = [foldedForSearch(entity.name.english), foldedForSearch(entity.name.chinese)]
    let found = names.filter { wanted.contains(foldedForSearch(Self.stem(of: $0))) }
    guard found.count <= 1 else { throw Self.ambiguous(entity, found) }
    return found.first
  }

  private static func ambiguous(_ entity: Entity, _ files: [String]) -> DataError {
    let list = files.joined(separator: ", ")
    return DataError(
      Bilingual(
        "several files could be the table \(entity.name.english): \(list)",
        "有多个文件可能是“\(entity.name.chinese)”表：\(files.joined(separator: "、"))"),
      hint: Bilingual(
        "say which one with from \"…\" in schema.hearth, or move the others away",
        "请在 schema.hearth 中用 from \"…\" 指明，或移走其余文件"))
  }
}
