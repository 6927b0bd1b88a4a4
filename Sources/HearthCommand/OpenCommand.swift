import ArgumentParser
import Glibc
import Hearth
import HearthText

/// `hearth [DATA]`, `hearth [DATA] -c 'QUERY'`: the front door.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the REPL, or run one text (the default).")

  @Argument(
    help: "A folder of CSV files, one CSV file, or a snapshot; without it, the sample data.",
    completion: .file())
  var data: String?

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("Run this text and leave.", valueName: "query"))
  var text: String?

  @Flag(name: .long, help: "Do not take the lines of ~/.config/hearth/start.hearth.")
  var noStart = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  func run() throws {
    let batch = try Batch(data: data, output: output, limits: limits)
    if let text {
      throw try batch.run([SourceText(name: "-c", text: text, folder: ".")]).exitCode
    }
    guard Environment.isInteractive else { throw try batch.run([try batch.script("-")]).exitCode }
    let repl = REPL(backend: Backend(batch))
    repl.isWelcoming = !noStart
    let code = repl.run()
    _ = batch.printer.finish(.fine)
    throw ExitCode(code)
  }
}
