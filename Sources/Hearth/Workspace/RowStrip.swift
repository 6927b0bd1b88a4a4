import HearthPlan
import HearthText

/// How many rows each step of an answer left: `1200 → 214 bereaved → 26 without visits`.
package struct RowStrip {
  private let first: Int
  private var steps: [(count: Int, label: Bilingual)]

  /// `counts` are the rows of the source and after each step; a step without a label is left out.
  init(counts: [Int], labels: [Bilingual?]) {
    first = counts.first ?? 0
    steps = zip(counts.dropFirst(), labels).compactMap { count, label in
      label.map { (count, $0) }
    }
  }

  /// Whether nothing happened to the rows of the source.
  var isEmpty: Bool { steps.isEmpty }

  mutating func append(_ count: Int64, _ label: Bilingual) { steps.append((Int(count), label)) }

  /// One line; where it is wider than there is room, the longest labels are cut first.
  package func text(in language: Language, width: Int? = nil) -> String {
    let whole = line(in: language, labelWidth: .max)
    guard let width, displayWidth(of: whole) > width else { return whole }
    let longest = steps.map { displayWidth(of: $0.label[language]) }.max() ?? 0
    for labelWidth in stride(from: longest - 1, through: Self.leastLabelWidth, by: -1) {
      let line = line(in: language, labelWidth: labelWidth)
      if displayWidth(of: line) <= width { return line }
    }
    return shortened(line(in: language, labelWidth: Self.leastLabelWidth), toWidth: width)
  }

  private static let leastLabelWidth = 4

  private func line(in language: Language, labelWidth: Int) -> String {
    let parts = steps.map { step in
      let label = shortened(visible(step.label[language]), toWidth: labelWidth)
      return "\(step.count)" + (label.isEmpty ? "" : " " + label)
    }
    return (["\(first)"] + parts).joined(separator: " → ")
  }
}
