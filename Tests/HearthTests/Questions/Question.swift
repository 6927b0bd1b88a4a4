import Foundation
import HearthText
import Testing

@testable import Hearth

/// One of the 48 questions of the domain: a script that asks it, and the same asked in SQL.
struct Question: CustomTestStringConvertible {
  /// `S08`: the row of the domain page.
  let row: String
  /// `S08-five-warm-lines`; nil when no script asks the row, which no test accepts.
  let name: String?
  let script: String
  let sql: String

  /// What Siming's article names, then what Chibi's names.
  static let all: [Question] =
    (1...25).map { Question("S", $0) } + (1...23).map { Question("C", $0) }

  static let folder = CaseFile.testsFolder.deletingLastPathComponent()
    .appendingPathComponent("samples/questions")

  /// The names of all scripts, in order.
  static let scriptNames: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".hearth") }.map { String($0.dropLast(7)) }.sorted()
  }()

  private init(_ article: String, _ number: Int) {
    let row = article + (number < 10 ? "0" : "") + String(number)
    self.row = row
    name = Question.scriptNames.first { $0.hasPrefix(row + "-") }
    script = Question.read(Question.folder.appendingPathComponent("\(name ?? row).hearth"))
    sql = Question.read(CaseFile.testsFolder.appendingPathComponent("Questions/\(row).sql"))
  }

  /// The text of a file; empty when there is none, which no test accepts.
  private static func read(_ file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  var testDescription: String { name ?? row }

  var sample: String { row.hasPrefix("S") ? "siming" : "chibi" }
  var data: DataSet { sample == "siming" ? TestData.siming : TestData.chibi }
  var database: SampleDatabase { sample == "siming" ? .siming : .chibi }
  /// The language of the words in the sample's files.
  var dataLanguage: Language { sample == "siming" ? .english : .chinese }

  /// The comment that a script begins with, line by line, without its signs.
  var heading: [String] {
    script.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("#") }.map { $0.dropFirst().trimmingCharacters(in: .whitespaces) }
  }

  /// The question as the heading puts it: English lines, a line of Chinese, the command.
  func asked(in language: Language) -> String {
    switch language {
    case .english: heading.dropLast(2).joined(separator: " ")
    case .chinese: heading.dropLast().last ?? ""
    }
  }

  /// The command that runs the script, as its heading gives it.
  var command: String {
    "hearth run samples/questions/\(testDescription).hearth --data samples/\(sample)"
  }
}
