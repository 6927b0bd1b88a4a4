import Glibc
import Hearth
import HearthData
import HearthLineEditor
import HearthRender
import HearthText

/// Puts answers on standard output and everything else on standard error.
final class AnswerPrinter {
  var language: Language
  /// Columns that identify a person print as `张**`, everywhere.
  var masksPrivate = false
  var format: OutputFormat
  /// Says only what is wrong.
  var isQuiet = false
  private let theme = Theme.standard()
  /// Where answers go instead of standard output.
  private var file: AnswerFile?
  private let options: RenderOptions
  private var hasPrinted = false
  private var hasFailedToWrite = false
  var display = Display()
  /// Whether a line on the terminal can be written again.
  var canRedraw: Bool { theme.isRedrawable }
  private let shownOffendingRows = 10

  init(_ output: OutputOptions) {
    language = output.language
    format = OutputFormat(output.format)
    options = RenderOptions(
      language: output.language, headers: output.headers.map(RenderOptions.Headers.init),
      isRaw: output.raw, isTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// For commands whose answers are plain text.
  init(language: Language) {
    self.language = language
    format = .table
    options = RenderOptions(language: language)
  }

  /// The next answer is the first of a text of its own: nothing separates it from what was before.
  func beginText() { hasPrinted = false }

  /// Takes what a text says while it runs.
  func take(_ event: WorkspaceEvent) {
    switch event {
    case .table(let table): show(table)
    case .rowStrip(let strip): show(strip)
    case .text(let text): write(text.hasSuffix("\n") ? text : text + "\n")
    case .save(let table, let file, _): save(table, file)
    case .expectation(let outcome): if !outcome.isMet { say(outcome) }
    case .diagnostics(let report): say(report)
    case .failure(_, let message, let hint, _):
      say(message)
      if let hint { say(hint) }
    }
  }

  func show(_ table: ResultTable) {
    if hasPrinted, format.renderer.separatesResults { write("\n") }
    hasPrinted = true
    if !page(table) {
      var sink = ByteSink(deliver: put)
      format.renderer.render(table, options: currentOptions, into: &sink)
      sink.flush()
    }
    if format != .json { remark(renderRemarks(table, language: language)) }
  }

  /// Shows a table that is taller than the screen in the pager; false where that is not wanted, or
  /// it is not.
  private func page(_ table: ResultTable) -> Bool {
    let options = currentOptions
    guard options.isTerminal, let pager = display.pager, let height = Environment.terminalHeight
    else { return false }
    let rows = min(table.rowCount, options.rowLimit ?? .max)
    guard rows + 4 > height || options.records != .never else { return false }
    var sink = ByteSink()
    format.renderer.render(table, options: options, into: &sink)
    guard sink.bytes.count(where: { $0 == UInt8(ascii: "\n") }) + 2 > height else { return false }
    return Pager.show(sink.bytes, with: pager)
  }

  /// What is said below an answer.
  private func remark(_ text: String) {
    if isQuiet { return }
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
    if file != nil { options.isTerminal = false }
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

  private func save(_ table: ResultTable, _ file: String) {
    var sink = ByteSink()
    let format = OutputFormat(fileName: file)
    format.renderer.render(
      table,
      options: RenderOptions(
        language: language, isRaw: options.isRaw, masksPrivate: masksPrivate), into: &sink)
    do throws(DataError) {
      try TextFile.write(sink.bytes, to: file)
      if !isQuiet {
        say(
          Bilingual(
            "saved \(table.rowCount) rows as \(file)", "已将 \(table.rowCount) 行保存为 \(file)"))
      }
    } catch {
      hasFailedToWrite = true
      say(HearthError(error))
    }
  }

  // MARK: Where answers go

  /// From now on answers go to a file, which is emptied first, in the form that its name says.
  func write(toFile path: String) throws(DataError) {
    let opened = try AnswerFile(path, formerFormat: file?.formerFormat ?? format)
    file = opened
    format = OutputFormat(suffixOf: path) ?? format
  }

  func writeToScreen() {
    if let file { format = file.formerFormat }
    file = nil
  }

  // MARK: Messages

  func breakLine() { complain("\n") }

  func say(_ message: Bilingual) { complain(message[language] + "\n") }

  func say(_ error: HearthError) { complain(error.text(in: language) + "\n") }

  func say(_ report: DiagnosticReport) {
    let text = report.text(in: language)
    complain(isatty(STDERR_FILENO) == 1 ? theme.coloured(report: text) : text)
  }

  private func say(_ outcome: ExpectationOutcome) {
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

  private func write(_ text: String) {
    var sink = ByteSink(deliver: put)
    sink.write(text)
    sink.flush()
  }

  private func complain(_ text: String) {
    guard !text.isEmpty else { return }
    var sink = ByteSink { AnswerPrinter.deliver($0, to: STDERR_FILENO) }
    sink.write(text)
    sink.flush()
  }

  /// Says once why nothing more can be put on standard output.
  private func put(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if AnswerPrinter.deliver(bytes, to: file?.descriptor ?? STDOUT_FILENO) { return true }
    let reason = String(cString: strerror(errno))
    if !hasFailedToWrite {
      hasFailedToWrite = true
      say(
        Bilingual(
          "Cannot write to standard output: \(reason).", "无法写入标准输出：\(reason)。"))
    }
    return false
  }

  /// False when nobody reads any more.
  private static func deliver(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}

extension OutputFormat {
  init(_ format: OutputOptions.Format) {
    switch format {
    case .table: self = .table
    case .csv: self = .csv
    case .json: self = .json
    }
  }

  /// By the suffix of a file; CSV when it says nothing.
  init(fileName: String) { self = OutputFormat(suffixOf: fileName) ?? .csv }

  /// nil when the suffix says nothing.
  init?(suffixOf fileName: String) {
    switch fileName.split(separator: ".").last {
    case "json": self = .json
    case "txt": self = .table
    case "csv": self = .csv
    default: return nil
    }
  }
}

extension RenderOptions.Headers {
  init(_ headers: OutputOptions.Headers) {
    switch headers {
    case .identifiers: self = .identifiers
    case .labels: self = .labels
    }
  }
}

extension SourcePlace {
  /// Counted from 1.
  var line: Int {
    1 + source.text.utf8.prefix(Int(span.start)).count { $0 == UInt8(ascii: "\n") }
  }
}
