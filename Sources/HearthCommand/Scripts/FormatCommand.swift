import ArgumentParser
import Hearth
import HearthData
import HearthSyntax
import HearthText

/// `hearth fmt FILE`, `hearth fmt --check FILE…`: scripts in their canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay out scripts in one form, in either language.",
    discussion: """
      Prints one script in its canonical form; --write and --check take any number of them. \
      Comments and single blank lines are kept. What stood on one line and fits 100 columns \
      stays there; any other query has a line for each stage.

      A script that cannot be read is left as it is, and the exit code is 2.
      """)

  @OptionGroup var scripts: ScriptArguments

  @Flag(name: .long, help: "Write nothing; list the files that would change and exit 1 if any.")
  var check = false

  @Flag(name: .shortAndLong, help: "Put the result in the place of each file.")
  var write = false

  @Option(
    name: .long,
    help: "Translate to en or zh; else words come out in the language most of them are in.")
  var lang: Language?

  @Option(
    name: .long, help: "The data set whose names are translated; without it, the sample data.",
    completion: .file())
  var data: String?

  func validate() throws {
    if check && write { throw ValidationError("Give --check or --write, not both.") }
    if write && (scripts.text != nil || scripts.files.contains("-")) {
      throw ValidationError("--write takes files.")
    }
    if !check && !write && scripts.files.count > 1 {
      throw ValidationError("Several scripts need --write or --check.")
    }
  }

  func run() throws {
    let printer = AnswerPrinter(language: lang ?? Environment.language)
    let options = WorkspaceOptions(language: printer.language, isSafe: true)
    guard let workspace = printer.open(data, options) else {
      throw ExitStatus.unreadableData.exitCode
    }
    var status = ExitStatus.fine
    let areReadable = scripts.forEach(printer) { source in
      status = max(status, format(source, workspace, printer))
    }
    throw areReadable ? status.exitCode : ExitStatus.unreadableData.exitCode
  }

  private func format(
    _ source: SourceText, _ workspace: Workspace, _ printer: AnswerPrinter
  ) -> ExitStatus {
    let (text, report) = workspace.formatted(source, in: lang)
    guard let text else {
      printer.say(report)
      return .wrongQuery
    }
    if check {
      if text == source.text { return .fine }
      printer.show(source.name)
      return .expectationFailed
    }
    guard write else {
      if !text.isEmpty { printer.show(text) }
      return .fine
    }
    if text == source.text { return .fine }
    do throws(DataError) { try ScriptArguments.write(text, over: source) } catch {
      printer.say(HearthError(error))
      return .unreadableData
    }
    return .fine
  }
}
