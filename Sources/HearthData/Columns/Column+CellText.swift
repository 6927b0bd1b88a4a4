extension Column {
  /// Every value as the text that a cell would hold; categories by identifier.
  package var textForm: TextBuffer {
    if case .text(let texts) = storage { return texts }
    var builder = TextBuilder(rows: count)
    for row in 0..<count { builder.append(cellText(at: row)) }
    return builder.finish()
  }

  /// Nil for missing, and for what a cell cannot say: rows and lists.
  package func cellText(at row: Int) -> String? {
    switch value(at: row) {
    case .missing, .row, .list: nil
    case .text(let text): text
    case .int(let value): String(value)
    case .number(let value): String(value)
    case .decimal(let value): value.description
    case .bool(let value): value ? "true" : "false"
    case .date(let day): day.description
    case .dateTime(let seconds): DateTime.text(seconds)
    case .period(let period): period.description
    case .category(let position): dictionary?.entries[position].english
    case .tags(let mask): tagText(mask)
    }
  }

  private func tagText(_ mask: UInt64) -> String? {
    guard let entries = dictionary?.entries else { return nil }
    let chosen = entries.indices.filter { $0 < 64 && mask >> UInt64($0) & 1 == 1 }
    return chosen.map { entries[$0].english }.joined(separator: ";")
  }
}
