import HearthData
import HearthPlan

extension Column {
  /// Every value as text, as data formats print it; text columns as they are.
  func asTexts(_ type: ValueType) throws(RunError) -> Column {
    switch storage {
    case .text, .missing: return typed(.text)
    case .codes8, .codes16, .codes32:
      return Column(type: .text, count: count, storage: .text(try texts()))
    case .int64, .double, .days, .rows, .masks, .bytes, .periods, .lists:
      var builder = TextBuilder(rows: count, bytes: count * 8)
      for row in 0..<count {
        let value = value(at: row)
        builder.append(value == .missing ? nil : text(of: value))
      }
      return try .texts(builder)
    }
  }

  private func text(of value: Value) -> String {
    switch value {
    case .missing: return ""
    case .text(let text): return text
    case .int(let value): return String(value)
    case .number(let value): return numberText(value)
    case .decimal(let value): return value.description
    case .bool(let value): return value ? "true" : "false"
    case .date(let day): return day.description
    case .dateTime(let seconds): return DateTime.text(seconds)
    case .period(let period): return period.description
    case .row(_, let row): return String(row)
    case .category(let position): return entryName(position)
    case .tags(let mask):
      return (0..<64).filter { mask >> $0 & 1 == 1 }.map(entryName).joined(separator: ", ")
    case .list(let values): return values.map(text(of:)).joined(separator: ", ")
    }
  }

  /// The identifier of a value of this column's dictionary, or of its elements'.
  private func entryName(_ position: Int) -> String {
    var owner = dictionary
    if case .lists(_, let elements) = storage { owner = elements.dictionary }
    guard let owner, position < owner.count else { return "" }
    return owner.entries[position].english
  }
}

/// The shortest form that gives the number back, whole numbers without a point.
func numberText(_ value: Double) -> String {
  if let whole = Int64(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
    return String(whole)
  }
  return value.description
}
