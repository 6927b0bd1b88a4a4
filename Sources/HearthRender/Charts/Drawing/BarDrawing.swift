import HearthText

/// A bar below the name of each row with its number; what is below zero goes to the left.
///
/// The name stands above its bar, so that neither takes room from the other on a phone.
struct BarDrawing {
  let data: ChartData

  private static let rowHeight = 42.0
  private static let barHeight = 15.0
  /// Beyond this hundredth of the width a number stands inside its bar.
  private static let numberRoom = 88.0

  func drawn() -> String {
    let axis = Axis(data.values.compactMap { $0 }, isRate: data.isRate, fromZero: true)
    var svg = SVG(height: Double(data.groups.count) * Self.rowHeight + 26)
    let bottom = svg.height - 20
    for tick in axis.ticks {
      let x = place(axis.fraction(tick))
      svg.line(fromX: x, y: 0, toX: x, y: bottom, name: tick == 0 ? "zero" : "grid")
      svg.text(
        axis.label(tick), x: x, y: svg.height - 5, anchor: anchor(tick, axis), name: "tick")
    }
    let zero = place(axis.fraction(0))
    for (row, name) in data.groups.enumerated() {
      let top = Double(row) * Self.rowHeight
      svg.text(name, x: 0.5, y: top + 13, name: "label")
      guard let value = data.values[row] else {
        svg.text(data.texts[row], x: zero, y: top + 30, shift: 5, name: "value")
        continue
      }
      let end = place(axis.fraction(value))
      svg.rectangle(
        x: min(zero, end), y: top + 18, width: abs(end - zero), height: Self.barHeight,
        name: "bar", title: name + " " + data.texts[row])
      let isInside = max(zero, end) > Self.numberRoom
      svg.text(
        data.texts[row], x: max(zero, end), y: top + 30, anchor: isInside ? .end : .start,
        shift: isInside ? -5 : 5, name: isInside && value > 0 ? "value deep" : "value")
    }
    return svg.element(title: data.summary)
  }

  private func place(_ fraction: Double) -> Double { 0.5 + fraction * 99 }

  private func anchor(_ tick: Double, _ axis: Axis) -> SVG.Anchor {
    tick == axis.low ? .start : tick == axis.high ? .end : .middle
  }
}
