import HearthAssist
import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// Looks a text over without running it: says a report for it and for each file that it includes,
  /// an empty one where there is nothing to say.
  ///
  /// Nothing is asked of the data but what the names of a text need, and nothing is written. A
  /// parameter without a value is known by its type. The workspace is left as it was.
  package func check(
    _ source: SourceText, saying say: (WorkspaceEvent) throws -> Void
  ) throws -> WorkspaceOutcome {
    isChecking = true
    defer { isChecking = false }
    let reports: [DiagnosticReport]
    do throws(WorkspaceFailure) {
      reports = try leavingNothing { () throws(WorkspaceFailure) in
        let text = try prepare(source)
        // Of a text with errors nobody knows which names it would use.
        return text.hasErrors ? text.reports : withUnusedNames(text.reports)
      }
    } catch {
      return try report(error, say)
    }
    for report in reports { try say(.diagnostics(report)) }
    return reports.contains(where: \.hasErrors) ? .wrongQuery : .fine
  }

  /// With the lints of names that the text itself gives and that neither it nor a file that it
  /// includes uses.
  private func withUnusedNames(_ reports: [DiagnosticReport]) -> [DiagnosticReport] {
    guard let own = reports.first else { return [] }
    var reports = reports
    let scripts = reports.map {
      (script: parse($0.source.text, vocabulary: vocabulary), source: $0.source.text)
    }
    reports[0].diagnostics += unusedNames(
      of: scripts[0].script, source: own.source.text, including: Array(scripts.dropFirst()))
    reports[0].sort()
    return reports
  }
}
