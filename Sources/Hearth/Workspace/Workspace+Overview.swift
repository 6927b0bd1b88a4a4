import HearthData
import HearthText

extension Workspace {
  /// What the data set holds, a row for each table: how many rows, from which day to which, what it
  /// links to, and how many of its cells and rows were set aside.
  ///
  /// Reads everything.
  package func overview() throws(DataError) -> ResultTable {
    try data.store.loadEverything()
    let problems = data.store.problems()
    var rows: [TableOverview] = []
    for index in data.schema.entities.indices {
      let entity = data.schema.entities[index]
      rows.append(
        TableOverview(
          name: entity.name, rowCount: try data.store.rowCount(of: EntityID(index)),
          days: try days(of: EntityID(index)), links: links(of: entity),
          setAside: problems.reduce(0) { $0 + ($1.file == entity.file ? $1.count : 0) }))
    }
    var table = TableOverview.table(rows)
    table.notes.append(Note(summary(rows)))
    return table
  }

  /// The first and the last day on which something happened; nil where nothing is dated.
  private func days(of entity: EntityID) throws(DataError) -> (first: Day, last: Day)? {
    guard let occurred = data.schema[entity].occurred else { return nil }
    guard let extremes = try data.store.column(FieldID(entity, occurred)).extremes,
      case (.date(let first), .date(let last)) = extremes
    else { return nil }
    return (first, last)
  }

  private func links(of entity: Entity) -> String {
    var names: [String] = []
    for field in entity.fields {
      guard case .link(let target, _) = field.type else { continue }
      let name = data.schema[target].name[language]
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: language == .english ? ", " : "、")
  }

  private func summary(_ rows: [TableOverview]) -> Bilingual {
    let count = rows.reduce(0) { $0 + $1.rowCount }
    var text = Bilingual(
      "\(data.name): \(rows.count) tables, \(count) rows, as of \(today)",
      "\(data.name)：\(rows.count) 个表，\(count) 行，截至 \(today)")
    if rows.contains(where: { $0.setAside > 0 }) {
      text.english += "; hearth check says what was set aside"
      text.chinese += "；hearth check 可查看搁置的内容"
    }
    return text
  }
}

/// One line of an overview.
private struct TableOverview {
  var name: Bilingual
  var rowCount: Int
  var days: (first: Day, last: Day)?
  /// The tables that it leads to, in the language in force.
  var links: String
  var setAside: Int

  static func table(_ rows: [TableOverview]) -> ResultTable {
    func column(_ name: String, _ chinese: String, _ values: Column) -> ResultColumn {
      ResultColumn(
        name: name,
        label: Bilingual(name == "set_aside" ? "set aside" : name, chinese), values: values)
    }
    return ResultTable(
      columns: [
        column("table", "表", Column(texts: rows.map(\.name.english))),
        column("label", "中文名称", Column(texts: rows.map(\.name.chinese))),
        column("rows", "行数", Column(ints: rows.map { Int64($0.rowCount) })),
        column("first", "最早", Column(days: rows.map { $0.days?.first })),
        column("last", "最晚", Column(days: rows.map { $0.days?.last })),
        column("set_aside", "搁置", Column(ints: rows.map { Int64($0.setAside) })),
        column("links", "关联", Column(texts: rows.map { $0.links.isEmpty ? nil : $0.links })),
      ], rowCount: rows.count)
  }
}
