import Hearth
import HearthData
import HearthText

/// The guided course.
extension DotCommand {
  static let tour = DotCommand(
    Bilingual("tour", "教程"), .lesson,
    help: Bilingual(
      "a guided course with exercises; goes on where you stopped", "带练习的教程，从上次停下处继续")
  ) { repl, word in
    switch word.lowercased() {
    case "": repl.startTour(at: repl.tour?.number ?? TourProgress.number)
    case "hint", "提示": repl.inTour { print($0.lesson.solution[repl.backend.language]) }
    case "next", "下一课": repl.inTour { _ in repl.goOnWithTour() }
    case "end", "结束": repl.inTour { _ in repl.endTour() }
    default:
      guard let number = Int(word), Lesson.all.indices.contains(number - 1) else {
        return repl.complain(
          Bilingual(
            "The lessons are 1 to \(Lesson.all.count); or .tour hint, next, end.",
            "课程编号为 1 至 \(Lesson.all.count)；也可用 .教程 提示、下一课、结束。"))
      }
      repl.startTour(at: number - 1)
    }
  }
}

extension REPL {
  fileprivate func inTour(_ body: (Tour) -> Void) {
    guard let tour else {
      return complain(
        Bilingual("No tour has begun; .tour begins it.", "教程还没有开始；.教程 可开始。"))
    }
    body(tour)
  }

  /// The lessons are about the sample data, which are opened for them.
  fileprivate func startTour(at number: Int) {
    let former = tour?.formerData ?? backend.dataPath
    if backend.dataPath != nil {
      guard backend.open(nil) else { return }
      changeHistory()
      say(Bilingual("The tour uses the sample data.", "教程使用示例数据。"))
    }
    let begun = Tour(number: number, formerData: former)
    if tour == nil {
      say(
        Bilingual(
          ".tour hint shows an answer, .tour next goes on without, .tour end leaves.",
          ".教程 提示 给出答案，.教程 下一课 跳过，.教程 结束 退出教程。"))
    }
    tour = begun
    TourProgress.keep(begun.number)
    print("\n" + begun.introduction(in: backend.language))
  }

  fileprivate func goOnWithTour() {
    guard var tour else { return }
    if tour.isLast {
      TourProgress.keep(0)
      say(
        Bilingual(
          "That was the last lesson. .help lists all there is; the manual tells more.",
          "课程到此结束。.帮助 列出所有命令，手册里还有更多内容。"))
      return endTour()
    }
    tour.goOn()
    self.tour = tour
    TourProgress.keep(tour.number)
    print("\n" + tour.introduction(in: backend.language))
  }

  fileprivate func endTour() {
    let former = tour?.formerData
    tour = nil
    guard let former, backend.open(former) else {
      return say(Bilingual("The tour is over.", "教程结束。"))
    }
    changeHistory()
    greetData()
  }

  /// After an answer: whether it is the one that the lesson asks for.
  func judgeAnswer() {
    guard let tour, let answer = backend.lastAnswer,
      let expected = backend.answer(to: tour.lesson.solution.english)
    else { return }
    switch tour.judge(answer, expected) {
    case .right:
      say(Bilingual("✓ Right.", "✓ 正确。"))
      goOnWithTour()
    case .otherRows(let count):
      say(
        Bilingual(
          "Not yet: the lesson's answer has \(count) row\(count == 1 ? "" : "s"). .tour hint helps.",
          "还不对：本课的答案有 \(count) 行。可用 .教程 提示。"))
    case .otherColumns(let count):
      say(
        Bilingual(
          "Not yet: the lesson's answer has \(count) column\(count == 1 ? "" : "s"). .tour hint helps.",
          "还不对：本课的答案有 \(count) 列。可用 .教程 提示。"))
    case .otherValues:
      say(
        Bilingual(
          "Close: the form is right, the numbers are not. .tour hint helps.",
          "接近了：形式对，数字还不对。可用 .教程 提示。"))
    }
  }
}

extension Backend {
  /// The answer to a text asked of the same data by nobody in particular.
  fileprivate func answer(to text: String) -> ResultTable? {
    let other = Workspace(workspace.data, options: workspace.options)
    var answer: ResultTable?
    _ = try? other.run(SourceText(name: "", text: text, folder: ".")) { event in
      if case .table(let table) = event { answer = table }
    }
    return answer
  }
}
