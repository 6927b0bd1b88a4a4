import HearthText

/// Collects the problems of one column; beyond a limit only their number is kept.
package struct ProblemReport: Sendable {
  /// More places than this help nobody, and a broken column of millions would fill the memory.
  package static let limit = 1000

  package let file: String
  private let column: String?
  private var listed: [DataProblem] = []
  private var last: DataProblem?

  package init(file: String, column: String?) {
    self.file = file
    self.column = column
  }

  /// The number of cells or rows reported.
  package private(set) var count = 0

  /// Takes down one place; the reason is asked for only while places are listed.
  package mutating func add(line: Int, value: String, reason: () -> Bilingual) {
    count += 1
    if listed.count < Self.limit {
      listed.append(
        DataProblem(
          file: file, line: line, column: column, value: shortened(visible(value), toWidth: 60),
          reason: reason()))
    } else if last == nil {
      last = DataProblem(
        file: file, line: line, column: column, value: "", reason: Bilingual("", ""))
    }
  }

  /// Adds the problems of a later part of the same file, whose lines were counted from 0.
  package mutating func append(_ part: ProblemReport, line: Int) {
    for problem in part.listed {
      if listed.count < Self.limit {
        var moved = problem
        moved.line += line
        listed.append(moved)
      } else if last == nil {
        last = problem
        last?.line += line
      }
    }
    if last == nil, let later = part.last {
      last = later
      last?.line += line
    }
    count += part.count
  }

  /// The listed places, and one more that stands for the rest.
  package var problems: [DataProblem] {
    guard var summary = last else { return listed }
    summary.count = count - listed.count
    summary.value = ""
    summary.reason = Bilingual(
      "\(summary.count) more like these, from this line on", "自本行起还有 \(summary.count) 处类似问题")
    return listed + [summary]
  }
}
