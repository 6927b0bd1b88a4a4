import HearthData
import HearthText

/// The numbers of a chart with what they are of, as texts in one language.
struct ChartData {
  /// What a number is of without the key that goes across: one per row of the table.
  let groups: [String]
  /// The key that goes across; empty where there is none.
  let steps: [String]
  /// Each step once, in the order of time or number where it has one, else as they come.
  let stepOrder: [String]
  /// Missing where there is no number.
  let values: [Double?]
  let texts: [String]
  /// A fraction is drawn against a whole.
  let isRate: Bool
  let title: String

  /// `across`: the last key goes across.
  init(_ table: ResultTable, _ chart: Chart, across: Bool, _ options: RenderOptions) {
    let format = TableFormat(language: options.language)
    let rows = 0..<table.rowCount
    func texts(_ column: Int) -> [String] {
      let cells = TableColumn(table.columns[column], rows: rows, format, options).cells
      return rows.map { row in cells.withCell(row) { String(decoding: $0, as: UTF8.self) } }
    }
    let keys = chart.keys.map(texts)
    let named = across ? Array(keys.dropLast()) : keys
    groups = rows.map { row in named.map { $0[row] }.joined(separator: " · ") }
    var steps = across ? keys.last ?? [] : []
    for row in steps.isEmpty ? [] : table.runningRows {
      steps[row] = format.running(steps[row])
    }
    self.steps = steps
    let stepColumn = across ? chart.keys.last.map { table.columns[$0].values } : nil
    stepOrder = inOrder(steps) { stepColumn?.value(at: $0).place }
    let measure = table.columns[chart.measures[0]]
    let isMasked = measure.isPrivate && options.masksPrivate
    values = rows.map { isMasked ? nil : measure.values.value(at: $0).number }
    self.texts = texts(chart.measures[0])
    isRate = measure.role == .rate
    title = oneLine(measure.label[options.language])
  }

  /// The rows of each group, in the order of their first rows.
  var rowsByGroup: [(group: String, rows: [Int])] {
    var order: [String] = []
    var rows: [String: [Int]] = [:]
    for (row, group) in groups.enumerated() {
      if rows[group] == nil { order.append(group) }
      rows[group, default: []].append(row)
    }
    return order.map { ($0, rows[$0] ?? []) }
  }
}

extension ResultTable {
  /// The rows that are about a period which is not over.
  fileprivate var runningRows: [Int] {
    guard let column = columns.first(where: { $0.role == .running }) else { return [] }
    return (0..<rowCount).filter { column.values.value(at: $0) == .bool(true) }
  }
}

extension TableFormat {
  fileprivate func running(_ text: String) -> String {
    var bytes = Array(text.utf8)
    appendRunning(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Value {
  /// As a number that can be drawn.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    case .decimal(let decimal): decimal.approximation
    case .missing, .text, .bool, .date, .dateTime, .period, .category, .tags, .row, .list: nil
    }
  }
}

extension Value {
  /// Where it stands on a scale of time or of numbers; nil for what has no such place.
  fileprivate var place: Double? {
    switch self {
    case .int, .number, .decimal: number
    case .date(let day): Double(day.number)
    case .dateTime(let seconds): Double(seconds)
    case .period(let period): Double(period.start.number)
    case .missing, .text, .bool, .category, .tags, .row, .list: nil
    }
  }
}

/// Each text once: sorted by their places where all have one, else as they come.
private func inOrder(_ texts: [String], place: (Int) -> Double?) -> [String] {
  var seen: Set<String> = []
  let rows = texts.indices.filter { seen.insert(texts[$0]).inserted }
  let places = rows.compactMap(place)
  guard places.count == rows.count else { return rows.map { texts[$0] } }
  return zip(rows, places).sorted { $0.1 < $1.1 }.map { texts[$0.0] }
}

/// Where a number lies between two others, from 0 to 1; in the middle where they do not differ.
///
/// Halves are taken so that the distance between the ends of all numbers does not overflow.
func fraction(_ value: Double, from low: Double, to high: Double) -> Double {
  let span = high / 2 - low / 2
  let part = (value / 2 - low / 2) / span
  return span > 0 && part.isFinite ? min(max(part, 0), 1) : 0.5
}
