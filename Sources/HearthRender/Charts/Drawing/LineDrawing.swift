import HearthText

/// A line through the numbers of each group, all in one picture.
struct LineDrawing {
  let data: ChartData

  private static let top = 14.0
  private static let plotHeight = 210.0
  /// The numbers of the axis stand at the left, above its lines.
  private static let left = 9.0
  private static let width = 89.0
  /// What a phone shows of the names below, in terminal cells.
  private static let labelRoom = 50
  /// More dots than this would be a line of their own.
  private static let mostDots = 40

  func drawn() -> String {
    let axis = Axis(data.values.compactMap { $0 }, isRate: data.isRate, fromZero: false)
    var svg = SVG(height: Self.top + Self.plotHeight + 26)
    for tick in axis.ticks {
      let y = height(axis.fraction(tick))
      svg.line(fromX: 0, y: y, toX: 100, y: y, name: tick == axis.low ? "zero" : "grid")
      svg.text(axis.label(tick), x: 0, y: y - 3, name: "tick")
    }
    let groups = data.rowsByGroup
    let steps = data.stepOrder
    let places = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($1, $0) })
    for (index, group) in groups.enumerated() {
      draw(group.rows, group.group, axis, places, name: SeriesName.of(index), into: &svg)
    }
    writeSteps(steps, into: &svg)
    return Legend.html(groups.map(\.group)) + svg.element(title: data.summary)
  }

  private func draw(
    _ rows: [Int], _ group: String, _ axis: Axis, _ places: [String: Int], name: String,
    into svg: inout SVG
  ) {
    let last = Double(max((places.isEmpty ? rows.count : places.count) - 1, 1))
    var points: [(x: Double, y: Double)?] = []
    for (order, row) in rows.enumerated() {
      let place = Double(data.steps.isEmpty ? order : places[data.steps[row]] ?? 0)
      points.append(data.values[row].map { (place / last, 1 - axis.fraction($0)) })
    }
    svg.path(
      points, x: Self.left, y: Self.top, width: Self.width, height: Self.plotHeight,
      name: "line " + name)
    guard rows.count <= Self.mostDots else { return }
    for (row, point) in zip(rows, points) {
      guard let point else { continue }
      let words = [group, data.steps.isEmpty ? "" : data.steps[row], data.texts[row]]
      svg.dot(
        x: Self.left + point.x * Self.width, y: Self.top + point.y * Self.plotHeight, radius: 3,
        name: "dot " + name, title: words.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  /// As many names as a phone has room for, the first and the last among them.
  private func writeSteps(_ steps: [String], into svg: inout SVG) {
    guard let first = steps.first else { return }
    // The last may say that it is not over.
    let widest =
      steps.dropLast().map { displayWidth(of: $0) }.max() ?? displayWidth(of: first)
    let most = max(2, Self.labelRoom / (widest + 2))
    let stride = max(1, (steps.count - 1 + most - 2) / max(most - 1, 1))
    let last = steps.count - 1
    for index in steps.indices
    where index == last || (index % stride == 0 && index <= last - stride) {
      let across = last == 0 ? 0 : Double(index) / Double(last)
      svg.text(
        steps[index], x: Self.left + across * Self.width, y: svg.height - 6,
        anchor: index == last && last > 0 ? .end : index == 0 ? .start : .middle, name: "tick")
    }
  }

  private func height(_ fraction: Double) -> Double { Self.top + (1 - fraction) * Self.plotHeight }
}

/// The look of a series: eight colours, then again with dashes.
enum SeriesName {
  static func of(_ index: Int) -> String {
    "s\(index % 8 + 1)" + (index % 16 < 8 ? "" : " dashed")
  }
}

/// Which colour is which group; nothing for one group.
enum Legend {
  static func html(_ groups: [String]) -> String {
    if groups.count < 2 { return "" }
    let items = groups.enumerated().map { index, group in
      "<li><i class=\"\(SeriesName.of(index))\"></i>\(escapedMarkup(group))</li>"
    }
    return "<ul class=\"legend\">\(items.joined())</ul>\n"
  }
}
