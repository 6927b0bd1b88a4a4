import HearthText

/// A line through the rows of each group, drawn with dots of braille, one picture below the other.
struct LineChart {
  let data: ChartData
  let width: Int

  func lines() -> [String] {
    let groups = data.rowsByGroup
    let height = groups.count > 1 ? 5 : 10
    var lines: [String] = []
    for (index, group) in groups.enumerated() {
      if groups.count > 1 {
        if index > 0 { lines.append("") }
        lines.append(shortened(group.group, toWidth: width))
      }
      lines += picture(group.rows, height: height)
    }
    return lines
  }

  private func picture(_ rows: [Int], height: Int) -> [String] {
    let known = rows.filter { data.values[$0] != nil }
    guard let least = known.min(by: { data.values[$0]! < data.values[$1]! }),
      let greatest = known.max(by: { data.values[$0]! < data.values[$1]! })
    else { return ["—"] }
    let edge = min(
      max(displayWidth(of: data.texts[least]), displayWidth(of: data.texts[greatest])), width / 3)
    let room = max(width - edge - 2, 4)
    var canvas = BrailleCanvas(width: room, height: height)
    let (low, high) = (data.values[least]!, data.values[greatest]!)
    func point(_ place: Int) -> (x: Int, y: Int)? {
      guard let value = data.values[rows[place]] else { return nil }
      let across = rows.count > 1 ? Double(place) / Double(rows.count - 1) : 0
      let up = fraction(value, from: low, to: high)
      return (
        Int((across * Double(canvas.columns - 1)).rounded()),
        Int(((1 - up) * Double(canvas.rows - 1)).rounded())
      )
    }
    var last: (x: Int, y: Int)?
    for place in rows.indices {
      let next = point(place)
      if let next { canvas.draw(from: last ?? next, to: next) }
      last = next
    }
    var lines = canvas.lines().enumerated().map { row, dots in
      let text = row == 0 ? data.texts[greatest] : row == height - 1 ? data.texts[least] : ""
      let label = shortened(text, toWidth: edge)
      let blanks = String(repeating: " ", count: edge - displayWidth(of: label))
      return blanks + label + " ┤" + dots
    }
    lines.append(axis(rows, edge, room))
    return lines
  }

  /// What the line begins and ends with.
  private func axis(_ rows: [Int], _ edge: Int, _ room: Int) -> String {
    guard let first = rows.first, let last = rows.last, !data.steps.isEmpty else { return "" }
    let begin = shortened(data.steps[first], toWidth: room / 2)
    let end = first == last ? "" : shortened(data.steps[last], toWidth: room / 2)
    let between = max(room - displayWidth(of: begin) - displayWidth(of: end), 0)
    return String(repeating: " ", count: edge + 2) + begin
      + String(repeating: " ", count: between) + end
  }
}

/// Dots of two by four to a cell.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  private var cells: [UInt8]
  private let width: Int

  init(width: Int, height: Int) {
    self.width = width
    columns = width * 2
    rows = height * 4
    cells = Array(repeating: 0, count: width * height)
  }

  private static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  private mutating func set(_ x: Int, _ y: Int) {
    guard (0..<columns).contains(x), (0..<rows).contains(y) else { return }
    cells[y / 4 * width + x / 2] |= Self.dots[y % 4][x % 2]
  }

  /// A straight line, its ends included.
  mutating func draw(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      set(
        start.x + Int((Double(end.x - start.x) * part).rounded()),
        start.y + Int((Double(end.y - start.y) * part).rounded()))
    }
  }

  func lines() -> [String] {
    stride(from: 0, to: cells.count, by: width).map { start in
      var text = String.UnicodeScalarView()
      for cell in cells[start..<start + width] {
        text.append(cell == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(cell))!)
      }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}
