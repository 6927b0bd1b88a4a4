import HearthData
import HearthText

/// The numbers of a heat map by the names of its rows and its columns.
struct HeatData {
  struct Cell {
    var value: Double
    var text: String
  }

  private(set) var rows: [String] = []
  private(set) var heads: [String] = []
  private(set) var cells: [String: [String: Cell]] = [:]
  let title: String

  init(_ table: ResultTable, _ chart: Chart, _ options: RenderOptions) {
    var titles: [String] = []
    for measure in chart.measures {
      var one = chart
      one.measures = [measure]
      let isAcross = chart.keys.count > 1
      let data = ChartData(table, one, across: isAcross, options)
      titles.append(data.title)
      heads += isAcross ? data.stepOrder : [data.title]
      for row in 0..<table.rowCount {
        let head = isAcross ? data.steps[row] : data.title
        let name = data.groups[row]
        if cells[name] == nil {
          rows.append(name)
          cells[name] = [:]
        }
        if let value = data.values[row] {
          cells[name]?[head] = Cell(value: value, text: data.texts[row])
        }
      }
    }
    title = titles.joined(separator: " · ")
  }

  var all: [Cell] { cells.values.flatMap(\.values) }
}
