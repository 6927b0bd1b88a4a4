import Foundation
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// What `hearth fmt` promises of every text that can be read.
@Suite struct FormatLawTests {
  /// The queries of all cases and the scripts among the samples, each with who reads it.
  private var texts: [(name: String, text: String, workspace: Workspace)] {
    let cases = CaseFile.all.map { file in
      (file.url.lastPathComponent, file.query, TestData.workspace(file))
    }
    let samples = CaseFile.testsFolder.deletingLastPathComponent().appendingPathComponent("samples")
    let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
    let scripts = (files?.allObjects as? [URL] ?? []).filter {
      $0.pathExtension == "hearth" && $0.lastPathComponent != "schema.hearth"
    }
    let siming = TestData.workspace(TestData.siming)
    return cases
      + scripts.compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map {
          (url.lastPathComponent, $0, siming)
        }
      }
  }

  private func formatted(
    _ text: String, _ workspace: Workspace, in language: Language? = nil, folder: String? = nil
  ) -> String? {
    workspace.formatted(SourceText(name: "text", text: text, folder: folder), in: language).text
  }

  private func comments(_ text: String, _ workspace: Workspace) -> [String] {
    Outline(text, vocabulary: workspace.vocabulary).comments.map { span in
      String(
        decoding: text.utf8.dropFirst(Int(span.start)).prefix(Int(span.end - span.start)),
        as: UTF8.self
      ).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test func `laying out twice changes nothing more`() throws {
    var count = 0
    for (name, text, workspace) in texts {
      for language in [nil, Language.english, .chinese] {
        guard let once = formatted(text, workspace, in: language) else { continue }
        #expect(formatted(once, workspace, in: language) == once, "\(name)")
        count += 1
      }
    }
    #expect(count > 900)
  }

  @Test func `every comment is kept, in order`() {
    for (name, text, workspace) in texts {
      guard let result = formatted(text, workspace) else { continue }
      #expect(comments(result, workspace) == comments(text, workspace), "\(name)")
    }
  }

  @Test func `a text comes back from the other language`() {
    for (name, text, workspace) in texts {
      guard let english = formatted(text, workspace, in: .english),
        let chinese = formatted(english, workspace, in: .chinese)
      else { continue }
      #expect(formatted(chinese, workspace, in: .english) == english, "\(name)")
    }
  }

  @Test func `lines fit a page, but for comments and what has no place to break`() {
    for (name, text, workspace) in texts {
      for language in Language.allCases {
        guard let result = formatted(text, workspace, in: language) else { continue }
        for line in result.split(separator: "\n") where displayWidth(of: String(line)) > 100 {
          let words = line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces)
          #expect(displayWidth(of: words) <= 100 || !words.contains(", "), "\(name): \(line)")
        }
      }
    }
  }

  @Test func `a long line goes on before a clause, and queries in brackets open`() {
    let workspace = TestData.workspace(TestData.siming)
    let text = """
      let spent = services | summarize spent = sum(cost), families = count(distinct family) by fund
      budgets
      | left join (services | where date in this year and fund is known | summarize spent = sum(cost) by fund) on line = fund
      | select line, planned = amount, spent, left = amount - spent, percent = round(100 * spent / amount, 1)
      families
      | gaps of any of (services where kind = visit and date in last month, services where kind = call and date in last month)
      families
      | coverage of services where kind = visit and date in last 30 days by street, community across tier target 90%
      define families.needs_a_visit = bereaved and living_alone or illness and not empty_nest or new and low_income
      expect (families | where status = active and area is missing) is empty "families on the register without an area"
      """
    let expected = """
      let spent = services | summarize spent = sum(cost), families = count(distinct family) by fund
      budgets
      | left join (
          services
          | where date in this year and fund is known
          | summarize spent = sum(cost) by fund
        ) on line = fund
      | select line, planned = amount, spent, left = amount - spent,
          percent = round(100 * spent / amount, 1)
      families
      | gaps of any of (
          services where kind = visit and date in last month,
          services where kind = call and date in last month
        )
      families
      | coverage of services where kind = visit and date in last 30 days by street, community
          across tier target 90%
      define families.needs_a_visit = bereaved and living_alone or illness and not empty_nest or new
          and low_income
      expect (families | where status = active and area is missing) is empty
          "families on the register without an area"

      """
    #expect(formatted(text, workspace) == expected)
  }

  @Test func `the scripts among the samples stand in the canonical form`() {
    let samples = CaseFile.testsFolder.deletingLastPathComponent().appendingPathComponent("samples")
    let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "hearth" {
      guard file.lastPathComponent != "schema.hearth",
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let isOfChibi = file.lastPathComponent.hasPrefix("C")
      let workspace = TestData.workspace(isOfChibi ? TestData.chibi : TestData.siming)
      #expect(formatted(text, workspace) == text, "\(file.lastPathComponent)")
      count += 1
    }
    #expect(count > 50)
  }

  @Test func `names that an included file defines are printed in either language`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "define families.frail = bereaved \"体弱\"\nlet due = families | where frail\n".write(
      to: folder.appendingPathComponent("own.hearth"), atomically: true, encoding: .utf8)
    let text = "include \"own.hearth\"\ndue | select head, street | sort street\n"
    let workspace = TestData.workspace(TestData.siming)
    let chinese = formatted(text, workspace, in: .chinese, folder: folder.path)
    #expect(chinese == "引入 \"own.hearth\"\ndue | 显示 户主, 街道 | 排序 街道\n")
    #expect(workspace.resultNames.isEmpty)
  }

  @Test func `a text that cannot be read is left alone and its errors are told`() {
    let workspace = TestData.workspace(TestData.siming)
    let (text, report) = workspace.formatted(
      SourceText(name: "text", text: "families | wher x"), in: nil)
    #expect(text == nil)
    #expect(report.hasErrors)
  }
}
