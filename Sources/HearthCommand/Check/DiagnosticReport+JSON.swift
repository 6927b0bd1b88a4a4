import Hearth
import HearthRender
import HearthSyntax
import HearthText

/// What an editor or a build reads of a check: an object for each file.
///
///     {"file", "diagnostics": [{"code", "severity", "message": {"en", "zh"}, "span",
///       "notes": [{"en", "zh"}], "fixes": [{"span", "replacement", "safe"}]}],
///      "corrected": [{"code", "line", "column", "old", "new"}]}
///
/// A span has `start` and `end`, byte offsets from 0, and line and column of both from 1, columns in
/// characters as seen. `corrected` is there when `--fix` has changed the file.
extension DiagnosticReport {
  func json(_ corrections: [Correction]) -> JSONValue {
    let lines = SourceLines(source.text)
    var members: [(String, JSONValue)] = [
      ("file", .text(source.name)),
      ("diagnostics", .list(diagnostics.map { $0.json(lines) })),
    ]
    if !corrections.isEmpty { members.append(("corrected", .list(corrections.map(\.json)))) }
    return .object(members)
  }
}

extension Diagnostic {
  fileprivate func json(_ lines: SourceLines) -> JSONValue {
    .object([
      ("code", .text(code.rawValue)), ("severity", .text(severity.word.english)),
      ("message", message.json), ("span", span.json(lines)),
      ("notes", .list(hint.map { [$0.json] } ?? [])),
      ("fixes", .list(fix.map { [$0.json(lines)] } ?? [])),
    ])
  }
}

extension Diagnostic.Fix {
  fileprivate func json(_ lines: SourceLines) -> JSONValue {
    .object([
      ("span", span.json(lines)), ("replacement", .text(replacement)),
      ("safe", .flag(!changesMeaning)),
    ])
  }
}

extension Span {
  fileprivate func json(_ lines: SourceLines) -> JSONValue {
    let (first, last) = (lines.position(of: start), lines.position(of: end))
    return .object([
      ("start", .number(Double(start))), ("end", .number(Double(end))),
      ("line", .number(Double(first.line))), ("column", .number(Double(first.column))),
      ("end_line", .number(Double(last.line))), ("end_column", .number(Double(last.column))),
    ])
  }
}

extension Correction {
  fileprivate var json: JSONValue {
    .object([
      ("code", .text(code.rawValue)), ("line", .number(Double(place.line))),
      ("column", .number(Double(place.column))), ("old", .text(old)), ("new", .text(new)),
    ])
  }
}

extension Bilingual {
  fileprivate var json: JSONValue { .object([("en", .text(english)), ("zh", .text(chinese))]) }
}
