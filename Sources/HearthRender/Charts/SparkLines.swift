import HearthText

/// A row of small bars for each group, with its least and its greatest number.
struct SparkLines {
  let data: ChartData
  let width: Int

  func lines() -> [String] {
    let groups = data.rowsByGroup
    let labelWidth = min(groups.map { displayWidth(of: $0.group) }.max() ?? 0, width / 3)
    let ranges = groups.map { range(of: $0.rows) }
    let rangeWidth = ranges.map { displayWidth(of: $0) }.max() ?? 0
    let room = max(width - labelWidth - rangeWidth - 4, 4)
    var lines = zip(groups, ranges).map { group, range in
      let label = padded(shortened(group.group, toWidth: labelWidth), toWidth: labelWidth)
      return label + (labelWidth > 0 ? "  " : "") + bars(group.rows, room) + "  " + range
    }
    if let first = data.steps.first, let last = data.steps.last, first != last {
      let indent = String(repeating: " ", count: labelWidth + (labelWidth > 0 ? 2 : 0))
      lines.append(shortened(indent + first + " … " + last, toWidth: width))
    }
    return lines.map { shortened($0, toWidth: width) }
  }

  /// Where there are more rows than cells, the last ones.
  private func bars(_ rows: [Int], _ room: Int) -> String {
    let shown = rows.suffix(room)
    let known = rows.compactMap { data.values[$0] }
    guard let least = known.min(), let greatest = known.max() else {
      return String(repeating: " ", count: shown.count)
    }
    // Counts stand on the ground; what is far from it shows its changes.
    let bottom = least > 0 && least < greatest / 2 ? 0 : min(least, greatest)
    return String(
      shown.map { row -> Character in
        guard let value = data.values[row] else { return " " }
        return Blocks.vertical(fraction(value, from: bottom, to: greatest))
      })
  }

  private func range(of rows: [Int]) -> String {
    let known = rows.filter { data.values[$0] != nil }
    guard let least = known.min(by: { data.values[$0]! < data.values[$1]! }),
      let greatest = known.max(by: { data.values[$0]! < data.values[$1]! })
    else { return "—" }
    return data.texts[least] + " … " + data.texts[greatest]
  }
}
