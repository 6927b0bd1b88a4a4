import HearthData
import HearthSyntax
import HearthText

/// Phrases that several messages share.
enum Message {
  /// A type as a noun phrase: "a date".
  static func type(_ type: ValueType, _ schema: Schema) -> Bilingual {
    switch type {
    case .text: Bilingual("a text", "文本")
    case .category(.field(let id)): category(schema[id].closedValues, tags: false)
    case .category(.fixed(let values)): category(values, tags: false)
    case .tags(.field(let id)): category(schema[id].closedValues, tags: true)
    case .tags(.fixed(let values)): category(values, tags: true)
    case .int: Bilingual("a whole number", "整数")
    case .number: Bilingual("a number", "数")
    case .decimal: Bilingual("a decimal", "小数")
    case .bool: Bilingual("yes or no", "是或否")
    case .date: Bilingual("a date", "日期")
    case .dateTime: Bilingual("a date with time", "日期时间")
    case .period: Bilingual("a period", "时段")
    case .link(let id, _):
      Bilingual(
        "a link to \(schema[id].name.english)", "指向“\(schema[id].name.chinese)”的关联")
    case .list: Bilingual("a list", "列表")
    case .missing: Bilingual("missing", "缺失")
    }
  }

  private static func category(_ values: CategoryDictionary?, tags: Bool) -> Bilingual {
    let noun = tags ? Bilingual("a set of tags", "标签集合") : Bilingual("a category", "类别")
    guard let values, values.count > 0 else { return noun }
    let shown = values.entries.prefix(4)
    let more = values.count > 4
    return Bilingual(
      noun.english + " (" + shown.map(\.english).joined(separator: ", ") + (more ? ", …)" : ")"),
      noun.chinese + "（" + shown.map(\.chinese).joined(separator: "、") + (more ? "……）" : "）"))
  }
}

/// A name as it must be typed: in backticks when it is no identifier.
package func quotedIfNeeded(_ name: String) -> String {
  Printer.mayStandBare(name) ? name : Printer.quoted(name)
}
