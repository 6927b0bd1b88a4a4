import Foundation
import HearthText
import Testing

@testable import Hearth

/// The examples of the documents: every `hearth` block runs on the sample, and where a `text` block
/// follows, it is what the block prints.
@Suite struct DocumentationTests {
  static let documents = ["README.md", "grammar/reference.md"]

  @Test(arguments: documents) func `every example runs`(document: String) throws {
    let file = DocumentFile(document)
    #expect(!file.examples.isEmpty)
    for example in file.examples {
      let transcript = try TestData.workspace(TestData.siming).transcript(example.query)
      #expect(transcript.outcome == .fine, "\(example.query)\n\(transcript.messages)")
      #expect(transcript.messages.isEmpty, "\(example.query)\n\(transcript.messages)")
    }
  }

  @Test(arguments: documents)
  func `the printed answers are those of the program`(document: String) throws {
    var file = DocumentFile(document)
    for example in file.examples.reversed() {
      guard let range = example.answer else { continue }
      let workspace = TestData.workspace(TestData.siming)
      workspace.language = example.isChinese ? .chinese : .english
      let transcript = try workspace.transcript(example.query)
      let actual = (transcript.output + transcript.remarks).split(separator: "\n")
        .map { String($0.reversed().drop { $0.isWhitespace }.reversed()) }
      if GoldenCaseTests.isBlessing {
        file.lines.replaceSubrange(range, with: actual)
      } else {
        #expect(Array(file.lines[range]) == actual, "\(example.query)")
      }
    }
    if GoldenCaseTests.isBlessing {
      try file.write()
      Issue.record("recorded; run again without HEARTH_BLESS")
    }
  }

  @Test func `the English and the Chinese opening of the README are one question`() throws {
    let examples = DocumentFile("README.md").examples
    let english = try TestData.workspace(TestData.siming).transcript(examples[0].query)
    let chinese = try TestData.workspace(TestData.siming).transcript(examples[1].query)
    #expect(english.output == chinese.output)
    #expect(!english.output.isEmpty)
  }
}

/// A Markdown file by its lines, with the examples in it.
struct DocumentFile {
  struct Example {
    var query: String
    /// The lines of the answer that follows; nil when none is printed.
    var answer: Range<Int>?

    var isChinese: Bool { query.unicodeScalars.first.map { $0.value >= 0x4E00 } ?? false }
  }

  private let url: URL
  var lines: [String]

  init(_ path: String) {
    url = CaseFile.testsFolder.deletingLastPathComponent().appendingPathComponent(path)
    do {
      lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    } catch {
      preconditionFailure("\(path) cannot be read: \(error)")
    }
  }

  func write() throws {
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  var examples: [Example] {
    var examples: [Example] = []
    var start: Int?
    var isAnswer = false
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let opened = start {
        if isAnswer {
          examples[examples.count - 1].answer = opened..<index
        } else {
          examples.append(Example(query: lines[opened..<index].joined(separator: "\n")))
        }
        start = nil
      } else if line == "```hearth" {
        (start, isAnswer) = (index + 1, false)
      } else if line == "```text", !examples.isEmpty {
        (start, isAnswer) = (index + 1, true)
      }
    }
    return examples
  }
}
