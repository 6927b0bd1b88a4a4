import Foundation
import Testing

/// One golden case: a sentence that says what it is about, a query, and what it must give.
///
///     What the case shows, in a sentence.
///     === query
///     families | count
///     === table
///     count
///        10
struct CaseFile {
  struct Section {
    var name: String
    var body: String
  }

  var url: URL
  var sentence: String
  var sections: [Section]

  init(_ url: URL) throws {
    self.url = url
    let lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var sentence: [Substring] = []
    var sections: [(name: String, lines: [Substring])] = []
    for line in lines {
      if line.hasPrefix("=== ") {
        sections.append((String(line.dropFirst(4)), []))
      } else if sections.isEmpty {
        sentence.append(line)
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    self.sentence = sentence.joined(separator: "\n").trimmingCharacters(in: .newlines)
    self.sections = sections.map {
      Section(
        name: $0.name, body: $0.lines.joined(separator: "\n").trimmingCharacters(in: .newlines))
    }
  }

  subscript(name: String) -> String? { sections.first { $0.name == name }?.body }

  /// The query, with the line break that ends it.
  var query: String { self["query"] ?? "" }

  func write() throws {
    let text = sections.map { "=== \($0.name)\n\($0.body)\n" }.joined()
    try (sentence + "\n" + text).write(to: url, atomically: true, encoding: .utf8)
  }

  /// The folder `Tests`, found from this file.
  static let testsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every case below `Tests/Cases`, in the order of their paths.
  static let all: [CaseFile] = {
    let folder = testsFolder.appendingPathComponent("Cases")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "case" }
    return urls.sorted { $0.path < $1.path }.map {
      do { return try CaseFile($0) } catch {
        preconditionFailure("unreadable case \($0): \(error)")
      }
    }
  }()
}

extension CaseFile: CustomTestStringConvertible {
  var testDescription: String {
    url.pathComponents.suffix(2).joined(separator: "/")
  }
}
