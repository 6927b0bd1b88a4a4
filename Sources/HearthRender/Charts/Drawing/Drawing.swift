import HearthData
import HearthText

/// A result drawn as SVG inside HTML.
struct Drawing {
  private let table: ResultTable
  private let chart: Chart
  private let options: RenderOptions

  /// More than this is no picture any more.
  private static let mostRows = 10_000
  private static let mostNames = 120

  /// nil when the result is no chart, or too large for one.
  init?(_ table: ResultTable, _ options: RenderOptions) {
    guard let chart = table.chart, table.rowCount > 0, table.rowCount <= Self.mostRows,
      (chart.measures + chart.keys).allSatisfy(table.columns.indices.contains)
    else { return nil }
    self.table = table
    self.chart = chart
    self.options = options
  }

  /// nil when there are too many names.
  func html() -> String? {
    switch chart.kind {
    case .bar:
      let data = ChartData(table, chart, across: false, options)
      return data.groups.count > Self.mostNames ? nil : BarDrawing(data: data).drawn()
    case .line:
      let data = ChartData(table, chart, across: true, options)
      return data.rowsByGroup.count > Self.mostNames ? nil : LineDrawing(data: data).drawn()
    case .heat:
      let data = HeatData(table, chart, options)
      let isFitting = data.rows.count <= Self.mostNames && data.heads.count <= Self.mostNames
      return isFitting ? HeatDrawing(data: data).drawn() : nil
    case .spark:
      let data = ChartData(table, chart, across: true, options)
      return data.rowsByGroup.count > Self.mostNames ? nil : SparkDrawing(data: data).drawn()
    }
  }
}

extension ChartData {
  /// What a picture shows, for those who do not see it: `families: 3 … 133`.
  var summary: String {
    let known = values.indices.filter { values[$0] != nil }
    guard let least = known.min(by: { values[$0]! < values[$1]! }),
      let greatest = known.max(by: { values[$0]! < values[$1]! })
    else { return title }
    return "\(title): \(texts[least]) … \(texts[greatest])"
  }
}
