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
    _ text: String, _ workspace: Workspace, in language: Language? = nil
  ) -> String? {
    workspace.formatted(SourceText(name: "text", text: text), in: language).text
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

  @Test func `a text that cannot be read is left alone and its errors are told`() {
    let workspace = TestData.workspace(TestData.siming)
    let (text, report) = workspace.formatted(
      SourceText(name: "text", text: "families | wher x"), in: nil)
    #expect(text == nil)
    #expect(report.hasErrors)
  }
}
