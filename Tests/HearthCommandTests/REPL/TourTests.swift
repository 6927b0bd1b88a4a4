import Foundation
import Hearth
import HearthData
import HearthText
import Testing

@testable import HearthCommand

/// The guided course, as a person walks through it.
@Suite(.serialized)
struct TourTests {
  let household: Household

  init() throws { household = try Household() }

  @Test func `a right answer leads to the next lesson, a wrong one says what is wrong`() throws {
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type(".tour" + Key.enter)
    try terminal.expect("── Lesson 1 of 14 · A first question ──")
    terminal.type("families | count by street" + Key.enter)
    try terminal.expect("Not yet: the lesson's answer has 1 column.")
    terminal.type("families | where bereaved | count" + Key.enter)
    try terminal.expect("Close: the form is right, the numbers are not.")
    terminal.type("家庭 | 计数" + Key.enter)
    try terminal.expect("✓ Right.\n\n── Lesson 2 of 14")
  }

  @Test func `a lesson shows its answer and may be passed over`() throws {
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type(".lang zh" + Key.enter + ".教程 5" + Key.enter)
    try terminal.expect("── 第 5 课，共 14 课 · 接着问 ──")
    terminal.type(".教程 提示" + Key.enter)
    try terminal.expect("家庭 | 筛选 失独 | 计数 按 街道 | 前 3 按 计数")
    terminal.type(".教程 下一课" + Key.enter)
    try terminal.expect("── 第 6 课，共 14 课 · 时段 ──")
    terminal.type(".教程 99" + Key.enter)
    try terminal.expect("课程编号为 1 至 14")
    terminal.type(".教程 结束" + Key.enter)
    try terminal.expect("教程结束。")
    terminal.type(".教程 提示" + Key.enter)
    try terminal.expect("教程还没有开始")
  }

  @Test func `the tour goes on where one stopped`() throws {
    let first = try household.repl(columns: 100, height: 40)
    first.type(".tour 3" + Key.enter)
    try first.expect("── Lesson 3 of 14")
    try first.expect(row: "hearth>", cursor: 8)
    first.type(Key.control("d"))
    _ = try first.end()
    let second = try household.repl(columns: 100, height: 40)
    second.type(".tour" + Key.enter)
    try second.expect("── Lesson 3 of 14")
  }

  @Test func `other data are put aside for the tour`() throws {
    let folder = household.folder.appendingPathComponent("club")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "id\n1\n".write(
      to: folder.appendingPathComponent("guests.csv"), atomically: true, encoding: .utf8)
    let terminal = try household.repl([folder.path], columns: 100, height: 40)
    terminal.type(".tour" + Key.enter)
    try terminal.expect("The tour uses the sample data.")
    terminal.type(".tour end" + Key.enter)
    try terminal.expect("club: 1 tables")
  }

  @Test(arguments: Lesson.all.map(\.solution))
  func `a solution answers its lesson in both languages`(_ solution: Bilingual) throws {
    let english = try answer(solution.english)
    let chinese = try answer(solution.chinese)
    let tour = Tour(number: 0, formerData: nil)
    #expect(tour.judge(chinese, english) == .right)
    #expect(english.rowCount > 0)
  }

  @Test func `the last lesson ends the tour, and the next one begins anew`() throws {
    let terminal = try household.repl(columns: 100, height: 40)
    terminal.type(".tour \(Lesson.all.count)" + Key.enter + ".tour next" + Key.enter)
    try terminal.expect("That was the last lesson.")
    terminal.type(".tour" + Key.enter)
    try terminal.expect("── Lesson 1 of 14")
  }

  private func answer(_ text: String) throws -> ResultTable {
    let workspace = Workspace(try DataSet.sample(), options: WorkspaceOptions())
    var answer: ResultTable?
    _ = try workspace.run(SourceText(name: "", text: text)) { event in
      if case .table(let table) = event { answer = table }
    }
    return try #require(answer)
  }
}
