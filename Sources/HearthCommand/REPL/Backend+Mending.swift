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
    let mended = Diagnostic.Fix.apply(fixes, to: source.text)
    return mended.made.count == fixes.count ? mended.text : nil
  }
}
