import Glibc
import Hearth
import HearthAssist
import HearthData
import HearthEngine
import HearthLineEditor
import HearthRender
import HearthSyntax
import HearthText

/// What the REPL asks of the program behind it: a workspace, and where its answers go.
final class Backend {
  private(set) var workspace: Workspace
  let printer: AnswerPrinter
  /// Where the data are; nil for the sample data.
  private(set) var dataPath: String?
  var memory = Memory()
  /// The last table that was shown for a text of the person's.
  private(set) var lastAnswer: ResultTable?
  /// The last text of the person's with its errors mended, if that is sure.
  var offer: String?
  /// What was wrong with the text that was run last.
  private var errors: DiagnosticReport?
  /// How much the data hid when they were opened.
  let openedPrivacy: PrivacyLevel
  /// How many cells and rows that were set aside have been spoken of.
  private var problemsSaid = 0

  init(_ batch: Batch) {
    workspace = batch.workspace
    printer = batch.printer
    dataPath = batch.dataPath
    openedPrivacy = batch.workspace.options.privacy
    workspace.options.isTracing = true
    workspace.options.leavesWhenStopped = true
    printer.display.hints = true
    printer.display.pager = Pager.usual
    printer.provenance = { [unowned self] in workspace.provenance(script: nil) }
  }

  /// Of messages and tables.
  var language: Language {
    get { workspace.language }
    set {
      workspace.language = newValue
      printer.language = newValue
    }
  }

  /// Whether the rows that the stages left are said after each answer.
  var isTracing: Bool {
    get { workspace.options.isTracing }
    set { workspace.options.isTracing = newValue }
  }

  /// What data is open, for the banner. No row counts: the prompt does not wait for data.
  var summary: Bilingual {
    let data = workspace.data
    let count = data.schema.entities.count
    let day = workspace.today.description
    return Bilingual(
      "\(data.name): \(count) tables, as of \(day)", "\(data.name)：\(count) 个表，截至 \(day)")
  }

  /// The names that `.describe` takes.
  var tableNames: [Bilingual] { workspace.data.schema.entities.map(\.name) }

  /// What a text begins with unseen: a line that starts with `|` goes on from the last answer.
  func beginning(of text: String) -> String {
    guard let first = text.first(where: { !$0.isWhitespace }), first == "|" || first == "｜",
      workspace.resultNames.contains("_")
    else { return "" }
    return "_ "
  }

  func inputState(of text: String) -> InputState {
    switch parse(beginning(of: text) + text, vocabulary: workspace.vocabulary).completeness {
    case .complete: .complete
    case .incomplete: .incomplete
    case .wrong: .wrong
    }
  }

  /// The words that could stand at a cursor, which is a UTF-8 offset.
  func completion(of text: String, at cursor: Int) -> HearthLineEditor.Completion? {
    let completer = Completer(
      catalog: workspace.catalog, vocabulary: workspace.vocabulary, host: workspace,
      options: workspace.binderOptions)
    let beginning = beginning(of: text)
    let unseen = beginning.utf8.count
    guard let found = completer.complete(text: beginning + text, cursor: cursor + unseen),
      found.range.lowerBound >= unseen
    else { return nil }
    let candidates = found.candidates.map {
      CompletionCandidate(text: $0.insertion, description: $0.description)
    }
    let range = found.range.lowerBound - unseen..<found.range.upperBound - unseen
    return HearthLineEditor.Completion(range: range, candidates: candidates)
  }

  /// Runs what a person has asked: results go to standard output, messages to standard error. Asks
  /// `Interrupt` whether to stop; what it then says begins a new line, for the terminal has shown `^C`.
  func evaluate(_ text: String, folder: String = ".") {
    let beginning = beginning(of: text)
    memory.entered = text
    (lastAnswer, offer) = (nil, nil)
    guard run(beginning + text, folder: folder) else {
      offer = errors.flatMap(mended).map { String($0.dropFirst(beginning.count)) }
      return
    }
    let query = workspace.lastQuery(in: beginning + text)
    memory.keep(
      query.map { String($0.dropFirst(beginning.count)) }, isContinued: !beginning.isEmpty,
      namings: workspace.namings(in: text))
  }

  /// Runs a text that the REPL has made; false if it is wrong or could not be run.
  @discardableResult
  func run(_ text: String, folder: String = ".") -> Bool {
    printer.beginText()
    errors = nil
    let start = ContinuousClock.now
    let source = SourceText(name: "", text: text, folder: folder)
    let outcome = watched { givingWay in
      do {
        return try workspace.run(source) { event in
          try givingWay { try take(event, below: $0) }
        }
      } catch {
        preconditionFailure("the printer only stops the run: \(error)")
      }
    }
    printer.endText()
    printer.sayTime((ContinuousClock.now - start) / .seconds(1))
    // What was left behind may still be reading; nobody who has stopped it waits for what it finds.
    if outcome != .stopped { sayNewProblems() }
    return outcome == .fine || outcome == .expectationFailed
  }

  /// Shows the last answer once more.
  func showAgain() {
    guard let lastAnswer else { return }
    printer.beginText()
    if let reason = printer.reasonToStop(showing: lastAnswer) {
      // The terminal has shown `^C` and stays in that line.
      printer.breakLine()
      printer.say(reason.message)
    }
  }

  /// `isBelow`: a line that said how far the run had come has been taken away.
  private func take(_ event: WorkspaceEvent, below isBelow: Bool) throws(RunError) {
    // The terminal has shown `^C` and stays in that line.
    if case .failure(.stopped, _, _, _) = event, Interrupt.isRaised, !isBelow {
      printer.breakLine()
    }
    if case .table(let table) = event { lastAnswer = table }
    if case .diagnostics(let report) = event, report.hasErrors { errors = report }
    try printer.take(event)
  }

  /// Runs something that may take long, with a line that says how far it has come where there is a
  /// terminal for it.
  private func watched<Result>(
    _ body: (_ givingWay: ((Bool) throws -> Void) throws -> Void) -> Result
  ) -> Result {
    guard isatty(STDERR_FILENO) == 1, printer.canRedraw else { return body { try $0(false) } }
    let progress = RunProgress()
    let watch = ProgressWatch(progress, language: language)
    workspace.options.progress = progress
    defer { workspace.options.progress = nil }
    return watch.during { body(watch.givingWay) }
  }

  /// Said once, after the answer whose tables brought them.
  private func sayNewProblems() {
    let count = workspace.data.store.problems().count
    if count > problemsSaid { printer.sayProblems(count) }
    problemsSaid = count
  }

  // MARK: Other data

  /// Asks other data from now on; false when they cannot be opened, and the old ones stay.
  func open(_ path: String?) -> Bool {
    guard let opened = printer.open(path, workspace.options) else { return false }
    take(opened, path)
    memory = Memory()
    return true
  }

  /// Reads the data again and says again what was named.
  func reload() -> Bool {
    guard let opened = printer.open(dataPath, workspace.options) else { return false }
    for naming in memory.namings {
      // What was said of it then need not be said again.
      _ = try? opened.run(SourceText(name: "", text: naming, folder: ".")) { _ in }
    }
    take(opened, dataPath)
    return true
  }

  private func take(_ opened: Workspace, _ path: String?) {
    workspace = opened
    dataPath = path
    problemsSaid = 0
  }

  /// The tables, one a line.
  func tables() -> String {
    let names = tableNames
    let width = names.map { displayWidth(of: $0[language]) }.max() ?? 0
    return names.map { padded($0[language], toWidth: width + 2) + $0[language.other] }
      .joined(separator: "\n")
  }

  /// The fields of a table, nil if there is no such table.
  func describe(_ name: String) -> String? {
    do throws(DataError) {
      guard let table = try workspace.description(named: name) else { return nil }
      let options = RenderOptions(language: language, maxWidth: Environment.terminalWidth)
      return OutputFormat.table.text(table, options: options).withoutLineBreak
    } catch {
      return HearthError(error).text(in: language)
    }
  }
}

extension String {
  /// Without the line break at its end.
  fileprivate var withoutLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
