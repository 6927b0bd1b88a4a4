import HearthData
import Testing

@testable import Hearth

/// A result as rows of named values.
struct LawAnswer {
  typealias Row = [String: Value]

  var rows: [Row]
  /// Empty when there is none.
  var total: Row

  init(_ table: ResultTable) {
    rows = (0..<table.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: table.columns.map { ($0.name, $0.values.value(at: row)) })
    }
    total = Dictionary(
      uniqueKeysWithValues: zip(table.columns.map(\.name), table.total ?? []).map { ($0, $1) })
  }

  func values(_ column: String) -> [Value] { rows.map { $0[column] ?? .missing } }

  func texts(_ column: String) -> [String] {
    values(column).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var eligible: [Int64] { values("eligible").compactMap(\.integer) }
  var covered: [Int64] { values("covered").compactMap(\.integer) }
}

extension LawAnswer.Row {
  /// The same so many days later: dates and periods, of which weeks stay weeks.
  func shifted(by days: Int) -> LawAnswer.Row {
    func moved(_ day: Day) -> Day { Day(day.number + Int32(days)) }
    return mapValues { value in
      switch value {
      case .date(let day): .date(moved(day))
      case .period(let period):
        .period(Period(start: moved(period.start), end: moved(period.end), unit: period.unit))
      case .missing, .text, .int, .number, .decimal, .bool, .dateTime, .category, .tags, .row,
        .list:
        value
      }
    }
  }
}

extension Value {
  var integer: Int64? { if case .int(let number) = self { number } else { nil } }
}

extension Workspace {
  /// The one table that a query answers with.
  func answer(_ query: String) throws -> LawAnswer {
    let transcript = try transcript(query, format: .csv)
    let table = try #require(transcript.tables.last, "\(query)\n\(transcript.messages)")
    return LawAnswer(table)
  }
}
