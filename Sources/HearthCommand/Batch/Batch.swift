import ArgumentParser
import Hearth
import HearthData
import HearthEngine
import HearthLineEditor
import HearthSyntax
import HearthText

/// A data set that has been opened for the command line, and where its answers go.
struct Batch {
  let workspace: Workspace
  let printer: AnswerPrinter
  /// nil for the sample data.
  let dataPath: String?
  private let limits: LimitOptions?

  /// Opens the data; says what is wrong and ends with the documented exit code if it cannot.
  init(data path: String?, output: OutputOptions, limits: LimitOptions? = nil) throws {
    printer = AnswerPrinter(output)
    printer.isQuiet = limits?.quiet ?? false
    dataPath = path
    self.limits = limits
    var options = try output.workspaceOptions()
    limits?.limit(&options)
    printer.stop = options.stop
    guard let workspace = printer.open(path, options) else {
      throw ExitStatus.unreadableData.exitCode
    }
    self.workspace = workspace
    printer.provenance = { workspace.provenance(script: nil) }
    guard let file = output.outputFile else { return }
    let printer = printer
    try reporting { () throws(DataError) in
      try printer.output.open(file, as: output.format, isWhole: true)
    }
  }

  /// Runs texts, each on its own, and prints what they say; the worst end is that of all.
  func run(_ sources: [SourceText]) throws -> ExitStatus {
    Interrupt.watch()
    try refuseUnknownParameters(of: sources)
    var outcome = WorkspaceOutcome.fine
    var options = workspace.options
    options.readsOnlyNeeded = true
    for source in sources {
      // Names do not reach from one script into the next.
      let own = try run(source, in: Workspace(workspace.data, options: options))
      outcome = max(outcome, own)
      if own == .stopped || own > .fine && !workspace.options.continuesAfterFailure { break }
    }
    printer.sayProblems(workspace.data.store.problems().count)
    return printer.finish(outcome)
  }

  private func run(_ source: SourceText, in workspace: Workspace) throws -> WorkspaceOutcome {
    let script = source.isScript ? source.name : nil
    printer.provenance = { [workspace] in workspace.provenance(script: script) }
    var lacksParameter = false
    let outcome = try workspace.run(source) { event in
      switch event {
      case .failure(let kind, let message, nil, let reason?):
        let hint = limits?.hint(reason)
        try printer.take(.failure(kind, message, hint: hint, reason: reason))
      case .diagnostics(let report):
        lacksParameter = lacksParameter || report.concernsParameters
        try printer.take(event)
      case .table, .rowStrip, .text, .save, .expectation, .failure: try printer.take(event)
      }
    }
    if lacksParameter { printer.say(Bilingual(same: parameterList(source))) }
    return outcome
  }

  /// Puts a text into plain words.
  func say(_ source: SourceText) -> ExitStatus {
    let (sentences, report) = workspace.readBack(source)
    printer.say(report)
    if !sentences.isEmpty { printer.show(sentences.joined(separator: "\n")) }
    return printer.finish(report.hasErrors ? .wrongQuery : .fine)
  }

  /// A saved script; `-` is standard input.
  func script(_ file: String) throws -> SourceText {
    if file == "-" {
      return SourceText(name: "<stdin>", text: try StandardInput.read(), folder: ".")
    }
    return try reporting { () throws(DataError) in try Batch.source(of: file) }
  }

  /// The text of a file, which may read what lies in its folder.
  static func source(of file: String) throws(DataError) -> SourceText {
    let text = try TextFile.read(file)
    let folder = file.contains("/") ? String(file[..<file.lastIndex(of: "/")!]) : "."
    return SourceText(name: file, text: text, folder: folder.isEmpty ? "/" : folder)
  }

  /// Ends with exit code 3 when something cannot be read.
  func reporting<T>(_ body: () throws(DataError) -> T) throws -> T {
    do throws(DataError) { return try body() } catch {
      printer.say(HearthError(error))
      throw ExitStatus.unreadableData.exitCode
    }
  }
}

extension DiagnosticReport {
  fileprivate var concernsParameters: Bool {
    diagnostics.contains { $0.code == .missingParameter || $0.code == .wrongParameter }
  }
}

extension SourceText {
  /// Whether it stands in a file, and was not typed or piped in.
  fileprivate var isScript: Bool { name != "-c" && !name.hasPrefix("<") }
}

extension AnswerPrinter {
  /// Opens a data set and says what is wrong with it; nil if it cannot be asked. The sample data
  /// have no path.
  func open(_ path: String?, _ options: WorkspaceOptions) -> Workspace? {
    let workspace: Workspace
    do throws(HearthError) {
      let stop = options.stop
      let data =
        if let path { try DataSet.open(path, isStopped: { stop() != nil }) } else {
          try DataSet.sample()
        }
      workspace = Workspace(data, options: options)
    } catch {
      say(error)
      return nil
    }
    if let report = workspace.data.schemaReport {
      say(report)
      if report.hasErrors { return nil }
    }
    if let note = workspace.data.snapshotNote { say(note) }
    masksPrivate = workspace.privacy > .open
    return workspace
  }
}

extension OutputOptions {
  /// - Throws: a validation error for a wrong `--today` or `--set`.
  func workspaceOptions() throws -> WorkspaceOptions {
    var day: Day?
    if let today {
      guard let parsed = DateText.day(today) else {
        throw ValidationError("--today takes a date such as 2026-10-31, not '\(today)'.")
      }
      day = parsed
    }
    var texts: [String: String] = [:]
    for parameter in parameters {
      guard let sign = parameter.firstIndex(of: "="), sign != parameter.startIndex else {
        throw ValidationError("--set takes name=value, not '\(parameter)'.")
      }
      texts[String(parameter[..<sign])] = String(parameter[parameter.index(after: sign)...])
    }
    return WorkspaceOptions(
      language: language, today: day, parameterTexts: texts,
      privacy: privacy.level, isSafe: safe, isTracing: trace,
      stop: { Interrupt.isRaised ? .cancelled : nil })
  }
}
