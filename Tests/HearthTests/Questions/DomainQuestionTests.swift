import Foundation
import HearthRender
import HearthText
import Testing

@testable import Hearth

/// The 48 questions of the domain, each asked of Hearth in both languages and, in SQL written by
/// hand, of SQLite over the same files.
@Suite struct DomainQuestionTests {
  @Test func `each of the 48 rows of the domain has one script and no script is of another row`() {
    #expect(Question.all.count == 48)
    #expect(Question.all.map(\.testDescription).sorted() == Question.scriptNames)
  }

  @Test(arguments: Question.all)
  func `a script begins with its question in both languages and how to run it`(
    _ question: Question
  ) {
    let english = question.asked(in: .english)
    let chinese = question.asked(in: .chinese)
    #expect(english.hasSuffix("?") && english.first?.isASCII ?? false, "\(english)")
    #expect(chinese.hasSuffix("？"), "\(chinese)")
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF) ~= $0.value })
    #expect(question.heading.last == question.command)
  }

  @Test func `the page of the questions lists each as its script asks it`() throws {
    let page = Question.folder.appendingPathComponent("README.md")
    let rows = Question.all.map {
      "| [\($0.row)](\($0.testDescription).hearth) | \($0.asked(in: .english)) "
        + "| \($0.asked(in: .chinese)) |"
    }
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("| [") }.map(String.init) == rows)
  }

  @Test(arguments: Question.all)
  func `the answer is the one that SQLite computes`(_ question: Question) throws {
    try check(question, script: question.script, in: .english)
  }

  @Test(arguments: Question.all)
  func `the answer is the same when it is asked in Chinese`(_ question: Question) throws {
    let chinese = TestData.workspace(question.data).printed(question.script, in: .chinese)
    try check(question, script: chinese, in: .chinese)
  }

  private func check(_ question: Question, script: String, in language: Language) throws {
    let workspace = TestData.workspace(question.data)
    workspace.language = language
    let transcript = try workspace.transcript(script)
    #expect(transcript.outcome == .fine, "\(script)")
    #expect(transcript.messages.isEmpty, "\(transcript.messages)")
    let expected = try question.database.answers(question.sql)
    #expect(!expected.isEmpty, "no SQL for \(question)")
    #expect(transcript.tables.count == expected.count, "queries of script and of SQL")
    for (number, (table, sql)) in zip(transcript.tables, expected).enumerated() {
      let difference = Answer(table, in: question.dataLanguage).difference(from: sql)
      #expect(difference == nil, "query \(number + 1) of \(question)\n\(difference ?? "")")
    }
  }

  @Test func `no answer is empty, so that none is right by chance`() throws {
    for question in Question.all {
      for answer in try question.database.answers(question.sql) {
        #expect(!answer.rows.isEmpty, "\(question)")
      }
    }
  }
}
