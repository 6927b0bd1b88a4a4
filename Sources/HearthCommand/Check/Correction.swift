import Hearth
import HearthSyntax
import HearthText

/// A text with the corrections that were made in it.
struct Corrected {
  var source: SourceText
  var corrections: [Correction] = []

  init(_ source: SourceText) { self.source = source }

  /// With those fixes of a report that are sure; of two at one place, the first.
  ///
  /// `ofOwnData`: a value that the sample data lack may well be in the data that the script is for.
  func making(_ report: DiagnosticReport, ofOwnData: Bool) -> Corrected {
    let sure = report.diagnostics.filter { diagnostic in
      guard let fix = diagnostic.fix, !fix.changesMeaning else { return false }
      return ofOwnData || diagnostic.code != .unknownValue || diagnostic.severity == .error
    }
    let (text, made) = Diagnostic.Fix.apply(sure.compactMap(\.fix), to: source.text)
    let lines = SourceLines(source.text)
    var result = self
    result.source.text = text
    result.corrections += made.compactMap { fix in
      sure.first { $0.fix == fix }.map { diagnostic in
        Correction(
          file: source.name, place: lines.position(of: fix.span.start), code: diagnostic.code,
          old: source.text.slice(fix.span), new: fix.replacement)
      }
    }
    return result
  }
}

/// One replacement that was made, at its place in the text as it was then.
struct Correction {
  var file: String
  /// Line and column, from 1.
  var place: (line: Int, column: Int)
  var code: DiagnosticCode
  var old: String
  var new: String

  var line: Bilingual {
    let place = "\(visible(file)):\(place.line):\(place.column): "
    let (old, new) = (visible(old), visible(new))
    return Bilingual(
      place + "corrected \(code.rawValue): `\(old)` is now `\(new)`",
      place + "已改正 \(code.rawValue)：“\(old)”改为“\(new)”")
  }
}
