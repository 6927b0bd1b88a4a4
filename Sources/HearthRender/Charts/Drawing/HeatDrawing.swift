import HearthText

/// A shaded field for each pair of two keys, with its number.
struct HeatDrawing {
  let data: HeatData

  private static let rowHeight = 30.0
  private static let head = 24.0
  /// In terminal cells, and about how many pixels each takes.
  private static let mostNameWidth = 14
  private static let pixels = 7
  /// In pixels, below which the picture scrolls in its box.
  private static let leastCell = 48

  private var nameWidth: Int {
    let widest = data.rows.map { displayWidth(of: $0) }.max() ?? 0
    return min(widest, Self.mostNameWidth) * Self.pixels + 12
  }

  private var leastWidth: Int { nameWidth + data.heads.count * Self.leastCell }

  /// The names of the rows, in hundredths of the width.
  private var names: Double { Double(nameWidth) * 100 / Double(leastWidth) }

  func drawn() -> String {
    let values = data.all.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    var svg = SVG(height: Self.head + Double(data.rows.count) * Self.rowHeight + 2)
    let width = (100 - names) / Double(max(data.heads.count, 1))
    for (index, head) in data.heads.enumerated() {
      let middle = names + (Double(index) + 0.5) * width
      svg.text(
        shortened(head, toWidth: 7), x: middle, y: Self.head - 8, anchor: .middle, name: "tick")
    }
    for (row, name) in data.rows.enumerated() {
      let top = Self.head + Double(row) * Self.rowHeight
      svg.text(shortened(name, toWidth: Self.mostNameWidth), x: 0, y: top + 19, name: "label")
      for (index, head) in data.heads.enumerated() {
        let left = names + Double(index) * width
        guard let cell = data.cells[name]?[head] else {
          svg.text("·", x: left + width / 2, y: top + 19, anchor: .middle, name: "tick")
          continue
        }
        let shade = 0.08 + 0.92 * fraction(cell.value, from: low, to: high)
        svg.rectangle(
          x: left + 0.15, y: top + 1, width: width - 0.3, height: Self.rowHeight - 2, name: "heat",
          opacity: shade, title: [name, head, cell.text].joined(separator: " "))
        svg.text(
          cell.text, x: left + width / 2, y: top + 19, anchor: .middle,
          name: shade > 0.55 ? "cell deep" : "cell")
      }
    }
    return svg.element(title: data.title, leastWidth: leastWidth)
  }
}
