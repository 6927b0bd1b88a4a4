import Foundation
import HearthAssist
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// The pages of the codes: each is there, and says what is so.
@Suite struct ExplanationTests {
  /// Their examples would be longer than a page: a text of 16 MiB, two hundred brackets.
  private static let withoutExamples: Set<DiagnosticCode> = [.textTooLong, .nestedTooDeep]

  @Test(arguments: DiagnosticCode.allCases)
  func `every code has one page in both languages`(code: DiagnosticCode) throws {
    #expect(DiagnosticPage.all.filter { $0.code == code }.count == 1)
    let page = try #require(DiagnosticPage.named(code.rawValue.lowercased()))
    #expect(page.code == code)
    #expect((page.wrong == nil) == Self.withoutExamples.contains(code))
    #expect((page.right == nil) == (page.wrong == nil))
    #expect(page.meaning.chinese.unicodeScalars.contains(where: isHan))
  }

  @Test(arguments: DiagnosticPage.all.filter { $0.wrong != nil }.map(\.code), Language.allCases)
  func `the wrong example raises the code and the right one raises nothing`(
    code: DiagnosticCode, language: Language
  ) throws {
    let page = try #require(DiagnosticPage.named(code.rawValue))
    let wrong = try #require(page.wrong)[language]
    let right = try #require(page.right)[language]
    let raised = try diagnostics(wrong, page.setting)
    #expect(raised.contains { $0.code == code }, "\(wrong)\n\(raised)")
    let left = try diagnostics(right, page.setting)
    #expect(left.isEmpty, "\(right)\n\(left)")
  }

  @Test func `a code may be written small or in full width`() {
    #expect(DiagnosticPage.named("e012")?.code == .chainedComparison)
    #expect(DiagnosticPage.named("Ｅ０１２")?.code == .chainedComparison)
    #expect(DiagnosticPage.named("E12") == nil)
  }

  @Test(arguments: Language.allCases)
  func `the list has every code once`(language: Language) {
    let lines = DiagnosticPage.list(in: language).split(separator: "\n")
    for code in DiagnosticCode.allCases {
      #expect(lines.count { $0.hasPrefix("  \(code.rawValue)  ") } == 1)
    }
  }

  private func diagnostics(
    _ text: String, _ setting: DiagnosticPage.Setting
  ) throws -> [Diagnostic] {
    if setting == .schema { return TestData.diagnostics(ofSchema: text) }
    let data =
      switch setting {
      case .terms: TestData.chibi
      case .twoAreas: try Self.twoAreas()
      case .check, .run, .schema, .masked, .safe: TestData.siming
      }
    let options = WorkspaceOptions(
      parameterTexts: Self.given(text), privacy: setting == .masked ? .masked : .open,
      isSafe: setting == .safe)
    let workspace = Workspace(data, options: options)
    let folder = CaseFile.testsFolder.appendingPathComponent("Data").path
    let source = SourceText(name: "page", text: text, folder: folder)
    var found: [Diagnostic] = []
    let take: (WorkspaceEvent) -> Void = { event in
      if case .diagnostics(let report) = event { found += report.diagnostics }
    }
    if setting == .run {
      _ = try workspace.run(source, saying: take)
    } else {
      _ = try workspace.check(source, saying: take)
    }
    return found
  }

  /// The parameters that a comment gives: `# --set limit=30`.
  private static func given(_ text: String) -> [String: String] {
    guard let set = text.firstMatch(of: #/# --set (\S+)=(\S+)/#) else { return [:] }
    return [String(set.1): String(set.2)]
  }

  /// A data set whose families have two links to areas.
  private static func twoAreas() throws -> DataSet {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearth-two-areas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "schema.hearth": """
      entity families "家庭" {
        id text key "编号"
        home -> areas "住处"
        work -> areas "工作处"
      }
      """,
      "areas.csv": "code,name,level,parent\nA,莲前,street,\n",
      "families.csv": "id,home,work\nF1,A,A\n",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let data = try DataSet.open(folder.path)
    // Everything is read before the folder goes.
    try data.store.loadEverything()
    return data
  }
}
