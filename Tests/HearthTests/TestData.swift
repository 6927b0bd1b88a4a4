import Foundation
import HearthData
import HearthIO
import HearthPlan
import HearthRender
import HearthSyntax
import HearthText
import Synchronization
import Testing

@testable import Hearth

/// The data sets of the tests, each opened once.
enum TestData {
  static let village = open("Data/village")
  static let foreign = open("Data/foreign")
  static let siming = open("../samples/siming")
  static let chibi = open("../samples/chibi")

  /// The data set that a case names, the village if it names none.
  static func workspace(_ file: CaseFile) -> Workspace {
    let data =
      switch file["data"] {
      case nil, "village": village
      case "foreign": foreign
      case "siming": siming
      case "chibi": chibi
      case let other?: preconditionFailure("\(file.url.path): no data set \(other)")
      }
    var parameters: [String: String] = [:]
    for line in (file["parameters"] ?? "").split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      parameters[parts[0]] = parts[1]
    }
    return workspace(data, parameters: parameters)
  }

  static func workspace(_ data: DataSet, parameters: [String: String] = [:]) -> Workspace {
    Workspace(data, options: WorkspaceOptions(parameterTexts: parameters, isSafe: true))
  }

  /// The same data set from a snapshot, which is made once for each.
  static func packed(_ data: DataSet) throws -> DataSet {
    if let known = snapshots.withLock({ $0[data.name] }) { return known }
    let made = try data.repacked()
    snapshots.withLock { $0[data.name] = made }
    return made
  }

  /// The same data set, nothing of it read yet.
  static func reopened(_ data: DataSet, resolvesAll: Bool = false) throws -> DataSet {
    guard case .files(let source) = data.content else { return data }
    return try DataSet(source: source, name: data.name, resolvesAll: resolvesAll)
  }

  private static let snapshots = Mutex<[String: DataSet]>([:])

  /// What is wrong with a `schema.hearth` of this text.
  static func diagnostics(ofSchema text: String, in language: Language) -> String {
    schemaReport(text).text(in: language)
  }

  static func diagnostics(ofSchema text: String) -> [Diagnostic] {
    schemaReport(text).diagnostics
  }

  private static func schemaReport(_ text: String) -> DiagnosticReport {
    let script = parse(text, vocabulary: .empty)
    let declared = bindSchema(script.statements, builtIn: [])
    let source = SourceText(name: "schema.hearth", text: text)
    var report = DiagnosticReport(
      source: source, diagnostics: script.diagnostics + declared.diagnostics)
    report.sort()
    return report
  }

  private static func open(_ path: String) -> DataSet {
    do {
      return try DataSet.open(CaseFile.testsFolder.appendingPathComponent(path).path)
    } catch {
      preconditionFailure("the test data cannot be opened: \(error)")
    }
  }
}

/// All that a text said, by where it goes.
struct Transcript {
  var output = ""
  var remarks = ""
  var messages = ""
  var strips = ""
  var tables: [ResultTable] = []
  var outcome = WorkspaceOutcome.fine
}

extension Workspace {
  func transcript(_ text: String, format: OutputFormat = .table) throws -> Transcript {
    var transcript = Transcript()
    let options = RenderOptions(language: language)
    let folder = CaseFile.testsFolder.appendingPathComponent("Data").path
    transcript.outcome = try run(
      SourceText(name: "case", text: text, folder: folder)
    ) { event in
      switch event {
      case .table(let table):
        if !transcript.output.isEmpty { transcript.output += "\n" }
        transcript.output += format.text(table, options: options)
        transcript.remarks += renderRemarks(table, language: language)
        transcript.tables.append(table)
      case .rowStrip(let strip):
        transcript.strips += strip.text(in: language) + "\n"
      case .text(let text): transcript.output += text + (text.hasSuffix("\n") ? "" : "\n")
      case .save(let table, let file, _):
        transcript.messages += "save \(table.rowCount) rows as \(file)\n"
      case .expectation(let outcome):
        transcript.messages +=
          "\(outcome.isMet ? "met" : "failed"): \(outcome.message ?? ""): "
          + outcome.finding[language] + "\n"
      case .diagnostics(let report): transcript.messages += report.text(in: language)
      case .failure(_, let message, let hint, _):
        transcript.messages += message[language] + "\n" + (hint.map { $0[language] + "\n" } ?? "")
      }
    }
    // Where the tests lie differs from machine to machine.
    transcript.messages = transcript.messages.replacingOccurrences(of: folder, with: "…/Data")
    return transcript
  }

  /// What a check says of a text and the files that it includes.
  func checkReport(_ source: SourceText) throws -> String {
    var text = ""
    _ = try check(source) { event in
      if case .diagnostics(let report) = event { text += report.text(in: language) }
    }
    return text
  }
}

extension DataSet {
  fileprivate func repacked() throws -> DataSet {
    var bytes: [UInt8] = []
    try pack { (part) throws(DataError) in bytes += part }
    return try DataSet(SnapshotFile(Buffer(bytes), name: name))
  }
}
