import Hearth
import HearthData
import HearthRender
import HearthText

/// The state of a guided course.
struct Tour {
  /// From 0.
  private(set) var number: Int
  /// What was open before; the sample data have no path.
  let formerData: String?

  init(number: Int, formerData: String?) {
    self.number = min(max(number, 0), Lesson.all.count - 1)
    self.formerData = formerData
  }

  var lesson: Lesson { Lesson.all[number] }
  var isLast: Bool { number == Lesson.all.count - 1 }

  mutating func goOn() { number += 1 }

  func introduction(in language: Language) -> String {
    let title = lesson.title[language]
    let place = Bilingual(
      "Lesson \(number + 1) of \(Lesson.all.count) · \(title)",
      "第 \(number + 1) 课，共 \(Lesson.all.count) 课 · \(title)")[language]
    let task = (language == .english ? "Your turn: " : "请试：") + lesson.task[language]
    return "── \(place) ──\n" + lesson.text[language] + "\n\n" + wrapped(task) + "\n"
  }

  // MARK: Checking

  enum Judgement: Equatable {
    case right
    /// So many rows or columns were expected.
    case otherRows(Int)
    case otherColumns(Int)
    case otherValues
  }

  /// Whether an answer is the one that the lesson's solution gives, whatever its columns are called
  /// and in whatever order its rows stand.
  func judge(_ answer: ResultTable, _ expected: ResultTable) -> Judgement {
    if answer.columns.count != expected.columns.count {
      return .otherColumns(expected.columns.count)
    }
    if answer.rowCount != expected.rowCount { return .otherRows(expected.rowCount) }
    return Tour.lines(answer) == Tour.lines(expected) ? .right : .otherValues
  }

  private static func lines(_ table: ResultTable) -> [String] {
    let text = OutputFormat.csv.text(table, options: RenderOptions(language: .english))
    return text.split(separator: "\n").dropFirst().map(String.init).sorted()
  }
}
