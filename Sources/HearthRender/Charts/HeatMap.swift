import HearthData
import HearthText

/// A shaded cell for each pair of two keys, with its number where there is room.
struct HeatMap {
  private let data: HeatData
  private let width: Int

  init(_ table: ResultTable, _ chart: Chart, width: Int, _ options: RenderOptions) {
    data = HeatData(table, chart, options)
    self.width = width
  }

  func lines() -> [String] {
    let (rows, heads, all) = (data.rows, data.heads, data.all)
    guard let lowest = all.map(\.value).min(), let highest = all.map(\.value).max() else {
      return ["—"]
    }
    let labelWidth = min(rows.map { displayWidth(of: $0) }.max() ?? 0, width / 3)
    let textWidth = all.map { displayWidth(of: $0.text) }.max() ?? 0
    let headWidth = heads.map { displayWidth(of: $0) }.max() ?? 0
    let room = width - labelWidth
    let least = textWidth + 2
    let full = min(max(least, headWidth), max(least, room / max(heads.count, 1) - 2))
    let hasTexts = (full + 2) * heads.count <= room
    let cellWidth = hasTexts ? full : min(max(room / max(heads.count, 1) - 1, 2), 8)
    let shown = heads.prefix(max(room / (cellWidth + (hasTexts ? 2 : 1)), 1))
    let gap = String(repeating: " ", count: hasTexts ? 2 : 1)
    var lines = [
      String(repeating: " ", count: labelWidth)
        + shown.map { gap + right(shortened($0, toWidth: cellWidth), cellWidth) }.joined()
    ]
    for name in rows {
      let label = padded(shortened(name, toWidth: labelWidth), toWidth: labelWidth)
      let line = shown.map { head -> String in
        guard let cell = data.cells[name]?[head] else { return gap + right("·", cellWidth) }
        let shade = Self.shade(cell.value, lowest, highest)
        let text =
          hasTexts
          ? cell.text + " " + String(shade) : String(repeating: shade, count: cellWidth)
        return gap + right(text, cellWidth)
      }.joined()
      lines.append(label + line)
    }
    if shown.count < heads.count { lines.append("… +\(heads.count - shown.count)") }
    return lines.map { shortened($0, toWidth: width) }
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - displayWidth(of: text), 0)) + text
  }

  private static let shades = Array("·░▒▓█")

  private static func shade(_ value: Double, _ least: Double, _ greatest: Double) -> Character {
    let place = Int(fraction(value, from: least, to: greatest) * Double(shades.count))
    return shades[min(place, shades.count - 1)]
  }
}
