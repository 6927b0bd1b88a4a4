import HearthText

/// A small line for each group between its name and its last number.
struct SparkDrawing {
  let data: ChartData

  private static let rowHeight = 34.0

  func drawn() -> String {
    let groups = data.rowsByGroup
    var svg = SVG(height: Double(groups.count) * Self.rowHeight + (data.steps.isEmpty ? 4 : 22))
    for (index, group) in groups.enumerated() {
      draw(group.rows, group.group, top: Double(index) * Self.rowHeight, into: &svg)
    }
    if let first = data.steps.first, let last = data.steps.last, first != last {
      svg.text(first, x: 32, y: svg.height - 5, name: "tick")
      svg.text(last, x: 82, y: svg.height - 5, anchor: .end, name: "tick")
    }
    return svg.element(title: data.summary)
  }

  private func draw(_ rows: [Int], _ group: String, top: Double, into svg: inout SVG) {
    svg.text(shortened(group, toWidth: 14), x: 0, y: top + 22, name: "label")
    let axis = Axis(rows.compactMap { data.values[$0] }, isRate: data.isRate, fromZero: false)
    let last = Double(max(rows.count - 1, 1))
    let points = rows.enumerated().map { order, row in
      data.values[row].map { (x: Double(order) / last, y: 1 - axis.fraction($0)) }
    }
    svg.line(fromX: 32, y: top + 29, toX: 82, y: top + 29, name: "grid")
    svg.path(points, x: 32, y: top + 5, width: 50, height: 22, name: "line s1")
    guard let end = rows.last, let point = points.last ?? nil else { return }
    svg.dot(
      x: 32 + point.x * 50, y: top + 5 + point.y * 22, radius: 3, name: "dot s1",
      title: group + " " + data.texts[end])
    svg.text(data.texts[end], x: 100, y: top + 22, anchor: .end, name: "value")
  }
}
