import HearthText

/// A bar for each row, in eighths of a cell; what is below zero goes to the left.
struct BarChart {
  let data: ChartData
  let width: Int

  func lines() -> [String] {
    let labelWidth = min(data.groups.map { displayWidth(of: $0) }.max() ?? 0, width / 3)
    let textWidth = min(data.texts.map { displayWidth(of: $0) }.max() ?? 0, width / 3)
    let known = data.values.compactMap { $0 }
    let highest = max(known.max() ?? 0, 0, data.isRate ? 1 : 0)
    let lowest = min(known.min() ?? 0, 0)
    let room = max(width - labelWidth - textWidth - 4, 4)
    // The zero stands between cells.
    let zero = lowest < 0 ? fraction(0, from: lowest, to: highest) : 0
    let left = Int((Double(room) * zero).rounded(.up))
    return zip(data.groups, zip(data.values, data.texts)).map { group, number in
      let label = padded(shortened(group, toWidth: labelWidth), toWidth: labelWidth)
      let text = shortened(number.1, toWidth: textWidth)
      let bar = bar(number.0, lowest, highest, left: left, right: room - left)
      return label + (labelWidth > 0 ? "  " : "") + bar + text
    }
  }

  private func bar(
    _ value: Double?, _ lowest: Double, _ highest: Double, left: Int, right: Int
  ) -> String {
    let blank = String(repeating: " ", count: left)
    guard let value, value != 0 else { return blank + (value == nil ? "" : "▏ ") }
    if value < 0 {
      let cells = lowest < 0 ? Int((Double(left) * (value / lowest)).rounded()) : 0
      return String(repeating: " ", count: left - cells) + String(repeating: "█", count: cells)
        + " "
    }
    let eighths = highest > 0 ? Int((Double(right * 8) * (value / highest)).rounded()) : 0
    return blank + Blocks.horizontal(max(eighths, 1)) + " "
  }
}

/// Blocks that fill a cell in eighths.
enum Blocks {
  private static let left = Array(" ▏▎▍▌▋▊▉")
  private static let bottom = Array("▁▂▃▄▅▆▇█")

  static func horizontal(_ eighths: Int) -> String {
    let part = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (part == 0 ? "" : String(left[part]))
  }

  /// 0 is the lowest block, 1 the full one.
  static func vertical(_ fraction: Double) -> Character {
    bottom[min(max(Int(fraction * 8), 0), 7)]
  }
}
