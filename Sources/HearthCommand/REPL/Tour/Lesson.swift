import HearthText

/// One lesson of the tour: what is shown, what is asked, and a text that answers it.
struct Lesson: Sendable {
  var title: Bilingual
  var text: Bilingual
  var task: Bilingual
  /// Whoever gets its answer has done the lesson, in whatever words.
  var solution: Bilingual

  init(_ title: Bilingual, text: Bilingual, task: Bilingual, solution: Bilingual) {
    self.title = title
    self.text = text
    self.task = task
    self.solution = solution
  }

  static let all: [Lesson] = beginnings + coverages + workings
}
