import Glibc
import Hearth
import HearthData
import HearthEngine
import HearthLineEditor
import HearthRender
import HearthText

/// Puts answers on standard output and everything else on standard error.
final class AnswerPrinter {
  var language: Language
  /// Columns that identify a person print as `张**`, everywhere.
  var masksPrivate = false
  /// Says only what is wrong.
  var isQuiet = false
  let output: AnswerOutput
  /// Says where the answers come from, when a document asks for it.
  var provenance: (() -> Provenance)? {
    get { output.provenance }
    set { output.provenance = newValue }
  }
  private let theme = Theme.standard()
  private let options: RenderOptions
  private var hasFailedToWrite: Bool { output.problem != nil || hasRefused }
  /// An answer could not be written in the format that was asked for.
  private var hasRefused = false
  var display = Display()
  /// Why what is being written has become pointless, if it has.
  var stop: @Sendable () -> StopReason? = { nil }
  /// Whether a line on the terminal can be written again.
  var canRedraw: Bool { theme.isRedrawable }
  private let shownOffendingRows = 10

  init(_ output: OutputOptions) {
    language = output.language
    self.output = AnswerOutput(output.format, language: output.language)
    var options = RenderOptions(
      language: output.language, headers: output.headers, isRaw: output.raw,
      isTerminal: isatty(STDOUT_FILENO) == 1)
    options.hasByteOrderMark = output.bom
    self.options = options
  }

  /// For commands whose answers are plain text.
  init(language: Language) {
    self.language = language
    output = AnswerOutput(.table, language: language)
    options = RenderOptions(language: language)
  }

  /// The next answer is the first of a text of its own: nothing separates it from what was before.
  func beginText() { output.beginText() }

  /// Takes what a text says while it runs.
  ///
  /// - Throws: when an answer was given up before its end.
  func take(_ event: WorkspaceEvent) throws(RunError) {
    switch event {
    case .table(let table): try show(table)
    case .rowStrip(let strip): show(strip)
    case .text(let text): show(text)
    case .save(let table, let file, _): try save(table, file)
    case .expectation(let outcome): if !outcome.isMet { say(outcome) }
    case .diagnostics(let report): say(report)
    case .failure(_, let message, let hint, _):
      say(message)
      if let hint { say(hint) }
    }
  }

  private func show(_ table: ResultTable) throws(RunError) {
    if let reason = reasonToStop(showing: table) { throw .stopped(reason) }
  }

  /// Shows a table; why it was given up before its end, if it was.
  func reasonToStop(showing table: ResultTable) -> StopReason? {
    if let refusal = output.format.renderer.refusal(of: table) {
      refuse(refusal)
      return nil
    }
    var options = currentOptions
    let defused = DefusedCells()
    options.defused = defused
    output.add(table, options, isPaged: isPaged(table, options), pager: display.pager)
    sayOutputProblem()
    if output.isCut { return stop() ?? .cancelled }
    if !output.format.renderer.holdsRemarks { remark(renderRemarks(table, language: language)) }
    say(defused)
    return nil
  }

  /// Shows a table to its end; else says why not, and ends with the documented exit code.
  func showWhole(_ table: ResultTable) throws {
    guard let reason = reasonToStop(showing: table) else { return }
    say(reason.message)
    throw finish(.stopped).exitCode
  }

  /// Prose breaks between words at the edge of a terminal; JSON and the like stay as they are.
  func show(_ text: String) {
    let options = currentOptions
    add(output.format == .table ? fitted(text, options.maxWidth) : text, options)
  }

  /// What is wrong with a text, where that is the answer.
  func show(_ report: DiagnosticReport) {
    let options = currentOptions
    let text = fitted(report, options.maxWidth)
    add(options.isTerminal ? theme.coloured(report: text) : text, options)
  }

  private func add(_ text: String, _ options: RenderOptions) {
    output.add(text: text.hasSuffix("\n") ? text : text + "\n", options)
    sayOutputProblem()
  }

  private func refuse(_ refusal: Bilingual) {
    hasRefused = true
    say(refusal)
  }

  /// Whether a table may be taller than the screen.
  private func isPaged(_ table: ResultTable, _ options: RenderOptions) -> Bool {
    guard options.isTerminal, display.pager != nil, let height = Environment.terminalHeight
    else { return false }
    let rows = min(table.rowCount, options.rowLimit ?? .max)
    return rows + 4 > height || options.records != .never
  }

  private func say(_ defused: DefusedCells) {
    let count = defused.count
    guard count > 0 else { return }
    remark(
      Bilingual(
        "\(count) \(count == 1 ? "cell" : "cells") that a spreadsheet would run got an apostrophe in "
          + "front; --raw leaves them as they are\n",
        "有 \(count) 个单元格会被电子表格当作公式运行，已在前面加上撇号；用 --raw 可保持原样\n")[language])
  }

  /// What is said below an answer.
  private func remark(_ text: String) {
    if isQuiet { return }
    let text = fitted(text, Self.errorWidth)
    guard isatty(STDERR_FILENO) == 1, theme.hasColours else { return complain(text) }
    complain(
      text.split(separator: "\n").map { theme.styled($0, .comment) + "\n" }.joined())
  }

  /// How long a text took, in seconds: where that is wanted, or long.
  func sayTime(_ seconds: Double) {
    guard display.showsTime || display.hints && seconds >= 1 else { return }
    let text =
      seconds >= 1
      ? "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10) s" : "\(Int(seconds * 1000)) ms"
    remark(text + "\n")
  }

  private func show(_ strip: RowStrip) {
    remark(strip.text(in: language, width: Environment.terminalWidth) + "\n")
  }

  private var currentOptions: RenderOptions {
    var options = options
    options.language = language
    options.masksPrivate = masksPrivate
    options.isStopped = { [stop] in stop() != nil }
    if output.isFile { options.isTerminal = false }
    if options.isTerminal {
      options.maxWidth = Environment.terminalWidth
      options.rowLimit = display.rowLimit
      options.records = display.records
      options.numbers = display.numbers
      options.decoration = theme.decoration
      if display.hints {
        options.rowsHint = Bilingual("; .rows all shows them", "；.行限 全部 可全部显示")
        options.columnsHint = Bilingual("; .wide on shows them", "；.宽 开 可全部显示")
      }
    }
    return options
  }

  private func save(_ table: ResultTable, _ file: String) throws(RunError) {
    let format = OutputFormat(suffixOf: file) ?? .csv
    if let refusal = format.renderer.refusal(of: table) { return refuse(refusal) }
    var options = RenderOptions(
      language: language, isRaw: options.isRaw, masksPrivate: masksPrivate)
    options.hasByteOrderMark = self.options.hasByteOrderMark
    let defused = DefusedCells()
    options.defused = defused
    options.isStopped = { [stop] in stop() != nil }
    let isWhole: Bool
    do throws(DataError) {
      isWhole = try output.save(table, as: format, to: file, options)
    } catch {
      hasRefused = true
      return say(HearthError(error))
    }
    guard isWhole else { throw .stopped(stop() ?? .cancelled) }
    if !isQuiet {
      say(
        Bilingual(
          "saved \(table.rowCount) rows as \(file)", "已将 \(table.rowCount) 行保存为 \(file)"))
    }
    say(defused)
  }

  // MARK: Where answers go

  /// From now on answers go to a file, in the form that its name says.
  func write(toFile path: String) throws(DataError) {
    writeToScreen()
    try output.open(path, as: OutputFormat(suffixOf: path) ?? output.format)
  }

  func writeToScreen() {
    output.close(keeping: true)
    sayOutputProblem()
  }

  /// Ends what a text of the person's has written to the screen; a file stays open.
  func endText() {
    output.endText()
    sayOutputProblem()
  }

  /// Ends the output of a whole run: a file is put into its place if the run came to its end.
  func finish(_ outcome: WorkspaceOutcome) -> ExitStatus {
    let isWhole = outcome == .fine || outcome == .expectationFailed
    if let path = output.filePath, !isWhole {
      say(Bilingual("\(path) is not written.", "没有写入 \(path)。"))
    }
    output.close(keeping: isWhole && !hasRefused)
    sayOutputProblem()
    return status(outcome)
  }

  /// Says once why nothing more can be written.
  private func sayOutputProblem() {
    if let problem = output.takeNews() { say(problem) }
  }

  // MARK: Messages

  func breakLine() { complain("\n") }

  func say(_ message: Bilingual) { complain(fitted(message[language], Self.errorWidth) + "\n") }

  func say(_ error: HearthError) {
    complain(fitted(error.text(in: language), Self.errorWidth) + "\n")
  }

  func say(_ report: DiagnosticReport) {
    let text = fitted(report, Self.errorWidth)
    complain(isatty(STDERR_FILENO) == 1 ? theme.coloured(report: text) : text)
  }

  private func say(_ outcome: ExpectationOutcome) {
    output.add(
      FailedExpectation(
        place: "\(outcome.place.source.name):\(outcome.place.line)", message: outcome.message,
        finding: outcome.finding, rows: outcome.rows?.prefix(shownOffendingRows)), currentOptions)
    let line = outcome.place.line
    let name = outcome.place.source.name
    let words = outcome.message.map { ": " + $0 } ?? ""
    say(
      Bilingual(
        "\(name):\(line): expectation failed\(words) (\(outcome.finding.english))",
        "\(name):\(line): 期望未满足\(words.isEmpty ? "" : "：" + words.dropFirst(2))（\(outcome.finding.chinese)）"
      ))
    if let rows = outcome.rows {
      let options = RenderOptions(
        language: language, rowLimit: shownOffendingRows, masksPrivate: masksPrivate)
      complain(OutputFormat.table.text(rows, options: options))
    }
  }

  /// After everything else: how many cells were set aside in the tables that were read.
  func sayProblems(_ count: Int) {
    guard count > 0 else { return }
    say(
      Bilingual(
        "\(count) \(count == 1 ? "cell or row" : "cells or rows") of the data set aside; "
          + "`hearth check DATA` says where and why.",
        "数据中有 \(count) 处被搁置；用 hearth check DATA 查看位置和原因。"))
  }

  func status(_ outcome: WorkspaceOutcome) -> ExitStatus {
    switch outcome {
    case .fine: hasFailedToWrite ? .unreadableData : .fine
    case .expectationFailed: .expectationFailed
    case .wrongQuery: .wrongQuery
    case .unreadableData: .unreadableData
    case .stopped: .stopped
    }
  }

  // MARK: Writing

  /// The width of the window where standard error is a terminal.
  private static var errorWidth: Int? {
    isatty(STDERR_FILENO) == 1 ? Environment.terminalWidth : nil
  }

  /// In a window lines end between words, not at its edge.
  private func fitted(_ text: String, _ width: Int?) -> String {
    width.map { wrapped(text, toWidth: $0) } ?? text
  }

  private func fitted(_ report: DiagnosticReport, _ width: Int?) -> String {
    guard let width else { return report.text(in: language) }
    return wrapped(report.text(in: language, width: min(width, 100)), toWidth: width)
  }

  private func complain(_ text: String) {
    guard !text.isEmpty else { return }
    var sink = ByteSink { AnswerOutput.deliver($0, to: STDERR_FILENO) }
    sink.write(text)
    sink.flush()
  }
}

extension SourcePlace {
  /// Counted from 1.
  var line: Int {
    1 + source.text.utf8.prefix(Int(span.start)).count { $0 == UInt8(ascii: "\n") }
  }
}
