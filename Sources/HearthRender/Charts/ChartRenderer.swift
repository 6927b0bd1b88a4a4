import HearthData
import HearthText

/// A result drawn with characters, within a width.
///
///     莲前  ██████████████████████ 133
///     开元  ██████████████          85
struct ChartRenderer {
  let table: ResultTable
  let chart: Chart
  let options: RenderOptions

  /// Where the width of the window is not known.
  private static let usualWidth = 80
  /// A table of more rows is no picture any more.
  private static let mostRows = 10_000

  init?(_ table: ResultTable, options: RenderOptions) {
    guard let chart = table.chart, table.rowCount > 0, table.rowCount <= Self.mostRows,
      (chart.measures + chart.keys).allSatisfy(table.columns.indices.contains)
    else { return nil }
    self.table = table
    self.chart = chart
    self.options = options
  }

  var width: Int { max(options.maxWidth ?? Self.usualWidth, 20) }

  /// No line is wider than `width`.
  func lines() -> [String] {
    switch chart.kind {
    case .bar: BarChart(data: data(across: false), width: width).lines()
    case .line: LineChart(data: data(across: true), width: width).lines()
    case .heat: HeatMap(table, chart, width: width, options).lines()
    case .spark: SparkLines(data: data(across: true), width: width).lines()
    }
  }

  private func data(across: Bool) -> ChartData {
    ChartData(table, chart, across: across, options)
  }
}
