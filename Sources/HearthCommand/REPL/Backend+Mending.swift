import Hearth
import HearthSyntax

extension Backend {
  /// A wrong text with its errors mended, if each of them has one safe fix; nil if anything is still
  /// wrong then. What an error hid is mended in its turn.
  func mended(_ report: DiagnosticReport) -> String? {
    var report = report
    for _ in 0..<Self.mostRounds {
      guard let text = report.fixed else { return nil }
      let source = SourceText(name: "", text: text, folder: ".")
      report = workspace.readBack(source).report
      if !report.hasErrors { return text }
    }
    return nil
  }

  private static let mostRounds = 4
}

extension DiagnosticReport {
  /// The text with the fixes of all its errors; nil if one has none, or two are at one place.
  fileprivate var fixed: String? {
    let errors = diagnostics.filter { $0.severity == .error }
    let fixes = errors.compactMap(\.fix)
    guard !fixes.isEmpty, fixes.count == errors.count else { return nil }
    var bytes = Array(source.text.utf8)
    var end = bytes.count
    for fix in fixes.sorted(by: { $0.span.start > $1.span.start }) {
      guard Int(fix.span.end) <= end else { return nil }
      end = Int(fix.span.start)
      bytes.replaceSubrange(end..<Int(fix.span.end), with: fix.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
