import Foundation
import HearthData
import HearthText

/// The answer to one query as plain texts, whoever gave it; a total is its last row.
struct Answer {
  var columns: [String]
  /// Nil is missing.
  var rows: [[String?]]

  init(columns: [String], rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Categories are written in the language of the data, yes as 1 and no as 0.
  init(_ table: ResultTable, in language: Language) {
    columns = table.columns.map(\.name)
    rows = (0..<table.rowCount).map { row in
      table.columns.map { Answer.text($0.values.value(at: row), of: $0, in: language) }
    }
    if let total = table.total {
      rows.append(zip(total, table.columns).map { Answer.text($0, of: $1, in: language) })
    }
  }

  private static func text(
    _ value: Value, of column: ResultColumn, in language: Language
  ) -> String? {
    switch value {
    case .missing: nil
    case .text(let text): text
    case .int(let number): String(number)
    case .number(let number): String(number)
    case .decimal(let number): number.description
    case .bool(let truth): truth ? "1" : "0"
    case .date(let day): day.description
    case .dateTime(let seconds): DateTime.text(seconds)
    case .period(let period): period.description
    case .category(let position): column.values.dictionary?.entries[position][language]
    case .tags(let mask): tags(mask, of: column.values, in: language)
    case .row(_, let ordinal): column.linkTexts?.cellText(at: Int(ordinal))
    case .list(let values):
      values.compactMap { text($0, of: column, in: language) }.joined(separator: ";")
    }
  }

  private static func tags(_ mask: UInt64, of column: Column, in language: Language) -> String {
    (column.dictionary?.entries ?? []).enumerated()
      .filter { mask >> UInt64($0.offset) & 1 == 1 }
      .map { $0.element[language] }.joined(separator: ";")
  }

  /// What differs from another answer, cell by cell; nothing when they are the same.
  ///
  /// Numbers are compared to nine digits, which tells every amount and count of the samples apart.
  func difference(from other: Answer) -> String? {
    if columns != other.columns { return "columns \(columns)\nagainst \(other.columns)" }
    if rows.count != other.rows.count {
      return "\(rows.count) rows against \(other.rows.count)"
    }
    for (number, pair) in zip(rows, other.rows).enumerated() {
      guard zip(pair.0, pair.1).allSatisfy(Answer.isSame) else {
        return "row \(number + 1)\n\(Answer.line(pair.0))\nagainst\n\(Answer.line(pair.1))"
      }
    }
    return nil
  }

  private static func isSame(_ ours: String?, _ theirs: String?) -> Bool {
    if ours == theirs { return true }
    guard let ours = ours.flatMap(Double.init), let theirs = theirs.flatMap(Double.init) else {
      return false
    }
    return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
  }

  private static func line(_ row: [String?]) -> String {
    row.map { $0 ?? "—" }.joined(separator: " | ")
  }
}
