import HearthData
import HearthText

extension PlanDescriber {
  func sign(_ operation: Comparison) -> String {
    switch operation {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  func sign(_ operation: Arithmetic) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .quotient: "//"
    case .remainder: "%"
    case .power: "^"
    }
  }

  func word(_ match: TextMatch) -> String {
    switch match {
    case .contains: say("contains", "包含")
    case .startsWith: say("starts with", "开头是")
    case .endsWith: say("ends with", "结尾是")
    case .like: say("like", "形如")
    case .matches: say("matches", "匹配")
    }
  }

  func word(_ test: TagTest) -> String {
    switch test {
    case .any: say("has any", "含任一")
    case .all: say("has all", "含全部")
    }
  }

  func word(_ unit: ShiftUnit) -> String {
    switch unit {
    case .day: say("days", "天")
    case .week: say("weeks", "周")
    case .month: say("months", "月")
    case .quarter: say("quarters", "季度")
    case .half: say("halves", "半年")
    case .year: say("years", "年")
    }
  }

  /// A constant as it would be written.
  func text(_ value: Value, _ type: ValueType) -> String {
    switch value {
    case .missing: say("missing", "缺失")
    case .text(let text): "\"\(text)\""
    case .int(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .decimal(let decimal): decimal.description
    case .bool(let isYes): isYes ? say("true", "是") : say("false", "否")
    case .date(let day): day.description
    case .dateTime(let seconds): DateTime.text(seconds)
    case .period(let period): phrases[period]?[language] ?? period.description
    case .category(let position): categoryText(position, type)
    case .tags(let mask): String(mask)
    case .row(let entity, let row): rowText(entity, row, type)
    case .list(let values):
      "[" + values.map { text($0, type.element) }.joined(separator: ", ") + "]"
    }
  }

  private func categoryText(_ position: Int, _ type: ValueType) -> String {
    guard case .category(let domain) = type, let values = dictionary(domain),
      values.entries.indices.contains(position)
    else { return "#\(position)" }
    return values.entries[position][language]
  }

  private func rowText(_ entity: EntityID, _ row: Int32, _ type: ValueType) -> String {
    var field = schema[entity].key
    if case .link(_, .name) = type { field = schema[entity].nameField ?? field }
    guard let field, let column = try? catalog.store.column(FieldID(entity, field)),
      let text = column.cellText(at: Int(row))
    else { return "#\(row)" }
    return text
  }
}
