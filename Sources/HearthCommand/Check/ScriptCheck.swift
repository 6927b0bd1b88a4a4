import Glibc
import Hearth
import HearthData
import HearthLineEditor
import HearthSyntax
import HearthText

/// Looks scripts over one after the other, corrects them where that is asked for, and tells what
/// there is to say of them.
struct ScriptCheck {
  private let workspace: Workspace
  private let printer: AnswerPrinter
  private let isJSON: Bool
  private let isFixing: Bool
  /// Whether it is known what data the scripts are for; else they are held against the sample.
  private let hasOwnData: Bool
  private var scripts = 0
  private var errors = 0
  private var warnings = 0
  private var worst = ExitStatus.fine

  init(_ batch: Batch, language: Language, isJSON: Bool, isFixing: Bool) {
    workspace = batch.workspace
    hasOwnData = batch.dataPath != nil
    self.isJSON = isJSON
    self.isFixing = isFixing
    printer = AnswerPrinter(language: language)
  }

  mutating func take(_ source: SourceText) throws {
    scripts += 1
    var corrected = Corrected(source)
    if isFixing {
      corrected = try corrections(of: source)
      do throws(DataError) { try keep(corrected, of: source) } catch {
        printer.say(HearthError(error))
        worst = max(worst, .unreadableData)
        corrected = Corrected(source)
      }
    }
    let reports = try reports(on: corrected.source)
    if !isJSON { tell(corrected.corrections) }
    for (index, report) in reports.enumerated() {
      errors += report.diagnostics.count { $0.severity == .error }
      warnings += report.diagnostics.count { $0.severity == .warning }
      tell(report, index == 0 ? corrected.corrections : [])
    }
  }

  /// Says how many errors and warnings there were.
  func finish(isStrict: Bool) -> ExitStatus {
    if !isJSON { printer.say(summary) }
    var status = worst
    if warnings > 0 && isStrict { status = max(status, .expectationFailed) }
    if errors > 0 { status = max(status, .wrongQuery) }
    return status
  }

  /// What there is to say of a text and of each file that it includes.
  private mutating func reports(on source: SourceText) throws -> [DiagnosticReport] {
    var reports: [DiagnosticReport] = []
    // Names do not reach from one script into the next.
    let own = Workspace(workspace.data, options: workspace.options)
    let outcome = try own.check(source) { event in
      if case .diagnostics(let report) = event {
        reports.append(report)
      } else {
        try printer.take(event)
      }
    }
    if outcome > .wrongQuery { worst = max(worst, printer.status(outcome)) }
    return reports
  }

  // MARK: Corrections

  /// Makes what is sure, and what comes to light then, until nothing is left or errors would become
  /// more.
  private mutating func corrections(of source: SourceText) throws -> Corrected {
    var corrected = Corrected(source)
    var before = try reports(on: source).first
    for _ in 0..<Self.mostRounds {
      guard let report = before else { break }
      let next = corrected.making(report, ofOwnData: hasOwnData)
      guard next.source.text != corrected.source.text else { break }
      before = try reports(on: next.source).first
      guard let after = before, after.errorCount <= report.errorCount else { break }
      corrected = next
    }
    return corrected
  }

  private static let mostRounds = 20

  private func keep(_ corrected: Corrected, of source: SourceText) throws(DataError) {
    guard corrected.source.text != source.text else { return }
    try ScriptArguments.write(corrected.source.text, over: source)
  }

  // MARK: Telling

  private func tell(_ report: DiagnosticReport, _ corrections: [Correction]) {
    if isJSON { return printer.show(report.json(corrections).text) }
    if !report.diagnostics.isEmpty { printer.show(report) }
  }

  private func tell(_ corrections: [Correction]) {
    guard !corrections.isEmpty else { return }
    printer.show(corrections.map { $0.line[printer.language] }.joined(separator: "\n"))
  }

  private var summary: Bilingual {
    var number = Bilingual("\(scripts) script\(scripts == 1 ? "" : "s")", "\(scripts) 个脚本")
    if !hasOwnData {
      number.english += " against the sample data"
      number.chinese += "（对照示例数据）"
    }
    if errors + warnings == 0 {
      return Bilingual("\(number.english): nothing to say.", "\(number.chinese)：没有问题。")
    }
    return Bilingual(
      "\(number.english): \(errors) error\(errors == 1 ? "" : "s"), "
        + "\(warnings) warning\(warnings == 1 ? "" : "s"). hearth explain CODE says more.",
      "\(number.chinese)：\(errors) 个错误，\(warnings) 个警告。用 hearth explain 代码 可看说明。")
  }
}

extension DiagnosticReport {
  fileprivate var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
