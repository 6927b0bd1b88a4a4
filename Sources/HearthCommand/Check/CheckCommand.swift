import ArgumentParser
import Hearth
import HearthData
import HearthIO
import HearthText

/// `hearth check FILE.hearth …`, `hearth check DATA`: what is wrong with scripts, or with a data set.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look scripts over without running them, or a data set.",
    usage: """
      hearth check FILE.hearth … [--data DIR] [--fix] [--strict] [--format json]
      hearth check -c 'QUERY'
      hearth check DATA
      """,
    discussion: """
      Of scripts: every error, and what may not ask what it means (hearth explain lists the codes). \
      Nothing is run and nothing is written but with --fix. Exit codes: 0 fine or warnings only \
      (1 with --strict), 2 errors, 3 a file cannot be read.

      Of a data set: what in it could not be read, and where.
      """)

  @Argument(
    help: "Scripts (- is standard input), or a folder of CSV files, one CSV file, or a snapshot.",
    completion: .file())
  var paths: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("Check this text.", valueName: "query"))
  var text: String?

  @Option(
    name: .long, help: "The data set that scripts are for; without it, the sample data.",
    completion: .file())
  var data: String?

  @Flag(name: .long, help: "Make the sure corrections in the files, and say which.")
  var fix = false

  @Flag(name: .long, help: "Exit 1 when there are warnings, or cells that were set aside.")
  var strict = false

  @OptionGroup var output: OutputOptions

  private var isOfScripts: Bool { text != nil || paths.contains(where: Self.isScript) }

  /// A data set's own schema is checked with its data.
  private static func isScript(_ path: String) -> Bool {
    path == "-" || path.hasSuffix(".hearth") && !isSchema(path)
  }

  private static func isSchema(_ path: String) -> Bool {
    path == "schema.hearth" || path.hasSuffix("/schema.hearth")
  }

  func validate() throws {
    guard paths.isEmpty != (text == nil) else {
      throw ValidationError("Name scripts or a data set, or give a text after -c.")
    }
    guard isOfScripts else {
      if paths.count > 1 { throw ValidationError("Data sets are checked one at a time.") }
      if data != nil || fix { throw ValidationError("--data and --fix are for scripts.") }
      return
    }
    if !paths.allSatisfy(Self.isScript) {
      throw ValidationError("The data set that scripts are for follows --data.")
    }
    if fix && (text != nil || paths.contains("-")) {
      throw ValidationError("--fix takes files.")
    }
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only.")
    }
    if output.outputFile != nil || ![nil, .table, .json].contains(output.chosenFormat) {
      throw ValidationError("What is wrong with scripts is written as text or with --format json.")
    }
  }

  func run() throws {
    throw isOfScripts ? try checkScripts().exitCode : try checkData().exitCode
  }

  private func checkScripts() throws -> ExitStatus {
    let batch = try Batch(data: data, output: output)
    var check = ScriptCheck(
      batch, language: output.language, isJSON: output.format == .json,
      isFixing: fix)
    let areReadable = try ScriptArguments.forEach(paths, text: text, batch.printer) { source in
      try check.take(source)
    }
    let status = check.finish(isStrict: strict)
    return areReadable ? status : max(status, .unreadableData)
  }

  private func checkData() throws -> ExitStatus {
    let path = paths[0]
    let folder = Self.isSchema(path) ? String(path.dropLast("schema.hearth".count)) : path
    let batch = try Batch(data: folder.isEmpty ? "." : folder, output: output)
    let printer = batch.printer
    let check = try batch.reporting { () throws(DataError) in
      try DataCheck(batch.workspace.data.store)
    }
    try printer.showWhole(check.counts)
    if check.problems.isEmpty {
      printer.say(Bilingual("Nothing was set aside.", "没有搁置任何内容。"))
      return printer.finish(.fine)
    }
    try printer.showWhole(check.list(in: printer.language))
    printer.say(
      Bilingual(
        "\(check.problemCount) set aside: such a cell is missing, its row stays.",
        "共搁置 \(check.problemCount) 处：这些单元格按缺失处理，所在的行仍然保留。"))
    return printer.finish(strict ? .expectationFailed : .fine)
  }
}
