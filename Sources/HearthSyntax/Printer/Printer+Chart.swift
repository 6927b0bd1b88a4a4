import HearthText

extension Printer {
  func text(_ chart: Stage.Chart) -> String {
    let of = language == .english ? " of" : ""
    let measure = chart.measure.map { of + " " + text($0) } ?? ""
    let keys = chart.keys.map { text($0) }.joined(separator: ", ")
    return word(.chart) + " " + word(chart.kind.keyword) + measure
      + (keys.isEmpty ? "" : " " + word(.by) + " " + keys)
  }
}
