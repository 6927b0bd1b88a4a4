import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// What looking a text over promises of every text.
@Suite struct CheckLawTests {
  @Test(arguments: CaseFile.all)
  func `a check finds what running finds, but not that a parameter has no value`(
    file: CaseFile
  ) throws {
    let prepared = try TestData.workspace(file).prepare(source(file.query)).reports
    let checked = try reports(TestData.workspace(file), file.query)
    let lost = prepared.flatMap(\.diagnostics).filter { diagnostic in
      !checked.contains { $0.diagnostics.contains(diagnostic) }
    }
    #expect(lost.allSatisfy { $0.code == .missingParameter }, "\(lost)")
    #expect(checked.count == prepared.count)
  }

  @Test(arguments: CaseFile.all)
  func `a check leaves the workspace as it was`(file: CaseFile) throws {
    let workspace = TestData.workspace(file)
    _ = try reports(workspace, file.query)
    #expect(workspace.resultNames.isEmpty)
    #expect(workspace.parameterNames.isEmpty)
    #expect(workspace.results.count == 0)
    #expect(!workspace.isChecking)
    #expect(workspace.catalog.definitions == TestData.workspace(file).catalog.definitions)
  }

  @Test(arguments: CaseFile.all)
  func `a text cut anywhere and corrected can be looked over again`(file: CaseFile) throws {
    let bytes = Array(file.query.utf8)
    let workspace = TestData.workspace(file)
    for length in stride(from: bytes.count, to: 0, by: -31) {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      let own = try #require(try reports(workspace, text).first)
      let fixes = own.diagnostics.compactMap(\.fix)
      let (corrected, made) = Diagnostic.Fix.apply(fixes, to: text)
      #expect(made.isEmpty == fixes.isEmpty)
      #expect((corrected == text) == fixes.isEmpty, "\(corrected)")
      _ = try reports(workspace, corrected)
    }
  }

  private func source(_ text: String) -> SourceText {
    SourceText(
      name: "case", text: text, folder: CaseFile.testsFolder.appendingPathComponent("Data").path)
  }

  private func reports(_ workspace: Workspace, _ text: String) throws -> [DiagnosticReport] {
    var reports: [DiagnosticReport] = []
    _ = try workspace.check(source(text)) { event in
      if case .diagnostics(let report) = event { reports.append(report) }
    }
    return reports
  }
}
