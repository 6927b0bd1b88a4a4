import HearthData
import HearthEngine
import HearthPlan
import HearthRender
import HearthText

extension Workspace {
  /// The description of a table or a result by its name; nil when there is none.
  package func description(named name: String) throws(DataError) -> ResultTable? {
    if let entity = catalog.entity(named: name) {
      return try description(
        of: ResultShape(entity: entity, columns: []), entity: entity,
        name: catalog.schema[entity].name)
    }
    guard let (_, shape) = result(named: name) else { return nil }
    return try description(of: shape, entity: nil, name: Bilingual(same: name))
  }

  /// The fields of a table or a result: names, type, how full each is, and its values or range.
  package func description(
    of shape: ResultShape, entity: EntityID?, name: Bilingual
  ) throws(DataError) -> ResultTable {
    guard let entity else { return resultDescription(shape) }
    var rows: [FieldDescription] = []
    let fields = data.schema[entity].fields
    try data.store.prepare(fields.indices.map { FieldID(entity, $0) })
    let count = try data.store.rowCount(of: entity)
    for (index, field) in fields.enumerated() {
      let column = try data.store.column(FieldID(entity, index))
      rows.append(
        FieldDescription(
          name: field.name, type: typeName(field.type)[language], known: column.knownCount,
          values: try values(of: field, FieldID(entity, index), column)))
    }
    var table = FieldDescription.table(rows, rowCount: count)
    table.notes.append(
      Note(
        Bilingual(
          "\(name.english) (\(name.chinese)): \(count) rows",
          "\(name.chinese)（\(name.english)）：\(count) 行")))
    return table
  }

  private func resultDescription(_ shape: ResultShape) -> ResultTable {
    let rows = shape.columns.map {
      FieldDescription(
        name: Bilingual($0.name, $0.label.chinese), type: typeName($0.expression.type)[language],
        known: nil,
        values: "")
    }
    return FieldDescription.table(rows, rowCount: nil)
  }

  /// The first values of a category, or the least and the greatest of what has an order, as the
  /// language in force writes them.
  private func values(
    of field: Field, _ id: FieldID, _ column: Column
  ) throws(DataError) -> String {
    if field.isPrivate && privacy > .open { return "" }
    let shown = 6
    switch field.type {
    case .category(let domain), .tags(let domain):
      let dictionary = try data.store.dictionary(domain)
      let names = dictionary.entries.prefix(shown).map { $0[language] }
      let rest = dictionary.count > shown ? " …" : ""
      return names.joined(separator: language == .english ? ", " : "、") + rest
    case .int, .number, .decimal, .date, .dateTime:
      guard let (least, greatest) = column.extremes else { return "" }
      let ends = [least, greatest].map {
        readable($0, type: field.type, dictionary: nil, language: language)
      }
      return least == greatest ? ends[0] : ends.joined(separator: " … ")
    case .text, .bool, .period, .link, .list, .missing: return ""
    }
  }

  func typeName(_ type: ValueType) -> Bilingual {
    switch type {
    case .text: Bilingual("text", "文本")
    case .category: Bilingual("category", "分类")
    case .tags: Bilingual("set of category", "标签")
    case .int: Bilingual("int", "整数")
    case .number: Bilingual("number", "数值")
    case .decimal(let scale): Bilingual("decimal(\(scale))", "小数（\(scale) 位）")
    case .bool: Bilingual("bool", "是否")
    case .date: Bilingual("date", "日期")
    case .dateTime: Bilingual("datetime", "日期时间")
    case .period: Bilingual("period", "时段")
    case .link(let entity, _):
      Bilingual("-> \(data.schema[entity].name.english)", "→ \(data.schema[entity].name.chinese)")
    case .list(let element):
      Bilingual("list of \(typeName(element).english)", "\(typeName(element).chinese)列表")
    case .missing: Bilingual("nothing known", "全部缺失")
    }
  }
}

/// One line of a description.
struct FieldDescription {
  var name: Bilingual
  /// In the language in force.
  var type: String
  /// How many rows have a value; nil for a result, which is not counted.
  var known: Int?
  var values: String

  static func table(_ rows: [FieldDescription], rowCount: Int?) -> ResultTable {
    func column(_ name: String, _ label: Bilingual, _ texts: [String?]) -> ResultColumn {
      ResultColumn(name: name, label: label, values: Column(texts: texts))
    }
    var columns = [
      column("field", Bilingual("field", "字段"), rows.map(\.name.english)),
      column("label", Bilingual("label", "中文名称"), rows.map(\.name.chinese)),
      column("type", Bilingual("type", "类型"), rows.map(\.type)),
    ]
    if let rowCount {
      let shares = rows.map { row in
        rowCount == 0 ? nil : row.known.map { Double($0) / Double(rowCount) }
      }
      columns.append(
        ResultColumn(
          name: "known", label: Bilingual("known", "已填"), values: Column(numbers: shares),
          role: .rate))
      columns.append(
        column(
          "values", Bilingual("values", "取值"), rows.map { $0.values.isEmpty ? nil : $0.values }))
    }
    return ResultTable(columns: columns, rowCount: rows.count)
  }
}

extension Column {
  /// How many rows have a value.
  var knownCount: Int {
    switch storage {
    case .int64(let buffer): buffer.pointer.count { $0 != .min }
    case .double(let buffer): buffer.pointer.count { !$0.isNaN }
    case .days(let buffer): buffer.pointer.count { $0 != .min }
    case .rows(let buffer): buffer.pointer.count { $0 >= 0 }
    case .codes8(let buffer, _): buffer.pointer.count { $0 != 0 }
    case .codes16(let buffer, _): buffer.pointer.count { $0 != 0 }
    case .codes32(let buffer, _): buffer.pointer.count { $0 != 0 }
    case .masks(let buffer, _): buffer.pointer.count { $0 != 0 }
    case .bytes(let buffer): buffer.pointer.count { $0 < 2 }
    case .text(let texts): texts.lengths.pointer.count { $0 >= 0 }
    case .periods(let periods): periods.starts.pointer.count { $0 != .min }
    case .lists(let offsets, _): (0..<count).count { offsets[$0] < offsets[$0 + 1] }
    case .missing: 0
    }
  }
}
