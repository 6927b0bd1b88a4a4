import Hearth
import HearthData
import HearthRender
import HearthText
import Testing

@testable import HearthCommand

/// The manual, whose examples are run.
struct ManualTests {
  private func answer(_ text: String, _ language: Language) throws -> [String] {
    let workspace = Workspace(try DataSet.sample(), options: WorkspaceOptions(language: language))
    var answers: [String] = []
    let outcome = try workspace.run(SourceText(name: "", text: text)) { event in
      switch event {
      case .table(let table):
        let csv = OutputFormat.csv.text(table, options: RenderOptions(language: .chinese))
        answers.append(String(csv.drop { !$0.isNewline }))
      case .diagnostics(let report): Issue.record("\(text)\n\(report.text(in: language))")
      case .failure(_, let message, _, _): Issue.record("\(text)\n\(message.english)")
      case .rowStrip, .text, .save, .expectation: break
      }
    }
    #expect(outcome == .fine)
    return answers
  }

  @Test(arguments: ManualPage.all.flatMap(\.examples))
  func `an example runs on the sample data, the same in both languages`(
    _ example: Bilingual
  ) throws {
    let english = try answer(example.english, .english)
    #expect(!english.isEmpty)
    #expect(try answer(example.chinese, .chinese) == english)
  }

  @Test(arguments: ManualPage.all.map(\.names))
  func `a page is found by its names and fits a screen of 84 columns`(
    _ names: [Bilingual]
  ) throws {
    for name in names {
      for language in Language.allCases {
        let page = try #require(Manual.page(name[language], in: language))
        #expect(page == Manual.page(name[language.other], in: language))
        for line in ManualPage.named(name.english)!.text[language].split(separator: "\n") {
          #expect(displayWidth(of: String(line)) <= 84, "\(line)")
        }
      }
    }
  }

  @Test func `every word and function of the language is in the manual`() {
    for topic in Manual.topics {
      for language in Language.allCases {
        #expect(Manual.page(topic, in: language) != nil, "\(topic)")
      }
    }
  }

  @Test func `the overview names the pages and wraps between words`() {
    for language in Language.allCases {
      let overview = Manual.overview(language)
      for page in ManualPage.all { #expect(overview.contains(page.names[0][language])) }
      for line in overview.split(separator: "\n") { #expect(displayWidth(of: String(line)) <= 100) }
    }
  }
}
